// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/own_notes.h"

#include <algorithm>
#include <string>

#include "guifan/text.h"

namespace guifan {
namespace {

/// What a line says, but for the number of a sheet before it: an office program that makes a text
/// of a workbook writes "Sheet 6: 转换说明" above the sheet.
std::string key_of_line(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr || paragraph->text.normalised.size() > 40) return {};
  std::string_view line = paragraph->text.normalised;
  if (const std::size_t colon = line.rfind(':');
      paragraph->kind == ParagraphKind::Heading && colon != std::string_view::npos)
    line.remove_prefix(colon + 1);
  return label_key(line, false);
}

bool is_notes_heading(const Block& block) {
  const std::string key = key_of_line(block);
  return key == "转换说明" || key == "conversionnotes" || key == "notes";
}

bool is_sources_heading(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr || paragraph->kind != ParagraphKind::Heading) return false;
  const std::string key = key_of_line(block);
  return key == "数据来源" || key == "sourcesofthefigures";
}

/// The sheet that holds one row a cell: what follows in the workbook repeats the report.
bool is_long_table(const Block& block) {
  const auto* table = std::get_if<Table>(&block);
  if (table == nullptr) return false;
  const auto header_holds = [&](std::string_view name) {
    return std::ranges::any_of(table->cells, [&](const TableCell& cell) {
      return cell.row == 0 && cell.text.normalised == name;
    });
  };
  return header_holds("row_label") && header_holds("column_label") && header_holds("source_sha256");
}

/// The notes say which program made them: "转换程序 guifan 0.1.0".
bool names_converter(const Block& block) {
  const auto says = [](const Text& text) {
    return text.normalised.find("guifan ") != std::string::npos;
  };
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) return says(paragraph->text);
  const auto& cells = std::get<Table>(block).cells;
  return std::ranges::any_of(cells, says, &TableCell::text);
}

RemovedText removed_text(const Block& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block))
    return {paragraph->text.original, "conversion-notes", paragraph->text.place()};
  const auto& table = std::get<Table>(block);
  std::string text;
  std::uint32_t row = 0;
  for (const TableCell& cell : table.cells) {
    if (!text.empty()) text += cell.row == row ? '\t' : '\n';
    row = cell.row;
    text += cell.text.original;
  }
  return {std::move(text), "conversion-notes", table.place};
}

}  // namespace

void remove_own_notes(SourceDocument& document) {
  auto& blocks = document.blocks;
  // The last such line: a list of contents names the notes too.
  const auto behind = std::find_if(blocks.rbegin(), blocks.rend(), is_notes_heading).base();
  if (behind == blocks.begin()) return;
  const auto notes = behind - 1;
  if (std::none_of(notes, blocks.end(), names_converter)) return;
  const auto sources = std::find_if(blocks.begin(), notes, [](const Block& block) {
    return is_sources_heading(block) || is_long_table(block);
  });
  std::transform(sources, blocks.end(), std::back_inserter(document.removed), removed_text);
  blocks.erase(sources, blocks.end());
}

}  // namespace guifan
