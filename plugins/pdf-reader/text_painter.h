// SPDX-License-Identifier: Apache-2.0
// Text operators: where each glyph of a string stands on the page, and what it says.
#pragma once

#include <cstdint>
#include <string_view>

#include "budget.h"
#include "font_cache.h"
#include "graphics_state.h"
#include "marked_content.h"
#include "operands.h"
#include "page_content.h"

namespace guifan::pdf {

class TextPainter {
 public:
  /// The two matrices of a text object. A form has its own.
  struct Matrices {
    Matrix text, line;
  };

  /// All arguments must outlive this.
  TextPainter(FontCache& fonts, const MarkedContent& marks, Budget& budget, PageContent& page)
      : fonts_(fonts), marks_(marks), budget_(budget), page_(page) {}

  /// Runs a text operator; false where `name` is none. Tf is left to whoever knows the fonts.
  bool run(std::string_view name, const Operands& operands, GraphicsState& state);

  const Matrices& matrices() const { return matrices_; }
  void set_matrices(const Matrices& matrices) { matrices_ = matrices; }

 private:
  /// What the glyphs of one string have in common on the page.
  struct Look {
    float size = 0;
    Direction direction = Direction::Right;
    bool follows = false;  ///< not the first of the string
  };

  void move(double x, double y);
  void next_line(const GraphicsState& state) { move(0, -state.leading); }
  void show_last(const Operands& operands, GraphicsState& state);
  void show(std::string_view text, GraphicsState& state);
  void show_array(const Operands& operands, GraphicsState& state);
  void add_glyph(const Glyph& glyph, const Look& look, const GraphicsState& state,
                 const Matrix& text_to_page, double x, double y);
  void note_unmapped(const Font& font);

  FontCache& fonts_;
  const MarkedContent& marks_;
  Budget& budget_;
  PageContent& page_;
  Matrices matrices_;
  std::uint32_t run_ = 0, text_object_ = 0;
};

}  // namespace guifan::pdf
