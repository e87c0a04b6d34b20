// SPDX-License-Identifier: Apache-2.0
#include "recognise/report_evidence.h"

#include <algorithm>

#include "guifan/text.h"
#include "recognise/chapter_heading.h"
#include "recognise/outline_number.h"
#include "recognise/title_line.h"
#include "recognise/word_table.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::size_t kHeadingBytes = 150;
constexpr std::size_t kTextBytes = 90;    // 30 characters: a sentence, no label
constexpr std::size_t kTitleBlocks = 60;  // a title stands near the top
constexpr std::size_t kTitleBytes = 240;

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

}  // namespace

ReportEvidence gather_evidence(const SourceDocument& document) {
  ReportEvidence evidence;
  static const std::vector<std::string_view> labels = words_of_kind(report_words(), "report-table");
  static const std::vector<std::string_view> samples = words_of_kind(report_words(), "sample-text");
  const std::string title = normalise_text(document.title);
  if (const std::string_view name = without_site(title);
      is_about_disclosure(name) && names_other_document(name))
    evidence.other_document = name;

  for_each_normalised(
      document, [&](const Text& text, std::size_t block, const Paragraph* paragraph) {
        const std::string_view line = text.normalised;
        if (paragraph != nullptr && paragraph->kind == ParagraphKind::Furniture) return true;
        if (line.empty()) return true;
        const bool is_text = line.size() >= kTextBytes;
        if (is_text) ++evidence.paragraphs;
        if (begins_with_article(line)) ++evidence.articles;
        for (const std::string_view word : samples)
          if (line.find(word) != std::string_view::npos) evidence.sample_words.insert(word);
        const std::string key = label_key(line);
        for (const std::string_view label : labels)
          if (key.find(label) != std::string::npos) evidence.table_labels.insert(label);
        const OutlineStyle style = outline_number(line).style;
        const bool marked = paragraph != nullptr && paragraph->kind == ParagraphKind::Heading;
        const bool heading = (style == OutlineStyle::Chinese || style == OutlineStyle::Part ||
                              style == OutlineStyle::BracketedChinese || marked);
        if (heading && line.size() <= kHeadingBytes) {
          // Chapter one's words (组织, 制度) stand in plans and rules too; they count where they
          // speak of disclosure.
          const auto chapter = chapter_of_heading(line, true);
          if (chapter && (*chapter > 1 || (*chapter == 1 && key.find("公开") != std::string::npos)))
            evidence.chapters.insert(*chapter);
        }
        if (evidence.other_document.empty() && block < kTitleBlocks && !is_text &&
            line.size() <= kTitleBytes && style == OutlineStyle::None &&
            (paragraph == nullptr || paragraph->kind != ParagraphKind::ListItem) &&
            line.find("公开") != std::string_view::npos &&
            line.find("关于") != std::string_view::npos && names_other_document(line))
          evidence.other_document = line;
        return true;
      });
  return evidence;
}

}  // namespace guifan
