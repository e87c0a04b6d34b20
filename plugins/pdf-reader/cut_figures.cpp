// SPDX-License-Identifier: Apache-2.0
#include "cut_figures.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "clip_columns.h"
#include "text_lines.h"

namespace guifan::pdf {
namespace {

// In font sizes: where no digit could begin, how far one may reach across the clip, and the width
// of the padding and a digit; and how near the hidden rest of a number stands.
constexpr double kTight = 0.1, kAcross = 0.15, kNarrow = 1.5, kNextTo = 0.3;
constexpr double kShorter = 0.3;         ///< the same: a text that has a digit less
constexpr double kUnknownSpacing = 0.2;  ///< the same: of a single digit
constexpr double kBorder = 3.0;          ///< points between a cell's edge and its clip's

constexpr std::size_t kMostHidden = 400;  ///< more hidden figures on one page are no table

/// What the clip leaves free on one side of a figure.
struct Room {
  bool cut = false;     ///< the clip or the page's edge cuts the last digit
  bool tight = false;   ///< no other digit would be seen
  bool narrow = false;  ///< not much more than one would have its place in the cell
};

class CutFinder {
 public:
  CutFinder(std::span<const Part> parts, const Phrases& phrases, const PageContent& page,
            const CellIndex& cells)
      : parts_(parts), page_(page), characters_(page.characters), cells_(cells) {
    for (const Word& word : phrases.words)
      if (word.figure && !word.cut && characters_[word.begin].hidden &&
          hidden_figures_.size() < kMostHidden)
        hidden_figures_.push_back(word);
  }

  bool may_be_cut(const Part& part) {
    const Word &head = part.words.front(), &tail = part.words.back();
    const Character &first = characters_[head.begin], &last = characters_[tail.end - 1];
    const Room left = room(part, first, head, true), right = room(part, last, tail, false);
    return left.cut || right.cut || (left.tight && right.narrow) || (right.tight && left.narrow) ||
           goes_on_hidden(head, tail);
  }

 private:
  /// Digits that the clip hides stand right before or behind it.
  bool goes_on_hidden(const Word& head, const Word& tail) const {
    const auto near = [&](std::size_t before, std::size_t after) {
      return std::abs(step_between(characters_[before], characters_[after])) <= kNextTo;
    };
    return std::any_of(hidden_figures_.begin(), hidden_figures_.end(), [&](const Word& hidden) {
      return near(tail.end - 1, hidden.begin) || near(hidden.end - 1, head.begin);
    });
  }

  /// The room on the side of `end`, the last character of `word` there, beyond its letter spacing.
  Room room(const Part& part, const Character& end, const Word& word, bool before) {
    const Box clip = to_frame(clip_box(page_.clips, end.clip), end.direction);
    const Box box = to_frame(end.box, end.direction);
    const double size = std::max(0.1F, end.size);
    const double free = before ? box.left - clip.left : clip.right - box.right;
    if (free < -box.width()) return {};  // what is hidden was not left out
    double spacing = kUnknownSpacing;
    if (word.end - word.begin > 1)
      spacing = before ? step_between(end, characters_[word.begin + 1])
                       : step_between(characters_[word.end - 2], end);
    const double beyond_spacing = free - std::clamp(spacing, 0.0, kWidestStep) * size;
    const Box page = to_frame({0, 0, page_.width, page_.height}, end.direction);
    const bool page_edge =
        before ? clip.left <= page.left + kTight : clip.right >= page.right - kTight;
    double in_cell = free;
    bool of_cell = false;  // programs that write reports clip every text to its own box
    if (part.cell.exists()) {
      const Box cell = to_frame(cells_[part.cell].box, end.direction);
      in_cell = before ? box.left - cell.left : cell.right - box.right;
      of_cell = in_cell <= kTight * size || std::abs(in_cell - free) <= kBorder;
    }
    Room result;
    result.tight = beyond_spacing <= kTight * size &&
                   (of_cell || (!part.cell.exists() && of_column(part, end)));
    result.cut = free < -kAcross * size || (page_edge && beyond_spacing <= kTight * size);
    result.narrow = std::min(free, in_cell) <= kNarrow * size;
    return result;
  }

  /// Other text, clearly shorter, was painted through a clip that is as wide and stands above or
  /// below: it is a column's.
  bool of_column(const Part& part, const Character& end) {
    if (!columns_) columns_.emplace(parts_, page_);
    return columns_->has_narrower(end.clip, part.box.width() - kShorter * em(part.box));
  }

  std::span<const Part> parts_;
  const PageContent& page_;
  std::span<const Character> characters_;
  const CellIndex& cells_;
  std::vector<Word> hidden_figures_;
  std::optional<ClipColumns> columns_;  // once a figure asks for it
};

}  // namespace

void doubt_cut_figures(std::vector<Part>& parts, const Phrases& phrases, const PageContent& page,
                       const CellIndex& cells) {
  if (page.clips.empty()) return;
  CutFinder finder(parts, phrases, page, cells);
  for (Part& part : parts) {
    if (!part.figure || part.doubtful || !finder.may_be_cut(part)) continue;
    part.doubtful = true;
    part.claimed.clear();
    if (part.cell.exists()) part.claimed.push_back(part.cell);
  }
}

}  // namespace guifan::pdf
