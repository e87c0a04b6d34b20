// SPDX-License-Identifier: Apache-2.0
#include "html/text_collector.h"

#include <algorithm>
#include <array>
#include <utility>

#include "html/character_reference.h"

namespace guifan::html {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Han characters, CJK and full-width marks: scripts that are written without spaces. `text` begins
/// with the character.
bool is_wide(std::string_view text) {
  if (text.size() < 3) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 0xF0)
    return first == 0xF0 && static_cast<unsigned char>(text[1]) >= 0xA0;  // U+20000..
  return (first >= 0xE3 && first <= 0xE9) || (first == 0xE2 && text.substr(0, 2) == "\xE2\x80") ||
         (first == 0xEF && static_cast<unsigned char>(text[1]) >= 0xA4);
}

/// No-break, en, em, thin, zero-width and ideographic spaces, the byte-order mark. `text` is one
/// piece without ASCII spaces.
bool is_all_blanks(std::string_view text) {
  while (!text.empty()) {
    const std::string_view three = text.substr(0, 3);
    if (text.starts_with("\u00A0")) {
      text.remove_prefix(2);
    } else if ((three >= "\u2000" && three <= "\u200D") || three == "\u202F" || three == "\u2060" ||
               three == "\u3000" || three == "\uFEFF") {
      text.remove_prefix(3);
    } else {
      return false;
    }
  }
  return true;
}

bool ends_wide(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < 4) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) break;
  }
  return is_wide(text.substr(at));
}

}  // namespace

void TextCollector::add(std::string_view source, std::uint32_t line, bool literal,
                        bool keep_spaces) {
  line_ = line;
  between_tags_ = between_tags_ || std::ranges::all_of(source, is_space);
  while (!source.empty()) {
    std::size_t end = 0;
    if (is_space(source.front())) {
      while (end < source.size() && is_space(source[end])) ++end;
      add_spaces(source.substr(0, end), keep_spaces);
    } else if (source.front() == '&' && !literal) {
      const CharacterReference reference = read_character_reference(source);
      end = std::max<std::size_t>(1, reference.length);
      std::string character = "&";
      if (reference.length > 0) {
        character.clear();
        append_utf8(character, reference.code);
      }
      if (is_space(character.front())) {
        add_spaces(" ", keep_spaces);
      } else {
        add_piece(character);
      }
    } else {
      while (end < source.size() && !is_space(source[end]) && (literal || source[end] != '&'))
        ++end;
      add_piece(source.substr(0, end));
    }
    source.remove_prefix(end);
  }
}

void TextCollector::add_spaces(std::string_view spaces, bool keep_spaces) {
  if (keep_spaces) {
    if (!text_.empty()) text_ += spaces;
    return;
  }
  const auto line_ends = std::ranges::count(spaces, '\n');
  line_ += static_cast<std::uint32_t>(line_ends);
  wrapped_ = wrapped_ || line_ends > 0;
  space_ = true;
}

void TextCollector::add_piece(std::string_view piece) {
  settle_space(piece);
  if (runs_.empty() || runs_.back().line != line_) runs_.push_back({text_.size(), line_});
  if (raise_ == Raise::None) {
    text_ += piece;
  } else {
    for (const char c : piece) add_raised(c);
  }
  printed_ = printed_ || !is_all_blanks(piece);
}

void TextCollector::add_raised(char c) {
  static constexpr std::array<std::string_view, 10> kUp = {"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  static constexpr std::array<std::string_view, 10> kDown = {"₀", "₁", "₂", "₃", "₄",
                                                             "₅", "₆", "₇", "₈", "₉"};
  if (c < '0' || c > '9')
    text_ += c;
  else
    text_ += (raise_ == Raise::Up ? kUp : kDown)[static_cast<std::size_t>(c - '0')];
}

void TextCollector::settle_space(std::string_view next) {
  if (line_break_ && !text_.empty()) {
    text_ += '\n';
  } else if (space_ && !text_.empty()) {
    // The source wraps Chinese text wherever it likes; such a line end is no space. Between two
    // tags it is one: there it sets links and captions apart.
    const bool line_end_only = wrapped_ && !between_tags_ && ends_wide(text_) && is_wide(next);
    if (!line_end_only) text_ += ' ';
  }
  line_break_ = space_ = wrapped_ = between_tags_ = false;
}

void TextCollector::break_line() {
  line_break_ = true;
}

void TextCollector::clear() {
  TextCollector fresh;
  fresh.text_ = std::move(text_);  // with the room that it has
  fresh.runs_ = std::move(runs_);
  fresh.text_.clear();
  fresh.runs_.clear();
  *this = std::move(fresh);
}

}  // namespace guifan::html
