// SPDX-License-Identifier: Apache-2.0
#include "print/chapter_blocks.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

namespace guifan::print {
namespace {

constexpr std::string_view kNumbering[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第", "章", "部", "分", "、",
    "．", "。", "（", "）", "：", "　", "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",
    "9",  ".",  "(",  ")",  ":",  " ",  "\t", "\n", "①",  "②",  "③",  "④",  "⑤",  "⑥"};

/// Cuts spaces (ASCII and full-width), so that 总 体 情 况 equals 总体情况.
std::string without_spaces(std::string_view text) {
  constexpr std::string_view kWideSpace = "　";
  std::string kept;
  while (!text.empty()) {
    if (text.starts_with(kWideSpace)) {
      text.remove_prefix(kWideSpace.size());
    } else {
      if (static_cast<unsigned char>(text.front()) > ' ') kept += text.front();
      text.remove_prefix(1);
    }
  }
  return kept;
}

bool only_numbering(std::string_view text) {
  while (!text.empty()) {
    const auto mark =
        std::ranges::find_if(kNumbering, [&](std::string_view m) { return text.starts_with(m); });
    if (mark == std::end(kNumbering)) return false;
    text.remove_prefix(mark->size());
  }
  return true;
}

/// Lines of a table that a scrape flattened: consecutive blocks whose figures were all recognised.
guifan_block flattened_table(Arena& arena, std::span<const ReportBlock> lines) {
  std::string text;
  for (const ReportBlock& line : lines) {
    if (!text.empty()) text += '\n';
    text += line.text;
  }
  guifan_block block = paragraph(arena, text, to_string(lines.front().place));
  block.kind = GUIFAN_BLOCK_SOURCE_TABLE;
  block.printed = 0;
  return block;
}

/// The recogniser's reading of a block (Simplified, half-width), empty where the block is a table.
std::string_view normalised(const SourceDocument& document, const ReportBlock& block) {
  if (block.source_block >= document.blocks.size()) return {};
  const auto* paragraph = std::get_if<Paragraph>(&document.blocks[block.source_block]);
  return paragraph == nullptr ? std::string_view() : std::string_view(paragraph->text.normalised);
}

guifan_block one_block(Arena& arena, const SourceDocument& document, const ReportBlock& block,
                       std::string_view official_title) {
  const std::string place = to_string(block.place);
  if (block.kind == ReportBlock::Kind::Heading) {
    if (block.level != 1) return heading(arena, block.text, std::max(block.level, 2u), place);
    guifan_block own = heading(arena, block.text, 2, place);
    if (says_title(block.text, official_title) ||
        says_title(normalised(document, block), official_title)) {
      own.level = 1;
      own.printed = 0;
    }
    return own;
  }
  if (block.kind == ReportBlock::Kind::Table && block.source_block < document.blocks.size())
    if (const auto* table = std::get_if<Table>(&document.blocks[block.source_block]))
      return source_table(arena, *table, block.text, place, !block.recognised_figures);
  return paragraph(arena, block.text, place);
}

}  // namespace

std::string_view without_number(std::string_view title) {
  constexpr std::string_view kMark = "、";
  const std::size_t mark = title.find(kMark);
  if (mark == std::string_view::npos || !only_numbering(title.substr(0, mark))) return title;
  return title.substr(mark + kMark.size());
}

bool says_title(std::string_view heading, std::string_view official_title) {
  const std::string said = without_spaces(heading);
  const std::string title = without_spaces(official_title);
  return !title.empty() && said.ends_with(title) &&
         only_numbering(std::string_view(said).substr(0, said.size() - title.size()));
}

void append_source_blocks(Arena& arena, const SourceDocument& document, const Chapter& chapter,
                          std::string_view official_title, Blocks& out) {
  const std::span<const ReportBlock> blocks = chapter.blocks;
  const auto is_flattened = [&](const ReportBlock& block) {
    return block.recognised_figures && block.kind != ReportBlock::Kind::Table;
  };
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i;
    while (end < blocks.size() && is_flattened(blocks[end])) ++end;
    if (end > i) {
      out.push_back(flattened_table(arena, blocks.subspan(i, end - i)));
      i = end;
    } else {
      out.push_back(one_block(arena, document, blocks[i], official_title));
      ++i;
    }
  }
}

}  // namespace guifan::print
