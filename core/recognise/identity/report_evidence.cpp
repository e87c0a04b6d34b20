// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/report_evidence.h"

#include "guifan/text.h"
#include "recognise/identity/title_line.h"
#include "recognise/page/page_furniture.h"
#include "recognise/words/chapter_heading.h"
#include "recognise/words/outline_number.h"
#include "recognise/words/word_table.h"
#include "text/utf8.h"
#include "text/word_finder.h"

namespace guifan {
namespace {

constexpr std::size_t kHeadingBytes = 150;
constexpr std::size_t kTextBytes = 120;   // 40 characters: a sentence, no label
constexpr std::size_t kTitleBlocks = 60;  // a title stands near the top
constexpr std::size_t kTitleBytes = 240;
constexpr std::size_t kTopLines = 3;
constexpr std::size_t kPrefaceLines = 20;  // below a menu
constexpr std::size_t kMenuBytes = 36;     // 12 characters

/// "第十二条本条例所称…"
bool begins_with_article(std::string_view text) {
  constexpr std::string_view kOrdinal = "第", kArticle = "条";
  if (!text.starts_with(kOrdinal)) return false;
  std::size_t at = kOrdinal.size();
  while (at < text.size() && at < 20 &&
         std::u32string_view(U"一二三四五六七八九十百零0123456789")
                 .find(utf8::decode(text, at).value) != std::u32string_view::npos)
    at += utf8::decode(text, at).length;
  if (at == kOrdinal.size() || !text.substr(at).starts_with(kArticle)) return false;
  // 第二十条第(一)项 heads a table.
  return !text.substr(at + kArticle.size()).starts_with(kOrdinal);
}

bool is_about_disclosure(std::string_view text) {
  return text.find("公开") != std::string_view::npos &&
         text.find("第二十条") == std::string_view::npos;
}

/// The name of the page without the site's: "…的函_某县人民政府" is "…的函".
std::string_view without_site(std::string_view title) {
  for (const std::string_view mark : {"_", "|", " - ", "-"})
    title = title.substr(0, title.find(mark));
  return title;
}

/// A short line near the top that could be the page's title.
bool may_be_title(std::string_view line, std::size_t block, const Paragraph* paragraph) {
  return block < kTitleBlocks && line.size() <= kTitleBytes &&
         line.find("。") == std::string_view::npos && line.find("公开") != std::string_view::npos &&
         (paragraph == nullptr || paragraph->kind != ParagraphKind::ListItem) &&
         furniture_of(line) != Furniture::Breadcrumb;
}

/// A paragraph in which the report speaks of itself: 本报告…所列数据的统计期限自2016年1月1日起…
bool is_preface(std::string_view line) {
  static const WordFinder selves(words_of_kind(report_words(), "preface"));
  static const WordFinder counts(words_of_kind(report_words(), "preface-count"));
  static const WordFinder ends(words_of_kind(report_words(), "preface-end"));
  static const WordFinder nots(words_of_kind(report_words(), "preface-not"));
  static const WordFinder periods(words_of_kind(report_words(), "other-period"));
  return line.size() >= kTextBytes && line.find("政府信息公开") != std::string_view::npos &&
         ((selves.any(line) && counts.any(line)) || ends.any(line)) && !nots.any(line) &&
         !periods.any(line);
}

/// Chapters that headings open. Chapter one's words (组织, 制度) stand in plans and rules too;
/// there they count only where they speak of disclosure.
void look_at_heading(ReportEvidence& evidence, std::string_view line, bool marked) {
  const OutlineNumber number = outline_number(line);
  const bool chinese = number.style == OutlineStyle::Chinese || number.style == OutlineStyle::Part;
  if (line.size() > kHeadingBytes ||
      (!chinese && !marked && number.style != OutlineStyle::BracketedChinese))
    return;
  const auto chapter = chapter_of_heading(line, true);
  if (!chapter || *chapter == 0) return;
  if (*chapter > 1 || line.find("公开") != std::string_view::npos)
    evidence.chapters.insert(*chapter);
  if (chinese && number.number == 1 && *chapter == 1) ++evidence.openings;
}

}  // namespace

ReportEvidence gather_evidence(const SourceDocument& document) {
  ReportEvidence evidence;
  static const WordFinder labels(words_of_kind(report_words(), "report-table"));
  static const WordFinder samples(words_of_kind(report_words(), "sample-text"));
  static const WordFinder periods(words_of_kind(report_words(), "other-period"));
  const std::string title = normalise_text(document.title);
  if (const std::string_view name = without_site(title); is_about_disclosure(name)) {
    if (names_other_document(name)) evidence.other_document = name;
    evidence.other_document_on_top = !evidence.other_document.empty();
    evidence.other_period = periods.any(name);
  }
  std::size_t lines = 0;
  for_each_normalised(document, [&](const Text& text, std::size_t block,
                                    const Paragraph* paragraph) {
    const std::string_view line = text.normalised;
    if (line.empty() || (paragraph != nullptr && paragraph->kind == ParagraphKind::Furniture))
      return true;
    ++lines;
    if (line.size() >= kTextBytes) ++evidence.paragraphs;
    if (lines <= kPrefaceLines && is_preface(line)) evidence.preface = true;
    if (begins_with_article(line)) ++evidence.articles;
    samples.find(line, [&](std::string_view word) {
      evidence.sample_words.insert(word);
      return true;
    });
    if (evidence.table_labels.size() < labels.size())
      labels.find(label_key(line), [&](std::string_view label) {
        evidence.table_labels.insert(label);
        return true;
      });
    const bool marked = paragraph != nullptr && paragraph->kind == ParagraphKind::Heading;
    look_at_heading(evidence, line, marked);
    if (!may_be_title(line, block, paragraph) || outline_number(line).style != OutlineStyle::None)
      return true;
    const bool on_top = marked || lines <= kTopLines;
    if (on_top && periods.any(line)) evidence.other_period = true;
    // 政府信息公开目录 and 政府信息公开指南 are menu items; a document's title says more.
    if (!evidence.other_document_on_top && line.size() >= kMenuBytes && is_about_disclosure(line) &&
        names_other_document(line) && (on_top || line.find("关于") != std::string_view::npos)) {
      if (evidence.other_document.empty() || on_top) evidence.other_document = line;
      evidence.other_document_on_top = on_top;
    }
    return true;
  });
  return evidence;
}

}  // namespace guifan
