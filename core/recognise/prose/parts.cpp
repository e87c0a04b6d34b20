// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace guifan::prose {
namespace {

constexpr std::string_view kAllLitigation = "litigation.total";  // direct and after review

/// review.total + upheld -> review.upheld
std::string part_of(const std::string& total, std::string_view part) {
  const auto dot = total.rfind('.');
  return total.substr(0, dot == std::string::npos ? 0 : dot + 1) + std::string(part);
}

class PartBinder {
 public:
  PartBinder(const SentenceOfParts& sentence, std::vector<Statement>& found)
      : sentence_(sentence), found_(found) {}

  void run() {
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
          if (sentence_.tokens[t].word && sentence_.tokens[t].word->part == part)
            word = sentence_.tokens[t].word;
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

 private:
  bool begins_with_of_which() const {
    const auto index = sentence_.rules.find_class("ofwhich");
    return index && !sentence_.tokens.empty() && sentence_.tokens.front().classes.test(*index);
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
    const bool goes_on = begins_with_of_which();
    for (auto s = sentence_.previous.rbegin(); goes_on && s != sentence_.previous.rend(); ++s) {
      if (!fits(*s)) continue;
      const bool listed = s + 1 != sentence_.previous.rend() && are_a_list(*(s + 1), *s);
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
      if (sentence_.tokens[t].kind != Token::Kind::Number || sentence_.periods[t] == Period::Change)
        continue;
      const bool beside =
          !whole.rule->single && std::any_of(found_.begin(), found_.end(), [&](const Statement& s) {
            return s.number == t && is_total(s.rule->kind) && shares_topic(s, *whole.rule);
          });
      if (!beside) return true;
    }
    return false;
  }

  static Statement whole_part(Statement part, const Statement& total) {
    part.parent = total.indicator;
    part.indicator = part_of(total.indicator, part.indicator);
    part.value = total.value;
    part.number = total.number;
    return part;
  }

  bool another_value_between(const Statement& total, const Statement& whole) const {
    for (std::size_t t = *total.number + 1; t < whole.begin; ++t) {
      if (sentence_.tokens[t].kind == Token::Kind::Number &&
          sentence_.tokens[t].value != total.value && sentence_.periods[t] != Period::Change)
        return true;
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
      const auto& siblings = sentence_.rules.siblings;
      if (std::find(siblings.begin(), siblings.end(), whole.indicator) == siblings.end()) {
        // 均为自然人申请: a part without siblings, of every number that it may speak of.
        if (!another_value_between(total, whole)) extra.push_back(whole_part(whole, total));
        continue;
      }
      for (const std::string& sibling : siblings) {
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

  const SentenceOfParts& sentence_;
  std::vector<Statement>& found_;
};

}  // namespace

bool is_total(RuleKind kind) {
  return kind == RuleKind::Count || kind == RuleKind::Joint || kind == RuleKind::Each;
}

void bind_parts(const SentenceOfParts& sentence, std::vector<Statement>& found) {
  PartBinder(sentence, found).run();
}

}  // namespace guifan::prose
