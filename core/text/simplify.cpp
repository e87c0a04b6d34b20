// SPDX-License-Identifier: Apache-2.0
// Traditional to Simplified: OpenCC tw2s, then the reviewed terms of formats/government-terms.tsv.
//
// tw2sp would mend Taiwan wording too, but it breaks words of this genre (指標 becomes 指针, 建立
// becomes 创建), so the few terms that matter stand in a table of our own.
#include <SimpleConverter.hpp>
#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/text.h"
#include "text/traditional_phrases.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace guifan {
namespace {

constexpr std::string_view kTermsTable =
#include "government-terms.inc"
    ;
constexpr std::string_view kTraditionalCharacters =
#include "traditional-characters.inc"
    ;

// Characters whose Simplified form hangs on the word they stand in (乾隆 and 乾燥, 著名 and 著手).
// Clauses that hold one are read phrase by phrase.
constexpr std::u32string_view kWordDependent = U"乾俱吒噁彷徵於昇沈濛牴畫瞭著薹藉衹覆鉅鍊鍾麼";

constexpr char32_t kLastTabled = 0x323AF;

/// Characters of Traditional text and what becomes of them.
class CharacterTable {
 public:
  CharacterTable() {
    entries_.reserve(kExpectedEntries);
    entries_.resize(kPageSize);
    const std::size_t shared = kTraditionalCharacters.find("----");
    char32_t traditional = 0;
    for (std::size_t at = 0; at < kTraditionalCharacters.size();) {
      if (kTraditionalCharacters[at] == '#') at = kTraditionalCharacters.find('\n', at);
      const utf8::CodePoint point = utf8::decode(kTraditionalCharacters, at);
      at += point.length;
      if (!utf8::is_han(point.value)) continue;
      if (traditional == 0) {
        traditional = point.value;
        continue;
      }
      make_entry(traditional) = point.value | (at < shared ? kOnlyTraditional : 0);
      traditional = 0;
    }
    for (const char32_t sign : kWordDependent) make_entry(sign) |= kByWord;
  }

  bool any_traditional(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (lead < 0xE3) {  // nothing below U+3000 is a Chinese character
        ++at;
        continue;
      }
      if (lead < 0xF0 && at + 2 < text.size() && utf8::is_continuation(text[at + 1]) &&
          utf8::is_continuation(text[at + 2])) {  // nearly all of them, without more ado
        const auto bits = [&](std::size_t i) {
          return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]) & 0x3FU);
        };
        if ((entry((lead & 0x0FU) << 12 | bits(1) << 6 | bits(2)) & kOnlyTraditional) != 0)
          return true;
        at += 3;
        continue;
      }
      const utf8::CodePoint point = utf8::decode(text, at);
      if ((entry(point.value) & kOnlyTraditional) != 0) return true;
      at += point.length;
    }
    return false;
  }

  /// The clause (Chinese characters without a break) that begins at `at`: its end, and whether it
  /// needs OpenCC.
  struct Clause {
    std::size_t end;
    bool by_word;
  };
  Clause clause_at(std::string_view text, std::size_t at) const {
    bool by_word = false;
    while (at < text.size()) {
      const utf8::CodePoint point = utf8::decode(text, at);
      if (!utf8::is_han(point.value)) break;
      if ((entry(point.value) & kByWord) != 0) by_word = true;
      at += point.length;
    }
    return {at, by_word};
  }

  void append_simplified(std::string& out, std::string_view clause) const {
    for (std::size_t at = 0; at < clause.size();) {
      const utf8::CodePoint point = utf8::decode(clause, at);
      const char32_t known = entry(point.value) & kCharacter;
      if (known != 0) {
        utf8::append(out, known);
      } else {
        out.append(clause, at, point.length);
      }
      at += point.length;
    }
  }

 private:
  static constexpr char32_t kCharacter = 0x1FFFFF, kOnlyTraditional = 0x1000000,
                            kByWord = 0x2000000;
  static constexpr std::size_t kPageSize = 32;
  static constexpr std::size_t kExpectedEntries = 32'768;  // somewhat more than there are

  char32_t entry(char32_t c) const {
    return c <= kLastTabled ? entries_[page_of_[c / kPageSize] * kPageSize + c % kPageSize] : 0;
  }
  char32_t& make_entry(char32_t c) {
    std::uint16_t& page = page_of_[c / kPageSize];
    if (page == 0) {
      page = static_cast<std::uint16_t>(entries_.size() / kPageSize);
      entries_.resize(entries_.size() + kPageSize);
    }
    return entries_[page * kPageSize + c % kPageSize];
  }

  // Pages keep a table over all of Unicode's Chinese characters in a hundred kilobytes; larger ones
  // would be mostly empty.
  std::array<std::uint16_t, kLastTabled / kPageSize + 1> page_of_{};  // 0: the page without forms
  std::vector<char32_t> entries_;  // flags and the Simplified form; no form: 0
};

/// Terms sorted so that, among those with the same beginning, the longest comes first.
class TermTable {
 public:
  TermTable() {
    for_each_row(kTermsTable, [this](std::string_view traditional, std::string_view simplified) {
      rows_.emplace_back(traditional, simplified);
    });
    std::sort(rows_.begin(), rows_.end(), [](const Row& left, const Row& right) {
      const std::string_view left_head = head(left.first), right_head = head(right.first);
      if (left_head != right_head) return left_head < right_head;
      if (left.first.size() != right.first.size()) return left.first.size() > right.first.size();
      return left.first < right.first;
    });
  }

  std::string replace(std::string_view text) const {
    std::string replaced;
    replaced.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = utf8::decode(text, at).length;
      const Row* row = length == 3 ? find(text.substr(at)) : nullptr;
      if (row != nullptr) {
        replaced += row->second;
        at += row->first.size();
      } else {
        replaced.append(text, at, length);
        at += length;
      }
    }
    return replaced;
  }

 private:
  using Row = std::pair<std::string_view, std::string_view>;
  static std::string_view head(std::string_view term) { return term.substr(0, 3); }

  const Row* find(std::string_view text) const {
    auto row = std::lower_bound(
        rows_.begin(), rows_.end(), head(text),
        [](const Row& left, std::string_view wanted) { return head(left.first) < wanted; });
    for (; row != rows_.end() && head(row->first) == head(text); ++row)
      if (text.starts_with(row->first)) return &*row;
    return nullptr;
  }

  std::vector<Row> rows_;
};

/// OpenCC's converter, or null where its data files are not installed.
std::unique_ptr<const opencc::SimpleConverter> open_converter() {
  try {
    return std::make_unique<const opencc::SimpleConverter>("tw2s.json");
  } catch (const std::exception&) {
    return nullptr;
  }
}

/// The clause phrase by phrase; through OpenCC where phrases overlap. REQUIRES: valid UTF-8 without
/// NUL, which OpenCC would throw at or stop at; clauses hold Chinese characters only, so they are.
void append_by_word(std::string& out, std::string_view clause, const CharacterTable& characters) {
  if (const auto phrases = find_traditional_phrases(clause)) {
    std::size_t at = 0;
    for (const PhraseHit& phrase : *phrases) {
      characters.append_simplified(out, clause.substr(at, phrase.begin - at));
      out += phrase.simplified;
      at = phrase.end;
    }
    characters.append_simplified(out, clause.substr(at));
    return;
  }
  static const std::unique_ptr<const opencc::SimpleConverter> converter = open_converter();
  if (converter) {
    try {
      out += converter->Convert(std::string(clause));
      return;
    } catch (const std::exception&) {  // characters one by one are the next best
    }
  }
  characters.append_simplified(out, clause);
}

}  // namespace

std::string simplify(std::string_view utf8) {
  static const CharacterTable characters;
  if (!characters.any_traditional(utf8)) return std::string(utf8);
  static const TermTable terms;
  std::string text;
  text.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [end, by_word] = characters.clause_at(utf8, at);
    const std::string_view clause = utf8.substr(at, end - at);
    if (by_word) {
      append_by_word(text, clause, characters);
    } else {
      characters.append_simplified(text, clause);
    }
    at = end;
    if (at >= utf8.size()) break;
    const utf8::CodePoint mark = utf8::decode(utf8, at);
    if (!mark.valid) {
      utf8::append(text, utf8::replacement);
    } else if (mark.value != 0) {
      text.append(utf8, at, mark.length);
    }
    at += mark.length;
  }
  return terms.replace(text);
}

}  // namespace guifan
