// SPDX-License-Identifier: Apache-2.0
// prose.xml in memory: words, topics and rules. docs/prose.md is the manual of the format.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/result.h"
#include "layout/prose_vocabulary.h"

namespace guifan {

namespace prose {

/// What a noun phrase can speak of. Ranks order heads inside one phrase: in
/// 政府信息公开申请行政复议 the review (rank 1) is the head and the request (rank 2) only its
/// occasion.
struct Topic {
  std::string id;
  std::string indicator;  ///< empty: known, but not a figure of ours
  ClassSet classes;
  unsigned rank = 1;
  bool absorbs = false;  ///< at the end of a phrase it is the only head: 与行政复议有关的费用
};

/// One element of a pattern. Fillers may stand before each element but Start and End.
struct Element {
  enum class Kind : std::uint8_t {
    Class,  ///< a word of one of `classes`
    Count,  ///< "#": an exact number with one of the rule's counters
    Zero,   ///< "#0": such a number that is 0
    Noun,   ///< "@topic": a noun phrase whose only head is that topic; "@list": with any head
    Gap,    ///< "..": other words in the same clause
    Start,  ///< "^": beginning of a clause
    End,    ///< "$": end of a clause
    Comma,  ///< ","
    Colon,  ///< ":"
  };
  Kind kind = Kind::Class;
  ClassSet classes;
  std::size_t topic = 0;  ///< Noun: index into topics
  bool any_topic = false;
  bool optional = false;
};
struct Pattern {
  std::vector<Element> elements;
  std::vector<ClassSet> required;  ///< a sentence without a word of each of these sets cannot match
  bool counts = false;             ///< holds a Count or Zero that is not optional
};

enum class RuleKind : std::uint8_t {
  Count,    ///< the number is the indicator's value
  Joint,    ///< the number belongs to several topics together: no cell, only evidence
  Each,     ///< 各N件: each topic of the phrase has the number
  None,     ///< the topics of the phrase are 0
  Part,     ///< the number is a part of the last total
  AllPart,  ///< 均获维持: the whole last total is this part
  NoPart,   ///< 未被纠错: this part of the last total is 0
  Body,     ///< 无。 under a heading: the heading's topics are 0
};

struct Guard {
  enum class Within : std::uint8_t {
    Before,
    Clause,
    Sentence,
    Context,
    Block
  } within = Within::Clause;
  bool needs = false;  ///< else: forbids
  ClassSet classes;
  unsigned at_least = 1;
};

struct RuleExample {
  std::string text, heading;
  int year = 2016;
  std::vector<std::pair<std::string, std::string>> expect;  ///< indicator, value
  bool counter = false;  ///< expect is empty: the rule's indicators must not come out
  long line = 0;
};

struct Rule {
  std::string id;
  RuleKind kind = RuleKind::Count;
  std::string indicator;            ///< empty: of the word in class `from`, or of the noun phrase
  std::optional<std::size_t> from;  ///< class whose word names the indicator or part
  std::vector<Pattern> patterns;
  std::vector<std::u32string> counters;  ///< "" stands for no counter
  std::vector<Guard> guards;
  std::vector<std::string> parents;  ///< Part kinds: prefixes of indicators that have such parts
  std::string spoils;  ///< an indicator whose earlier, including count in the sentence is no longer
                       ///< that figure
  std::string caveat;
  bool single = false;  ///< AllPart: only when the whole is 1 (复议1件,维持)
  bool supersedes =
      false;  ///< an earlier count of the same indicator in the sentence was a wider one
  std::size_t unknown = 4;  ///< code points of unknown words that a noun phrase may hold
  std::vector<RuleExample> examples;
};

}  // namespace prose

/// Immutable after load; share it between threads.
struct ProseRules {
  std::vector<std::string> class_names;
  std::vector<std::uint32_t> class_slots;  ///< open hash of class_names: index + 1, or 0
  prose::Vocabulary vocabulary;
  /// Every counter and unit that may follow a number; in descending order, so that 个工作日 comes
  /// before 个.
  std::vector<std::u32string> counters;
  std::vector<prose::Topic> topics;
  std::vector<prose::Rule> rules;
  prose::ClassSet noun_classes;       ///< words that noun phrases are made of
  std::vector<std::string> siblings;  ///< parts that become 0 when another part is the whole

  /// Index of the new class `name`. REQUIRES: none has that name.
  std::size_t add_class(std::string name);
  /// Index of a class; nullopt where the file names none of it. Asked many times a sentence.
  std::optional<std::size_t> find_class(std::string_view name) const;
};

struct XmlFile;

/// Reads a file that prose.rng has accepted. Errors: LAY-005 with the line, where the file
/// contradicts itself.
Result<ProseRules> read_prose_rules(const XmlFile& file);

/// Reads prose.xml, checked against prose.rng beside it (or in `schema_folder`). Errors: those of
/// layout files (LAY-001...), with file and line.
Result<ProseRules> load_prose_rules(const std::filesystem::path& file,
                                    const std::filesystem::path& schema_folder = {});

}  // namespace guifan
