// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/own_notes.h"

#include <algorithm>
#include <string>

#include "guifan/text.h"

namespace guifan {
namespace {

bool is_line(const Block& block, std::string_view chinese, std::string_view english) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr || paragraph->text.normalised.size() > 40) return false;
  const std::string key = label_key(paragraph->text.normalised, false);
  return key == chinese || key == english;
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
  const auto behind = std::find_if(blocks.rbegin(), blocks.rend(), [](const Block& block) {
                        return is_line(block, "转换说明", "conversionnotes");
                      }).base();
  if (behind == blocks.begin()) return;
  const auto notes = behind - 1;
  if (std::none_of(notes, blocks.end(), names_converter)) return;
  const auto sources = std::find_if(blocks.begin(), notes, [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && paragraph->kind == ParagraphKind::Heading &&
           is_line(block, "数据来源", "sourcesofthefigures");
  });
  std::transform(sources, blocks.end(), std::back_inserter(document.removed), removed_text);
  blocks.erase(sources, blocks.end());
}

}  // namespace guifan
