// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/garbled_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "text/han_plausibility.h"
#include "text/utf8.h"

namespace guifan {
namespace {

/// A shorter stretch says too little about how common its characters are.
constexpr std::size_t kEnough = 12;
constexpr std::size_t kQuoted = 12;    // code points of the text shown
constexpr std::size_t kReports = 100;  // of one document; more would tell no more

/// Never part of a Chinese report: bopomofo, Hangul, Yi, rare Han of extension A, private use but
/// for the range that Word's symbol fonts live in.
bool is_foreign(char32_t c) {
  return (c >= 0x3100 && c <= 0x31BF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xA000 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xE000 && c <= 0xEFFF) || (c >= 0xF100 && c <= 0xF8FF);
}

/// Part of a report now and then, and of slipped text all the time: kana, Greek, Cyrillic, line
/// drawing, unreadable bytes, what lies past the first plane.
bool is_odd(char32_t c) {
  return is_foreign(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x0370 && c <= 0x052F) ||
         (c >= 0x2500 && c <= 0x257F) || c == utf8::replacement || c > 0xFFFF;
}

/// Without an ASCII character inside: those set slipped text right again.
bool is_garbled_stretch(std::u32string_view stretch) {
  std::size_t han = 0, common = 0, odd = 0;
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const char32_t c = stretch[i];
    if (utf8::is_han(c)) {
      ++han;
      if (is_common_character(c)) ++common;
    } else if (is_odd(c)) {
      ++odd;
    }
    if (!is_foreign(c)) continue;
    // One is enough between characters that hardly ever occur: 。ㄗ灾螀
    const auto rare = [&](std::size_t at) {
      return at < stretch.size() && utf8::is_han(stretch[at]) && !is_common_character(stretch[at]);
    };
    if (rare(i + 1) && (rare(i + 2) || (i > 0 && rare(i - 1)))) return true;
  }
  const std::size_t all = han + odd;
  return all >= kEnough && han >= 4 && common * 5 < all && odd * 20 >= all;
}

/// No text is garbled without an odd character, and hardly any has one.
bool holds_odd(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (static_cast<unsigned char>(utf8[at]) < 0x80) {
      ++at;
    } else if (utf8::is_unified_han(utf8, at)) {
      at += utf8::step(utf8[at]);
    } else {
      const auto point = utf8::decode(utf8, at);
      if (is_odd(point.value)) return true;
      at += point.length;
    }
  }
  return false;
}

/// The first garbled stretch of a text, as a byte offset.
std::optional<std::size_t> garbled_at(std::string_view utf8) {
  if (!holds_odd(utf8)) return std::nullopt;
  std::u32string stretch;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= utf8.size();) {
    const bool end = at == utf8.size();
    const auto point = end ? utf8::CodePoint{} : utf8::decode(utf8, at);
    if (end || point.value < 0x80) {
      if (is_garbled_stretch(stretch)) return begin;
      stretch.clear();
      if (end) break;
    } else {
      if (stretch.empty()) begin = at;
      stretch += point.value;
    }
    at += point.length;
  }
  return std::nullopt;
}

std::string quote_from(std::string_view utf8, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t n = 0; n < kQuoted && end < utf8.size() && utf8[end] != '\n'; ++n)
    end += utf8::decode(utf8, end).length;
  return std::string(utf8.substr(begin, end - begin));
}

/// Collects garbled texts into runs of neighbouring blocks.
class Runs {
 public:
  void look_at(const Text& text, std::size_t block) {
    const auto at = garbled_at(text.original);
    if (!at) return;
    if (count_ > 0 && block > last_block_ + 1) close();
    if (count_++ == 0) {
      place_ = text.place_at(*at);
      quote_ = quote_from(text.original, *at);
    }
    last_block_ = block;
  }
  std::vector<Diagnostic> finish() {
    close();
    return std::move(found_);
  }

 private:
  void close() {
    if (count_ > 0 && found_.size() < kReports)
      found_.push_back(make_diagnostic("REC-005", {std::to_string(count_), quote_}, place_));
    count_ = 0;
  }

  std::vector<Diagnostic> found_;
  std::size_t count_ = 0, last_block_ = 0;
  Locator place_;
  std::string quote_;
};

}  // namespace

bool is_garbled(std::u32string_view text) {
  const bool odd = std::ranges::any_of(
      text, [](char32_t c) { return c >= 0x80 && (c < 0x4E00 || c > 0x9FFF) && is_odd(c); });
  if (!odd) return false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= 0x80) ++end;
    if (is_garbled_stretch(text.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool is_garbled_utf8(std::string_view utf8) {
  return garbled_at(utf8).has_value();
}

std::vector<Diagnostic> find_garbled_text(const SourceDocument& document) {
  Runs runs;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (const auto* table = std::get_if<Table>(&document.blocks[i])) {
      for (const TableCell& cell : table->cells) runs.look_at(cell.text, i);
    } else {
      runs.look_at(std::get<Paragraph>(document.blocks[i]).text, i);
    }
  }
  return runs.finish();
}

}  // namespace guifan
