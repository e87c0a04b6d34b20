// SPDX-License-Identifier: Apache-2.0
// Bits of which one may ask how many are set before a place: counts over a whole document in half
// a byte a character, where an array of sums takes four.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace guifan {

class RankedBits {
 public:
  explicit RankedBits(std::size_t size) : words_(size / kBits + 1) {}

  /// Bits are set in any order, all of them before seal().
  void set(std::size_t i) { words_[i / kBits].bits |= std::uint64_t{1} << (i % kBits); }

  /// REQUIRES: called once, when all bits are set.
  void seal() {
    std::uint32_t count = 0;
    for (Word& word : words_) {
      word.before = count;
      count += static_cast<std::uint32_t>(std::popcount(word.bits));
    }
  }

  /// How many bits are set in [0, i); i may be the size. REQUIRES: seal() was called.
  std::uint32_t count_before(std::size_t i) const {
    const Word& word = words_[i / kBits];
    const std::uint64_t below = (std::uint64_t{1} << (i % kBits)) - 1;
    return word.before + static_cast<std::uint32_t>(std::popcount(word.bits & below));
  }

 private:
  static constexpr std::size_t kBits = 64;
  struct Word {
    std::uint64_t bits = 0;
    std::uint32_t before = 0;
  };
  std::vector<Word> words_;
};

}  // namespace guifan
