// SPDX-License-Identifier: Apache-2.0
#include "composer.h"

#include <algorithm>
#include <cmath>

namespace guifan::pdfwriter {
namespace {

/// Of the em box of a Chinese font, above the baseline.
constexpr double kAboveBaseline = 0.88;
/// Lines are spread to the margin by at most this much of the font size between characters, as
/// Word does it, even where a long word in the next line leaves much to spread.
constexpr double kMostSpread = 0.7;
/// Rounding must not push a line off its page.
constexpr double kSlack = 0.01;

double height_of(const ParagraphStyle& style, std::size_t lines) {
  return style.before + static_cast<double>(lines) * style.leading + style.after;
}

}  // namespace

double Composer::cursor() {
  if (!page_open_) start_page();
  return paper::kTop + used_;
}

void Composer::advance(double height) {
  used_ += height;
  at_page_start_ = false;
}

void Composer::start_page() {
  pages_.start();
  page_open_ = true;
  at_page_start_ = true;
  used_ = 0;
}

double Composer::waiting() const {
  double height = 0;
  for (const Waiting& one : waiting_) height += height_of(one.style, one.lines.size());
  return height;
}

void Composer::place_waiting(double following) {
  cursor();
  if (!at_page_start_ && waiting() + following > room() + kSlack) start_page();
  std::vector<Waiting> all;
  all.swap(waiting_);
  for (const Waiting& one : all) {
    const auto element =
        tags_.add(StructureTree::kDocument, "H" + std::to_string(std::clamp(one.level, 1u, 6u)));
    const std::size_t page_before = pages_.count();
    const double top = cursor();
    set_paragraph(one.style, one.lines, element);
    if (one.outlined != 0)
      outline_.add({one.outlined, one.text, pages_.current(),
                    pages_.count() == page_before ? top : paper::kTop});
  }
}

void Composer::heading(const ParagraphStyle& style, std::string_view text, unsigned level,
                       unsigned outlined) {
  auto lines = breaker_.lines(style.role, text, paper::kTextWidth / style.size * 1000,
                              style.indent / style.size * 1000);
  if (lines.empty()) return;
  waiting_.push_back({style, std::move(lines), level, outlined, std::string(text)});
}

void Composer::paragraph(const ParagraphStyle& style, std::string_view text) {
  const auto lines = breaker_.lines(style.role, text, paper::kTextWidth / style.size * 1000,
                                    style.indent / style.size * 1000);
  if (lines.empty()) return;
  place_waiting(style.before +
                style.leading * static_cast<double>(std::min<std::size_t>(lines.size(), 2)));
  set_paragraph(style, lines, tags_.add(StructureTree::kDocument, "P"));
}

void Composer::set_paragraph(const ParagraphStyle& style, const std::vector<TextLine>& lines,
                             StructureTree::Element element) {
  cursor();
  if (!at_page_start_) used_ += style.before;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t left = lines.size() - begin;
    auto fitting =
        static_cast<std::size_t>(std::max(0.0, std::floor((room() + kSlack) / style.leading)));
    fitting = std::min(fitting, left);
    // No line of a paragraph stands alone on a page, unless it is the only one.
    if (fitting + 1 == left && fitting > 0) --fitting;
    if (begin == 0 && fitting == 1 && left > 1) fitting = 0;
    if (fitting == 0 && !at_page_start_) {
      start_page();
      continue;
    }
    fitting = std::max<std::size_t>(fitting, 1);
    set_lines(style, lines, begin, begin + fitting, element);
    begin += fitting;
  }
  used_ += style.after;
}

void Composer::set_lines(const ParagraphStyle& style, const std::vector<TextLine>& lines,
                         std::size_t begin, std::size_t end, StructureTree::Element element) {
  pages_.begin_content(element);
  for (std::size_t i = begin; i < end; ++i) {
    const TextLine& line = lines[i];
    const bool first = i == 0 || !lines[i - 1].full;
    const double indent = first ? style.indent : 0;
    const double width = line.width / 1000 * style.size;
    const double slack = paper::kTextWidth - indent - width;
    double left = paper::kLeft + indent;
    double spread = 0;
    if (style.set == ParagraphStyle::Set::Centred) {
      left += slack / 2;
    } else if (style.set == ParagraphStyle::Set::Justified && line.full) {
      const std::size_t places = spread_places(line);
      if (places != 0) spread = slack / static_cast<double>(places);
      if (spread > kMostSpread * style.size) spread = 0;
    }
    const double baseline =
        cursor() + (style.leading - style.size) / 2 + kAboveBaseline * style.size;
    pages_.text(line, left, baseline, style.size, std::floor(spread * 100) / 100);
    advance(style.leading);
  }
  pages_.end_content();
}

void Composer::break_page() {
  place_waiting(0);
  if (!at_page_start_) page_open_ = false;
}

void Composer::finish() {
  place_waiting(0);
  pages_.finish();
}

}  // namespace guifan::pdfwriter
