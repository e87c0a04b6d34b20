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
constexpr double kInTable = 3;                // a table that lays out the page
constexpr double kAnnounced = 0.6;            // a title within a sentence
constexpr double kListed = 0.1;               // a title in a list of reports
constexpr std::size_t kOpeningBytes = 6;      // what stands before a title that opens a text
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
/// compiles the report of its government. Empty for none.
std::string compiler_of(std::string_view text) {
  static const auto verbs = words_of_kind(report_words(), "compiler-verb");
  static const auto offices = words_of_kind(report_words(), "compiler-office");
  constexpr std::string_view kBy = "由", kCompiled = "编制";
  if (text.find(kCompiled) == std::string_view::npos) return {};
  for (const std::string_view verb : verbs) {
    for (std::size_t end = text.find(verb); end != std::string_view::npos;
         end = text.find(verb, end + verb.size())) {
      const std::size_t by = text.substr(0, end).rfind(kBy);
      if (by == std::string_view::npos) continue;
      const std::string_view name = text.substr(by + kBy.size(), end - by - kBy.size());
      const bool office = std::ranges::any_of(
          offices, [&](std::string_view ending) { return name.ends_with(ending); });
      if (!office && is_organisation_name(name)) return without_spaces(name);
    }
  }
  return {};
}

/// Titles of the document's text, block by block.
class TextVotes {
 public:
  explicit TextVotes(std::vector<TitleVote>& votes) : votes_(votes) {}

  /// `paragraph`: nullptr in a table.
  void add(std::string_view text, std::size_t block, const Paragraph* paragraph) {
    weight_ = paragraph == nullptr ? kInTable : weight_of(paragraph->kind);
    const bool short_line = text.size() <= kLineBytes;
    // Lines inside one paragraph (line breaks of the source) are lines too, but a broken title is
    // read whole first.
    std::vector<TitlePhrase> phrases = find_title_phrases(
        short_line ? text
                   : text.substr(0, std::min(text.find("。", kLongTextBytes), kMostTextBytes)));
    bool whole_title = false;
    if (short_line && phrases.empty() && !previous_.empty()) {
      add_broken_title(text, block);
    } else {
      for (TitlePhrase& phrase : phrases) {
        const bool line = short_line && covers(phrase, text);
        whole_title = whole_title || line;
        add_phrase(std::move(phrase), line, block, paragraph);
      }
    }
    if (paragraph != nullptr) add_compiler(text.substr(0, kLongTextBytes), block);
    // A line that is a title is no first half of another one.
    previous_ = short_line && !whole_title ? std::string(text) : std::string();
  }

 private:
  /// A title over two lines is read joined.
  void add_broken_title(std::string_view text, std::size_t block) {
    const std::string joined = previous_ + std::string(text);
    for (TitlePhrase& phrase : find_title_phrases(joined))
      if (phrase.end > previous_.size() && covers(phrase, joined))
        votes_.push_back(
            {std::move(phrase), weight_, true, Words{"分行的标题", "title over two lines"}, block});
  }

  void add_phrase(TitlePhrase phrase, bool line, std::size_t block, const Paragraph* paragraph) {
    if (line && paragraph != nullptr && phrase.organisation.empty() &&
        is_organisation_name(previous_)) {
      TitlePhrase named = phrase;
      named.organisation = without_spaces(previous_);
      votes_.push_back({std::move(named), weight_ * kNameAbove, false,
                        Words{"标题上方的单位名称", "name above the title"}, block});
    }
    // The whole report in one paragraph.
    const bool opens = !line && phrase.begin <= kOpeningBytes && phrase.year != 0;
    const bool heading = paragraph != nullptr && paragraph->kind == ParagraphKind::Heading;
    const Words source = !line     ? Words{"正文说明", "announcing sentence"}
                         : heading ? Words{"标题", "title heading"}
                                   : Words{"标题行", "title line"};
    votes_.push_back({std::move(phrase), weight_ * (line || opens ? 1.0 : kAnnounced),
                      line || opens, source, block});
  }

  void add_compiler(std::string_view text, std::size_t block) {
    std::string compiler = compiler_of(text);
    if (compiler.empty()) return;
    TitlePhrase named;
    named.organisation = std::move(compiler);
    votes_.push_back(
        {std::move(named), kCompiler, false, Words{"编制单位", "who compiled it"}, block});
  }

  std::vector<TitleVote>& votes_;
  double weight_ = 0;     ///< of the block at hand
  std::string previous_;  ///< the line before, where a title may begin in it
};

void vote_from_text(std::vector<TitleVote>& votes, const SourceDocument& document) {
  TextVotes text_votes(votes);
  for_each_normalised(document,
                      [&](const Text& text, std::size_t block, const Paragraph* paragraph) {
                        if (block >= kBlocksToSearch) return false;
                        if (!text.normalised.empty())
                          text_votes.add(text.normalised, block, paragraph);
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
      for (std::size_t i = begin; i < end; ++i)
        votes[i].weight = std::min(votes[i].weight, kListed);
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
