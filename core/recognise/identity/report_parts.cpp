// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/report_parts.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "guifan/text.h"
#include "recognise/identity/title_line.h"
#include "recognise/identity/title_votes.h"
#include "recognise/words/chapter_heading.h"
#include "recognise/words/outline_number.h"

namespace guifan {
namespace {

constexpr std::uint32_t kLeastChapters = 3;
constexpr std::size_t kHeadingBytes = 150;

/// How far the numbers of chapter headings count up from one in the blocks [begin, end).
std::uint32_t chapters_in(const SourceDocument& document, std::size_t begin, std::size_t end) {
  std::uint32_t chapters = 0;
  for (std::size_t block = begin; block < end; ++block) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[block]);
    if (paragraph == nullptr || paragraph->kind == ParagraphKind::Furniture) continue;
    const std::string& line = paragraph->text.normalised;
    if (line.empty() || line.size() > kHeadingBytes) continue;
    const OutlineNumber number = outline_number(line);
    if (number.style != OutlineStyle::Chinese && number.style != OutlineStyle::Part) continue;
    if (number.number == chapters + 1 && chapter_of_heading(line, true)) ++chapters;
  }
  return chapters;
}

/// The year, or the bodies where both name one.
bool differ(const TitlePhrase& a, const TitlePhrase& b) {
  return a.year != b.year ||
         (!a.organisation.empty() && !b.organisation.empty() && a.organisation != b.organisation);
}

/// Lines that are titles of annual reports with their year, in the order of the text.
std::vector<TitleVote> title_lines(const SourceDocument& document) {
  std::vector<TitleVote> lines = collect_title_votes(document);
  std::erase_if(lines, [&](const TitleVote& vote) {
    return !vote.line || vote.block >= document.blocks.size() || !vote.phrase.annual ||
           vote.phrase.year == 0 || vote.phrase.other_period ||
           !std::holds_alternative<Paragraph>(document.blocks[vote.block]);
  });
  std::ranges::stable_sort(lines, {}, &TitleVote::block);
  return lines;
}

/// The page's own title names this report, and not the other.
bool named_by_page(const SourceDocument& document, const TitlePhrase& report,
                   const TitlePhrase& other) {
  const std::string title = normalise_text(document.title);
  const auto phrases = find_title_phrases(title);
  return std::ranges::any_of(phrases, [&](const TitlePhrase& phrase) {
    return phrase.year != 0 && !differ(phrase, report) && differ(phrase, other);
  });
}

}  // namespace

std::optional<ReportPart> own_report(const SourceDocument& document) {
  const std::vector<TitleVote> titles = title_lines(document);
  if (titles.size() < 2) return std::nullopt;
  // Where each report begins; what stands above the first title belongs to the first.
  std::vector<std::size_t> begins{0};
  std::vector<const TitlePhrase*> names{&titles.front().phrase};
  for (std::size_t i = 1; i < titles.size(); ++i) {
    if (!differ(titles[i].phrase, *names.back())) continue;
    const std::size_t next = i + 1 < titles.size() ? titles[i + 1].block : document.blocks.size();
    if (chapters_in(document, begins.back(), titles[i].block) < kLeastChapters ||
        chapters_in(document, titles[i].block, next) < kLeastChapters)
      continue;
    begins.push_back(titles[i].block);
    names.push_back(&titles[i].phrase);
  }
  if (begins.size() < 2) return std::nullopt;
  begins.push_back(document.blocks.size());
  std::size_t own = 0;
  for (std::size_t i = 1; i < names.size() && own == 0; ++i)
    if (named_by_page(document, *names[i], *names.front())) own = i;
  return ReportPart{begins[own], begins[own + 1], own == 0 ? begins[1] : titles.front().block};
}

SourceDocument document_of(const SourceDocument& document, const ReportPart& part) {
  SourceDocument own = document;
  own.blocks.assign(document.blocks.begin() + static_cast<std::ptrdiff_t>(part.begin),
                    document.blocks.begin() + static_cast<std::ptrdiff_t>(part.end));
  return own;
}

}  // namespace guifan
