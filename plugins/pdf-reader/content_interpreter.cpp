// SPDX-License-Identifier: Apache-2.0
#include "content_interpreter.h"

#include <algorithm>
#include <cmath>

#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

/// Font sizes on the page, in points, that a person can see.
constexpr float kSmallestSeen = 0.5F, kLargestSeen = 5000.0F;

Direction direction_of(double x, double y) {
  constexpr double kSlant = 0.1;  // italics by matrix stay upright
  if (std::abs(y) <= kSlant * std::abs(x)) return x >= 0 ? Direction::Right : Direction::Left;
  if (std::abs(x) <= kSlant * std::abs(y)) return y >= 0 ? Direction::Up : Direction::Down;
  return Direction::Skewed;
}

std::uint32_t channel(double value) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}
std::uint32_t rgb(double r, double g, double b) {
  return channel(r) << 16 | channel(g) << 8 | channel(b);
}
std::uint32_t cmyk(double c, double m, double y, double k) {
  return rgb((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k));
}

/// Text of a PDF text string: UTF-16 with mark, UTF-8 with mark, else PDFDocEncoding (close to
/// Latin-1).
std::u32string text_string(std::string_view bytes) {
  if (bytes.size() >= 2 && bytes[0] == '\xfe' && bytes[1] == '\xff')
    return from_utf16be(bytes.substr(2));
  std::u32string text;
  for (const char c : bytes) text += static_cast<unsigned char>(c);
  return text;
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

bool blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0x3000 || c == 0xa0;
}

}  // namespace

/// One content stream being run: its resources, and the fonts found in them.
struct ContentInterpreter::Frame {
  const Object* resources = nullptr;
  std::unordered_map<std::string, Font*> fonts;
  ContentLexer* lexer = nullptr;
  std::size_t state_floor = 0;  ///< Q never goes below the q's of this stream
};

ContentInterpreter::ContentInterpreter(const ObjectStore& store, FontCache& fonts,
                                       const std::set<std::uint64_t>& hidden_layers, Budget& budget,
                                       PageContent& page)
    : store_(store),
      fonts_(fonts),
      hidden_layers_(hidden_layers),
      budget_(budget),
      page_(page),
      path_(page) {}

void ContentInterpreter::run(std::string_view content, const Object* resources,
                             const Matrix& base) {
  state_ = State{};
  state_.matrix = base;
  state_.clip = {0, 0, page_.width, page_.height};
  states_.clear();
  marks_.clear();
  hidden_marks_ = furniture_marks_ = 0;
  execute(content, resources);
}

void ContentInterpreter::draw_appearance(const Object* form, const Box& target,
                                         const Object* resources, const Matrix& base) {
  const Box bounds = store_.matrix(store_.get(form, "Matrix"))
                         .value_or(Matrix{})
                         .apply(store_.box(store_.get(form, "BBox")).value_or(Box{0, 0, 1, 1}));
  if (bounds.width() <= 0 || bounds.height() <= 0) return;
  const double sx = target.width() / bounds.width(), sy = target.height() / bounds.height();
  state_ = State{};
  state_.matrix =
      Matrix{sx, 0, 0, sy, target.left - bounds.left * sx, target.bottom - bounds.bottom * sy} *
      base;
  state_.clip = {0, 0, page_.width, page_.height};
  states_.clear();
  draw_form(form, resources);
}

void ContentInterpreter::execute(std::string_view content, const Object* resources) {
  ContentLexer lexer(content);
  Frame frame;
  frame.resources = resources;
  frame.lexer = &lexer;
  frame.state_floor = states_.size();
  operands_.clear();
  for (;;) {
    const Token token = lexer.next();
    if (token.kind == TokenKind::End) break;
    if (token.kind != TokenKind::Operator) {
      if (operands_.size() < limits::operands) operands_.push_back(token);
      continue;
    }
    if (budget_.operators == 0 || budget_.characters == 0) {
      page_.truncated = true;
      break;
    }
    --budget_.operators;
    handle(token.text, frame);
    operands_.clear();
    lexer.forget_strings();
  }
  operands_.clear();
  while (states_.size() > frame.state_floor) {
    state_ = states_.back();
    states_.pop_back();
  }
}

void ContentInterpreter::handle(std::string_view name, Frame& frame) {
  if (handle_text(name, frame) || handle_path(name) || handle_state(name, frame)) return;
  if (name == "Do")
    invoke(frame);
  else if (name == "BI") {
    frame.lexer->skip_inline_image();
    draw_image();
  } else if (name == "BDC" || name == "BMC" || name == "EMC")
    handle_mark(name, frame);
  else
    handle_color(name);
}

Matrix ContentInterpreter::operand_matrix() const {
  return {operand(0), operand(1), operand(2), operand(3), operand(4), operand(5)};
}

void ContentInterpreter::move_text(double x, double y) {
  line_matrix_ = Matrix{1, 0, 0, 1, x, y} * line_matrix_;
  text_matrix_ = line_matrix_;
}

bool ContentInterpreter::handle_text(std::string_view name, Frame& frame) {
  if (name.front() == 'T' && name.size() == 2) {
    switch (name[1]) {
      case 'j':
        if (!operands_.empty()) show(operands_.back().text);
        return true;
      case 'J':
        show_array();
        return true;
      case 'd':
        move_text(operand(0), operand(1));
        return true;
      case 'D':
        state_.leading = -operand(1);
        move_text(operand(0), operand(1));
        return true;
      case 'm':
        line_matrix_ = text_matrix_ = operand_matrix();
        return true;
      case '*':
        move_text(0, -state_.leading);
        return true;
      case 'f':
        if (operands_.size() < 2) return true;
        state_.font = find_font(frame, operands_[operands_.size() - 2].text);
        state_.font_size = operands_.back().number;
        return true;
      case 'c':
        state_.character_spacing = operand(0);
        return true;
      case 'w':
        state_.word_spacing = operand(0);
        return true;
      case 'z':
        state_.horizontal_scale = operand(0) / 100;
        return true;
      case 'L':
        state_.leading = operand(0);
        return true;
      case 's':
        state_.rise = operand(0);
        return true;
      case 'r':
        state_.render_mode = static_cast<long>(std::clamp(operand(0), 0.0, 7.0));
        return true;
      default:
        return false;
    }
  }
  if (name == "BT") {
    line_matrix_ = text_matrix_ = Matrix{};
    return true;
  }
  if (name == "ET") return true;
  if (name == "'") {
    move_text(0, -state_.leading);
    if (!operands_.empty()) show(operands_.back().text);
    return true;
  }
  if (name == "\"") {
    state_.word_spacing = operand(0);
    state_.character_spacing = operand(1);
    move_text(0, -state_.leading);
    if (!operands_.empty()) show(operands_.back().text);
    return true;
  }
  return false;
}

bool ContentInterpreter::handle_path(std::string_view name) {
  const Matrix& m = state_.matrix;
  const auto width = [&] { return state_.line_width * std::sqrt(std::abs(m.a * m.d - m.b * m.c)); };
  const bool visible = hidden_marks_ == 0;
  if (name.size() == 1) {
    switch (name[0]) {
      case 'm':
        path_.move_to(m.apply(operand(0), operand(1)));
        return true;
      case 'l':
        path_.line_to(m.apply(operand(0), operand(1)));
        return true;
      case 'c':
        path_.curve_to(m.apply(operand(4), operand(5)));
        return true;
      case 'v':
      case 'y':
        path_.curve_to(m.apply(operand(2), operand(3)));
        return true;
      case 'h':
        path_.close();
        return true;
      case 'W':
        path_.clip_to_path();
        return true;
      case 'n':
        path_.finish(state_.clip);
        return true;
      case 's':
        path_.close();
        [[fallthrough]];
      case 'S':
        if (visible) path_.stroke(width(), state_.stroke, state_.clip);
        path_.finish(state_.clip);
        return true;
      case 'f':
      case 'F':
        if (visible) path_.fill(state_.fill, state_.clip);
        path_.finish(state_.clip);
        return true;
      case 'b':
        path_.close();
        [[fallthrough]];
      case 'B':
        break;
      default:
        return false;
    }
  } else if (name == "re") {
    path_.rectangle(m, operand(0), operand(1), operand(2), operand(3));
    return true;
  } else if (name == "W*") {
    path_.clip_to_path();
    return true;
  } else if (name == "f*") {
    if (visible) path_.fill(state_.fill, state_.clip);
    path_.finish(state_.clip);
    return true;
  } else if (name == "b*") {
    path_.close();
  } else if (name != "B*") {
    return false;
  }
  if (visible) {  // B, B*, b, b*
    path_.fill(state_.fill, state_.clip);
    path_.stroke(width(), state_.stroke, state_.clip);
  }
  path_.finish(state_.clip);
  return true;
}

bool ContentInterpreter::handle_state(std::string_view name, Frame& frame) {
  if (name == "q") {
    if (states_.size() < limits::graphics_states) states_.push_back(state_);
  } else if (name == "Q") {
    if (states_.size() > frame.state_floor) {
      state_ = states_.back();
      states_.pop_back();
    }
  } else if (name == "cm") {
    const Matrix next = operand_matrix() * state_.matrix;
    if (next.finite()) state_.matrix = next;
  } else if (name == "w") {
    state_.line_width = operand(0);
  } else if (name == "gs") {
    if (operands_.empty()) return true;
    const Object* parameters = store_.get(store_.get(frame.resources, "ExtGState"),
                                          std::string(operands_.back().text).c_str());
    if (const auto width = store_.number(store_.get(parameters, "LW"))) state_.line_width = *width;
    if (const Object* font = store_.get(parameters, "Font"); store_.size(font) >= 2) {
      state_.font = fonts_.find(store_.at(font, 0));
      state_.font_size = store_.number(store_.at(font, 1), state_.font_size);
    }
  } else {
    return false;
  }
  return true;
}

void ContentInterpreter::handle_color(std::string_view name) {
  std::uint32_t color = 0;
  std::size_t numbers = 0;
  for (const Token& token : operands_) numbers += token.kind == TokenKind::Number ? 1 : 0;
  if (name == "g" || name == "G") {
    color = rgb(operand(0), operand(0), operand(0));
  } else if (name == "rg" || name == "RG") {
    color = rgb(operand(0), operand(1), operand(2));
  } else if (name == "k" || name == "K") {
    color = cmyk(operand(0), operand(1), operand(2), operand(3));
  } else if (name == "sc" || name == "scn" || name == "SC" || name == "SCN") {
    if (numbers == 1)
      color = rgb(operand(0), operand(0), operand(0));
    else if (numbers == 3)
      color = rgb(operand(0), operand(1), operand(2));
    else if (numbers == 4)
      color = cmyk(operand(0), operand(1), operand(2), operand(3));
    else
      color = 0x808080;  // a pattern
  } else if (name != "cs" && name != "CS") {
    return;
  }
  const bool stroking = name.front() >= 'A' && name.front() <= 'Z';
  (stroking ? state_.stroke : state_.fill) = color;
}

// ---- marked content ----

bool ContentInterpreter::layer_hidden(const Object* group) const {
  if (hidden_layers_.empty() || group == nullptr) return false;
  const Object* target = store_.resolve(group);
  if (hidden_layers_.count(store_.identity(target)) != 0) return true;
  const Object* members =
      store_.get(target, "OCGs");  // a membership dictionary: hidden when all of its layers are
  if (members == nullptr) return false;
  if (!store_.is_array(members)) return hidden_layers_.count(store_.identity(members)) != 0;
  const std::size_t count = store_.size(members);
  for (std::size_t i = 0; i < count; ++i)
    if (hidden_layers_.count(store_.identity(store_.at(members, i))) == 0) return false;
  return count != 0;
}

void ContentInterpreter::handle_mark(std::string_view name, Frame& frame) {
  if (name == "EMC")
    end_mark();
  else
    begin_mark(frame, name == "BDC");
}

void ContentInterpreter::begin_mark(Frame& frame, bool with_properties) {
  Mark mark;
  mark.first_character = page_.characters.size();
  const std::string_view tag = operands_.empty() ? std::string_view() : operands_.front().text;
  if (with_properties && operands_.size() >= 2) {
    if (operands_[1].kind == TokenKind::Name) {
      const Object* properties = store_.get(store_.get(frame.resources, "Properties"),
                                            std::string(operands_[1].text).c_str());
      if (tag == "OC") mark.hidden = layer_hidden(properties);
      if (const Object* text = store_.get(properties, "ActualText"); store_.is_string(text)) {
        mark.replaces = true;
        mark.actual_text = text_string(store_.string(text));
      }
      mark.furniture =
          tag == "Artifact" && store_.name(store_.get(properties, "Type")) == "Pagination";
    }
    for (std::size_t i = 1; i + 1 < operands_.size(); ++i) {
      if (operands_[i].kind != TokenKind::Name) continue;
      if (operands_[i].text == "ActualText" && operands_[i + 1].kind == TokenKind::String) {
        mark.replaces = true;
        mark.actual_text = text_string(operands_[i + 1].text);
      }
      if (tag == "Artifact" && operands_[i].text == "Type" && operands_[i + 1].text == "Pagination")
        mark.furniture = true;
    }
  }
  hidden_marks_ += mark.hidden ? 1 : 0;
  furniture_marks_ += mark.furniture ? 1 : 0;
  if (marks_.size() < limits::graphics_states) marks_.push_back(std::move(mark));
}

void ContentInterpreter::end_mark() {
  if (marks_.empty()) return;
  const Mark mark = std::move(marks_.back());
  marks_.pop_back();
  hidden_marks_ -= mark.hidden && hidden_marks_ > 0 ? 1 : 0;
  furniture_marks_ -= mark.furniture && furniture_marks_ > 0 ? 1 : 0;
  auto& characters = page_.characters;
  if (!mark.replaces || mark.first_character >= characters.size()) return;
  // The producer says what the glyphs mean. Only a replacement on one line can be given places.
  const Character model = characters[mark.first_character];
  Box box = model.box;
  for (std::size_t i = mark.first_character; i < characters.size(); ++i) {
    const Box& next = characters[i].box;
    if (characters[i].direction != Direction::Right ||
        std::abs(next.center_y() - box.center_y()) > model.size / 2)
      return;
    box.include(next);
  }
  std::u32string text;
  for (const char32_t c : mark.actual_text) {
    const char32_t folded = fold_character(c);
    if (folded >= 0x20) text += folded;
  }
  characters.resize(mark.first_character);
  const double step = text.empty() ? 0 : box.width() / static_cast<double>(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    Character c = model;
    c.code = text[i];
    c.space = blank(c.code);
    c.box = {box.left + step * static_cast<double>(i), box.bottom,
             box.left + step * static_cast<double>(i + 1), box.top};
    characters.push_back(c);
  }
}

// ---- XObjects ----

void ContentInterpreter::invoke(Frame& frame) {
  if (operands_.empty()) return;
  const Object* object = store_.get(store_.get(frame.resources, "XObject"),
                                    std::string(operands_.back().text).c_str());
  if (layer_hidden(store_.get_direct(object, "OC"))) return;
  const std::string subtype = store_.name(store_.get(object, "Subtype"));
  if (subtype == "Image") draw_image();
  if (subtype == "Form") draw_form(object, frame.resources);
}

void ContentInterpreter::draw_image() {
  ++page_.images;
  const Box area =
      state_.matrix.apply(Box{0, 0, 1, 1}).intersection({0, 0, page_.width, page_.height});
  if (area.width() > 0.7 * page_.width && area.height() > 0.6 * page_.height)
    page_.full_page_image = true;
}

void ContentInterpreter::draw_form(const Object* form, const Object* outer_resources) {
  if (active_forms_.size() >= limits::form_depth || states_.size() >= limits::graphics_states)
    return;
  if (std::find(active_forms_.begin(), active_forms_.end(), form) != active_forms_.end()) return;
  if (budget_.forms == 0) {
    page_.truncated = true;
    return;
  }
  --budget_.forms;
  active_forms_.push_back(form);
  const State saved = state_;
  const Matrix saved_text = text_matrix_, saved_line = line_matrix_;
  state_.matrix = store_.matrix(store_.get(form, "Matrix")).value_or(Matrix{}) * state_.matrix;
  if (const auto bounds = store_.box(store_.get(form, "BBox")))
    state_.clip = state_.clip.intersection(state_.matrix.apply(*bounds));
  const Object* resources = store_.get(form, "Resources");
  bool complete = false;
  const std::string content = store_.stream(form, &complete);
  if (!complete) page_.damaged = true;
  if (state_.matrix.finite()) {
    std::vector<Token>
        outer;  // the operands of the Do are done with, but the outer loop still clears them
    operands_.swap(outer);
    execute(content, store_.is_dictionary(resources) ? resources : outer_resources);
    operands_.swap(outer);
  }
  state_ = saved;
  text_matrix_ = saved_text;
  line_matrix_ = saved_line;
  active_forms_.pop_back();
}

// ---- text ----

Font* ContentInterpreter::find_font(Frame& frame, std::string_view name) {
  const auto [found, inserted] = frame.fonts.emplace(std::string(name), nullptr);
  if (inserted)
    found->second =
        fonts_.find(store_.get_direct(store_.get(frame.resources, "Font"), found->first.c_str()));
  return found->second;
}

void ContentInterpreter::show_array() {
  if (operands_.empty()) return;
  ++run_;
  for (const Token& token : operands_) {
    if (token.kind == TokenKind::String) {
      show(token.text);
      --run_;
    } else if (token.kind == TokenKind::Number) {
      const double shift = -token.number / 1000 * state_.font_size;
      if (state_.font != nullptr && state_.font->vertical())
        text_matrix_ = Matrix{1, 0, 0, 1, 0, shift} * text_matrix_;
      else
        text_matrix_ = Matrix{1, 0, 0, 1, shift * state_.horizontal_scale, 0} * text_matrix_;
    }
  }
  ++run_;
}

void ContentInterpreter::show(std::string_view text) {
  ++run_;
  if (text.empty()) return;
  if (state_.font == nullptr) state_.font = fonts_.missing();
  Font& font = *state_.font;
  const double size = state_.font_size, scale = state_.horizontal_scale;
  const Matrix text_to_page =
      Matrix{size * scale, 0, 0, size, 0, state_.rise} * (text_matrix_ * state_.matrix);
  if (!text_to_page.finite()) return;
  const Look look{static_cast<float>(std::hypot(text_to_page.c, text_to_page.d)),
                  font.vertical() ? direction_of(-text_to_page.c, -text_to_page.d)
                                  : direction_of(text_to_page.a, text_to_page.b)};
  double x = 0, y = 0;  // in units of the font size
  const double unit = size == 0 ? 0 : 1 / size;
  while (!text.empty() && budget_.characters > 0) {
    std::uint32_t code = 0, bytes = 0;
    const Glyph& glyph = font.next(text, code, bytes);
    if (!glyph.mapped) note_unmapped(font);
    add_glyph(glyph, look, text_to_page, x, y);
    const double spacing =
        (state_.character_spacing + (bytes == 1 && code == 32 ? state_.word_spacing : 0)) * unit;
    if (font.vertical())
      y += glyph.vertical_advance + spacing;
    else
      x += glyph.advance + spacing;
  }
  text_matrix_ = Matrix{1, 0, 0, 1, x * size * scale, y * size} * text_matrix_;
}

void ContentInterpreter::note_unmapped(const Font& font) {
  const auto found =
      std::find(page_.unmapped_fonts.begin(), page_.unmapped_fonts.end(), font.name());
  if (found != page_.unmapped_fonts.end()) {
    ++page_.unmapped_characters[static_cast<std::size_t>(found - page_.unmapped_fonts.begin())];
  } else if (page_.unmapped_fonts.size() < 100) {
    page_.unmapped_fonts.push_back(font.name());
    page_.unmapped_characters.push_back(1);
  }
}

void ContentInterpreter::add_glyph(const Glyph& glyph, const Look& look, const Matrix& m, double x,
                                   double y) {
  if (glyph.mapped && glyph.text.empty()) return;
  const bool vertical = state_.font->vertical();
  Character character;
  Box em;
  if (vertical)
    em = {x - glyph.origin_x, y + glyph.vertical_advance, x + glyph.origin_x, y};
  else
    em = {x, y - 0.2, x + glyph.advance, y + 0.8};
  character.size = look.size;
  character.direction = look.direction;
  character.bold = state_.font->bold() || state_.render_mode == 2;
  character.furniture = furniture_marks_ > 0;
  character.run = run_;
  if (state_.render_mode == 3) page_.invisible_text = true;

  const std::size_t count = glyph.mapped ? glyph.text.size() : 1;
  for (std::size_t i = 0; i < count; ++i) {  // the characters of a ligature share its box
    Box part = em;
    if (count > 1) part = share_of(em, vertical, i, count);
    character.code = glyph.mapped ? glyph.text[i] : 0xfffd;
    character.space = blank(character.code);
    character.box = m.apply(part);
    const Point center{character.box.center_x(), character.box.center_y()};
    if (!std::isfinite(center.x + center.y)) continue;
    const bool size_seen = character.size > kSmallestSeen && character.size < kLargestSeen;
    character.hidden = hidden_marks_ > 0 || !size_seen || !state_.clip.contains(center);
    if (budget_.characters == 0) return;
    --budget_.characters;
    page_.characters.push_back(character);
  }
}

}  // namespace guifan::pdf
