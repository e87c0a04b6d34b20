// SPDX-License-Identifier: Apache-2.0
// Which words of a fixed list stand in a text: all of them found in one walk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace guifan {

/// Half of all bytes of Chinese text are the first byte of some word, so a search byte by byte,
/// word by word, is slow. The words are kept by a hash of their first three bytes (one Chinese
/// character), and nearly every character of a text is passed with one look.
class WordFinder {
 public:
  /// REQUIRES: each word has at least three bytes, and outlives the finder.
  explicit WordFinder(std::vector<std::string_view> words);

  /// Calls visit(word) for each place of `utf8` where a word begins, from left to right, until it
  /// answers false.
  template <typename Visit>
  void find(std::string_view utf8, Visit visit) const {
    for (std::size_t at = 0; at + kHead <= utf8.size(); at += utf8::step(utf8[at])) {
      const std::size_t slot = slot_of(utf8.substr(at));
      for (std::size_t i = first_[slot]; i < first_[slot + 1]; ++i)
        if (utf8.substr(at).starts_with(words_[i]) && !visit(words_[i])) return;
    }
  }

  bool any(std::string_view utf8) const {
    bool found = false;
    find(utf8, [&](std::string_view) {
      found = true;
      return false;
    });
    return found;
  }

  std::size_t size() const { return words_.size(); }

 private:
  static constexpr std::size_t kHead = 3;
  static constexpr std::size_t kSlots = 1024;

  static std::size_t slot_of(std::string_view head) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(head[i]); };
    return (byte(0) * 64U ^ byte(1) * 16U ^ byte(2)) % kSlots;
  }

  std::vector<std::string_view> words_;            // by slot, in the order given within one
  std::array<std::uint16_t, kSlots + 1> first_{};  // of each slot
};

}  // namespace guifan
