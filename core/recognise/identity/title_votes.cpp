// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/title_votes.h"

#include <algorithm>

#include "guifan/text.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/words/word_table.h"
#include "text/code_points.h"

namespace guifan {
namespace {

constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);
constexpr std::size_t kLineBytes = 240;       // no title line is longer
constexpr std::size_t kBlocksToSearch = 400;  // titles and announcements stand near the top
constexpr std::size_t kLongTextBytes = 400;   // of a long paragraph only the beginning announces
constexpr std::size_t kMostTextBytes = 4000;  // even where it has no full stop
constexpr double kNameAbove = 0.3;            // it may be the site's name, not the body's
constexpr double kCompiler = 1.5;             // 由民政局编制: less than any title of its own
constexpr std::size_t kListLength = 3;        // so many titles of other years in a row are a list

/// The phrase is nearly all of the line.
bool covers(const TitlePhrase& phrase, std::string_view line) {
  return without_spaces(phrase.text).size() * 10 >= without_spaces(line).size() * 6;
}

void vote_from_line(std::vector<TitleVote>& votes, std::string_view text, double weight,
                    const Words& source) {
  for (TitlePhrase& phrase : find_title_phrases(text))
    votes.push_back({std::move(phrase), weight, true, source, kNoBlock});
}

double weight_of(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::Heading:
      return 6;
    case ParagraphKind::Body:
      return 5;
    case ParagraphKind::ListItem:
      return 1;
    case ParagraphKind::Furniture:
      return 0.1;
    case ParagraphKind::Note:
      return 1;
  }
  return 1;
}

/// 本报告由云溪县民政局编制, 由云溪县民政局按照《…》要求编制: the body that reports. An office
/// compiles the report of its government.
std::string compiler_of(std::string_view text) {
  constexpr std::string_view kBy = "由";
  if (text.find("编制") == std::string_view::npos) return {};
  for (const std::string_view verb : {"编制", "按照", "根据", "依据"}) {
    for (std::size_t end = text.find(verb); end != std::string_view::npos;
         end = text.find(verb, end + verb.size())) {
      const std::size_t by = text.substr(0, end).rfind(kBy);
      if (by == std::string_view::npos) continue;
      const std::string_view name = text.substr(by + kBy.size(), end - by - kBy.size());
      const bool office =
          name.ends_with("办公室") || name.ends_with("办公厅") || name.ends_with("办");
      if (!office && is_organisation_name(name)) return without_spaces(name);
    }
  }
  return {};
}

/// Titles of the document's text. A title that is broken over two lines is read joined.
void vote_from_text(std::vector<TitleVote>& votes, const SourceDocument& document) {
  std::string previous;
  for_each_normalised(document, [&](const Text& text, std::size_t block,
                                    const Paragraph* paragraph) {
    if (block >= kBlocksToSearch) return false;
    const std::string_view whole = text.normalised;
    if (whole.empty()) return true;
    const bool short_line = whole.size() <= kLineBytes;
    const double weight = paragraph == nullptr ? 3 : weight_of(paragraph->kind);
    // Lines inside one paragraph (line breaks of the source) are lines too, but a broken title is
    // read whole first.
    std::vector<TitlePhrase> phrases = find_title_phrases(
        short_line ? whole
                   : whole.substr(0, std::min(whole.find("。", kLongTextBytes), kMostTextBytes)));
    if (short_line && phrases.empty() && !previous.empty()) {
      const std::string joined = previous + std::string(whole);
      phrases = find_title_phrases(joined);
      std::erase_if(phrases, [&](const TitlePhrase& phrase) {
        return phrase.end <= previous.size() || !covers(phrase, joined);
      });
      for (TitlePhrase& phrase : phrases)
        votes.push_back(
            {std::move(phrase), weight, true, Words{"分行的标题", "title over two lines"}, block});
      phrases.clear();
    }
    bool whole_title = false;
    for (TitlePhrase& phrase : phrases) {
      const bool line = short_line && covers(phrase, whole);
      whole_title = whole_title || line;
      if (line && paragraph != nullptr && phrase.organisation.empty() &&
          is_organisation_name(previous)) {
        TitlePhrase named = phrase;
        named.organisation = without_spaces(previous);
        votes.push_back({std::move(named), weight * kNameAbove, false,
                         Words{"标题上方的单位名称", "name above the title"}, block});
      }
      const bool opens =
          !line && phrase.begin <= 6 && phrase.year != 0;  // the whole report in one paragraph
      const double share = line || opens ? 1.0 : 0.6;
      votes.push_back({std::move(phrase), weight * share, line || opens,
                       line ? (paragraph != nullptr && paragraph->kind == ParagraphKind::Heading
                                   ? Words{"标题", "title heading"}
                                   : Words{"标题行", "title line"})
                            : Words{"正文说明", "announcing sentence"},
                       block});
    }
    if (paragraph != nullptr) {
      if (std::string compiler = compiler_of(whole.substr(0, kLongTextBytes)); !compiler.empty()) {
        TitlePhrase named;
        named.organisation = std::move(compiler);
        votes.push_back(
            {std::move(named), kCompiler, false, Words{"编制单位", "who compiled it"}, block});
      }
    }
    // A line that is a title is no first half of another one.
    previous = short_line && !whole_title ? std::string(whole) : std::string();
    return true;
  });
}

/// Runs of title lines of different years are a list of reports.
void discount_lists(std::vector<TitleVote>& votes) {
  for (std::size_t begin = 0; begin < votes.size();) {
    std::size_t end = begin;
    std::size_t years = 0;
    while (end < votes.size() && votes[end].line && votes[end].block != kNoBlock &&
           (end == begin || (votes[end].block - votes[end - 1].block <= 1 &&
                             votes[end].phrase.year != votes[end - 1].phrase.year &&
                             votes[end].weight == votes[begin].weight))) {
      ++years;
      ++end;
    }
    if (years >= kListLength)
      for (std::size_t i = begin; i < end; ++i) votes[i].weight = std::min(votes[i].weight, 0.1);
    begin = std::max(end, begin + 1);
  }
}

}  // namespace

std::vector<TitleVote> collect_title_votes(const SourceDocument& document) {
  std::vector<TitleVote> votes;
  vote_from_text(votes, document);
  discount_lists(votes);
  vote_from_line(votes, normalise_text(document.title), 3, Words{"网页标题", "page title"});
  for (const auto& [name, value] : document.metadata)
    if (ascii_lower(name).find("title") != std::string::npos)
      vote_from_line(votes, normalise_text(value), 2, {"网页元数据 " + name, "metadata " + name});
  const std::string_view stem = std::string_view(document.name).substr(0, document.name.rfind('.'));
  vote_from_line(votes, normalise_text(stem), 2, Words{"文件名", "file name"});
  return votes;
}

}  // namespace guifan
