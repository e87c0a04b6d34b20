// SPDX-License-Identifier: Apache-2.0
#include "recognise/chapters/chapter_outline.h"

#include <algorithm>
#include <string>

#include "guifan/text.h"
#include "recognise/page/page_furniture.h"
#include "recognise/words/chapter_heading.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

constexpr std::size_t kHeadingBytes = 200;        // slogans as headings reach 60 characters
constexpr std::size_t kKeywordHeadingBytes = 90;  // one without a number, or inside a paragraph

/// A line without number or mark that reads like a heading.
bool reads_like_heading(std::string_view line) {
  if (is_appended_table(line)) return true;
  const std::string key = label_key(line);
  if (key.size() > 60 ||
      std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return false;
  if (furniture_of(line) != Furniture::None) return false;
  static const auto endings = words_of_kind(report_words(), "heading-line-end");
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return key.ends_with(ending); });
}

/// The next block with words after `block`, if it is a paragraph.
const Paragraph* next_paragraph(const SourceDocument& document, std::size_t block) {
  for (std::size_t i = block + 1; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr || !paragraph->text.normalised.empty()) return paragraph;
  }
  return nullptr;
}

/// 三、收到和处理 | 政府信息公开申请情况: the second line of a heading that was broken.
std::string_view second_line(const Paragraph* next) {
  if (next == nullptr) return {};
  const std::string_view line = next->text.normalised;
  const bool digits = line.find_first_of("0123456789") != std::string_view::npos;
  if (line.size() > kKeywordHeadingBytes || digits || ends_sentence(line)) return {};
  return outline_number(line).style == OutlineStyle::None ? line : std::string_view();
}

/// Contents lists (the six headings as links above the report) open no chapters: numbered headings
/// in a row, when the first of them comes again below.
void drop_contents_list(std::vector<HeadingLine>& headings) {
  constexpr std::size_t kShortestList = 4;
  for (std::size_t begin = 0; begin < headings.size(); ++begin) {
    if (headings[begin].number.number != 1) continue;
    std::size_t end = begin + 1;
    while (end < headings.size() && headings[end].block == headings[end - 1].block + 1 &&
           headings[end].number.style == headings[begin].number.style &&
           headings[end].number.number == headings[end - 1].number.number + 1)
      ++end;
    if (end - begin < kShortestList) continue;
    const bool again = std::any_of(headings.begin() + static_cast<std::ptrdiff_t>(end),
                                   headings.end(), [&](const HeadingLine& later) {
                                     return later.number.style == headings[begin].number.style &&
                                            later.number.number == 1 &&
                                            later.chapter == headings[begin].chapter &&
                                            later.chapter.has_value();
                                   });
    if (again)
      headings.erase(headings.begin() + static_cast<std::ptrdiff_t>(begin),
                     headings.begin() + static_cast<std::ptrdiff_t>(end));
    return;
  }
}

}  // namespace

bool ends_sentence(std::string_view line) {
  for (const std::string_view mark : {"。", ";", "!", "?"})
    if (line.find(mark) != std::string_view::npos) return true;
  return false;
}

bool is_appended_table(std::string_view line) {
  const std::string key = label_key(line);
  return key.starts_with("附表") || key.ends_with("附表") || key.ends_with("统计表") ||
         (key.starts_with("附件") && key.find("表") != std::string::npos);
}

std::vector<HeadingLine> find_headings(const SourceDocument& document, bool new_form) {
  std::vector<HeadingLine> headings;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr || paragraph->kind == ParagraphKind::Furniture ||
        paragraph->kind == ParagraphKind::Note)
      continue;
    const std::string_view line = paragraph->text.normalised;
    if (line.empty()) continue;
    HeadingLine heading;
    heading.block = i;
    heading.number = outline_number(line);
    const bool marked = paragraph->kind == ParagraphKind::Heading;
    if (marked) heading.level = std::max(paragraph->level, 1U);
    std::string_view words = line.substr(heading.number.length);
    const bool one_line = words.size() <= kHeadingBytes &&
                          (words.find("。") == std::string_view::npos || words.ends_with("。"));
    if (!one_line) {
      // 一、概述 2011年,我局…: judged by the words before the first mark.
      if (heading.number.style == OutlineStyle::None) continue;
      heading.run_in = true;
      words = words.substr(0, words.find_first_of(" :\n"));
      words = words.substr(0, words.find("。"));
      if (words.size() > kKeywordHeadingBytes) continue;
    } else if (heading.number.style == OutlineStyle::None &&
               (words.size() > kKeywordHeadingBytes || (ends_sentence(words) && !marked))) {
      continue;
    }
    if (heading.number.style == OutlineStyle::None && !marked && !reads_like_heading(line))
      continue;
    heading.chapter = chapter_of_heading(words, new_form);
    const Paragraph* next = next_paragraph(document, i);
    heading.before_text = next != nullptr && ends_sentence(next->text.normalised);
    if (const std::string_view rest = second_line(next); !heading.chapter && !heading.run_in &&
                                                         !rest.empty() &&
                                                         heading.number.style != OutlineStyle::None)
      heading.chapter = chapter_of_heading(std::string(words) + std::string(rest), new_form);
    headings.push_back(heading);
  }
  drop_contents_list(headings);
  return headings;
}

OutlineStyle chapter_style(const std::vector<HeadingLine>& headings) {
  for (const OutlineStyle style : {OutlineStyle::Part, OutlineStyle::Chinese,
                                   OutlineStyle::BracketedChinese, OutlineStyle::Arabic}) {
    std::size_t fitting = 0;
    for (const HeadingLine& heading : headings)
      if (heading.number.style == style && heading.chapter && *heading.chapter != 0) ++fitting;
    if (fitting >= 2) return style;
  }
  return OutlineStyle::None;
}

bool ChapterOutline::opens_chapter(const HeadingLine& heading) {
  if (heading.chapter == 0U) return false;
  if (heading.number.style == OutlineStyle::None) {
    if (!heading.chapter) return false;
    return style_ == OutlineStyle::None || (heading.level != 0 && heading.level <= chapter_level_);
  }
  if (heading.number.style != style_) return false;
  const std::uint32_t number = heading.number.number;
  // A list or table inside the chapter counts from one again: 一、主动公开情况 in an appended
  // table.
  if (inner_ != 0 && number == inner_ + 1 && !(number == outer_ + 1 && fits(heading))) {
    inner_ = number;
    return false;
  }
  const bool other_words = heading.chapter && heading.chapter != chapter_;
  const bool continues =
      outer_ == 0 || number == outer_ + 1 || (number > outer_ && heading.chapter);
  if ((continues || (number == outer_ && other_words)) &&
      (heading.chapter || (!heading.run_in && heading.before_text))) {
    outer_ = number;
    inner_ = 0;
    chapter_ = heading.chapter.value_or(chapter_);
    if (heading.level != 0) chapter_level_ = heading.level;
    return true;
  }
  if (number <= outer_) inner_ = number;
  return false;
}
bool ChapterOutline::fits(const HeadingLine& heading) const {
  return heading.chapter && !appended_ && *heading.chapter >= chapter_;
}

}  // namespace guifan
