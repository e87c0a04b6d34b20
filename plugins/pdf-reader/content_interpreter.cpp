// SPDX-License-Identifier: Apache-2.0
#include "content_interpreter.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "color_operators.h"
#include "content_lexer.h"
#include "path_operators.h"
#include "reader_limits.h"

namespace guifan::pdf {

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
      layers_(store, hidden_layers),
      budget_(budget),
      page_(page),
      marks_(store, layers_, page),
      text_(fonts, marks_, budget, page),
      path_(page) {}

void ContentInterpreter::start(const Matrix& base) {
  state_ = GraphicsState{};
  state_.matrix = base;
  state_.clip = {0, 0, page_.width, page_.height};
  states_.clear();
}

void ContentInterpreter::run(std::string_view content, const Object* resources,
                             const Matrix& base) {
  start(base);
  marks_.clear();
  execute(content, resources);
}

void ContentInterpreter::draw_appearance(const Object* form, const Box& target,
                                         const Object* resources, const Matrix& base) {
  const Box bounds = store_.matrix(store_.get(form, "Matrix"))
                         .value_or(Matrix{})
                         .apply(store_.box(store_.get(form, "BBox")).value_or(Box{0, 0, 1, 1}));
  if (bounds.width() <= 0 || bounds.height() <= 0) return;
  const double sx = target.width() / bounds.width(), sy = target.height() / bounds.height();
  start(Matrix{sx, 0, 0, sy, target.left - bounds.left * sx, target.bottom - bounds.bottom * sy} *
        base);
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
      operands_.push(token);
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
  while (states_.size() > frame.state_floor) restore_state();
}

void ContentInterpreter::handle(std::string_view name, Frame& frame) {
  if (text_.run(name, operands_, state_)) return;
  if (run_path_operator(name, operands_, !marks_.hidden(), state_, path_)) return;
  if (handle_state(name, frame)) return;
  if (name == "Do")
    invoke(frame);
  else if (name == "BI") {
    frame.lexer->skip_inline_image();
    ++page_.images;
  } else if (name == "BDC" || name == "BMC")
    marks_.begin(operands_, name == "BDC", frame.resources);
  else if (name == "EMC")
    marks_.end();
  else
    set_color(name, operands_, state_);
}

// ---- graphics state ----

bool ContentInterpreter::handle_state(std::string_view name, Frame& frame) {
  if (name == "Tf") {
    select_font(frame);
  } else if (name == "q") {
    if (states_.size() < limits::graphics_states) states_.push_back(state_);
  } else if (name == "Q") {
    if (states_.size() > frame.state_floor) restore_state();
  } else if (name == "cm") {
    const Matrix next = operands_.matrix() * state_.matrix;
    if (next.finite()) state_.matrix = next;
  } else if (name == "w") {
    state_.line_width = operands_.number(0);
  } else if (name == "gs") {
    if (!operands_.empty())
      apply_parameters(store_.get(store_.get(frame.resources, "ExtGState"),
                                  std::string(operands_.back().text).c_str()));
  } else {
    return false;
  }
  return true;
}

void ContentInterpreter::restore_state() {
  state_ = states_.back();
  states_.pop_back();
}

void ContentInterpreter::select_font(Frame& frame) {
  if (operands_.size() < 2) return;
  const std::string_view name = operands_[operands_.size() - 2].text;
  const auto [found, inserted] = frame.fonts.emplace(std::string(name), nullptr);
  if (inserted)
    found->second =
        fonts_.find(store_.get_direct(store_.get(frame.resources, "Font"), found->first.c_str()));
  state_.font = found->second;
  state_.font_size = operands_.back().number;
}

void ContentInterpreter::apply_parameters(const Object* parameters) {
  if (const auto width = store_.number(store_.get(parameters, "LW"))) state_.line_width = *width;
  if (const Object* font = store_.get(parameters, "Font"); store_.size(font) >= 2) {
    state_.font = fonts_.find(store_.at(font, 0));
    state_.font_size = store_.number(store_.at(font, 1), state_.font_size);
  }
}

// ---- XObjects ----

void ContentInterpreter::invoke(Frame& frame) {
  if (operands_.empty()) return;
  const Object* object = store_.get(store_.get(frame.resources, "XObject"),
                                    std::string(operands_.back().text).c_str());
  if (layers_.hide(store_.get_direct(object, "OC"))) return;
  const std::string subtype = store_.name(store_.get(object, "Subtype"));
  if (subtype == "Image") ++page_.images;
  if (subtype == "Form") draw_form(object, frame.resources);
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
  const GraphicsState saved = state_;
  const TextPainter::Matrices saved_text = text_.matrices();
  state_.matrix = store_.matrix(store_.get(form, "Matrix")).value_or(Matrix{}) * state_.matrix;
  if (const auto bounds = store_.box(store_.get(form, "BBox")))
    state_.clip = state_.clip.intersection(state_.matrix.apply(*bounds));
  const Object* resources = store_.get(form, "Resources");
  bool complete = false;
  const std::string content = store_.stream(form, &complete);
  if (!complete) page_.damaged = true;
  if (state_.matrix.finite()) {
    // The operands of the Do are done with, but the outer loop still clears them.
    Operands outer;
    operands_.swap(outer);
    execute(content, store_.is_dictionary(resources) ? resources : outer_resources);
    operands_.swap(outer);
  }
  state_ = saved;
  text_.set_matrices(saved_text);
  active_forms_.pop_back();
}

}  // namespace guifan::pdf
