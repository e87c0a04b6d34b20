// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/subject.h"

#include <algorithm>
#include <string>
#include <vector>

#include "recognise/words/word_table.h"
#include "text/utf8.h"

namespace guifan::prose {
namespace {

/// Words of one kind of formats/report-words.tsv, and what of them a name holds.
class Words {
 public:
  explicit Words(std::string_view kind) : words_(characters_of_kind(report_words(), kind)) {}

  bool hold(std::u32string_view whole) const {
    return std::ranges::find(words_, whole) != words_.end();
  }
  bool stand_in(std::u32string_view name) const {
    return std::ranges::any_of(words_, [&](const std::u32string& word) {
      return name.find(word) != std::u32string_view::npos;
    });
  }
  bool end(std::u32string_view name) const {
    return std::ranges::any_of(words_,
                               [&](const std::u32string& word) { return name.ends_with(word); });
  }

 private:
  std::vector<std::u32string> words_;
};

const Words& parts() {
  static const Words words("part-end");
  return words;
}

/// Each character of `part` stands in `whole`, in the same order.
bool abbreviates(std::u32string_view part, std::u32string_view whole) {
  std::size_t at = 0;
  for (const char32_t c : part) {
    at = whole.find(c, at);
    if (at == std::u32string_view::npos) return false;
    ++at;
  }
  return true;
}

}  // namespace

bool names_another_body(std::u32string_view subject, std::u32string_view organisation) {
  static const Words not_named("part-not"), areas("part-area");
  std::size_t begin = subject.size();
  while (begin > 0 && utf8::is_han(subject[begin - 1])) --begin;
  std::u32string_view name = subject.substr(begin);
  if (name.size() < 3 || organisation.size() < 3) return false;
  if (!parts().end(name) || not_named.stand_in(name)) return false;
  while (name.size() > 2 && areas.hold(name.substr(0, 1))) name.remove_prefix(1);
  return !abbreviates(name, organisation) && !abbreviates(organisation, name);
}

bool is_part_of_government(std::u32string_view organisation) {
  static const Words whole_areas("whole-area"), towns("town-end");
  return !whole_areas.stand_in(organisation) &&
         (parts().end(organisation) || towns.end(organisation));
}

bool is_zone(std::u32string_view organisation) {
  static const Words zones("zone-end");
  return zones.end(organisation);
}

bool names_government_above(std::u32string_view name) {
  static const Words areas("government-area"), offices("government-office");
  constexpr std::u32string_view kGovernment = U"政府", kFull = U"人民";
  if (name.empty() || !areas.hold(name.substr(0, 1))) return false;
  name.remove_prefix(1);
  if (name.starts_with(kFull)) name.remove_prefix(kFull.size());
  if (!name.starts_with(kGovernment)) return false;
  name.remove_prefix(kGovernment.size());
  return name.empty() || offices.hold(name);
}

}  // namespace guifan::prose
