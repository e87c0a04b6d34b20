// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/page_furniture.h"

#include <algorithm>
#include <string>
#include <vector>

#include "guifan/text.h"
#include "recognise/words/printed_date.h"
#include "recognise/words/word_table.h"
#include "text/word_finder.h"

namespace guifan {
namespace {

constexpr std::size_t kLongLineBytes = 420;  // no furniture line is longer
constexpr std::size_t kPublicationBytes = 300;

bool is_breadcrumb(std::string_view line) {
  std::size_t separators = 0;
  for (const std::string_view mark : {">", "»", "›", "→"})
    for (std::size_t at = line.find(mark); at != std::string_view::npos;
         at = line.find(mark, at + mark.size()))
      ++separators;
  return line.find("首页") != std::string_view::npos ? separators >= 1
                                                     : separators >= 2 && line.size() <= 200;
}

/// "2019-12-02 09:51": a date, perhaps a time, and nothing else.
bool is_bare_date(std::string_view line) {
  constexpr std::string_view kBullet = "•";
  std::size_t begin = std::min(line.find_first_not_of(" *-[(\t"), line.size());
  if (line.substr(begin).starts_with(kBullet)) begin += kBullet.size();
  if (begin > 0 && begin < line.size() && line[begin] == ' ') ++begin;
  if (begin == line.size() || line[begin] < '0' || line[begin] > '9') return false;
  const auto date = find_date(line);
  if (!date || date->begin != begin || line.find("年") != std::string_view::npos) return false;
  const auto is_clock = [](char c) {
    return (c >= '0' && c <= '9') || c == ':' || c == ' ' || c == 'T' || c == '\n';
  };
  std::string_view after = line.substr(date->end);
  while (!after.empty() && (after.back() == ')' || after.back() == ']')) after.remove_suffix(1);
  return std::all_of(after.begin(), after.end(), is_clock);
}

/// "发布日期:2022-01-17 来源:…": a word of the list, then a colon.
bool is_publication(std::string_view compact, std::string_view word) {
  if (!compact.starts_with(word)) return false;
  const std::string_view rest = compact.substr(word.size());
  return rest.starts_with(':') || rest.starts_with("|:");
}

enum class How : std::uint8_t { Start, Publication, Line, Around, Related };

/// The first three bytes, one Chinese character, as a number: nearly all words differ there
/// already.
std::uint32_t head_of(std::string_view text) {
  std::uint32_t head = 0;
  for (const char c : text.substr(0, 3)) head = head << 8 | static_cast<unsigned char>(c);
  return head;
}

struct FurnitureWord {
  How how;
  std::string_view text;
  std::uint32_t head;
};

How how_of(std::string_view kind) {
  if (kind == "start") return How::Start;
  if (kind == "publication") return How::Publication;
  if (kind == "related") return How::Related;
  return kind == "line" ? How::Line : How::Around;
}

/// Words that make a line furniture wherever they stand in it.
const WordFinder& certain_anywhere() {
  static const WordFinder finder(words_of_kind(furniture_words(), "holds"));
  return finder;
}

/// The table's other rows, their kinds read once: every line of a page is compared with all.
const std::vector<FurnitureWord>& words() {
  static const std::vector<FurnitureWord> all = [] {
    std::vector<FurnitureWord> parsed;
    for (const WordRow& row : furniture_words())
      if (row.kind != "holds") parsed.push_back({how_of(row.kind), row.text, head_of(row.text)});
    return parsed;
  }();
  return all;
}

}  // namespace

Furniture furniture_of(std::string_view normalised_line) {
  if (normalised_line.size() > kLongLineBytes) return Furniture::None;
  const std::string compact = without_spaces(normalised_line);
  if (compact.empty()) return Furniture::None;
  if (is_bare_date(normalised_line)) return Furniture::Publication;
  const bool sentence = compact.find("。") != std::string::npos;
  std::string_view start(compact);
  while (!start.empty() && std::string_view("[(|*-#").find(start.front()) != std::string_view::npos)
    start.remove_prefix(1);
  for (const std::string_view mark : {"【", "•", "·"})
    if (start.starts_with(mark)) start.remove_prefix(mark.size());
  if (certain_anywhere().any(compact)) return Furniture::Certain;
  if (sentence) return Furniture::None;
  const std::string key = label_key(normalised_line, false);
  const std::uint32_t start_head = head_of(start), key_head = head_of(key);
  for (const FurnitureWord& word : words()) {
    const bool whole = word.how != How::Start && word.how != How::Publication;
    if (word.head != (whole ? key_head : start_head)) continue;
    if (word.how == How::Start) {
      if (start.starts_with(word.text)) return Furniture::Certain;
    } else if (word.how == How::Publication) {
      if (compact.size() <= kPublicationBytes && is_publication(start, word.text))
        return Furniture::Publication;
    } else {
      if (key != word.text) continue;
      if (word.how == How::Related) return Furniture::RelatedLinks;
      return word.how == How::Line ? Furniture::Certain : Furniture::AroundText;
    }
  }
  if (is_breadcrumb(compact)) return Furniture::Breadcrumb;
  return Furniture::None;
}

}  // namespace guifan
