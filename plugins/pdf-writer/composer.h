// SPDX-License-Identifier: Apache-2.0
// Puts paragraphs and tables one below the other onto pages.
#pragma once

#include <string_view>
#include <vector>

#include "outline.h"
#include "pages.h"
#include "paragraph_style.h"
#include "text_lines.h"

namespace guifan::pdfwriter {

class Composer {
 public:
  Composer(Pages& pages, LineBreaker& breaker, StructureTree& tags, Outline& outline)
      : pages_(pages), breaker_(breaker), tags_(tags), outline_(outline) {}

  /// `level`: of the heading tag, 1 to 6. In the outline where `outlined` is not 0: its depth
  /// there. Stays on one page with the beginning of what follows.
  void heading(const ParagraphStyle& style, std::string_view text, unsigned level,
               unsigned outlined);
  void paragraph(const ParagraphStyle& style, std::string_view text);
  /// The next thing begins a page.
  void break_page();
  void finish();

  // For tables.
  LineBreaker& breaker() { return breaker_; }
  Pages& pages() { return pages_; }
  StructureTree& tags() { return tags_; }
  double room() const { return at_page_start_ ? paper::kTextHeight : paper::kTextHeight - used_; }
  double waiting() const;
  /// Where the next thing stands, from the top of the page; starts one where there is none.
  double cursor();
  void advance(double height);
  bool at_page_start() const { return at_page_start_; }
  void start_page();
  /// Places the headings that wait, on this page if `following` points behind them fit there too.
  void place_waiting(double following);
  /// Sets lines that stay together, on this page.
  void set_lines(const ParagraphStyle& style, const std::vector<TextLine>& lines, std::size_t begin,
                 std::size_t end, StructureTree::Element element);

 private:
  struct Waiting {
    ParagraphStyle style;
    std::vector<TextLine> lines;
    unsigned level, outlined;
    std::string text;
  };
  void set_paragraph(const ParagraphStyle& style, const std::vector<TextLine>& lines,
                     StructureTree::Element element);

  Pages& pages_;
  LineBreaker& breaker_;
  StructureTree& tags_;
  Outline& outline_;
  std::vector<Waiting> waiting_;
  double used_ = 0;  ///< of the height of the page
  bool at_page_start_ = true;
  bool page_open_ = false;
};

}  // namespace guifan::pdfwriter
