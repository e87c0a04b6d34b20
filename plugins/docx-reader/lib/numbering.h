// SPDX-License-Identifier: Apache-2.0
// List numbering: numbering.xml, and the counters that run along a document.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "styles.h"

namespace guifan::docx {

inline constexpr std::size_t kLevels = 9;

struct NumberLevel {
  bool defined = false;
  std::uint32_t start = 1;
  std::string format = "decimal";
  std::string custom_format;        ///< pattern of format "custom"
  std::string text;                 ///< "%1.%2" style
  std::string suffix = "tab";       ///< tab, space, nothing
  std::string paragraph_style;      ///< id of the style that this level belongs to
  std::int32_t restart_after = -1;  ///< lvlRestart: -1 unset, 0 never, n: after level n (1-based)
  bool legal = false;               ///< all numbers of the text as decimals
};

struct AbstractNumbering {
  std::string style_link, number_style_link;
  std::array<NumberLevel, kLevels> levels;
};

struct LevelOverride {
  std::optional<std::uint32_t> start;
  std::optional<NumberLevel> level;
};

struct NumberingInstance {
  std::string abstract_id;
  std::map<std::size_t, LevelOverride> overrides;
};

/// What a paragraph says about its number.
struct NumberReference {
  std::int32_t id = -1;     ///< -1: says nothing; 0: explicitly none
  std::int32_t level = -1;  ///< -1: says nothing
};

class Numbering {
 public:
  /// Reads numbering.xml; false where the XML is damaged.
  bool load(std::string_view xml);
  /// Joins the paragraph's own reference with its style's: the list and level it counts in, or
  /// nullopt.
  std::optional<NumberReference> effective(NumberReference direct, std::uint32_t style,
                                           const Styles& styles) const;
  const NumberingInstance* instance(std::int32_t id) const;
  /// The level after overrides, or nullptr.
  const NumberLevel* level(std::int32_t id, std::size_t level) const;
  void link_styles(const Styles& styles);

 private:
  std::map<std::string, AbstractNumbering, std::less<>> abstracts_;
  std::map<std::int32_t, NumberingInstance> instances_;
  friend struct NumberingHandler;
};

/// Counts along one story (body, one header...). Give it the numbered paragraphs in document order.
class NumberCounter {
 public:
  explicit NumberCounter(const Numbering& numbering) : numbering_(numbering) {}
  /// Counts the paragraph and gives its printed label with the separator behind it, e.g. "（一）"
  /// or "1.2 ". Empty for bullets without a printable character.
  std::string next(NumberReference reference);
  /// Formats met that print as decimal for want of knowledge.
  const std::set<std::string>& unknown_formats() const { return unknown_formats_; }

 private:
  struct Counters {
    std::array<std::uint32_t, kLevels> value{};
    std::array<bool, kLevels> running{};
  };
  std::string label(std::int32_t id, std::size_t level, const Counters& counters);

  const Numbering& numbering_;
  std::map<std::string, Counters, std::less<>> counters_;
  std::set<std::pair<std::int32_t, std::size_t>> started_;  // start overrides already used
  std::set<std::string> unknown_formats_;
};

}  // namespace guifan::docx
