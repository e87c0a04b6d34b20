// SPDX-License-Identifier: Apache-2.0
// The recogniser's reading of a text.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "guifan/text.h"
#include "text/utf8.h"

namespace guifan {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Runs of spaces become one; spaces beside a tab or a line break go, because those bound more
/// strongly.
std::string collapse_spaces(std::string text) {
  if (!text.starts_with(' ') && !text.ends_with(' ') && text.find('\t') == std::string::npos &&
      text.find('\n') == std::string::npos && text.find("  ") == std::string::npos)
    return text;
  std::string collapsed;
  collapsed.reserve(text.size());
  for (const char c : text) {
    if (c == ' ' && (collapsed.empty() || is_space(collapsed.back()))) continue;
    if ((c == '\t' || c == '\n') && !collapsed.empty() && collapsed.back() == ' ')
      collapsed.pop_back();
    collapsed += c;
  }
  while (!collapsed.empty() && is_space(collapsed.back())) collapsed.pop_back();
  std::size_t begin = 0;
  while (begin < collapsed.size() && is_space(collapsed[begin])) ++begin;
  return begin == 0 ? collapsed : collapsed.substr(begin);
}

/// What is left to do once pinyin notes are away.
std::string normalise_characters(std::string_view utf8) {
  return collapse_spaces(fold_width(simplify(utf8)));
}

template <typename Visit>
void for_each_text(SourceDocument& document, Visit visit) {
  for (Block& block : document.blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      visit(paragraph->text);
    } else {
      for (TableCell& cell : std::get<Table>(block).cells) visit(cell.text);
    }
  }
}

}  // namespace

std::string normalise_text(std::string_view utf8, std::size_t toned_notes) {
  return normalise_characters(remove_pinyin_notes(utf8, toned_notes));
}

void normalise(SourceDocument& document) {
  std::size_t toned_notes = 0;
  for_each_text(document,
                [&](const Text& text) { toned_notes += count_toned_pinyin_notes(text.original); });
  for_each_text(document, [&](Text& text) {
    // A document without a toned note has none to remove.
    text.normalised = toned_notes == 0 ? normalise_characters(text.original)
                                       : normalise_text(text.original, toned_notes);
  });
}

}  // namespace guifan
