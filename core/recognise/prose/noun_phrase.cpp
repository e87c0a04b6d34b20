// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/noun_phrase.h"

#include <algorithm>

namespace guifan::prose {
namespace {

using Kind = Token::Kind;

}  // namespace

/// A topic that a phrase names.
struct NounPhrases::Found {
  std::size_t topic = 0;
  bool after_reason = false, strong = false;
  unsigned events = 0;  ///< verbs like 引发 between the reason and it
};

/// The topics of a phrase, member by member of its list (、和 及 或).
class NounPhrases::Members {
 public:
  explicit Members(const ProseRules& rules) : rules_(rules) {}

  void add(const Found& found) {
    found_.push_back(found);
    member_primary_ = member_primary_ || is_primary(found);
    primary_ = primary_ || is_primary(found);
  }

  void close_member() {
    // Chinese phrases end with their head: inside one member a case outranks the request behind it.
    if (found_.size() > member_ + 1 && rules_.topics[found_.back().topic].absorbs) {
      found_ = {found_.back()};  // 与行政复议、行政诉讼有关的费用
      member_ = 0;
    }
    if (member_primary_) {
      // 因行政复议引发的行政诉讼: what stands before the verb is the occasion, too.
      const unsigned last = found_.back().events;
      const auto occasion = [&](const Found& f) {
        return !is_primary(f) || (f.after_reason && f.events < last);
      };
      const auto here = found_.begin() + static_cast<std::ptrdiff_t>(member_);
      found_.erase(std::remove_if(here, found_.end(), occasion), found_.end());
    }
    member_ = found_.size();
    member_primary_ = false;
  }

  /// Puts the topics into `phrase`; says whether a request among them is one for information by
  /// more than its verb. `fault`: the phrase speaks of what went wrong.
  bool name_topics(NounPhrase& phrase, bool fault) const {
    bool strong = false;
    for (const Found& found : found_) {
      // 因政府信息公开申请引发的行政复议; 违反依申请公开规定的情况: the request is only the
      // occasion.
      const bool occasion = !is_primary(found) && (fault || (primary_ && found.after_reason));
      if (occasion) continue;
      if (!is_primary(found) && found.strong) strong = true;
      if (std::find(phrase.topics.begin(), phrase.topics.end(), found.topic) == phrase.topics.end())
        phrase.topics.push_back(found.topic);
    }
    return strong;
  }

 private:
  bool is_primary(const Found& found) const { return rules_.topics[found.topic].rank == 1; }

  const ProseRules& rules_;
  std::vector<Found> found_;
  std::size_t member_ = 0;  ///< first entry of `found_` that belongs to the open member
  bool member_primary_ = false, primary_ = false;
};

NounPhrases::NounPhrases(const ProseRules& rules, std::span<const Token> tokens)
    : rules_(rules), tokens_(tokens) {
  const auto index = [&](std::string_view name) {
    return rules.find_class(name).value_or(kNoClass);
  };
  filler_ = index("filler");
  conjunction_ = index("conjunction");
  subset_ = index("subset");
  reason_ = index("reason");
  disclosure_ = index("disclosure");
  apply_ = index("apply");
  allways_ = index("allways");
  fault_ = index("fault");
  occur_ = index("occur");
  about_ = index("about");
  poser_ = index("poser");
  recipient_ = index("recipient");
}

bool NounPhrases::is_filler(std::size_t i) const {
  return tokens_[i].kind == Kind::Date || tokens_[i].classes.test(filler_);
}

bool NounPhrases::may_hold(std::size_t i) const {
  const Token& token = tokens_[i];
  return token.kind == Kind::Unknown || token.kind == Kind::Pause || is_filler(i) ||
         token.classes.test(conjunction_) || (token.classes & rules_.noun_classes).any();
}

std::optional<NounPhrase> NounPhrases::phrase_at(std::size_t at) const {
  std::size_t end = at;
  while (end < tokens_.size() && may_hold(end)) ++end;
  while (end > at &&
         (tokens_[end - 1].kind == Kind::Pause || tokens_[end - 1].classes.test(conjunction_)))
    --end;
  if (end == at) return std::nullopt;
  return topics_of(at, end);
}

/// Whether the unknown words at `i` tell one kind of request from others: what it is about
/// (关于征地的申请, not 涉及气象政府信息公开的申请), or who makes it (境外人员提出的).
bool NounPhrases::qualifies(std::size_t begin, std::size_t i, std::size_t end) const {
  const Token& token = tokens_[i];
  if (token.end - token.begin < 2 || i + 1 >= end) return false;
  const Token& next = tokens_[i + 1];
  const bool recipient = i > begin && tokens_[i - 1].classes.test(recipient_);  // 向县教育局提出
  if (next.classes.test(poser_) && !recipient) return true;
  return i > begin && tokens_[i - 1].classes.test(about_) && !next.classes.test(disclosure_);
}

NounPhrase NounPhrases::topics_of(std::size_t begin, std::size_t end) const {
  NounPhrase phrase;
  phrase.begin = begin;
  phrase.end = end;
  Members members(rules_);
  bool disclosure = false, reason = false, fault = false, all_ways = false, subset = false;
  unsigned events = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = tokens_[i];
    if (token.kind == Kind::Unknown) {
      phrase.qualified = phrase.qualified || qualifies(begin, i, end);
      phrase.unknown += token.end - token.begin;
      phrase.tail += token.end - token.begin;
    }
    subset = subset || token.classes.test(subset_);
    all_ways = all_ways || token.classes.test(allways_);
    fault = fault || token.classes.test(fault_);
    if (token.classes.test(reason_)) reason = true;
    if (reason && token.classes.test(occur_)) ++events;
    if (token.classes.test(disclosure_)) disclosure = true;
    if (token.kind == Kind::Pause || token.classes.test(conjunction_) || token.boundary()) {
      members.close_member();
      continue;
    }
    for (std::size_t t = 0; t < rules_.topics.size(); ++t) {
      if ((token.classes & rules_.topics[t].classes).none()) continue;
      phrase.tail = 0;
      members.add({t, reason, rules_.topics[t].rank == 1 || !token.classes.test(apply_), events});
    }
  }
  members.close_member();
  // 网上申请 are some of all requests; 网上、信函等方式的申请 are all of them.
  if (subset && !all_ways) return phrase;
  phrase.weak = !members.name_topics(phrase, fault) && !disclosure;
  return phrase;
}

}  // namespace guifan::prose
