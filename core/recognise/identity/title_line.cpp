// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/title_line.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "recognise/words/word_table.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::size_t kMostPhraseCharacters = 80;
constexpr std::size_t kMostNameCharacters = 40;

/// A text as characters with their byte offsets, so that words can be read from right to left.
struct Characters {
  std::u32string text;
  std::vector<std::size_t> offsets;  // one more than characters

  explicit Characters(std::string_view utf8) {
    text.reserve(utf8.size() / 2);
    for (std::size_t at = 0; at < utf8.size();) {
      const utf8::CodePoint point = utf8::decode(utf8, at);
      text += point.value;
      offsets.push_back(at);
      at += point.length;
    }
    offsets.push_back(utf8.size());
  }

  bool is_space(std::size_t at) const {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
  }

  /// Where `word` begins if it ends before `end`, spaces inside allowed; nullopt otherwise.
  std::optional<std::size_t> before(std::size_t end, std::u32string_view word) const {
    std::size_t at = end;
    for (std::size_t i = word.size(); i-- > 0;) {
      while (at > 0 && is_space(at - 1)) --at;
      if (at == 0 || text[at - 1] != word[i]) return std::nullopt;
      --at;
    }
    return at;
  }
};

std::vector<std::u32string> words(std::string_view kind) {
  return characters_of_kind(report_words(), kind);
}

int digit_value(char32_t sign) {
  if (sign >= '0' && sign <= '9') return static_cast<int>(sign - '0');
  if (sign == U'〇' || sign == U'○' || sign == U'零' || sign == U'О' || sign == U'O') return 0;
  const auto at = std::u32string_view(U"一二三四五六七八九").find(sign);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

struct YearBefore {
  int year = 0;
  std::size_t begin = 0;
};

/// "2017年", "2017 年度", "二○一七年" that ends before `end`. Exactly four digits: dates with lost
/// digits name no year.
std::optional<YearBefore> year_before(const Characters& characters, std::size_t end) {
  std::size_t at = end;
  if (const auto degree = characters.before(at, U"度")) at = *degree;
  const auto mark = characters.before(at, U"年");
  if (!mark) return std::nullopt;
  at = *mark;
  while (at > 0 && characters.is_space(at - 1)) --at;
  int year = 0;
  int scale = 1;
  for (int i = 0; i < 4; ++i, scale *= 10) {
    if (at == 0) return std::nullopt;
    const int digit = digit_value(characters.text[at - 1]);
    if (digit < 0) return std::nullopt;
    year += digit * scale;
    --at;
  }
  if (at > 0 && digit_value(characters.text[at - 1]) >= 0 && characters.text[at - 1] < 0x80)
    return std::nullopt;
  if (!is_report_year(year)) return std::nullopt;
  return YearBefore{year, at};
}

/// "(2017年)" or "(2017年度)" directly behind the title.
std::optional<int> year_in_brackets(const Characters& characters, std::size_t at) {
  while (at < characters.text.size() && characters.is_space(at)) ++at;
  if (at >= characters.text.size() || characters.text[at] != '(') return std::nullopt;
  const std::size_t close = characters.text.find(U')', at);
  if (close == std::u32string::npos || close - at > 10) return std::nullopt;
  const auto found = year_before(characters, close);
  return found && found->begin == at + 1 ? std::optional(found->year) : std::nullopt;
}

bool is_boundary(char32_t value) {
  if (value < 0x80)
    return !(value >= '0' && value <= '9') && !(value >= 'a' && value <= 'z') &&
           !(value >= 'A' && value <= 'Z') && value != ' ' && value != '-' && value != '.';
  return std::u32string_view(U"。、“”‘’《》〈〉【】〔〕「」—…·•|").find(value) !=
         std::u32string_view::npos;
}

bool ends_with_any(std::u32string_view name, const std::vector<std::u32string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const auto& ending) { return name.ends_with(ending); });
}

/// Parts of names that look like other words: the 编制 of 机构编制委员会 announces no report.
const std::vector<std::u32string>& name_parts() {
  static const std::vector<std::u32string> parts = words("organisation-part");
  return parts;
}

/// The name without such parts.
std::u32string without_parts(std::u32string_view name) {
  std::u32string rest(name);
  for (const auto& part : name_parts()) {
    if (const auto at = rest.find(part); at != std::u32string::npos) rest.erase(at, part.size());
  }
  return rest;
}

/// A public body's name: Chinese characters only, a known ending, nothing that names never hold.
bool is_organisation(std::u32string_view name) {
  static const std::vector<std::u32string> endings = words("organisation-end");
  static const std::vector<std::u32string> never = words("organisation-not");
  static const std::vector<std::u32string> never_first = words("organisation-not-start");
  if (name.size() < 2 || name.size() > kMostNameCharacters) return false;
  if (!std::all_of(name.begin(), name.end(),
                   [](char32_t c) { return utf8::is_han(c) || c == '(' || c == ')'; }))
    return false;
  const std::u32string rest = without_parts(name);
  if (std::any_of(never.begin(), never.end(),
                  [&](const auto& word) { return rest.find(word) != std::u32string::npos; }))
    return false;
  if (std::any_of(never_first.begin(), never_first.end(),
                  [&](const auto& word) { return name.starts_with(word); }))
    return false;
  // A second name may stand in brackets: 行政审批局(政务服务局).
  if (name.ends_with(U')')) return ends_with_any(name.substr(0, name.rfind(U'(')), endings);
  return ends_with_any(name, endings);
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) utf8::append(result, c);
  return result;
}

/// The name that ends before `end`; `begin` receives where it starts.
std::u32string name_before(const Characters& characters, std::size_t end, std::size_t& begin) {
  static const std::vector<std::u32string> lead_ins = words("lead-in");
  static const std::vector<std::u32string> endings = words("organisation-end");
  while (end > 0 && characters.is_space(end - 1)) --end;
  std::u32string name;
  std::size_t at = end;
  while (at > 0 && name.size() <= kMostNameCharacters) {
    const char32_t c = characters.text[at - 1];
    if (is_boundary(c) && c != '(' && c != ')') break;
    if (characters.is_space(at - 1)) {
      // A space ends the name, unless the line is one letter-spaced name.
      if (ends_with_any(name, endings) && name.size() >= 3) break;
      if (is_organisation(name)) break;
      --at;
      continue;
    }
    if (year_before(characters, at)) break;
    const auto part = std::find_if(name_parts().begin(), name_parts().end(), [&](const auto& word) {
      return characters.before(at, word).has_value();
    });
    if (part != name_parts().end()) {
      name.insert(0, *part);
      at = *characters.before(at, *part);
      continue;
    }
    if (std::any_of(lead_ins.begin(), lead_ins.end(),
                    [&](const auto& word) { return characters.before(at, word).has_value(); }))
      break;
    name.insert(name.begin(), c);
    --at;
  }
  begin = at;
  return name;
}

/// Reads a title phrase whose 报告 (or 年报, 总结) ends at `end` and begins at `begin`.
std::optional<TitlePhrase> phrase_before(const Characters& characters, std::size_t begin,
                                         std::size_t end, bool annual) {
  TitlePhrase phrase;
  phrase.annual = annual;
  bool disclosure = false;
  std::size_t at = begin;
  const std::size_t floor = end > kMostPhraseCharacters ? end - kMostPhraseCharacters : 0;
  bool after_about = false;
  static const std::vector<std::u32string> tail_words = [] {
    std::vector<std::u32string> all{U"信息公开", U"政务公开", U"年度", U"关于"};
    for (std::u32string& word : words("title-word")) all.push_back(std::move(word));
    return all;
  }();
  for (bool moved = true; moved && at > floor;) {
    moved = false;
    if (const auto year = year_before(characters, at); year && phrase.year == 0) {
      phrase.year = year->year;
      at = year->begin;
      moved = true;
      continue;
    }
    for (const std::u32string_view word : tail_words) {
      const auto start = characters.before(at, word);
      if (!start) continue;
      at = *start;
      moved = true;
      if (word == U"年度") phrase.annual = true;
      if (word == U"关于") after_about = true;
      if (word == U"信息公开" || word == U"政务公开") {
        disclosure = true;
        // 政府信息公开 is one term, but in 高亭镇人民政府信息公开 the 政府 belongs to the name.
        if (const auto government = characters.before(at, U"政府");
            government && !characters.before(*government, U"人民") && word == U"信息公开")
          at = *government;
      }
      break;
    }
    if (after_about) break;
  }
  if (!disclosure) return std::nullopt;
  std::size_t name_begin = at;
  std::u32string name = name_before(characters, at, name_begin);
  const bool named = is_organisation(name);
  phrase.begin = characters.offsets[named ? name_begin : at];
  if (phrase.year == 0) {
    if (const auto year = year_before(characters, name_begin)) {
      phrase.year = year->year;
      phrase.begin = characters.offsets[year->begin];
    } else if (const auto later = year_in_brackets(characters, end)) {
      phrase.year = *later;
    }
  }
  if (named) phrase.organisation = to_utf8(name);
  phrase.end = characters.offsets[end];
  return phrase;
}

/// What may follow a title: nothing, a mark, or a word of the sentence that announces it.
bool may_end_here(const Characters& characters, std::size_t end) {
  while (end < characters.text.size() && characters.is_space(end)) ++end;
  if (end >= characters.text.size()) return true;
  const std::u32string_view rest = std::u32string_view(characters.text).substr(end, 8);
  if (is_boundary(rest[0]) && rest[0] != U'、') return true;
  if (rest[0] == '_' || rest[0] == '-' || rest[0] == '.' || rest[0] < 0x80) return true;
  if (end > 0 && characters.is_space(end - 1)) {
    // After a space the next words are the page's, not the title's, unless they are another
    // document's tail.
    static const auto others = words("title-not-end");
    for (const std::u32string_view word : others)
      if (rest.starts_with(word)) return false;
    return true;
  }
  static const auto announced = words("title-announced");
  for (const std::u32string_view word : announced)
    if (rest.starts_with(word)) return true;
  return false;
}

}  // namespace

std::vector<TitlePhrase> find_title_phrases(std::string_view normalised) {
  std::vector<TitlePhrase> phrases;
  // Cheap way out: nearly all paragraphs hold none of the words.
  if (normalised.find("公") == std::string_view::npos) return phrases;
  static const std::vector<std::string_view> periods =
      words_of_kind(report_words(), "other-period");
  const Characters characters(normalised);
  struct Tail {
    std::u32string_view word;
    bool annual;
  };
  constexpr std::array<Tail, 3> kTails{{{U"报告", false}, {U"年报", true}, {U"总结", false}}};
  for (std::size_t end = 2; end <= characters.text.size(); ++end) {
    if (characters.is_space(end - 1)) continue;
    for (const Tail& tail : kTails) {
      const auto begin = characters.before(end, tail.word);
      if (!begin || !may_end_here(characters, end)) continue;
      auto phrase = phrase_before(characters, *begin, end, tail.annual);
      if (!phrase || (phrase->year == 0 && !phrase->annual)) continue;
      phrase->text = normalised.substr(phrase->begin, phrase->end - phrase->begin);
      // The period may stand before the phrase (2022年上半年…): look at the line up to its last
      // mark.
      std::size_t line = phrase->begin;
      while (line > 0 && phrase->begin - line < 60 &&
             !is_boundary(utf8::decode_before(normalised, line).value))
        line -= utf8::decode_before(normalised, line).length;
      const std::string context = without_spaces(normalised.substr(line, phrase->end - line));
      phrase->other_period = std::any_of(
          periods.begin(), periods.end(),
          [&](std::string_view word) { return context.find(word) != std::string::npos; });
      phrases.push_back(std::move(*phrase));
    }
  }
  return phrases;
}

bool is_organisation_name(std::string_view normalised) {
  return is_organisation(Characters(without_spaces(normalised)).text);
}

bool names_other_document(std::string_view normalised_title) {
  static const std::vector<std::string_view> kinds =
      words_of_kind(report_words(), "other-document");
  std::string title = without_spaces(normalised_title);
  // A note behind the title does not change what it is: (试行), (2021年修订).
  if (const std::size_t open = title.rfind('('); title.ends_with(')') && open != std::string::npos)
    title.resize(open);
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return title.ends_with(kind); });
}

}  // namespace guifan
