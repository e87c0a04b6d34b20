// SPDX-License-Identifier: Apache-2.0
#include "furniture.h"

#include <algorithm>
#include <map>
#include <optional>

#include "line_joining.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

constexpr double kEdge = 0.13;         ///< share of the page height that counts as its edge
constexpr std::size_t kEdgeLines = 3;  ///< at most this many lines from each edge inwards

struct Candidate {
  std::size_t page = 0, element = 0;
  bool bottom = false;
  double y = 0;
  std::u32string text;  ///< without spaces
};

char32_t ascii_digit(char32_t c) {
  return c >= 0xff10 && c <= 0xff19 ? c - 0xff10 + U'0' : c;
}

struct PageNumber {
  long number = 0;
  bool decorated = false;  ///< - 3 -, 第3页, 3/12: nothing but a page number looks like that
};

/// A text that can be a page number and nothing else on it.
std::optional<PageNumber> page_number(const std::u32string& text) {
  PageNumber result;
  std::vector<long> numbers;
  bool in_number = false;
  for (const char32_t raw : text) {
    const char32_t c = ascii_digit(raw);
    if (is_digit(c)) {
      if (!in_number) numbers.push_back(0);
      in_number = true;
      if (numbers.back() > 99'999) return std::nullopt;
      numbers.back() = numbers.back() * 10 + static_cast<long>(c - U'0');
      continue;
    }
    in_number = false;
    static const std::u32string kMarks = U"-–—－―─_~·•.第页頁共/／|";
    if (kMarks.find(c) == std::u32string::npos && c != U'P' && c != U'a' && c != U'g' &&
        c != U'e' && c != U'o' && c != U'f' && c != U'p')
      return std::nullopt;
    result.decorated = true;
  }
  if (numbers.empty() || numbers.size() > 2 || text.size() > 20) return std::nullopt;
  if (numbers.size() == 2 && numbers[0] > numbers[1]) return std::nullopt;
  if (text.find(U'.') != std::u32string::npos && numbers.size() == 2)
    return std::nullopt;  // a decimal
  result.number = numbers[0];
  return result;
}

std::vector<Candidate> edge_lines(const std::vector<PageLayout>& pages) {
  std::vector<Candidate> candidates;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const PageLayout& page = pages[p];
    std::vector<Candidate> top, bottom;
    for (std::size_t e = 0; e < page.elements.size(); ++e) {
      const Line* line = std::get_if<Line>(&page.elements[e]);
      if (line == nullptr) continue;
      Candidate candidate{p, e, false, line->page_box.center_y(), {}};
      for (const Segment& s : line->segments)
        for (const char32_t c : s.text)
          if (c != U' ') candidate.text += c;
      if (candidate.y > (1 - kEdge) * page.height) top.push_back(candidate);
      candidate.bottom = true;
      if (candidate.y < kEdge * page.height) bottom.push_back(candidate);
    }
    std::stable_sort(top.begin(), top.end(),
                     [](const auto& a, const auto& b) { return a.y > b.y; });
    std::stable_sort(bottom.begin(), bottom.end(),
                     [](const auto& a, const auto& b) { return a.y < b.y; });
    for (auto* list : {&top, &bottom})
      for (std::size_t i = 0; i < list->size() && i < kEdgeLines; ++i)
        candidates.push_back(std::move((*list)[i]));
  }
  return candidates;
}

/// Digits of running heads change from page to page (dates, "2 / 5").
std::u32string without_digits(const std::u32string& text) {
  std::u32string key;
  for (const char32_t c : text)
    if (!is_digit(ascii_digit(c)))
      key += c;
    else if (key.empty() || key.back() != U'#')
      key += U'#';
  return key;
}

class FurnitureFinder {
 public:
  explicit FurnitureFinder(std::vector<PageLayout>& pages)
      : pages_(pages), candidates_(edge_lines(pages)) {}

  void run() {
    mark_page_numbers();
    mark_running_heads();
    remove();
  }

 private:
  void mark(std::size_t candidate) {
    furniture_[candidates_[candidate].page].push_back(candidates_[candidate].element);
  }

  void mark_page_numbers() {
    std::map<long, std::vector<std::size_t>>
        by_offset;  // printed number minus position of the page
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (const auto number = page_number(candidates_[i].text))
        by_offset[number->number - static_cast<long>(candidates_[i].page) - 1].push_back(i);
    for (const auto& [offset, list] : by_offset) {
      std::size_t distinct_pages = 0, last_page = pages_.size();
      for (const std::size_t i : list) {
        distinct_pages += candidates_[i].page != last_page ? 1 : 0;
        last_page = candidates_[i].page;
      }
      for (const std::size_t i : list) {
        const bool decorated = page_number(candidates_[i].text)->decorated;
        const bool alone = offset == 0 && candidates_[i].bottom &&
                           candidates_[i].y < 0.1 * pages_[candidates_[i].page].height;
        if (distinct_pages >= 2 || decorated || (alone && pages_.size() == 1)) mark(i);
      }
    }
  }

  void mark_running_heads() {
    if (pages_.size() < 2) return;
    std::map<std::pair<bool, std::u32string>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      groups[{candidates_[i].bottom, without_digits(candidates_[i].text)}].push_back(i);
    for (const auto& [key, list] : groups) {
      if (key.second == U"#" || key.second.size() < 2)
        continue;  // a bare number says nothing by repeating
      const double y = candidates_[list.front()].y;
      std::vector<std::size_t> same;
      for (const std::size_t i : list)
        if (std::abs(candidates_[i].y - y) < 3) same.push_back(i);
      if (same.size() < 2 || same.size() * 2 < pages_.size()) continue;
      // With digits taken out, different figures may look the same: then they must be equal, or
      // there must be more pages.
      bool equal = true;
      for (const std::size_t i : same)
        equal = equal && candidates_[i].text == candidates_[same.front()].text;
      if (equal || same.size() >= 3)
        for (const std::size_t i : same) mark(i);
    }
  }

  void remove() {
    for (auto& [page, elements] : furniture_) {
      std::sort(elements.begin(), elements.end());
      elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
      PageLayout& layout = pages_[page];
      for (const std::size_t e : elements) {
        const Line& line = std::get<Line>(layout.elements[e]);
        layout.leftovers.push_back({to_utf8(line.text(U' ')), "page-furniture", line.page_box});
      }
      for (std::size_t k = elements.size(); k-- > 0;)
        layout.elements.erase(layout.elements.begin() + static_cast<std::ptrdiff_t>(elements[k]));
    }
  }

  std::vector<PageLayout>& pages_;
  std::vector<Candidate> candidates_;
  std::map<std::size_t, std::vector<std::size_t>> furniture_;
};

}  // namespace

void remove_furniture(std::vector<PageLayout>& pages) {
  FurnitureFinder(pages).run();
}

}  // namespace guifan::pdf
