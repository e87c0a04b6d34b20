// SPDX-License-Identifier: Apache-2.0
#include "headings.h"

#include <map>
#include <string>

#include "utf8.h"

namespace guifan::docx {
namespace {

constexpr std::size_t kLongestHeading = 60;       // characters; official titles run to about 40
constexpr std::size_t kLongestPlainHeading = 30;  // without bold or larger letters

bool is_han_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十百〇零").find(c) != std::u32string_view::npos;
}

// The numbering ladder of official documents (GB/T 9704-2012, 7.3.3): 一、 then （一） then 1. then
// （1）. 1..4 for its steps; 第一部分 and 第一章 count as step 1; 0 for none.
std::uint32_t ladder_step(std::string_view text) {
  std::size_t at = 0;
  std::u32string head;
  while (at < text.size() && head.size() < 12) {
    const char32_t c = next_code_point(text, at);
    if (c != ' ' && c != U'　' && c != '\t' && c != 0xA0) head += c;
  }
  if (head.empty()) return 0;
  const bool bracket = head[0] == U'（' || head[0] == '(';
  std::size_t i = bracket || head[0] == U'第' ? 1 : 0;
  const std::size_t first = i;
  const bool han = i < head.size() && is_han_numeral(head[i]);
  while (i < head.size() && (han ? is_han_numeral(head[i]) : head[i] >= '0' && head[i] <= '9')) ++i;
  if (i == first || i >= head.size()) return 0;
  const char32_t next = head[i];
  if (head[0] == U'第') return han && (next == U'部' || next == U'章') ? 1 : 0;
  if (bracket) return next == U'）' || next == ')' ? (han ? 2 : 4) : 0;
  if (han) return next == U'、' || next == U'．' || next == '.' ? 1 : 0;
  return next == U'．' || next == U'、' ||
                 (next == '.' && i + 1 < head.size() && !(head[i + 1] >= '0' && head[i + 1] <= '9'))
             ? 3
             : 0;
}

// A sentence is no heading, whatever it looks like.
bool reads_as_sentence(std::string_view text) {
  for (const std::string_view mark : {"。", "；", ";", "！", "？"})
    if (text.find(mark) != std::string_view::npos) return true;
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text.ends_with("，") || text.ends_with(",") || text.ends_with("：") || text.ends_with(":");
}

// Clauses and figures make a statement: （二）依申请公开，共5件 is no heading unless it is set like
// one.
bool holds_statement(std::string_view text) {
  std::size_t at = 0;
  std::size_t skipped = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (c == U'，' || c == ',') return true;
    if (++skipped > 4 && ((c >= '0' && c <= '9') || (c >= U'０' && c <= U'９'))) return true;
  }
  return false;
}

}  // namespace

HeadingFinder::HeadingFinder(const Styles& styles, const Story& story) : styles_(styles) {
  std::map<std::uint16_t, std::size_t> characters;
  for (const ParagraphRecord& paragraph : story.paragraphs)
    characters[paragraph.half_points] += paragraph.text.size();
  std::size_t most = 0;
  for (const auto& [size, count] : characters)
    if (count > most) {
      most = count;
      body_half_points_ = size;
    }
}

std::uint32_t HeadingFinder::level_by_style(const ParagraphRecord& paragraph) const {
  if (paragraph.outline >= 0)
    return paragraph.outline < 9 ? static_cast<std::uint32_t>(paragraph.outline) + 1 : 0;
  if (paragraph.style_id_level != 0) return paragraph.style_id_level;
  const Style& style = styles_.resolved(paragraph.style);
  if (style.outline >= 0)
    return style.outline < 9 ? static_cast<std::uint32_t>(style.outline) + 1 : 0;
  if (const std::uint32_t level = styles_.heading_level(paragraph.style)) return level;
  return styles_.descends_from(paragraph.style, "title") ? 1 : 0;
}

std::uint32_t HeadingFinder::level_by_look(const ParagraphRecord& paragraph) const {
  if (paragraph.outline == 9) return 0;
  const std::string text = paragraph.label + paragraph.text;
  const std::size_t length = count_code_points(text);
  if (length < 2 || length > kLongestHeading || reads_as_sentence(text)) return 0;
  const Tri centred = paragraph.centred != Tri::Unset ? paragraph.centred
                                                      : styles_.resolved(paragraph.style).centred;
  const bool larger = body_half_points_ != 0 && paragraph.half_points > body_half_points_;
  if (const std::uint32_t step = ladder_step(text)) {
    if (paragraph.bold || larger) return step;
    return step <= 2 && length <= kLongestPlainHeading && !holds_statement(paragraph.text) ? step
                                                                                           : 0;
  }
  return centred == Tri::On && (paragraph.bold || larger) ? 1 : 0;
}

std::uint32_t HeadingFinder::level(const ParagraphRecord& paragraph) const {
  if (is_blank(paragraph.text)) return 0;
  const std::uint32_t by_style = level_by_style(paragraph);
  return by_style != 0 ? by_style : level_by_look(paragraph);
}

}  // namespace guifan::docx
