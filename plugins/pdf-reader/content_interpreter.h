// SPDX-License-Identifier: Apache-2.0
// Runs content streams and records what they show: characters, rulings, backgrounds, pictures.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "budget.h"
#include "font_cache.h"
#include "graphics_state.h"
#include "layers.h"
#include "marked_content.h"
#include "objects.h"
#include "operands.h"
#include "page_content.h"
#include "path_recorder.h"
#include "text_painter.h"

namespace guifan::pdf {

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
  struct Frame;

  void start(const Matrix& base);
  void execute(std::string_view content, const Object* resources);
  void handle(std::string_view name, Frame& frame);
  bool handle_state(std::string_view name, Frame& frame);
  void restore_state();
  void select_font(Frame& frame);
  void apply_parameters(const Object* parameters);
  void invoke(Frame& frame);
  void draw_form(const Object* form, const Object* outer_resources);

  const ObjectStore& store_;
  FontCache& fonts_;
  Layers layers_;
  Budget& budget_;
  PageContent& page_;
  MarkedContent marks_;
  TextPainter text_;
  PathRecorder path_;

  Operands operands_;
  GraphicsState state_;
  std::vector<GraphicsState> states_;
  std::vector<const Object*> active_forms_;
};

}  // namespace guifan::pdf
