// SPDX-License-Identifier: Apache-2.0
#include "paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "line_joining.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

constexpr std::size_t kAverageHeading = 25;  ///< characters of a heading line, on average at most
constexpr std::size_t kLongestHeading =
    60;  ///< characters of a line that is a heading by weight alone

/// Where one of so many lines goes on in the next, they are paragraphs.
constexpr std::size_t kLinesOfAWrap = 4;

/// A line that ends left of this share of the page width did not reach the margin, whatever its
/// neighbours do.
constexpr double kNarrowest = 0.62;

double rounded(double size) {
  return std::round(size * 2) / 2;
}

std::size_t length_of(const Line& line) {
  std::size_t length = 0;
  for (const Segment& s : line.segments) length += s.text.size();
  return length;
}

bool ends_sentence(const std::u32string& text) {
  static const std::u32string kEnds = U"。！？!?；;：:";
  return !text.empty() && kEnds.find(text.back()) != std::u32string::npos;
}

/// The line is full up to the right margin, and the next one of its look begins no further right.
bool goes_on_in(const Line& line, const Line& next, double right) {
  const double pitch = line.box.center_y() - next.box.center_y();
  return std::abs(line.size - next.size) < 0.5 && line.bold == next.bold && pitch > 0 &&
         pitch < 3 * line.size && next.box.left < line.box.left + 0.5 * line.size &&
         line.box.right + next.first_width > right - 0.5 * line.size;
}

/// Left and right edge of the body text of one page, and how far its lines stand apart.
struct Margins {
  double left = 1e9, right = -1e9, pitch = 0;
};

std::map<std::uint32_t, Margins> measure(const std::vector<PlacedLine>& lines,
                                         const TextStyle& style) {
  std::map<std::uint32_t, Margins> margins;
  std::map<std::uint32_t, std::vector<double>> pitches;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i].line;
    if (style.heading_level(line) != 0) continue;
    Margins& m = margins[lines[i].page];
    m.left = std::min(m.left, line.box.left);
    m.right = std::max({m.right, line.box.right, kNarrowest * lines[i].page_width});
    if (i > 0 && lines[i - 1].page == lines[i].page) {
      const double pitch = lines[i - 1].line.box.center_y() - line.box.center_y();
      if (pitch > 0) pitches[lines[i].page].push_back(pitch);
    }
  }
  for (auto& [page, list] : pitches) {
    const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
    std::nth_element(list.begin(), middle, list.end());
    margins[page].pitch = *middle;
  }
  return margins;
}

class ParagraphBuilder {
 public:
  ParagraphBuilder(const std::vector<PlacedLine>& lines, const TextStyle& style)
      : lines_(lines), style_(style), margins_(measure(lines, style)) {
    for (const PlacedLine& placed : lines) {
      const double indent = placed.line.box.left - margins_[placed.page].left;
      if (style.heading_level(placed.line) == 0 && indent > 1.5 * placed.line.size &&
          indent < 3 * placed.line.size)
        ++indented_;
    }
  }

  std::vector<OutParagraph> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i > 0 && heading_goes_on(i))
        add(i, fills_line(i) ? 0 : U'\n');
      else if (i > 0 && text_goes_on(i))
        add(i, 0);
      else
        start(i);
    }
    flush();
    return std::move(paragraphs_);
  }

 private:
  const Line& line(std::size_t i) const { return lines_[i].line; }

  void start(std::size_t i) {
    flush();
    const std::uint32_t level = style_.heading_level(line(i));
    current_.kind = level > 0 ? sdk::Kind::Heading : sdk::Kind::Body;
    current_.level = level;
    add(i, 0);
  }

  /// Appends a line; `joint` stands between, 0: what the characters ask for.
  void add(std::size_t i, char32_t joint) {
    const std::u32string text = line(i).text();
    if (!text_.empty()) {
      const std::size_t before = text_.size();
      if (joint != 0)
        text_ += joint;
      else
        append_joint(text_, text, line(i - 1).trailing_space, 0);
      for (std::size_t k = before; k < text_.size(); ++k)
        append_utf8(current_.pieces.back().text, text_[k]);
    }
    text_ = text;  // only its end matters
    current_.pieces.push_back({to_utf8(text), place_of(lines_[i].page, line(i).page_box)});
  }

  void flush() {
    if (!current_.pieces.empty()) paragraphs_.push_back(std::move(current_));
    current_ = {};
    text_.clear();
  }

  /// A title set in two or more centered lines of the same look.
  bool heading_goes_on(std::size_t i) const {
    const Line &a = line(i - 1), &b = line(i);
    const std::uint32_t level = style_.heading_level(a);
    if (level == 0 || level != style_.heading_level(b) || lines_[i].page != lines_[i - 1].page)
      return false;
    if (a.size < 1.2 * style_.body_size()) return false;
    const bool centered = std::abs(a.box.center_x() - b.box.center_x()) < a.size &&
                          std::abs(a.box.left - b.box.left) > 0.5;
    return centered && a.box.center_y() - b.box.center_y() < 2.6 * a.size;
  }

  /// The line before a centered one has no room for more: it ended there for that reason alone.
  bool fills_line(std::size_t i) {
    const Line &a = line(i - 1), &b = line(i);
    const Margins& here = margins_[lines_[i].page];
    return here.left < here.right &&
           a.box.right - a.box.left + b.first_width > here.right - here.left - 0.1 * a.size;
  }

  /// The line before is full, and this one is not indented.
  bool text_goes_on(std::size_t i) {
    const Line &a = line(i - 1), &b = line(i);
    if (style_.heading_level(a) != 0 || style_.heading_level(b) != 0) return false;
    if (std::abs(a.size - b.size) > 0.1 * a.size || a.segments.size() > 1 || b.segments.size() > 1)
      return false;
    const Margins &before = margins_[lines_[i - 1].page], &here = margins_[lines_[i].page];
    const bool full = a.box.right + b.first_width > before.right - 1.0 * a.size;
    const bool indented = b.box.left > here.left + 0.8 * b.size;
    // A block set in from the margin as a whole, such as a list item: its lines share their left
    // edge.
    const bool same_block = i >= 2 && std::abs(a.box.left - b.box.left) < 0.3 * a.size &&
                            !current_.pieces.empty() && current_.pieces.size() > 1;
    const bool hanging = a.box.left < b.box.left && current_.pieces.size() == 1 && hangs(i);
    if (!full || (indented && !same_block && !hanging)) return false;
    if (lines_[i].page == lines_[i - 1].page) {
      const double pitch = a.box.center_y() - b.box.center_y();
      return pitch > 0 && pitch < 3 * a.size && (here.pitch <= 0 || pitch <= 1.35 * here.pitch + 1);
    }
    // Across pages a paragraph that ended may look the same as one that goes on: indents tell, else
    // the punctuation.
    return indented_ >= 2 || !ends_sentence(a.text());
  }

  /// "1. text / text" and bullets: the text of the second line stands under the text of the first.
  bool hangs(std::size_t i) const {
    const Line &a = line(i - 1), &b = line(i);
    const std::u32string text = a.segments.front().text;
    if (text.empty()) return false;
    const bool marker =
        text[0] == 0x2022 || text[0] == 0x25cf || text[0] == 0x25a0 || text[0] == 0xb7;
    return marker && b.box.left - a.box.left < 3 * a.size;
  }

  const std::vector<PlacedLine>& lines_;
  const TextStyle& style_;
  std::map<std::uint32_t, Margins> margins_;
  std::size_t indented_ = 0;
  std::vector<OutParagraph> paragraphs_;
  OutParagraph current_;
  std::u32string text_;
};

}  // namespace

TextStyle::TextStyle(const std::vector<const Line*>& lines) {
  std::map<double, std::size_t> by_size;
  std::size_t bold = 0, all = 0;
  for (const Line* line : lines) {
    const std::size_t length = length_of(*line);
    by_size[rounded(line->size)] += length;
    bold += line->bold ? length : 0;
    all += length;
  }
  std::size_t most = 0;
  for (const auto& [size, count] : by_size)
    if (count > most) {
      most = count;
      body_size_ = size;
    }
  bold_body_ = bold * 5 > all * 2;
  // Headings are few and short: a look in which whole paragraphs are set is a second body, not a
  // heading. Its lines are long, or many of them go on in the next one: beside small print and
  // notes the larger body of a short report is the lesser part.
  struct Use {
    std::size_t lines = 0, characters = 0, wrapped = 0;
  };
  double right = 0;
  for (const Line* line : lines) right = std::max(right, line->box.right);
  std::map<std::pair<double, bool>, Use> looks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line* line = lines[i];
    if (!stands_out(*line)) continue;
    Use& use = looks[{rounded(line->size), line->bold}];
    ++use.lines;
    use.characters += length_of(*line);
    if (i + 1 < lines.size() && goes_on_in(*line, *lines[i + 1], right)) ++use.wrapped;
  }
  for (auto look = looks.rbegin(); look != looks.rend(); ++look) {
    const Use& use = look->second;
    const bool is_body =
        use.characters > kAverageHeading * use.lines || use.wrapped * kLinesOfAWrap >= use.lines;
    if (use.lines < 4 || !is_body) looks_.push_back(look->first);
  }
}

bool TextStyle::looks_like_heading(const Line& line) const {
  return stands_out(line) &&
         std::find(looks_.begin(), looks_.end(), std::make_pair(rounded(line.size), line.bold)) !=
             looks_.end();
}

bool TextStyle::stands_out(const Line& line) const {
  const std::size_t length = length_of(line);
  if (length == 0 || length > kLongestHeading) return false;
  if (rounded(line.size) >= 1.15 * body_size_) return true;
  if (!line.bold || bold_body_ || rounded(line.size) < 0.95 * body_size_) return false;
  const std::u32string text = line.text();
  static const std::u32string kNotLast = U"。；，、;,";
  return kNotLast.find(text.back()) == std::u32string::npos;
}

std::uint32_t TextStyle::heading_level(const Line& line) const {
  if (!looks_like_heading(line)) return 0;
  const auto found =
      std::find(looks_.begin(), looks_.end(), std::make_pair(rounded(line.size), line.bold));
  return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(found - looks_.begin(), 5)) + 1;
}

std::vector<OutParagraph> build_paragraphs(const std::vector<PlacedLine>& lines,
                                           const TextStyle& style) {
  return ParagraphBuilder(lines, style).run();
}

Place place_of(std::uint32_t page, const Box& box) {
  const auto hundredths = [](double value) {
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -1e6, 1e6) * 100));
  };
  Place place{};
  place.page = page;
  place.left = hundredths(box.left);
  place.bottom = hundredths(box.bottom);
  place.right = hundredths(box.right);
  place.top = hundredths(box.top);
  return place;
}

}  // namespace guifan::pdf
