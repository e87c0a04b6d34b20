// SPDX-License-Identifier: Apache-2.0
// Lines of running text to headings and paragraphs, across pages.
#pragma once

#include <cstdint>
#include <vector>

#include "document_model.h"
#include "text_lines.h"

namespace guifan::pdf {

struct PlacedLine {
  std::uint32_t page = 0;
  double page_width = 0;
  Line line;
};

/// What is usual in one document; measured once over all of its running text.
class TextStyle {
 public:
  explicit TextStyle(const std::vector<const Line*>& lines);

  double body_size() const { return body_size_; }
  /// 0: body; 1 and up: level of a heading.
  std::uint32_t heading_level(const Line& line) const;

 private:
  bool looks_like_heading(const Line& line) const;
  bool stands_out(const Line& line) const;
  double body_size_ = 12;
  bool bold_body_ = false;
  std::vector<std::pair<double, bool>>
      looks_;  ///< size and weight of headings, most prominent first
};

/// A stretch of lines between tables, in reading order.
std::vector<OutParagraph> build_paragraphs(const std::vector<PlacedLine>& lines,
                                           const TextStyle& style);

/// A box on a page as a place, in 1/100 point.
Place place_of(std::uint32_t page, const Box& box);

}  // namespace guifan::pdf
