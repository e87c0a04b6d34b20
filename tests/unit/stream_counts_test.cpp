// SPDX-License-Identifier: Apache-2.0
// Counting once for all tables gives what counting for each table gives.
#include "recognise/labels/stream_counts.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "sample_document.h"
#include "text/code_points.h"

namespace guifan {
namespace {

/// The plain way: every character in turn, covered or not.
void expect_same(const CompactStream& stream, const std::vector<TableCounts::Range>& labels) {
  std::vector<bool> covered(stream.key.size(), false);
  for (const auto& [begin, end] : labels)
    for (std::size_t i = begin; i < end; ++i) covered[i] = true;
  const StreamCounts counts(stream);
  const TableCounts table(counts, labels);
  std::uint32_t foreign = 0, figures = 0;
  for (std::size_t i = 0; i <= stream.key.size(); ++i) {
    ASSERT_EQ(table.foreign(i), foreign) << i;
    ASSERT_EQ(table.figures(i), figures) << i;
    if (i == stream.key.size() || covered[i]) continue;
    const bool digit = is_ascii_digit(stream.key[i]);
    if (!digit && !is_unit_character(stream.key[i])) ++foreign;
    const bool goes_on = i > 0 && !covered[i - 1] && is_ascii_digit(stream.key[i - 1]) &&
                         stream.points[i - 1].atom == stream.points[i].atom;
    if (digit && !goes_on) ++figures;
  }
}

TEST(StreamCounts, CoveredLabelsCountForNothing) {
  std::string text =
      "第20条12件\n申请总数97件其中网上3\n2014年4\n5\n主动公开信息数120条规范性文件8件";
  text += '\n' + text + '\n' + text;  // longer than one word of bits
  const SourceDocument document = sample_document(text);
  const CompactStream stream = make_stream(document);
  expect_same(stream, {});
  expect_same(stream, {{0, stream.key.size()}});
  expect_same(stream, {{0, 2}, {1, 3}, {4, 6}});  // labels that overlap, that end inside a figure
  std::uint32_t random = 7;
  for (int round = 0; round < 400; ++round) {
    std::vector<TableCounts::Range> labels;
    for (std::size_t at = 0; at < stream.key.size();) {
      random = random * 1'664'525 + 1'013'904'223;
      const std::size_t begin = at + (random >> 16) % 6, length = 1 + (random >> 24) % 5;
      if (begin + length > stream.key.size()) break;
      labels.emplace_back(begin, begin + length);
      at = begin + (random >> 20) % 7;
    }
    ASSERT_NO_FATAL_FAILURE(expect_same(stream, labels));
  }
}

}  // namespace
}  // namespace guifan
