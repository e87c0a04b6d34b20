// SPDX-License-Identifier: Apache-2.0
#include "layout/prose_rules.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

#include "layout/xml_file.h"
#include "text/utf8.h"

namespace guifan {
namespace {

using namespace prose;

constexpr std::size_t kMaximumExpansions = 4'096;  // of one word with (a|b|) groups

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = utf8::decode(text, at);
    out += point.value;
    at += point.length;
  }
  return out;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  std::istringstream stream{std::string(text)};
  for (std::string part; stream >> part;) parts.push_back(part);
  return parts;
}

/// "结转(到|)下年(|办理)" -> all words it stands for. Groups do not nest. Empty: malformed or too
/// many.
std::vector<std::u32string> expand(std::u32string_view word) {
  std::vector<std::u32string> words{U""};
  while (!word.empty()) {
    std::vector<std::u32string_view> choices;
    if (word.front() == U'(') {
      const auto close = word.find(U')');
      if (close == std::u32string_view::npos) return {};
      std::u32string_view group = word.substr(1, close - 1);
      word.remove_prefix(close + 1);
      for (;;) {
        const auto bar = group.find(U'|');
        choices.push_back(group.substr(0, bar));
        if (bar == std::u32string_view::npos) break;
        group.remove_prefix(bar + 1);
      }
    } else {
      const auto open = std::min(word.find(U'('), word.size());
      choices.push_back(word.substr(0, open));
      word.remove_prefix(open);
    }
    if (words.size() * choices.size() > kMaximumExpansions) return {};
    std::vector<std::u32string> longer;
    longer.reserve(words.size() * choices.size());
    for (const auto& head : words) {
      for (const auto tail : choices) longer.emplace_back(head).append(tail);
    }
    words = std::move(longer);
  }
  return words;
}

/// Reads one file. The first mistake ends it; error_ says where.
class Reader {
 public:
  explicit Reader(const XmlFile& file) : file_(file) {}

  Result<ProseRules> read() {
    if (element_name(*file_.root()) != "prose") fail(*file_.root(), "root element is not prose");
    const xmlNode* node = file_.root();
    for (node = next_element(node->children); node && !failed_; node = next_element(node->next)) {
      const auto name = element_name(*node);
      if (name == "counters") {
        for (const auto& word : split(element_text(*node)))
          rules_.counters.push_back(to_utf32(word));
      } else if (name == "siblings") {
        rules_.siblings = split(element_text(*node));
      } else if (name == "words") {
        read_words(*node);
      } else if (name == "topic") {
        read_topic(*node);
      } else if (name == "rule") {
        read_rule(*node);
      }
    }
    if (failed_) return error_;
    rules_.vocabulary = words_.build();
    std::ranges::sort(rules_.counters, std::greater<>());
    return std::move(rules_);
  }

 private:
  void fail(const xmlNode& node, std::string text) {
    if (failed_) return;
    failed_ = true;
    error_ = layout_error("LAY-005", file_.path, node.line, std::move(text));
  }

  std::string text_of(const xmlNode& node, const char* name) {
    return attribute(node, name).value_or("");
  }

  std::size_t known_class(const xmlNode& node, std::string_view name) {
    const auto found = rules_.find_class(name);
    if (!found) fail(node, "no words of class " + std::string(name));
    return found.value_or(0);
  }
  ClassSet known_classes(const xmlNode& node, std::string_view names) {
    ClassSet set;
    for (const auto& name : split(names)) set.set(known_class(node, name));
    return set;
  }

  void read_words(const xmlNode& node) {
    const std::string name = text_of(node, "class");
    auto index = rules_.find_class(name);
    if (!index) {
      if (rules_.class_names.size() == max_classes) return fail(node, "too many classes");
      index = rules_.add_class(name);
    }
    Word word;
    word.classes.set(*index);
    word.indicator = text_of(node, "indicator");
    word.part = text_of(node, "part");
    word.zeros = split(text_of(node, "zeros"));
    if (text_of(node, "noun") == "yes") rules_.noun_classes.set(*index);
    const std::uint32_t meaning = words_.share(std::move(word));
    for (const auto& compact : split(element_text(node))) {
      const auto words = expand(to_utf32(compact));
      if (words.empty()) fail(node, "bad word " + compact);
      for (const auto& text : words) {
        if (!text.empty() && !words_.add(text, meaning)) {
          fail(node, "a word of " + compact + " has another indicator or part elsewhere");
        }
      }
    }
  }

  void read_topic(const xmlNode& node) {
    Topic topic;
    topic.id = text_of(node, "id");
    topic.indicator = text_of(node, "indicator");
    topic.classes = known_classes(node, text_of(node, "classes"));
    topic.rank = text_of(node, "rank") == "2" ? 2 : 1;
    topic.absorbs = text_of(node, "absorbs") == "yes";
    rules_.topics.push_back(std::move(topic));
  }

  Element read_element(const xmlNode& node, std::string text) {
    Element element;
    if (text.size() > 1 && text.back() == '?') {
      element.optional = true;
      text.pop_back();
    }
    using Kind = Element::Kind;
    static const std::map<std::string, Kind, std::less<>> signs = {
        {"#", Kind::Count}, {"#0", Kind::Zero}, {"..", Kind::Gap}, {"^", Kind::Start},
        {"$", Kind::End},   {",", Kind::Comma}, {":", Kind::Colon}};
    if (const auto sign = signs.find(text); sign != signs.end()) {
      element.kind = sign->second;
    } else if (text.front() == '@') {
      element.kind = Kind::Noun;
      element.any_topic = text == "@list";
      const auto topic = std::find_if(rules_.topics.begin(), rules_.topics.end(),
                                      [&](const Topic& t) { return "@" + t.id == text; });
      if (topic == rules_.topics.end() && !element.any_topic) fail(node, "no topic " + text);
      element.topic = static_cast<std::size_t>(topic - rules_.topics.begin());
    } else {
      std::replace(text.begin(), text.end(), '|', ' ');
      element.classes = known_classes(node, text);
    }
    return element;
  }

  void add_requirements(Pattern& pattern) const {
    for (const Element& element : pattern.elements) {
      if (element.optional) continue;
      using Kind = Element::Kind;
      if (element.kind == Kind::Class) pattern.required.push_back(element.classes);
      pattern.counts = pattern.counts || element.kind == Kind::Count || element.kind == Kind::Zero;
      if (element.kind != Kind::Noun) continue;
      ClassSet topics;
      for (std::size_t i = 0; i < rules_.topics.size(); ++i) {
        if (element.any_topic || i == element.topic) topics |= rules_.topics[i].classes;
      }
      pattern.required.push_back(topics);
    }
  }

  void read_example(const xmlNode& node, bool counter, Rule& rule) {
    RuleExample example;
    example.counter = counter;
    example.text = element_text(node);
    example.heading = text_of(node, "heading");
    example.line = node.line;
    const std::string year = text_of(node, "year");
    if (!year.empty()) std::from_chars(year.data(), year.data() + year.size(), example.year);
    for (const auto& item : split(text_of(node, "expect"))) {
      const auto equals = item.find('=');
      if (equals == std::string::npos) {
        fail(node, "expect wants indicator=value");
      } else {
        example.expect.emplace_back(item.substr(0, equals), item.substr(equals + 1));
      }
    }
    rule.examples.push_back(std::move(example));
  }

  void read_guard(const xmlNode& node, bool needs, Rule& rule) {
    Guard guard;
    guard.needs = needs;
    guard.classes = known_classes(node, text_of(node, "any"));
    const std::string within = text_of(node, "within");
    guard.within = within == "sentence"  ? Guard::Within::Sentence
                   : within == "context" ? Guard::Within::Context
                   : within == "block"   ? Guard::Within::Block
                   : within == "before"  ? Guard::Within::Before
                                         : Guard::Within::Clause;
    if (text_of(node, "at-least") == "2") guard.at_least = 2;
    rule.guards.push_back(guard);
  }

  void read_rule(const xmlNode& node) {
    static const std::map<std::string, RuleKind, std::less<>> kinds = {
        {"count", RuleKind::Count}, {"joint", RuleKind::Joint},   {"each", RuleKind::Each},
        {"none", RuleKind::None},   {"part", RuleKind::Part},     {"all-part", RuleKind::AllPart},
        {"body", RuleKind::Body},   {"no-part", RuleKind::NoPart}};
    Rule rule;
    rule.id = text_of(node, "id");
    const auto kind = kinds.find(text_of(node, "kind"));
    if (kind == kinds.end()) return fail(node, "unknown kind of rule");
    rule.kind = kind->second;
    rule.indicator = text_of(node, "indicator");
    if (const auto from = attribute(node, "from")) rule.from = known_class(node, *from);
    for (const auto& counter : split(text_of(node, "counters"))) {
      rule.counters.push_back(counter == "-" ? U"" : to_utf32(counter));
    }
    rule.parents = split(text_of(node, "parents"));
    rule.spoils = text_of(node, "spoils");
    rule.caveat = text_of(node, "caveat");
    rule.single = text_of(node, "single") == "yes";
    rule.supersedes = text_of(node, "supersedes") == "yes";
    if (const auto unknown = attribute(node, "unknown")) {
      std::from_chars(unknown->data(), unknown->data() + unknown->size(), rule.unknown);
    }
    for (const xmlNode* child = next_element(node.children); child && !failed_;
         child = next_element(child->next)) {
      const auto name = element_name(*child);
      if (name == "pattern") {
        Pattern pattern;
        for (const auto& text : split(element_text(*child))) {
          pattern.elements.push_back(read_element(*child, text));
        }
        add_requirements(pattern);
        rule.patterns.push_back(std::move(pattern));
      } else if (name == "needs" || name == "forbids") {
        read_guard(*child, name == "needs", rule);
      } else {
        read_example(*child, name == "counter-example", rule);
      }
    }
    rules_.rules.push_back(std::move(rule));
  }

  const XmlFile& file_;
  ProseRules rules_;
  VocabularyBuilder words_;
  bool failed_ = false;
  Error error_;
};

/// More than twice the classes there can be: a search always ends, and soon.
constexpr std::size_t kClassSlots = 512;
static_assert(kClassSlots > 2 * max_classes);

std::size_t slot_of(std::string_view name) {
  std::size_t hash = name.size();
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash % kClassSlots;
}

}  // namespace

std::optional<std::size_t> ProseRules::find_class(std::string_view name) const {
  if (class_slots.empty()) return std::nullopt;
  for (std::size_t slot = slot_of(name);; slot = (slot + 1) % kClassSlots) {
    const std::uint32_t entry = class_slots[slot];
    if (entry == 0) return std::nullopt;
    if (class_names[entry - 1] == name) return entry - 1;
  }
}

std::size_t ProseRules::add_class(std::string name) {
  class_slots.resize(kClassSlots);
  std::size_t slot = slot_of(name);
  while (class_slots[slot] != 0) slot = (slot + 1) % kClassSlots;
  class_names.push_back(std::move(name));
  class_slots[slot] = static_cast<std::uint32_t>(class_names.size());
  return class_names.size() - 1;
}

Result<ProseRules> read_prose_rules(const XmlFile& file) {
  return Reader(file).read();
}

}  // namespace guifan
