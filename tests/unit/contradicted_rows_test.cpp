// SPDX-License-Identifier: Apache-2.0
// Sums that refute all rows of a table at once.
#include "recognise/rows/contradicted_rows.h"

#include <gtest/gtest.h>

#include "table_reading.h"

namespace guifan {
namespace {

using test::cells;
using test::from_lines;
using test::recognise;

/// The form's head, then rows of seven figures, a cell a line.
std::map<std::string, std::string> read_rows(const std::vector<std::vector<std::string>>& rows) {
  std::string lines = test::requests_head();
  for (const auto& row : rows)
    for (const std::string& cell : row) lines += cell + "\n";
  return cells(recognise(from_lines(lines)));
}

TEST(ContradictedRows, WhereNoRowAddsUpNoneIsRead) {
  const auto found =
      read_rows({{"一、本年新收政府信息公开申请数量", "12", "5", "1", "0", "0", "2", "4"},
                 {"二、上年结转政府信息公开申请数量", "3", "1", "0", "0", "0", "1", "1"},
                 {"(一)予以公开", "9", "4", "1", "0", "0", "2", "2"}});
  for (const std::string row : {"requests.new", "requests.carried_in", "requests.granted"}) {
    EXPECT_EQ(found.at(row + ".natural"), "?") << row;
    EXPECT_EQ(found.at(row + ".total"), "?") << row;
  }
}

TEST(ContradictedRows, ARowThatAddsUpVouchesForTheColumns) {
  const auto found =
      read_rows({{"一、本年新收政府信息公开申请数量", "12", "5", "1", "0", "0", "2", "4"},
                 {"二、上年结转政府信息公开申请数量", "3", "1", "0", "0", "0", "1", "1"},
                 {"(一)予以公开", "4", "1", "0", "0", "2", "2", "9"}});
  EXPECT_EQ(found.at("requests.new.natural"), "12");
  EXPECT_EQ(found.at("requests.granted.total"), "9");
}

}  // namespace
}  // namespace guifan
