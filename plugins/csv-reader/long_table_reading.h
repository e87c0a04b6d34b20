// SPDX-License-Identifier: Apache-2.0
// guifan's own long table, one row a cell, read back as the tables it was made from.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "guifan/plugin.h"
#include "records.h"

namespace guifan::csv {

/// Where the columns of the long table stand.
struct LongTableColumns {
  std::size_t organisation, year, row_label, column_label, value, unit, rule, source;
};

/// The columns, if the record is the header of a long table (docs/outputs.md).
std::optional<LongTableColumns> long_table_columns(const Record& header);

/// How many reports the rows come from.
std::size_t count_reports(std::span<const Record> rows, const LongTableColumns& columns);

/// Gives the title and the tables of one report. False when a limit was hit.
bool give_long_table(std::span<const Record> rows, const LongTableColumns& columns,
                     sdk::DocumentBuilder& document);

}  // namespace guifan::csv
