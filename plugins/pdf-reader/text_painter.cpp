// SPDX-License-Identifier: Apache-2.0
#include "text_painter.h"

#include <algorithm>
#include <cmath>

#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

/// Font sizes on the page, in points, that a person can see.
constexpr float kSmallestSeen = 0.5F, kLargestSeen = 5000.0F;
/// Text render modes that matter: text drawn with an outline is bold, invisible text is OCR.
constexpr long kFillAndStroke = 2, kInvisible = 3, kLastMode = 7;

Direction direction_of(double x, double y) {
  constexpr double kSlant = 0.1;  // italics by matrix stay upright
  if (std::abs(y) <= kSlant * std::abs(x)) return x >= 0 ? Direction::Right : Direction::Left;
  if (std::abs(x) <= kSlant * std::abs(y)) return y >= 0 ? Direction::Up : Direction::Down;
  return Direction::Skewed;
}

/// The part of a ligature's box that its i-th character takes.
Box share_of(const Box& em, bool vertical, std::size_t i, std::size_t count) {
  const double share = static_cast<double>(i) / static_cast<double>(count),
               next = static_cast<double>(i + 1) / static_cast<double>(count);
  Box part = em;
  if (vertical) {
    part.top = em.top - share * em.height();
    part.bottom = em.top - next * em.height();
  } else {
    part.left = em.left + share * em.width();
    part.right = em.left + next * em.width();
  }
  return part;
}

}  // namespace

bool TextPainter::run(std::string_view name, const Operands& operands, GraphicsState& state) {
  if (name.front() == 'T' && name.size() == 2) {
    switch (name[1]) {
      case 'j':
        show_last(operands, state);
        return true;
      case 'J':
        show_array(operands, state);
        return true;
      case 'D':
        state.leading = -operands.number(1);
        [[fallthrough]];
      case 'd':
        move(operands.number(0), operands.number(1));
        return true;
      case 'm':
        matrices_.line = matrices_.text = operands.matrix();
        return true;
      case '*':
        next_line(state);
        return true;
      case 'c':
        state.character_spacing = operands.number(0);
        return true;
      case 'w':
        state.word_spacing = operands.number(0);
        return true;
      case 'z':
        state.horizontal_scale = operands.number(0) / 100;
        return true;
      case 'L':
        state.leading = operands.number(0);
        return true;
      case 's':
        state.rise = operands.number(0);
        return true;
      case 'r':
        state.render_mode =
            static_cast<long>(std::clamp(operands.number(0), 0.0, static_cast<double>(kLastMode)));
        return true;
      default:
        return false;
    }
  }
  if (name == "BT") {
    matrices_ = Matrices{};
    ++text_object_;
  } else if (name == "'") {
    next_line(state);
    show_last(operands, state);
  } else if (name == "\"") {
    state.word_spacing = operands.number(0);
    state.character_spacing = operands.number(1);
    next_line(state);
    show_last(operands, state);
  } else {
    return name == "ET";
  }
  return true;
}

void TextPainter::move(double x, double y) {
  matrices_.line = Matrix{1, 0, 0, 1, x, y} * matrices_.line;
  matrices_.text = matrices_.line;
}

void TextPainter::show_last(const Operands& operands, GraphicsState& state) {
  if (!operands.empty()) show(operands.back().text, state);
}

void TextPainter::show_array(const Operands& operands, GraphicsState& state) {
  if (operands.empty()) return;
  ++run_;
  for (const Token& token : operands) {
    if (token.kind == TokenKind::String) {
      show(token.text, state);
      --run_;
    } else if (token.kind == TokenKind::Number) {
      const double shift = -token.number / 1000 * state.font_size;
      if (state.font != nullptr && state.font->vertical())
        matrices_.text = Matrix{1, 0, 0, 1, 0, shift} * matrices_.text;
      else
        matrices_.text = Matrix{1, 0, 0, 1, shift * state.horizontal_scale, 0} * matrices_.text;
    }
  }
  ++run_;
}

void TextPainter::show(std::string_view text, GraphicsState& state) {
  ++run_;
  if (text.empty()) return;
  if (state.font == nullptr) state.font = fonts_.missing();
  Font& font = *state.font;
  const double size = state.font_size, scale = state.horizontal_scale;
  const Matrix text_to_page =
      Matrix{size * scale, 0, 0, size, 0, state.rise} * (matrices_.text * state.matrix);
  if (!text_to_page.finite()) return;
  Look look{static_cast<float>(std::hypot(text_to_page.c, text_to_page.d) * std::abs(font.em())),
            font.vertical() ? direction_of(-text_to_page.c, -text_to_page.d)
                            : direction_of(text_to_page.a, text_to_page.b)};
  if (page_.clips.empty() || !(page_.clips.back() == state.clip)) page_.clips.push_back(state.clip);
  double x = 0, y = 0;  // in units of the font size
  const double unit = size == 0 ? 0 : 1 / size;
  while (!text.empty() && budget_.characters > 0) {
    std::uint32_t code = 0, bytes = 0;
    const Glyph& glyph = font.next(text, code, bytes);
    if (!glyph.mapped) note_unmapped(font);
    add_glyph(glyph, look, state, text_to_page, x, y);
    look.follows = true;
    const double spacing =
        (state.character_spacing + (bytes == 1 && code == 32 ? state.word_spacing : 0)) * unit;
    if (font.vertical())
      y += glyph.vertical_advance + spacing;
    else
      x += glyph.advance + spacing;
  }
  matrices_.text = Matrix{1, 0, 0, 1, x * size * scale, y * size} * matrices_.text;
}

void TextPainter::note_unmapped(const Font& font) {
  const auto found =
      std::find(page_.unmapped_fonts.begin(), page_.unmapped_fonts.end(), font.name());
  if (found != page_.unmapped_fonts.end()) {
    ++page_.unmapped_characters[static_cast<std::size_t>(found - page_.unmapped_fonts.begin())];
  } else if (page_.unmapped_fonts.size() < 100) {
    page_.unmapped_fonts.push_back(font.name());
    page_.unmapped_characters.push_back(1);
  }
}

void TextPainter::add_glyph(const Glyph& glyph, const Look& look, const GraphicsState& state,
                            const Matrix& text_to_page, double x, double y) {
  if (glyph.mapped && glyph.text.empty()) return;
  const bool vertical = state.font->vertical();
  Character character;
  Box em;
  if (vertical)
    em = {x - glyph.origin_x, y + glyph.vertical_advance, x + glyph.origin_x, y};
  else
    em = {x, y - 0.2 * state.font->em(), x + glyph.advance, y + 0.8 * state.font->em()};
  character.size = look.size;
  character.direction = look.direction;
  character.bold = state.font->bold() || state.render_mode == kFillAndStroke;
  character.vertical = vertical;
  character.furniture = marks_.furniture();
  character.run = run_;
  character.text_object = text_object_;
  character.follows = look.follows;
  character.clip = static_cast<std::uint32_t>(page_.clips.size() - 1);
  if (state.render_mode == kInvisible) page_.invisible_text = true;

  const std::size_t count = glyph.mapped ? glyph.text.size() : 1;
  for (std::size_t i = 0; i < count; ++i) {  // the characters of a ligature share its box
    const Box part = count > 1 ? share_of(em, vertical, i, count) : em;
    character.code = glyph.mapped ? glyph.text[i] : 0xfffd;
    character.space = is_space(character.code);
    character.box = text_to_page.apply(part);
    const Point center{character.box.center_x(), character.box.center_y()};
    if (!std::isfinite(center.x + center.y)) continue;
    const bool size_seen = character.size > kSmallestSeen && character.size < kLargestSeen;
    character.hidden = marks_.hidden() || !size_seen || !state.clip.contains(center);
    if (budget_.characters == 0) return;
    --budget_.characters;
    page_.characters.push_back(character);
    character.follows = true;
  }
}

}  // namespace guifan::pdf
