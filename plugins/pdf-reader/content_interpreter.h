// SPDX-License-Identifier: Apache-2.0
// Runs content streams and records what they show: characters, rulings, backgrounds, pictures.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content_lexer.h"
#include "font_cache.h"
#include "objects.h"
#include "page_content.h"
#include "path_recorder.h"
#include "reader_limits.h"

namespace guifan::pdf {

/// What one document may still use up; shared by its pages.
struct Budget {
  std::size_t operators = limits::operators;
  std::size_t characters = limits::characters;
  std::size_t forms = limits::forms;
};

class ContentInterpreter {
 public:
  /// `hidden_layers`: object numbers of optional content groups that are switched off.
  ContentInterpreter(const ObjectStore& store, FontCache& fonts,
                     const std::set<std::uint64_t>& hidden_layers, Budget& budget,
                     PageContent& page);

  /// Runs content with `resources`, starting from `base` (content space to page space).
  void run(std::string_view content, const Object* resources, const Matrix& base);
  /// Draws a form (an annotation's appearance) into `target`, a box on the page before `base`.
  void draw_appearance(const Object* form, const Box& target, const Object* resources,
                       const Matrix& base);

 private:
  struct State {
    Matrix matrix;
    Box clip;
    Font* font = nullptr;
    double font_size = 0, character_spacing = 0, word_spacing = 0, horizontal_scale = 1,
           leading = 0, rise = 0;
    long render_mode = 0;
    double line_width = 1;
    std::uint32_t fill = 0, stroke = 0;
  };
  struct Mark {
    bool furniture = false, hidden = false, replaces = false;
    std::u32string actual_text;
    std::size_t first_character = 0;
  };
  struct Frame;
  /// What the glyphs of one string have in common on the page.
  struct Look {
    float size = 0;
    Direction direction = Direction::Right;
  };

  void execute(std::string_view content, const Object* resources);
  void handle(std::string_view name, Frame& frame);
  bool handle_text(std::string_view name, Frame& frame);
  bool handle_path(std::string_view name);
  bool handle_state(std::string_view name, Frame& frame);
  void handle_color(std::string_view name);
  void handle_mark(std::string_view name, Frame& frame);
  void begin_mark(Frame& frame, bool with_properties);
  void end_mark();
  void invoke(Frame& frame);
  void draw_form(const Object* form, const Object* outer_resources);
  void draw_image();
  void show(std::string_view text);
  void show_array();
  void add_glyph(const Glyph& glyph, const Look& look, const Matrix& text_to_page, double x,
                 double y);
  void move_text(double x, double y);
  Font* find_font(Frame& frame, std::string_view name);
  void note_unmapped(const Font& font);
  bool layer_hidden(const Object* group) const;

  double operand(std::size_t index) const {
    return index < operands_.size() ? operands_[index].number : 0;
  }
  Matrix operand_matrix() const;

  const ObjectStore& store_;
  FontCache& fonts_;
  const std::set<std::uint64_t>& hidden_layers_;
  Budget& budget_;
  PageContent& page_;
  PathRecorder path_;

  std::vector<Token> operands_;
  State state_;
  std::vector<State> states_;
  Matrix text_matrix_, line_matrix_;
  std::vector<Mark> marks_;
  std::size_t hidden_marks_ = 0, furniture_marks_ = 0;
  std::vector<const Object*> active_forms_;
  std::uint32_t run_ = 0;
};

}  // namespace guifan::pdf
