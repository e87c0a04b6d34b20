// SPDX-License-Identifier: Apache-2.0
// Chance that is the same on every machine: the standard distributions are not.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guifan::generator {

/// The seed of report number `index` of a run.
constexpr std::uint64_t dice_seed(std::uint64_t run, std::uint64_t index) {
  return run * 1'000'003 + index;
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {
    state_ = roll() ^ 0xD1B54A32D192ED03u;  // neighbouring seeds must not share a sequence
  }

  /// splitmix64.
  std::uint64_t roll() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// 0 .. bound-1. REQUIRES: bound > 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(roll() % bound); }
  /// True in `percent` of a hundred rolls.
  bool chance(unsigned percent) { return roll() % 100 < percent; }

 private:
  std::uint64_t state_;
};

}  // namespace guifan::generator
