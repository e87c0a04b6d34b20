// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/page_breaks.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/text.h"
#include "recognise/words/word_table.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::size_t kLongestLineBytes = 200;
constexpr std::size_t kLeastPages = 2;          ///< 第1页 and 第2页 are said in so many words
constexpr std::size_t kLeastDoubtfulPages = 3;  ///< - 1 - might be a row, 见第1页 a sentence
constexpr std::ptrdiff_t kLeastHan = 4;

/// A line that carries a page number.
struct PageLine {
  std::size_t block = 0;
  std::uint32_t page = 0;
  bool ruled = false;  ///< "- 3 -": a number between two strokes
  std::string beside;  ///< the other words of the line, spaces left out
};

/// Takes digits off the front.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::optional<std::uint32_t> take_page(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  if (!take(rest, word)) return std::nullopt;
  const auto number = take_number(rest);
  if (!number || !take(rest, "页")) return std::nullopt;
  text = rest;
  return number;
}

/// 第3页, 第3页共9页, 第3页/共9页, 共9页第3页 somewhere in the line.
std::optional<PageLine> read_page_words(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::string_view rest = line.substr(at);
    const bool total_first = take_page(rest, "共").has_value();
    if (total_first) take(rest, ",");
    const auto page = take_page(rest, "第");
    if (!page) continue;
    if (!total_first) {
      std::string_view total = rest;
      for (const std::string_view mark : {",", "/", "|"})
        if (take(total, mark)) break;
      if (take_page(total, "共")) rest = total;
    }
    PageLine found;
    found.page = *page;
    found.beside = std::string(line.substr(0, at)) + std::string(rest);
    return found;
  }
  return std::nullopt;
}

bool take_stroke(std::string_view& text) {
  bool any = false;
  while (take(text, "-") || take(text, "—") || take(text, "–")) any = true;
  return any;
}

std::optional<PageLine> read_ruled_number(std::string_view line) {
  if (!take_stroke(line)) return std::nullopt;
  const auto page = take_number(line);
  if (!page || !take_stroke(line) || !line.empty()) return std::nullopt;
  PageLine found;
  found.page = *page;
  found.ruled = true;
  return found;
}

const std::string* line_of(const SourceDocument& document, std::size_t block) {
  if (block >= document.blocks.size()) return nullptr;
  const auto* paragraph = std::get_if<Paragraph>(&document.blocks[block]);
  if (paragraph == nullptr || paragraph->text.normalised.size() > kLongestLineBytes) return nullptr;
  const std::string& line = paragraph->text.normalised;
  return line.empty() || line.find('\n') != std::string::npos ? nullptr : &line;
}

bool counts_upwards(const std::vector<PageLine>& pages) {
  return std::adjacent_find(pages.begin(), pages.end(), [](const PageLine& a, const PageLine& b) {
           return a.page >= b.page;
         }) == pages.end();
}

/// Figures other than years.
bool holds_figures(const std::string& line) {
  const auto numbers = find_numbers(line);
  return std::any_of(numbers.begin(), numbers.end(),
                     [](const PrintedNumber& number) { return !number.unit.starts_with("年"); });
}

/// The page numbers that certainly are some: counted upwards, all with the same words beside them.
std::vector<PageLine> find_pages(const SourceDocument& document) {
  std::map<std::string, std::vector<PageLine>> by_words;
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const std::string* line = line_of(document, block);
    if (line == nullptr) continue;
    const std::string compact = without_spaces(*line);
    auto page = read_page_words(compact);
    if (!page) page = read_ruled_number(compact);
    if (!page) continue;
    page->block = block;
    by_words[page->beside].push_back(std::move(*page));
  }
  std::vector<PageLine> certain;
  for (auto& [words, pages] : by_words) {
    const bool plain =
        words.empty() &&
        std::none_of(pages.begin(), pages.end(), [](const PageLine& page) { return page.ruled; });
    if (pages.size() < (plain ? kLeastPages : kLeastDoubtfulPages) || !counts_upwards(pages) ||
        holds_figures(words))
      continue;
    std::move(pages.begin(), pages.end(), std::back_inserter(certain));
  }
  return certain;
}

/// A figure, a row of some table, a label of a form or a part of one, a numbered heading, or too
/// short to tell.
bool may_be_of_the_report(const std::string& line, const LabelIndex& labels) {
  const std::string words = label_key(line);
  const std::u32string key = code_points(words);
  if (std::count_if(key.begin(), key.end(), utf8::is_han) < kLeastHan) return true;
  if (holds_figures(line)) return true;
  if (words != label_key(line, false)) return true;
  const auto patterns = labels.patterns();
  return std::any_of(patterns.begin(), patterns.end(), [&](const LabelPattern& pattern) {
    return pattern.key.find(key) != std::u32string_view::npos;
  });
}

/// Where a line stands, over the whole document.
class Recurrence {
 public:
  void add(bool beside_page) {
    if (beside_page) {
      ++beside_;
    } else {
      ++elsewhere_;
      first_elsewhere_ = first_elsewhere_ || beside_ == 0;
    }
  }
  /// With the pages, but for a first time: a running head repeats the title.
  bool runs() const {
    return beside_ >= kLeastPages && (elsewhere_ == 0 || (elsewhere_ == 1 && first_elsewhere_));
  }

 private:
  std::size_t beside_ = 0, elsewhere_ = 0;
  bool first_elsewhere_ = false;
};

void mark(SourceDocument& document, std::size_t block) {
  std::get<Paragraph>(document.blocks[block]).kind = ParagraphKind::Furniture;
}

}  // namespace

void mark_page_breaks(SourceDocument& document, const LabelIndex& labels) {
  const std::vector<PageLine> pages = find_pages(document);
  if (pages.empty()) return;
  std::vector<bool> is_page(document.blocks.size() + 1, false);
  for (const PageLine& page : pages) is_page[page.block] = true;
  const auto stands_beside = [&](std::size_t block) {
    return !is_page[block] && (is_page[block + 1] || (block > 0 && is_page[block - 1]));
  };
  std::map<std::string, Recurrence> recurrences;
  for (std::size_t block = 0; block < document.blocks.size(); ++block)
    if (const std::string* line = line_of(document, block); line != nullptr)
      recurrences[*line].add(stands_beside(block));
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const std::string* line = line_of(document, block);
    if (line == nullptr) continue;
    if (is_page[block]) {
      mark(document, block);
      continue;
    }
    if (stands_beside(block) && recurrences.at(*line).runs() &&
        !may_be_of_the_report(*line, labels))
      mark(document, block);
  }
}

}  // namespace guifan
