// SPDX-License-Identifier: Apache-2.0
// Traditional to Simplified: OpenCC tw2s, then the reviewed terms of formats/government-terms.tsv.
//
// tw2sp would mend Taiwan wording too, but it breaks words of this genre (指標 becomes 指针, 建立
// becomes 创建), so the few terms that matter stand in a table of our own.
#include <SimpleConverter.hpp>
#include <algorithm>
#include <bitset>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/text.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::string_view kTermsTable =
#include "government-terms.inc"
    ;
constexpr std::string_view kTraditionalCharacters =
#include "traditional-characters.inc"
    ;

constexpr char32_t kLastMapped = 0xFFFF;

/// The characters that only Traditional text has.
class TraditionalSet {
 public:
  TraditionalSet() {
    for (std::size_t at = 0; at < kTraditionalCharacters.size();) {
      const utf8::CodePoint point = utf8::decode(kTraditionalCharacters, at);
      if (utf8::is_han(point.value) && point.value <= kLastMapped) bits_.set(point.value);
      at += point.length;
    }
  }

  bool any_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
      if (static_cast<unsigned char>(text[at]) <
          0xE3) {  // nothing below U+3000 is a Chinese character
        ++at;
        continue;
      }
      const utf8::CodePoint point = utf8::decode(text, at);
      if (point.value <= kLastMapped && bits_.test(point.value)) return true;
      at += point.length;
    }
    return false;
  }

 private:
  std::bitset<kLastMapped + 1> bits_;
};

/// Terms sorted so that, among those with the same beginning, the longest comes first.
class TermTable {
 public:
  TermTable() {
    for (std::size_t at = 0; at < kTermsTable.size();) {
      const std::size_t end = std::min(kTermsTable.find('\n', at), kTermsTable.size());
      const std::string_view line = kTermsTable.substr(at, end - at);
      at = end + 1;
      const std::size_t tab = line.find('\t');
      if (tab == std::string_view::npos || line.starts_with('#')) continue;
      const std::string_view rest = line.substr(tab + 1);
      rows_.emplace_back(line.substr(0, tab), rest.substr(0, rest.find('\t')));
    }
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

/// OpenCC throws on broken UTF-8 and stops at NUL: both are mended before.
std::string sanitise(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (!point.valid) {
      utf8::append(clean, utf8::replacement);
    } else if (point.value != 0) {
      clean.append(text, at, point.length);
    }
    at += point.length;
  }
  return clean;
}

}  // namespace

std::string simplify(std::string_view utf8) {
  static const TraditionalSet traditional;
  if (!traditional.any_in(utf8)) return std::string(utf8);
  static const std::unique_ptr<const opencc::SimpleConverter> converter = open_converter();
  static const TermTable terms;
  std::string text = sanitise(utf8);
  if (converter) {
    try {
      text = converter->Convert(text);
    } catch (const std::exception&) {
      return text;  // unchanged text is recognised worse, but it is the source's own
    }
  }
  return terms.replace(text);
}

}  // namespace guifan
