// SPDX-License-Identifier: Apache-2.0
#include "furniture.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>

#include "line_joining.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

constexpr double kEdge = 0.13;         ///< share of the page height that counts as its edge
constexpr std::size_t kEdgeLines = 3;  ///< at most this many lines from each edge inwards
/// Pages that bare numbers must count where no space sets them apart from the text.
constexpr std::size_t kCertainlyCounting = 5;

struct Candidate {
  std::size_t page = 0, element = 0;
  bool bottom = false;
  bool apart = false;      ///< more space between it and the text than lines have among themselves
  bool inset = false;      ///< does not start where the page's text starts
  bool outermost = false;  ///< and not alone on the page
  double x = 0, y = 0;
  std::u32string text;  ///< without spaces
};

char32_t ascii_digit(char32_t c) {
  return c >= 0xff10 && c <= 0xff19 ? c - 0xff10 + U'0' : c;
}

bool is_dash(char32_t c) {
  static const std::u32string kDashes = U"-–—－―─_~·•|";
  return kDashes.find(c) != std::u32string::npos;
}

struct PageNumber {
  long number = 0, total = 0;  ///< total: of "3 / 12", else 0
  bool decorated = false;      ///< - 3 -, 第3页: nothing but a page number looks like that
};

/// A text that can be a page number and nothing else on it.
std::optional<PageNumber> page_number(const std::u32string& text) {
  std::vector<long> numbers;
  bool in_number = false, word = false;
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
    static const std::u32string kWords = U"第页頁共PpageOof";
    if (kWords.find(c) != std::u32string::npos)
      word = true;
    else if (!is_dash(c) && c != U'/' && c != U'／')
      return std::nullopt;
  }
  if (numbers.empty() || numbers.size() > 2 || text.size() > 20) return std::nullopt;
  PageNumber result;
  result.number = numbers[0];
  if (numbers.size() == 2) result.total = numbers[1];
  result.decorated = word || (text.size() >= 3 && is_dash(text.front()) && is_dash(text.back()));
  return result;
}

/// Distance between neighbouring lines that is usual on a page.
double usual_pitch(const PageLayout& page) {
  std::vector<double> pitches;
  for (std::size_t e = 1; e < page.elements.size(); ++e) {
    const Line *above = std::get_if<Line>(&page.elements[e - 1]),
               *below = std::get_if<Line>(&page.elements[e]);
    if (above == nullptr || below == nullptr) continue;
    const double pitch = above->page_box.center_y() - below->page_box.center_y();
    if (pitch > 0) pitches.push_back(pitch);
  }
  if (pitches.size() < 3) return 0;
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  return *middle;
}

/// The outermost lines of one edge, those before the first gap marked as standing apart.
void add_edge(const PageLayout& page, std::size_t number, bool bottom,
              std::vector<Candidate>& candidates) {
  std::vector<std::pair<double, std::size_t>> order;  // distance from the edge, element
  double left = 1e9;
  for (std::size_t e = 0; e < page.elements.size(); ++e) {
    const Box& box = std::holds_alternative<Line>(page.elements[e])
                         ? std::get<Line>(page.elements[e]).page_box
                         : std::get<PageTable>(page.elements[e]).box;
    order.emplace_back(bottom ? box.bottom : page.height - box.top, e);
    left = std::min(left, box.left);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  const double pitch = usual_pitch(page);
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < order.size() && i < kEdgeLines; ++i) {
    const Line* line = std::get_if<Line>(&page.elements[order[i].second]);
    if (line == nullptr || order[i].first > kEdge * page.height) break;
    Candidate candidate;
    candidate.page = number;
    candidate.element = order[i].second;
    candidate.bottom = bottom;
    candidate.inset = line->page_box.left > left + 3 * line->size;
    candidate.outermost = i == 0 && order.size() > 1;
    candidate.x = line->page_box.center_x();
    candidate.y = line->page_box.center_y();
    for (const Segment& s : line->segments)
      for (const char32_t c : s.text)
        if (c != U' ') candidate.text += c;
    found.push_back(std::move(candidate));
    const double step = i + 1 < order.size() ? order[i + 1].first - order[i].first : 0;
    if (step > std::max(1.8 * line->size, 1.4 * pitch)) {
      for (Candidate& outer : found) outer.apart = true;
      break;
    }
  }
  candidates.insert(candidates.end(), std::make_move_iterator(found.begin()),
                    std::make_move_iterator(found.end()));
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
  explicit FurnitureFinder(std::vector<PageLayout>& pages) : pages_(pages) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
      add_edge(pages[p], p, false, candidates_);
      add_edge(pages[p], p, true, candidates_);
    }
  }

  void run() {
    mark_page_numbers();
    mark_running_heads();
    remove();
  }

 private:
  void mark(std::size_t candidate) {
    furniture_[candidates_[candidate].page].push_back(candidates_[candidate].element);
  }

  std::size_t distinct_pages(const std::vector<std::size_t>& list) const {
    std::size_t count = 0, last = pages_.size();
    for (const std::size_t i : list) {
      count += candidates_[i].page != last ? 1 : 0;
      last = candidates_[i].page;
    }
    return count;
  }

  bool on_most_pages(const std::vector<std::size_t>& list) const {
    const std::size_t count = distinct_pages(list);
    return count >= 2 && count * 10 >= pages_.size() * 6;
  }

  void mark_page_numbers() {
    // A bare number could be a figure of the report. It is a page number where it counts the pages,
    // on most of them, in one place apart from the text and not at its left edge.
    using Key = std::tuple<long, bool, long, long>;  // offset, edge, height, middle if it touches
    std::map<Key, std::vector<std::size_t>> counting, touching;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& candidate = candidates_[i];
      const auto number = page_number(candidate.text);
      if (!number) continue;
      const long position = static_cast<long>(candidate.page) + 1;
      const bool of_total =
          number->total == static_cast<long>(pages_.size()) && number->number == position;
      const bool alone = pages_.size() == 1 && number->number == 1 && candidate.bottom;
      if (number->decorated || (candidate.apart && (of_total || (alone && candidate.inset))))
        mark(i);
      else if (candidate.apart && candidate.inset && number->total == 0)
        counting[{number->number - position, candidate.bottom, std::lround(candidate.y / 6), 0}]
            .push_back(i);
      if (candidate.outermost && number->total == 0)
        touching[{number->number - position, candidate.bottom, std::lround(candidate.y / 2),
                  std::lround(candidate.x / 4)}]
            .push_back(i);
    }
    // No column of figures counts five pages and more, at the same spot of nearly all of them.
    for (const auto& [key, list] : touching)
      if (distinct_pages(list) >= kCertainlyCounting &&
          distinct_pages(list) * 10 >= pages_.size() * 9)
        for (const std::size_t i : list) mark(i);
    for (const auto& [key, list] : counting)
      if (on_most_pages(list))
        for (const std::size_t i : list) mark(i);
  }

  void mark_running_heads() {
    std::map<std::tuple<bool, long, std::u32string>, std::vector<std::size_t>> groups, close;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& candidate = candidates_[i];
      std::u32string key = without_digits(candidate.text);
      if (candidate.apart && key.size() >= 4)
        groups[{candidate.bottom, std::lround(candidate.y / 4), std::move(key)}].push_back(i);
      else if (candidate.outermost && candidate.text.size() >= 4)
        close[{candidate.bottom, std::lround(candidate.y), candidate.text}].push_back(i);
    }
    // Without space between them and the text, running heads must be the same to the letter, on
    // three pages at least.
    for (const auto& [key, list] : close)
      if (on_most_pages(list) && distinct_pages(list) >= 3)
        for (const std::size_t i : list) mark(i);
    for (const auto& [key, list] : groups) {
      if (!on_most_pages(list)) continue;
      // With digits taken out, different figures may look the same: then they must be equal, or
      // there must be more pages.
      bool equal = true;
      for (const std::size_t i : list)
        equal = equal && candidates_[i].text == candidates_[list.front()].text;
      if (equal || distinct_pages(list) >= 3)
        for (const std::size_t i : list) mark(i);
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
