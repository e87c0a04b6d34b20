// SPDX-License-Identifier: Apache-2.0
// Pages as they are filled: text, lines and areas at places measured from the top left corner, in
// points.
#pragma once

#include <string>
#include <vector>

#include "font_library.h"
#include "object_file.h"
#include "structure_tree.h"
#include "text_lines.h"
#include "text_operators.h"

namespace guifan::pdfwriter {

/// A4 with the margins and tables of the template of 2021: 25.4 mm above and below, 31.8 mm left
/// and right; tables reach over both margins alike.
namespace paper {
inline constexpr double kWidth = 595.28, kHeight = 841.89;
inline constexpr double kLeft = 90, kRight = 90, kTop = 72, kBottom = 72;
inline constexpr double kTextWidth = kWidth - kLeft - kRight;
inline constexpr double kTextHeight = kHeight - kTop - kBottom;
inline constexpr double kTableWidth = 487;
inline constexpr double kTableLeft = (kWidth - kTableWidth) / 2;
}  // namespace paper

struct Rectangle {
  double left = 0, top = 0, width = 0, height = 0;
};

class Pages {
 public:
  Pages(ObjectFile& file, FontLibrary& fonts, StructureTree& tags)
      : file_(file), fonts_(fonts), tags_(tags), text_(fonts) {}

  /// Ends the page before, if any, with its number.
  void start();
  void finish();
  std::size_t count() const { return ids_.size(); }
  const std::vector<ObjectId>& ids() const { return ids_; }
  ObjectId current() const { return ids_.back(); }

  /// What follows belongs to the element, until end_content(). Nothing nests.
  void begin_content(StructureTree::Element element);
  /// What follows belongs to the page, not to the report: rulings, repeated headers.
  enum class Artifact { Layout, Header, Footer };
  void begin_artifact(Artifact kind);
  void end_content() { content_ += "EMC\n"; }

  /// REQUIRES: a page, and content or artifact begun. `spread`: see TextOperators.
  void text(const TextLine& line, double left, double baseline, double size, double spread = 0);
  /// Draws the lines around and between the boxes of a table.
  void rule(const std::vector<Rectangle>& boxes);
  enum class Shade { Approximate, Band };
  void shade(const Rectangle& rectangle, Shade shade);

  /// Puts the page tree under the id that the pages name as their parent.
  ObjectId put_tree(ObjectId fonts_dictionary);

 private:
  void number_page();
  void append_point(double left, double top);
  void append_rectangle(const Rectangle& rectangle);

  ObjectFile& file_;
  FontLibrary& fonts_;
  StructureTree& tags_;
  std::vector<ObjectId> ids_, contents_;
  std::string content_;
  TextOperators text_;
};

}  // namespace guifan::pdfwriter
