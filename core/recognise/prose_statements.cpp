// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose_statements.h"

#include <algorithm>

#include "recognise/prose_period.h"
#include "recognise/prose_subject.h"

namespace guifan::prose {
namespace {

/// review.total + upheld -> review.upheld
std::string part_of(const std::string& total, std::string_view part) {
  const auto dot = total.rfind('.');
  return total.substr(0, dot == std::string::npos ? 0 : dot + 1) + std::string(part);
}

constexpr std::string_view kAllLitigation = "litigation.total";  // direct and after review
constexpr std::string_view kTotal = "requests.total.total";

bool is_total(RuleKind kind) {
  return kind == RuleKind::Count || kind == RuleKind::Joint || kind == RuleKind::Each;
}

class SentenceReader {
 public:
  SentenceReader(const ProseRules& rules, std::span<const Token> tokens, const Surroundings& around)
      : rules_(rules),
        tokens_(tokens.begin(), tokens.end()),
        around_(around),
        matcher_(rules_, tokens_) {
    periods_ = periods_of(rules_, tokens_, around.report_year);
    sentence_ = classes_of(tokens_);
    counts_ = has_number(0, tokens_.size());
    taken_.assign(tokens_.size(), false);
  }

  std::vector<Statement> read() {
    for (const Rule& rule : rules_.rules) apply(rule);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Statement& a, const Statement& b) { return a.begin < b.begin; });
    drop_parts_of_totals();
    bind_parts();
    std::erase_if(found_, [](const Statement& s) { return s.indicator.empty(); });
    return std::move(found_);
  }

 private:
  bool has(std::size_t token, std::string_view name) const {
    const auto index = rules_.find_class(name);
    return index && tokens_[token].classes.test(*index);
  }
  bool between(std::size_t begin, std::size_t end, std::string_view name) const {
    for (std::size_t i = begin; i < end && i < tokens_.size(); ++i) {
      if (has(i, name)) return true;
    }
    return false;
  }

  std::size_t clause_begin(std::size_t at) const {
    while (at > 0 && !tokens_[at - 1].boundary()) --at;
    return at;
  }
  std::size_t clause_end(std::size_t at) const {
    while (at < tokens_.size() && !tokens_[at].boundary()) ++at;
    return at;
  }

  bool can_match(const Pattern& pattern) const {
    return (counts_ || !pattern.counts) &&
           std::all_of(pattern.required.begin(), pattern.required.end(),
                       [&](const ClassSet& set) { return (sentence_ & set).any(); });
  }

  void apply(const Rule& rule) {
    std::vector<const Pattern*> patterns;
    for (const Pattern& pattern : rule.patterns) {
      if (can_match(pattern)) patterns.push_back(&pattern);
    }
    if (patterns.empty()) return;
    for (std::size_t start = 0; start < tokens_.size(); ++start) {
      for (const Pattern* pattern : patterns) {
        const auto match = matcher_.match(rule, *pattern, start);
        if (!match || !accept(rule, *match)) continue;
        add(rule, *match);
        start = std::max(start, match->end > 0 ? match->end - 1 : 0);
        break;
      }
    }
  }

  bool accept(const Rule& rule, const Match& match) const {
    for (std::size_t i = match.begin; i < match.end; ++i) {
      if (taken_[i] && (tokens_[i].kind == Token::Kind::Number || !match.number)) return false;
    }
    if (rule.kind == RuleKind::Body && !fills_sentence(match)) return false;
    const std::size_t begin = clause_begin(match.begin);
    const std::size_t end = clause_end(match.end > match.begin ? match.end - 1 : match.end);
    if (between(begin, end, "hypothetical")) return false;
    if (!around_.organisation.empty() && speaks_of_another_body(begin)) return false;
    if (rule.kind == RuleKind::AllPart && has_number(begin, end)) return false;
    const std::size_t place = match.number ? *match.number : match.end > 0 ? match.end - 1 : 0;
    const Period period = periods_[std::min(place, periods_.size() - 1)];
    const bool zero = rule.kind == RuleKind::None && !match.number;
    if (period != Period::ReportYear && !(zero && period == Period::Open)) return false;
    // 2件于2017年1月答复: the year may stand behind the number. What is carried over names it, too.
    const bool carries = rule.indicator.find(".carried_") != std::string::npos;
    if (match.number && match.end > place + 1 && !carries &&
        periods_[match.end - 1] == Period::Other)
      return false;
    if (match.noun && match.noun->weak && speaks_of_request(*match.noun) &&
        (match.noun->unknown > 0 || around_.elsewhere || !request_context())) {
      return false;
    }
    return std::all_of(rule.guards.begin(), rule.guards.end(),
                       [&](const Guard& guard) { return holds(guard, match, begin, end); });
  }

  /// Whether the clause begins with another body than the reporting one: 2016年县教育局共收到.
  bool speaks_of_another_body(std::size_t begin) const {
    for (std::size_t end = begin; end < tokens_.size(); ++end) {
      const Token& token = tokens_[end];
      const bool unknown = token.kind == Token::Kind::Unknown;
      if (!unknown && !matcher_.is_filler(end)) return false;
      if (token.kind == Token::Kind::Date) begin = end + 1;
      if (begin > end || around_.text.size() < token.end) continue;
      const std::size_t from = tokens_[begin].begin;
      const bool named = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(end + 1),
                                     [](const Token& t) { return t.kind == Token::Kind::Unknown; });
      // A name goes on where unknown text follows: 县教育局招生办.
      const bool ends = end + 1 == tokens_.size() || tokens_[end + 1].kind != Token::Kind::Unknown;
      if (named && ends &&
          names_another_body(around_.text.substr(from, token.end - from), around_.organisation))
        return true;
    }
    return false;
  }

  bool has_number(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& token) { return token.kind == Token::Kind::Number; });
  }

  /// Nothing but fillers and punctuation around the match.
  bool fills_sentence(const Match& match) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool inside = i >= match.begin && i < match.end;
      if (!inside && !tokens_[i].boundary() && !matcher_.is_filler(i)) return false;
    }
    return true;
  }

  bool speaks_of_request(const NounPhrase& noun) const {
    return std::any_of(noun.topics.begin(), noun.topics.end(),
                       [&](std::size_t topic) { return rules_.topics[topic].rank > 1; });
  }
  /// 申请 alone: of information, or of licences at the service counter?
  bool request_context() const {
    const auto other = rules_.find_class("otherbusiness");
    const auto certain = rules_.find_class("byrequest");
    const bool business = other && (around_.block.test(*other) || sentence_.test(*other));
    return !business || (certain && (around_.heading.test(*certain) || sentence_.test(*certain)));
  }

  bool holds(const Guard& guard, const Match& match, std::size_t begin, std::size_t end) const {
    unsigned count = 0;
    const auto add = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) count += (tokens_[i].classes & guard.classes).any();
    };
    switch (guard.within) {
      case Guard::Within::Before: {
        std::size_t i = match.begin;
        while (i > 0 && matcher_.is_filler(i - 1) &&
               (tokens_[i - 1].classes & guard.classes).none())
          --i;
        if (i > 0) count += (tokens_[i - 1].classes & guard.classes).any();
        break;
      }
      case Guard::Within::Clause:
        add(begin, end);
        break;
      case Guard::Within::Sentence:
        add(0, tokens_.size());
        break;
      case Guard::Within::Context:
        add(0, tokens_.size());
        count += (around_.heading & guard.classes).any();
        break;
      case Guard::Within::Block:
        add(0, tokens_.size());
        count += (around_.heading & guard.classes).any();
        count += (around_.block & guard.classes).any();
        break;
    }
    return (count >= guard.at_least) == guard.needs;
  }

  Scope scope_at(std::size_t end) const {
    for (std::size_t i = std::min(end, tokens_.size()); i > 0; --i) {
      if (has(i - 1, "area")) return Scope::WholeArea;
      if (has(i - 1, "own")) return Scope::OwnBody;
    }
    return Scope::Unstated;
  }

  Statement make(const Rule& rule, const Match& match, std::string indicator, std::string value) {
    Statement statement;
    statement.rule = &rule;
    statement.indicator = std::move(indicator);
    statement.value = std::move(value);
    statement.begin = match.begin;
    statement.end = match.end;
    statement.number = match.number;
    statement.caveat = rule.caveat;
    statement.scope = scope_at(match.end);
    if (match.noun)
      statement.naming = match.noun->weak ? Statement::Naming::Short : Statement::Naming::Full;
    return statement;
  }

  void add(const Rule& rule, const Match& match) {
    const std::string value = match.number ? tokens_[*match.number].value : "0";
    for (std::size_t i = match.begin; i < match.end; ++i) {
      // A statement in words uses its words up: no second rule reads the same words again.
      taken_[i] = taken_[i] || !match.number || tokens_[i].kind == Token::Kind::Number;
    }
    const Word* word = match.subject ? tokens_[*match.subject].word : nullptr;
    switch (rule.kind) {
      case RuleKind::Count: {
        const std::string indicator = !rule.indicator.empty() ? rule.indicator
                                      : word                  ? word->indicator
                                                              : topic_of(match);
        found_.push_back(make(rule, match, indicator, value));
        if (word && value == "0") {
          for (const std::string& zero : word->zeros) {
            found_.push_back(make(rule, match, zero, "0"));
          }
        }
        break;
      }
      case RuleKind::Joint:
        found_.push_back(make(rule, match, rule.indicator, value));
        break;
      case RuleKind::Each:
      case RuleKind::None:
        for (const std::size_t topic : match.noun ? match.noun->topics : std::vector<std::size_t>{})
          add_topic(rule, match, rules_.topics[topic].indicator, value);
        if (!match.noun) add_topic(rule, match, word ? word->indicator : rule.indicator, value);
        break;
      case RuleKind::Part:
      case RuleKind::AllPart:
      case RuleKind::NoPart:
        found_.push_back(make(rule, match, word ? word->part : std::string{},
                              rule.kind == RuleKind::NoPart ? "0" : value));
        break;
      case RuleKind::Body: {
        const NounPhrase heading =
            Matcher(rules_, around_.label).topics_of(0, around_.label.size());
        for (const std::size_t topic : heading.topics)
          add_topic(rule, match, rules_.topics[topic].indicator, value);
        break;
      }
    }
  }

  std::string topic_of(const Match& match) const {
    if (!match.noun || match.noun->topics.size() != 1) return {};
    return rules_.topics[match.noun->topics.front()].indicator;
  }
  void add_topic(const Rule& rule, const Match& match, const std::string& indicator,
                 const std::string& value) {
    if (!indicator.empty()) found_.push_back(make(rule, match, indicator, value));
  }

  /// 收到20件,其中网上收到12件: the second is a part. 收到20件(含上年结转2件): the first is wider
  /// than what it seems to be.
  void drop_parts_of_totals() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      Statement& later = found_[i];
      if (!is_total(later.rule->kind) || later.indicator.empty()) continue;
      for (std::size_t j = i; j-- > 0;) {
        Statement& earlier = found_[j];
        if (!is_total(earlier.rule->kind) || earlier.indicator.empty() || !earlier.number) continue;
        const std::size_t from = *earlier.number + 1;
        const bool inside =
            between(from, later.end, "ofwhich") || between(from, later.end, "include");
        if (!later.rule->spoils.empty()) {
          if (inside && earlier.indicator == later.rule->spoils) earlier.indicator.clear();
          break;  // only the nearest count can include it
        }
        if (finishes_cases(later, earlier)) {
          later.indicator.clear();
          break;
        }
        if (earlier.indicator == later.indicator && inside &&
            earlier.naming == Statement::Naming::Short && later.naming == Statement::Naming::Full) {
          // 受理各项申请7件,其中政府信息公开申请2件: the first counts other requests, too; the
          // second may be one kind of ours.
          earlier.indicator.clear();
          later.indicator.clear();
          break;
        }
        if (earlier.indicator == later.indicator && inside) {
          // 累计收到50件,其中本年度收到8件: here the part is the report year's figure.
          const bool year_of_many =
              between(0, from, "cumulative") && between(from, later.end, "thisyear");
          (year_of_many || later.rule->supersedes ? earlier : later).indicator.clear();
          break;
        }
      }
    }
  }

  /// 行政复议3件,办结2件: the cases were finished, not the requests.
  static bool finishes_cases(const Statement& later, const Statement& earlier) {
    return later.indicator == kTotal && later.naming == Statement::Naming::None &&
           earlier.value != "0" &&
           (earlier.indicator.starts_with("review.") ||
            earlier.indicator.starts_with("litigation."));
  }

  const Statement* parent_of(std::size_t child) const {
    const auto fits = [&](const Statement& s) {
      return is_total(s.rule->kind) &&
             std::any_of(
                 found_[child].rule->parents.begin(), found_[child].rule->parents.end(),
                 [&](const std::string& prefix) { return s.indicator.starts_with(prefix); });
    };
    for (std::size_t i = child; i-- > 0;) {
      if (found_[i].rule->kind == RuleKind::Joint) return nullptr;
      if (fits(found_[i])) return one_of_a_list(i) ? nullptr : &found_[i];
    }
    const bool goes_on = !tokens_.empty() && has(0, "ofwhich");
    for (auto s = around_.previous.rbegin(); goes_on && s != around_.previous.rend(); ++s) {
      if (!fits(*s)) continue;
      const bool listed = s + 1 != around_.previous.rend() && are_a_list(*(s + 1), *s);
      return listed ? nullptr : &*s;
    }
    return nullptr;
  }

  /// 行政诉讼2件、行政复议3件,其中维持4件: the parts may be those of both. A total whose parts were
  /// told before the next one is none of the list, and 行政诉讼3件,其中直接起诉2件 is no list.
  bool one_of_a_list(std::size_t total) const {
    return total > 0 && are_a_list(found_[total - 1], found_[total]);
  }
  static bool are_a_list(const Statement& first, const Statement& second) {
    const bool case_count =
        first.indicator.starts_with("review.") || first.indicator.starts_with("litigation.");
    const bool divided =
        first.indicator == kAllLitigation && second.indicator.starts_with("litigation.");
    return is_total(first.rule->kind) && first.number && first.value != "0" && case_count &&
           first.indicator != second.indicator && !divided;
  }

  void bind_parts() {
    std::vector<Statement> extra;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      Statement& statement = found_[i];
      const RuleKind kind = statement.rule->kind;
      if (kind == RuleKind::AllPart) {
        bind_whole(i, extra);
      } else if (kind == RuleKind::Part || kind == RuleKind::NoPart) {
        const Statement* parent = parent_of(i);
        const std::string part = statement.indicator;
        statement.indicator.clear();
        if (parent == nullptr || part.empty()) continue;
        statement.parent = parent->indicator;
        statement.indicator = part_of(parent->indicator, part);
        const Word* word = nullptr;
        for (std::size_t t = statement.begin; t < statement.end; ++t) {
          if (tokens_[t].word && tokens_[t].word->part == part) word = tokens_[t].word;
        }
        if (word && statement.value == "0") {
          for (const std::string& zero : word->zeros) {
            Statement forced = statement;
            forced.indicator = part_of(parent->indicator, zero);
            extra.push_back(std::move(forced));
          }
        }
      }
    }
    found_.insert(found_.end(), extra.begin(), extra.end());
  }

  /// Whether the total has such parts as the rule speaks of.
  static bool is_whole(const Statement& total, const Rule& rule) {
    return is_total(total.rule->kind) && !total.indicator.empty() && total.number &&
           std::any_of(rule.parents.begin(), rule.parents.end(),
                       [&](const std::string& p) { return total.indicator.starts_with(p); });
  }

  /// Whether the statement speaks of cases like those of the rule: litigation.total shares its
  /// topic with the parents litigation.direct. and litigation.after_review.
  static bool shares_topic(const Statement& statement, const Rule& rule) {
    const auto topic = [](std::string_view id) { return id.substr(0, id.find('.')); };
    return std::any_of(rule.parents.begin(), rule.parents.end(), [&](const std::string& parent) {
      return topic(parent) == topic(statement.indicator);
    });
  }

  /// 3件,已办结2件,均维持: between the total and the word stands a number that is no total of its
  /// kind, and the word may speak of that one. A word without 均 speaks of the number next to it.
  bool another_number_between(const Statement& total, const Statement& whole) const {
    for (std::size_t t = *total.number + 1; t < whole.begin; ++t) {
      if (tokens_[t].kind != Token::Kind::Number || periods_[t] == Period::Change) continue;
      const bool beside =
          !whole.rule->single && std::any_of(found_.begin(), found_.end(), [&](const Statement& s) {
            return s.number == t && is_total(s.rule->kind) && shares_topic(s, *whole.rule);
          });
      if (!beside) return true;
    }
    return false;
  }

  /// 行政复议7件、诉讼9件,均获维持: each total before it is that part, the other parts are 0.
  void bind_whole(std::size_t at, std::vector<Statement>& extra) {
    const Statement whole = found_[at];
    found_[at].indicator.clear();
    for (std::size_t i = at; i-- > 0;) {
      const Statement total = found_[i];
      if (!is_whole(total, *whole.rule)) continue;
      if (another_number_between(total, whole)) continue;
      if (total.value == "0" || (whole.rule->single && total.value != "1")) continue;
      const bool divided = std::any_of(found_.begin(), found_.end(), [&](const Statement& s) {
        return s.rule->kind == RuleKind::Part && s.parent == total.indicator;
      });
      if (divided)
        continue;  // 3件,其中1件尚未审结,其余均维持: the sentence counts the parts itself
      for (const std::string& sibling : rules_.siblings) {
        Statement part = whole;
        part.parent = total.indicator;
        part.indicator = part_of(total.indicator, sibling);
        const bool all = sibling == whole.indicator;
        part.value = all ? total.value : "0";
        part.number = all ? total.number : std::nullopt;
        extra.push_back(std::move(part));
      }
    }
  }

  const ProseRules& rules_;
  std::vector<Token> tokens_;
  const Surroundings& around_;
  Matcher matcher_;
  std::vector<Period> periods_;
  ClassSet sentence_;
  bool counts_ = false;
  std::vector<bool> taken_;
  std::vector<Statement> found_;
};

}  // namespace

ClassSet classes_of(std::span<const Token> tokens) {
  ClassSet set;
  for (const Token& token : tokens) set |= token.classes;
  return set;
}

bool names_other_topics(const ProseRules& rules, std::span<const Token> heading) {
  const NounPhrase phrase = Matcher(rules, heading).topics_of(0, heading.size());
  return !phrase.topics.empty() &&
         std::none_of(phrase.topics.begin(), phrase.topics.end(),
                      [&](std::size_t topic) { return rules.topics[topic].rank > 1; });
}

std::vector<Statement> read_statements(const ProseRules& rules, std::span<const Token> tokens,
                                       const Surroundings& surroundings) {
  if (tokens.empty()) return {};
  return SentenceReader(rules, tokens, surroundings).read();
}

}  // namespace guifan::prose
