// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include "rulings.h"

namespace guifan::pdfwriter {
namespace {

/// Page numbers stand between dashes, their baseline this far above the edge of the paper, points.
constexpr double kNumberSize = 10.5, kNumberHeight = 49.6;
constexpr double kRuling = 0.5;

}  // namespace

void Pages::start() {
  finish();
  ids_.push_back(file_.reserve());
  // Square ends close the corners.
  content_ = number(kRuling) + " w 2 J\n";
  text_.reset();
}

void Pages::finish() {
  if (ids_.size() == contents_.size()) return;
  number_page();
  contents_.push_back(file_.add_stream("", content_));
}

void Pages::number_page() {
  TextLine line;
  const std::string digits = std::to_string(ids_.size());
  for (const char32_t character : U"— " + std::u32string(digits.begin(), digits.end()) + U" —")
    if (const auto glyph = fonts_.glyph(FontRole::Text, character)) {
      line.glyphs.push_back(*glyph);
      line.width += glyph->width;
    }
  const double width = line.width / 1000 * kNumberSize;
  begin_artifact(Artifact::Footer);
  text(line, paper::kLeft + (paper::kTextWidth - width) / 2, paper::kHeight - kNumberHeight,
       kNumberSize);
  end_content();
}

void Pages::begin_content(StructureTree::Element element) {
  const auto page = static_cast<std::uint32_t>(ids_.size() - 1);
  content_ += "/";
  content_ += tags_.tag(element);
  content_ += "<</MCID " + std::to_string(tags_.mark(element, page)) + ">>BDC\n";
}

void Pages::begin_artifact(Artifact kind) {
  switch (kind) {
    case Artifact::Layout:
      content_ += "/Artifact<</Type/Layout>>BDC\n";
      break;
    case Artifact::Header:
      content_ += "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
      break;
    case Artifact::Footer:
      content_ += "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
      break;
  }
}

void Pages::text(const TextLine& line, double left, double baseline, double size, double spread) {
  text_.append(content_, line, left, paper::kHeight - baseline, size, spread);
}

void Pages::append_point(double left, double top) {
  content_ += coordinate(left) + " " + coordinate(paper::kHeight - top) + " ";
}

void Pages::append_rectangle(const Rectangle& rectangle) {
  append_point(rectangle.left, rectangle.top + rectangle.height);
  content_ += coordinate(rectangle.width) + " " + coordinate(rectangle.height) + " re\n";
}

void Pages::rule(const std::vector<Rectangle>& boxes) {
  if (boxes.empty()) return;
  for (const Ruling& ruling : rulings_between(boxes)) {
    append_point(ruling.left, ruling.top);
    content_ += "m ";
    append_point(ruling.right, ruling.bottom);
    content_ += "l\n";
  }
  content_ += "S\n";
}

void Pages::shade(const Rectangle& rectangle, Shade shade) {
  content_ += shade == Shade::Band ? "0.78 0.85 0.95 rg\n" : "0.99 0.93 0.8 rg\n";
  append_rectangle(rectangle);
  content_ += "f\n0 g\n";
}

ObjectId Pages::put_tree(ObjectId fonts_dictionary) {
  const ObjectId tree = file_.reserve();
  std::string kids;
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    kids += reference(ids_[i]) + " ";
    file_.put(ids_[i], "<</Type/Page/Parent " + reference(tree) + "/Contents " +
                           reference(contents_[i]) + "/StructParents " + std::to_string(i) +
                           "/Tabs/S>>");
  }
  file_.put(tree, "<</Type/Pages/Count " + std::to_string(ids_.size()) + "/MediaBox[0 0 " +
                      number(paper::kWidth) + " " + number(paper::kHeight) + "]/Resources<</Font " +
                      reference(fonts_dictionary) + ">>/Kids[" + kids + "]>>");
  return tree;
}

}  // namespace guifan::pdfwriter
