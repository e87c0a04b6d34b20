// SPDX-License-Identifier: Apache-2.0
// The words of prose.xml in one search tree. A word is a sequence of code points with the classes
// it belongs to; the longest word at a place wins, so that a department called 行政复议办 hides the
// word 行政复议 inside it.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guifan::prose {

inline constexpr std::size_t max_classes = 128;
using ClassSet = std::bitset<max_classes>;

struct Word {
  ClassSet classes;
  std::string indicator;  ///< the figure that the word names; empty for none
  std::string part;       ///< last component of a part's indicator ("upheld"); empty for none
  std::vector<std::string> zeros;  ///< indicators that a 0 of this word forces to 0
};

/// Immutable. The tree lies in three flat arrays, so that ten thousand words are loaded with three
/// copies (layout/compiled_formats.h).
struct Vocabulary {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Hit {
    std::size_t length = 0;  ///< in code points; 0: no word starts here
    std::uint32_t word = 0;  ///< index into meanings
  };

  /// The longest word at text[at...]. REQUIRES: at <= text.size().
  Hit longest(std::u32string_view text, std::size_t at) const;

  /// Nodes are numbered level by level, 0 is the root: the edge with index e leads to node e + 1.
  /// The edges of node n are first_edge[n] ... first_edge[n + 1], ordered by their code points.
  std::vector<std::uint32_t> first_edge{0, 0};
  std::vector<std::uint32_t> edges;               ///< code points
  std::vector<std::uint32_t> word_of_node{none};  ///< index into meanings, or none
  std::vector<Word> meanings;                     ///< thousands of words have a few dozen meanings
  std::uint32_t size = 0;                         ///< number of words
  /// A bit for each code point that begins a word, and how many do before each 64 of them: the
  /// root's edges by rank, for every character of a text asks for one.
  std::vector<std::uint64_t> begins_word;
  std::vector<std::uint32_t> begun_before;
};

/// Collects words for a Vocabulary.
class VocabularyBuilder {
 public:
  /// A meaning that many words share, for add().
  std::uint32_t share(Word meaning);
  /// Adds a word, or adds classes to the one that is there. False: it is there with another
  /// meaning.
  bool add(std::u32string_view text, std::uint32_t meaning);
  /// All words that were added; the builder is empty afterwards.
  Vocabulary build();

 private:
  static constexpr std::uint32_t none = Vocabulary::none;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // (node, code point) -> node
  std::vector<std::uint32_t> word_of_node_{none};
  std::vector<Word> meanings_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> joined_;  // of two meanings
  std::uint32_t size_ = 0;
};

}  // namespace guifan::prose
