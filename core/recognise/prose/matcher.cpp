// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/matcher.h"

#include <algorithm>

#include "text/measure_words.h"
#include "text/utf8.h"

namespace guifan::prose {
namespace {

using Kind = Token::Kind;
constexpr std::size_t kGapCodePoints = 16;

/// Counters that say by themselves that the number is whole: 3件 cannot go on as another word, as
/// 3个 (3个部门) can.
bool is_firm(std::u32string_view counter) {
  std::string word;
  for (const char32_t character : counter) utf8::append(word, character);
  return has_role(word, MeasureRole::Firm);
}

}  // namespace

struct Matcher::Search {
  const Rule& rule;
  const Pattern& pattern;
  Match match;
};

Matcher::Matcher(const ProseRules& rules, std::span<const Token> tokens)
    : tokens_(tokens), nouns_(rules, tokens) {
  const auto index = [&](std::string_view name) {
    return rules.find_class(name).value_or(kNoClass);
  };
  partof_ = index("partof");
  negation_ = index("negation");
}

bool Matcher::clause_begins(std::size_t i) const {
  // A count ends what stands before it: 予以公开3件、部分公开2件 and 收到5件办结4件 begin anew
  // behind it.
  for (; i > 0; --i) {
    const Token& before = tokens_[i - 1];
    const bool here = i < tokens_.size() && tokens_[i].space_before;
    if (here || before.boundary() || before.kind == Kind::Number) return true;
    if (before.kind == Kind::Pause) {
      if (i < tokens_.size() && tokens_[i].kind == Kind::Number) return true;
      return i > 1 && (tokens_[i - 2].kind == Kind::Number || tokens_[i - 2].kind == Kind::Close);
    }
    if (!is_filler(i - 1)) return false;
  }
  return true;
}

/// The segment that holds `begin` counts before it names: 3件予以公开、1件部分公开.
bool Matcher::number_first(std::size_t begin) const {
  std::size_t first = begin;
  while (first > 0 && !tokens_[first - 1].boundary() && tokens_[first - 1].kind != Kind::Pause)
    --first;
  for (std::size_t i = first; i < begin; ++i) {
    if (tokens_[i].kind == Kind::Number) return true;
    if (tokens_[i].kind == Kind::Word && !is_filler(i)) return false;
  }
  return false;
}

bool Matcher::count_fits(const Rule& rule, std::size_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != Kind::Number || !token.exact) return false;
  if (std::find(rule.counters.begin(), rule.counters.end(), token.counter) == rule.counters.end())
    return false;
  if (i + 1 == tokens_.size()) return true;
  const Token& next = tokens_[i + 1];
  if (next.kind == Kind::Number || next.classes.test(partof_)) return false;
  if (next.kind == Kind::Pause && i + 2 < tokens_.size() && tokens_[i + 2].kind == Kind::Number)
    return false;  // 3件、5件、8件: a series, named elsewhere
  if (token.counter.empty()) return next.boundary() || next.kind == Kind::Pause;
  return next.kind != Kind::Unknown || is_firm(token.counter);
}

/// A bracket inside a phrase: 未产生与诉讼(行政复议)有关的费用 denies costs, no lawsuits.
bool Matcher::goes_on_behind(std::size_t i) const {
  if (i == tokens_.size() || tokens_[i].kind != Kind::Open) return false;
  while (i < tokens_.size() && tokens_[i].kind != Kind::Close) ++i;
  for (++i; i < tokens_.size() && !tokens_[i].boundary(); ++i)
    if (!is_filler(i) && tokens_[i].kind != Kind::Pause) return true;
  return false;
}

/// A pause with the next statement behind it: 2件行政复议、1件行政诉讼; 未收到申请、没有发生复议.
bool Matcher::counts_follow(std::size_t i) const {
  if (tokens_[i].kind != Kind::Pause) return false;
  do ++i;
  while (i < tokens_.size() && is_filler(i));
  if (i == tokens_.size()) return false;
  return tokens_[i].kind == Kind::Number || tokens_[i].classes.test(negation_);
}

namespace {

/// A pattern may hold two phrases (没有…行政复议,提起行政诉讼): one list of topics.
void join(std::optional<NounPhrase>& all, const NounPhrase& more) {
  if (!all) {
    all = more;
    return;
  }
  all->end = more.end;
  all->unknown += more.unknown;
  all->qualified = all->qualified || more.qualified;
  all->weak = all->weak || more.weak;
  for (const std::size_t topic : more.topics) {
    if (std::find(all->topics.begin(), all->topics.end(), topic) == all->topics.end())
      all->topics.push_back(topic);
  }
}

}  // namespace

/// The noun phrase at `i`, where it names what is wanted. `leads`: the match begins with it, and so
/// must the phrase.
std::optional<NounPhrase> Matcher::phrase_at(std::size_t i, const Element& wanted, const Rule& rule,
                                             bool leads) const {
  const bool cut = i > 0 && !tokens_[i].space_before && nouns_.may_hold(i - 1);
  if (leads && cut) return std::nullopt;
  std::optional<NounPhrase> phrase = nouns_.phrase_at(i);
  if (!phrase || phrase->unknown > rule.unknown || phrase->tail != 0 || phrase->topics.empty())
    return std::nullopt;
  const bool named = phrase->topics.size() == 1 && phrase->topics.front() == wanted.topic;
  return wanted.any_topic || named ? phrase : std::nullopt;
}

bool Matcher::step(Search& search, std::size_t element, std::size_t at) const {
  if (element == search.pattern.elements.size()) {
    search.match.end = at;
    return true;
  }
  const Element& wanted = search.pattern.elements[element];
  const auto saved = search.match;
  const auto next = [&](std::size_t from) {
    if (step(search, element + 1, from)) return true;
    search.match = saved;
    return false;
  };
  using EK = Element::Kind;
  if (wanted.optional && next(at)) return true;
  if (wanted.kind == EK::Start) return clause_begins(at) && next(at);
  // The first element stands where the match starts; behind "^" and behind others fillers may come.
  const bool leads =
      std::all_of(search.pattern.elements.begin(),
                  search.pattern.elements.begin() + static_cast<std::ptrdiff_t>(element),
                  [](const Element& e) { return e.kind == EK::Start || e.optional; }) &&
      at == search.match.begin;
  const bool first = leads && search.pattern.elements.front().kind != EK::Start;
  for (std::size_t i = at; i <= tokens_.size(); ++i) {
    const bool end = i == tokens_.size();
    switch (wanted.kind) {
      case EK::End:
        if ((end || tokens_[i].boundary() || counts_follow(i)) &&
            !(search.rule.kind == RuleKind::None && goes_on_behind(i)) && next(i))
          return true;
        break;
      case EK::Comma:
        if (!end && tokens_[i].kind == Kind::Comma && next(i + 1)) return true;
        break;
      case EK::Colon:
        if (!end && tokens_[i].kind == Kind::Colon && next(i + 1)) return true;
        break;
      case EK::Class:
        if (!end && (tokens_[i].classes & wanted.classes).any()) {
          if (search.rule.from && tokens_[i].classes.test(*search.rule.from))
            search.match.subject = i;
          if (next(i + 1)) return true;
        }
        break;
      case EK::Count:
      case EK::Zero:
        if (!end && count_fits(search.rule, i) &&
            (wanted.kind == EK::Count || tokens_[i].value == "0")) {
          search.match.number = i;
          if (next(i + 1)) return true;
        }
        break;
      case EK::Gap: {
        std::size_t length = 0;
        for (std::size_t j = i; j < tokens_.size() && length <= kGapCodePoints; ++j) {
          if (next(j)) return true;
          const Token& token = tokens_[j];
          if (token.boundary() || token.kind == Kind::Number || token.kind == Kind::Pause) break;
          length += token.end - token.begin;
        }
        return false;
      }
      case EK::Noun:
        if (end) break;
        if (const auto phrase = phrase_at(i, wanted, search.rule, leads)) {
          join(search.match.noun, *phrase);
          if (next(phrase->end)) return true;
        }
        break;
      case EK::Start:
        break;
    }
    if (first || end || !is_filler(i)) break;
  }
  return false;
}

bool Matcher::may_begin(const Pattern& pattern, const Token& token) {
  if (pattern.elements.empty()) return true;
  const Element& first = pattern.elements.front();
  if (first.optional) return true;
  switch (first.kind) {
    case Element::Kind::Class:
      return (token.classes & first.classes).any();
    case Element::Kind::Count:
    case Element::Kind::Zero:
      return token.kind == Kind::Number;
    default:
      return true;
  }
}

std::optional<Match> Matcher::match(const Rule& rule, const Pattern& pattern,
                                    std::size_t start) const {
  Search search{rule, pattern, {}};
  search.match.begin = start;
  if (!step(search, 0, start)) return std::nullopt;
  if (const auto number = search.match.number) {
    const bool leads = *number == start;
    // In 3件予以公开、1件部分公开 the count belongs to what follows; in 予以公开3件 to what stands
    // before.
    if (leads) {
      for (std::size_t i = start; i > 0; --i) {
        const Token& token = tokens_[i - 1];
        if (token.boundary() || token.kind == Kind::Pause) break;
        if (token.kind == Kind::Number) return std::nullopt;
        if (token.kind == Kind::Word && !is_filler(i - 1)) return std::nullopt;
        // 土地类3件予以公开: those of one kind; others may have been, too.
        if (token.kind == Kind::Unknown && token.end - token.begin > 1) return std::nullopt;
      }
    } else if (number_first(start)) {
      return std::nullopt;
    }
  }
  return search.match;
}

}  // namespace guifan::prose
