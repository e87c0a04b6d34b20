// SPDX-License-Identifier: Apache-2.0
// Which numbers in a paragraph open chapters. Right or silent: 一、二、三、 in order, each with
// words that chapter headings have, at a place where a heading can begin.
#include <algorithm>
#include <optional>
#include <string_view>

#include "guifan/text.h"
#include "recognise/chapters/chapter_outline.h"
#include "recognise/chapters/run_on.h"
#include "recognise/words/chapter_heading.h"
#include "recognise/words/outline_number.h"
#include "recognise/words/word_table.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::size_t kLeastBytes = 450;     // 150 characters: less is no report
constexpr std::size_t kHeadingBytes = 120;   // 40 characters
constexpr std::size_t kSentenceBytes = 150;  // prose ends a sentence within 50 characters
constexpr std::size_t kLeastHeadings = 3;
constexpr std::size_t kMostTries = 3;  // lists of contents before the report itself

const std::vector<std::string_view>& words(std::string_view kind) {
  static const auto ends = words_of_kind(report_words(), "heading-end");
  static const auto bare_ends = words_of_kind(report_words(), "heading-bare-end");
  static const auto goes_on = words_of_kind(report_words(), "heading-goes-on");
  static const auto stops = words_of_kind(report_words(), "run-on-end");
  if (kind == "heading-end") return ends;
  if (kind == "heading-bare-end") return bare_ends;
  return kind == "heading-goes-on" ? goes_on : stops;
}

/// The word of `kind` that stands at `at`; empty for none.
std::string_view word_at(std::string_view text, std::size_t at, std::string_view kind) {
  for (const std::string_view word : words(kind))
    if (text.substr(at).starts_with(word)) return word;
  return {};
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool ends_clause(char32_t c) {
  return std::u32string_view(U"。;!?:.；：！？").find(c) != std::u32string_view::npos;
}

/// A heading can begin behind the end of a sentence, a bracket, a space, a figure and its unit.
bool can_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const utf8::CodePoint before = utf8::decode_before(text, at);
  if (ends_clause(before.value) || is_space(before.value) || is_ascii_digit(before.value))
    return true;
  if (std::u32string_view(U")]”\"》】").find(before.value) != std::u32string_view::npos)
    return true;
  std::size_t figure = at;
  for (int characters = 0; characters < 2 && figure > 0; ++characters) {  // 件, 万元
    const utf8::CodePoint point = utf8::decode_before(text, figure);
    if (std::u32string_view(U"元万件条个次份篇人项%").find(point.value) ==
        std::u32string_view::npos)
      break;
    figure -= point.length;
  }
  return figure != at && figure > 0 && is_ascii_digit(utf8::decode_before(text, figure).value);
}

struct Heading {
  std::uint32_t number = 0;
  RunOnHeading range;
  std::optional<std::uint32_t> chapter;
  bool closed = false;  ///< its end is known
};

/// Where the words that begin at `begin` end as a heading; nullopt where text runs on unmarked.
std::optional<std::size_t> end_of_words(std::string_view text, std::size_t begin) {
  const std::size_t limit = std::min(text.size(), begin + kHeadingBytes);
  for (std::size_t at = begin; at < limit;) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (ends_clause(point.value) || point.value == '\n') return at;
    if (point.value == ',') return std::nullopt;
    if (is_space(point.value)) {
      const auto chapter = chapter_of_heading(text.substr(begin, at - begin), true);
      if (chapter) return at;
    }
    if (const std::string_view end = word_at(text, at, "heading-end"); !end.empty()) {
      const std::size_t behind = at + end.size();
      if (word_at(text, behind, "heading-goes-on").empty()) return behind;
    }
    if (const std::string_view end = word_at(text, at, "heading-bare-end"); !end.empty()) {
      const std::size_t behind = at + end.size();
      const char32_t next = behind < text.size() ? utf8::decode(text, behind).value : U' ';
      if (is_space(next) || is_ascii_digit(next) || ends_clause(next)) return behind;
    }
    at += point.length;
  }
  return std::nullopt;
}

/// The words before the first mark, for headings whose end is not known.
std::string_view first_words(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const std::size_t limit = std::min(text.size(), begin + kHeadingBytes);
  while (at < limit) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (ends_clause(point.value) || is_space(point.value) || point.value == ',') break;
    at += point.length;
  }
  return text.substr(begin, at - begin);
}

std::optional<Heading> heading_at(std::string_view text, std::size_t at) {
  const OutlineNumber number = outline_number(text.substr(at, kHeadingBytes));
  if (number.style != OutlineStyle::Chinese) return std::nullopt;
  Heading heading;
  heading.number = number.number;
  heading.range = {at, at};
  const std::size_t begin = at + number.length;
  if (const auto end = end_of_words(text, begin)) {
    heading.closed = true;
    heading.range.end = *end;
    heading.chapter = chapter_of_heading(text.substr(begin, *end - begin), true);
  } else {
    heading.chapter = chapter_of_heading(first_words(text, begin), true);
  }
  return heading;
}

/// Every place with 一、 二、 ... where a heading can begin, row labels of tables left out.
std::vector<Heading> candidates(std::string_view text) {
  constexpr std::string_view kMark = "、";
  std::vector<Heading> found;
  for (std::size_t mark = text.find(kMark); mark != std::string_view::npos;
       mark = text.find(kMark, mark + kMark.size())) {
    std::size_t at = mark;
    while (at > 0 && mark - at < 9) {
      const utf8::CodePoint point = utf8::decode_before(text, at);
      if (!is_outline_numeral(point.value)) break;
      at -= point.length;
    }
    if (at == mark || !can_begin(text, at)) continue;
    const auto heading = heading_at(text, at);
    if (heading && heading->chapter != 0U) found.push_back(*heading);
  }
  return found;
}

/// Where the report's words end and a table begins that is printed behind them: its words, and no
/// end of a sentence soon after.
std::size_t table_begin(std::string_view text, std::size_t from) {
  std::size_t first = text.size();
  for (const std::string_view word : words("run-on-end")) {
    for (std::size_t at = text.find(word, from); at < first; at = text.find(word, at + 1)) {
      if (text.substr(at, kSentenceBytes).find("。") != std::string_view::npos) continue;
      first = at;
      break;
    }
  }
  return first;
}

/// The chain that begins with candidate `first`: each number once, in order, first fit. A heading
/// without words of ours counts between two that have them, where a sentence ends before it.
std::vector<Heading> chain_from(std::string_view text, const std::vector<Heading>& all,
                                std::size_t first) {
  std::vector<Heading> chain{all[first]};
  const std::size_t stop = table_begin(text, all[first].range.begin);
  std::optional<Heading> unnamed;
  for (std::size_t i = first + 1; i < all.size(); ++i) {
    const Heading& heading = all[i];
    if (heading.range.begin >= stop || (heading.number == 1 && heading.chapter)) break;
    const std::uint32_t next = chain.back().number + 1;
    if (heading.number == next && heading.chapter) {
      chain.push_back(heading);
      unnamed.reset();
    } else if (heading.number == next && heading.closed && !unnamed) {
      unnamed = heading;
    } else if (heading.number == next + 1 && heading.chapter && unnamed) {
      chain.push_back(*unnamed);
      chain.push_back(heading);
      unnamed.reset();
    }
  }
  return chain;
}

/// Between most headings stands at least a sentence; a list of contents has none.
bool has_text_between(std::string_view text, const std::vector<Heading>& chain) {
  std::size_t with_text = 0;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const std::size_t begin = std::max(chain[i].range.begin, chain[i].range.end);
    const std::string_view between = text.substr(begin, chain[i + 1].range.begin - begin);
    if (between.find("。") != std::string_view::npos || between.size() >= 2 * kHeadingBytes)
      ++with_text;
  }
  return with_text * 2 >= chain.size() - 1;
}

}  // namespace

std::vector<RunOnHeading> find_run_on_headings(std::string_view normalised) {
  std::vector<RunOnHeading> headings;
  if (normalised.size() < kLeastBytes) return headings;
  const std::vector<Heading> all = candidates(normalised);
  std::size_t tries = 0;
  for (std::size_t first = 0; first < all.size() && tries < kMostTries; ++first) {
    if (all[first].number != 1 || !all[first].chapter) continue;
    ++tries;
    const std::vector<Heading> chain = chain_from(normalised, all, first);
    if (chain.size() < kLeastHeadings || !has_text_between(normalised, chain)) continue;
    for (const Heading& heading : chain) headings.push_back(heading.range);
    return headings;
  }
  return headings;
}

}  // namespace guifan
