// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/statements.h"

#include <algorithm>

#include "recognise/prose/parts.h"
#include "recognise/prose/period.h"
#include "recognise/prose/subject.h"

namespace guifan::prose {
namespace {

constexpr std::string_view kTotal = "requests.total.total", kNewRequests = "requests.new.total",
                           kComplaints = "ind.complaints";

class SentenceReader {
 public:
  /// REQUIRES: `around` holds the periods of the tokens.
  SentenceReader(const ProseRules& rules, std::span<const Token> tokens, const Surroundings& around)
      : rules_(rules),
        tokens_(tokens),
        periods_(around.periods),
        around_(around),
        matcher_(rules_, tokens_),
        sentence_(classes_of(tokens_)),
        counts_(has_number(0, tokens_.size())),
        taken_(tokens_.size(), false) {}

  std::vector<Statement> read() {
    for (const Rule& rule : rules_.rules) apply(rule);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Statement& a, const Statement& b) { return a.begin < b.begin; });
    drop_parts_of_totals();
    bind_parts({rules_, tokens_, periods_, around_.previous}, found_);
    std::erase_if(found_, [](const Statement& s) {
      return s.indicator.empty() || s.indicator == kComplaints || s.rule->kind == RuleKind::Joint;
    });
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
    patterns_.clear();
    for (const Pattern& pattern : rule.patterns) {
      if (can_match(pattern)) patterns_.push_back(&pattern);
    }
    if (patterns_.empty()) return;
    for (std::size_t start = 0; start < tokens_.size(); ++start) {
      for (const Pattern* pattern : patterns_) {
        if (!Matcher::may_begin(*pattern, tokens_[start])) continue;
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
    if (speaks_of_another_body(begin) || speaks_of_more(rule, match, begin)) return false;
    if (names_another_defendant(begin, end)) return false;
    if (rule.kind == RuleKind::None && !match.number &&
        (is_counted(begin, match.begin) || has_exception(begin)))
      return false;
    if (match.number && rule.indicator == kNewRequests && follows_passed_on(begin)) return false;
    if (rule.kind == RuleKind::AllPart && has_number(begin, end)) return false;
    if (match.noun && match.noun->qualified &&
        (rule.kind == RuleKind::None || names_another_kind(match.end)))
      return false;
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

  /// 收到关于征地的申请3件、关于收费的2件: a count of one kind beside one of another.
  bool names_another_kind(std::size_t end) const {
    return end + 1 < tokens_.size() &&
           (tokens_[end].kind == Token::Kind::Pause || tokens_[end].kind == Token::Kind::Comma ||
            has(end, "conjunction")) &&
           has(end + 1, "about");
  }

  /// 全县收到40件 in the report of a town, 我镇及所属各村收到3件: more than its own. A zero of all
  /// is a zero of each.
  bool speaks_of_more(const Rule& rule, const Match& match, std::size_t begin) const {
    if (!match.number || tokens_[*match.number].value == "0") return false;
    if (between(begin, match.end, "below")) return true;
    const Word* word = match.subject ? tokens_[*match.subject].word : nullptr;
    const std::string_view indicator = word ? word->indicator : rule.indicator;
    const bool zone = is_zone(around_.organisation);
    if (indicator.starts_with("ind.") || !(zone || is_part_of_government(around_.organisation)))
      return false;
    for (std::size_t i = match.end; i-- > begin;) {
      if (has(i, "own")) return false;
      if (has(i, "area")) return !(zone && text_of(i).starts_with(U"全区"));
    }
    return false;
  }

  std::u32string_view text_of(std::size_t token) const {
    const Token& t = tokens_[token];
    return around_.text.size() < t.end ? std::u32string_view{}
                                       : around_.text.substr(t.begin, t.end - t.begin);
  }

  /// 各县(市、区)财政局收到: the bracket belongs to the name.
  bool follows_each_area(std::size_t begin) const {
    if (begin == 0 || tokens_[begin - 1].kind != Token::Kind::Close) return false;
    std::size_t open = begin - 1;
    while (open > 0 && tokens_[open].kind != Token::Kind::Open) --open;
    if (open == 0 || around_.text.size() < tokens_[open].begin) return false;
    const std::u32string_view before = around_.text.substr(0, tokens_[open].begin);
    return before.ends_with(U"各县") || before.ends_with(U"各市") || before.ends_with(U"各区");
  }

  /// Whether the clause begins with another body than the reporting one: 2016年县教育局共收到, or
  /// 下属单位收到.
  bool speaks_of_another_body(std::size_t begin) const {
    const bool part = is_part_of_government(around_.organisation);
    if (part && follows_each_area(begin)) return true;
    for (std::size_t end = begin; end < tokens_.size(); ++end) {
      const Token& token = tokens_[end];
      if (has(end, "below")) return true;
      if (around_.organisation.empty()) {
        if (!matcher_.is_filler(end)) return false;
        continue;
      }
      const bool unknown = token.kind == Token::Kind::Unknown;
      if (!unknown && !matcher_.is_filler(end)) return false;
      if (token.kind == Token::Kind::Date) begin = end + 1;
      if (begin > end || around_.text.size() < token.end) continue;
      const std::size_t from = tokens_[begin].begin;
      const bool verb = end + 1 < tokens_.size() && tokens_[end + 1].kind == Token::Kind::Word &&
                        (tokens_[end + 1].classes & rules_.noun_classes).none();
      if (part && verb && names_government_above(around_.text.substr(from, token.end - from)))
        return true;
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

  /// 以县政府为被告的: 3 cases of the government above.
  bool names_another_defendant(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!has(i, "defendant") || around_.text.size() < tokens_[i].begin) continue;
      std::u32string_view subject =
          around_.text.substr(tokens_[begin].begin, tokens_[i].begin - tokens_[begin].begin);
      subject.remove_prefix(subject.rfind(U'以') + 1);  // nothing where there is none
      return names_another_body(subject, around_.organisation) ||
             (is_part_of_government(around_.organisation) && names_government_above(subject));
    }
    return false;
  }

  /// 有31个单位未收到: of others, and not of all.
  bool is_counted(std::size_t begin, std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& token) {
                         return token.kind == Token::Kind::Number && !token.counter.empty();
                       });
  }

  /// 除国土所收到2件外, before the clause.
  bool has_exception(std::size_t begin) const {
    if (begin == 0) return false;
    const std::size_t before = clause_begin(begin - 1);
    return has_number(before, begin) && between(before, begin, "except");
  }

  /// 收到省厅转来申请1件,收到申请4件: of five, or of four.
  bool follows_passed_on(std::size_t begin) const {
    if (begin == 0) return false;
    const std::size_t before = clause_begin(begin - 1);
    return has_number(before, begin) && between(before, begin, "passedon") &&
           !between(before, begin, "ofwhich");
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
    if (found_.size() < 2) return;
    // Of each pair of counts it is asked whether 其中 or 含 stands between them.
    std::vector<std::size_t> dividers(tokens_.size() + 1, 0);
    for (std::size_t t = 0; t < tokens_.size(); ++t)
      dividers[t + 1] = dividers[t] + (has(t, "ofwhich") || has(t, "include") ? 1 : 0);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      Statement& later = found_[i];
      if (!is_total(later.rule->kind) || later.indicator.empty()) continue;
      for (std::size_t j = i; j-- > 0;) {
        Statement& earlier = found_[j];
        if (!is_total(earlier.rule->kind) || earlier.indicator.empty() || !earlier.number) continue;
        const std::size_t from = *earlier.number + 1;
        const std::size_t end = std::min(later.end, tokens_.size());
        const bool inside = from < end && dividers[end] > dividers[from];
        if (!later.rule->spoils.empty()) {
          // 收到5件,2件为上年结转: a count that comes first is of those before it.
          const bool of_them = later.number == later.begin && !earlier.rule->supersedes &&
                               !between(from, later.end, "besides") &&
                               !(later.begin > 0 && has(later.begin - 1, "besides"));
          if ((inside || of_them) && earlier.indicator == later.rule->spoils)
            earlier.indicator = kWiderCount;
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
            earlier.indicator.starts_with("litigation.") || earlier.indicator == kComplaints);
  }

  const ProseRules& rules_;
  std::span<const Token> tokens_;
  std::span<const Period> periods_;
  const Surroundings& around_;
  Matcher matcher_;
  ClassSet sentence_;
  bool counts_;
  std::vector<bool> taken_;
  std::vector<const Pattern*> patterns_;  ///< of the rule at hand, those that can match at all
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
  if (!surroundings.periods.empty()) return SentenceReader(rules, tokens, surroundings).read();
  std::vector<Token> marked(tokens.begin(), tokens.end());
  const auto periods =
      periods_of(PeriodClasses(rules), marked, surroundings.report_year, surroundings.period);
  Surroundings around = surroundings;
  around.periods = periods;
  return SentenceReader(rules, marked, around).read();
}

}  // namespace guifan::prose
