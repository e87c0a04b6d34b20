// SPDX-License-Identifier: Apache-2.0
// Makes the blocks of a guifan_report_view.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/layout.h"
#include "guifan/source_document.h"
#include "print/arena.h"

namespace guifan::print {

using Blocks = std::vector<guifan_block>;

/// Fills a row of texts into a simple table: every row has as many texts as the first.
using TextRows = std::vector<std::vector<std::string>>;

guifan_block heading(Arena& arena, std::string_view text, std::uint32_t level,
                     std::string_view place = {});
guifan_block paragraph(Arena& arena, std::string_view text, std::string_view place = {});
/// A table of plain texts whose first row is its header. REQUIRES: rows is not empty.
guifan_block text_table(Arena& arena, std::uint32_t kind, std::string_view caption,
                        const TextRows& rows);
/// The same of texts that the arena keeps already, row by row. REQUIRES: columns > 0, whole rows.
guifan_block kept_text_table(Arena& arena, std::uint32_t kind, std::string_view caption,
                             std::size_t columns, std::span<const guifan_string> texts);
/// A table of the source, as its resolved grid.
guifan_block source_table(Arena& arena, const Table& table, std::string_view flat_text,
                          std::string_view place, bool printed);

}  // namespace guifan::print
