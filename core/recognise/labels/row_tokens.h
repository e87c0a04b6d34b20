// SPDX-License-Identifier: Apache-2.0
// What stands between two labels: figures, dashes, empty cells, units, and words that belong to
// neither.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recognise/labels/compact_stream.h"

namespace guifan {

struct RowToken {
  enum class Kind : std::uint8_t { Number, Dash, Empty, Unit, Foreign };
  Kind kind = Kind::Foreign;
  std::string text;   ///< as normalised; for Number the digits as printed, separators kept
  std::string value;  ///< Number: canonical decimal
  std::string unit;   ///< Number: unit printed with it; Unit: the unit
  bool hard =
      false;  ///< a grid cell, a line or a tab stands before it; otherwise a space or nothing
  bool glued_sign = false;  ///< Number: a minus sign right behind other digits (35-15), or a plus
                            ///< sign (+1): the cell must allow a sign
  bool only_digits =
      false;  ///< digits only, a sign aside: a run that may be several figures without borders
  std::size_t atom = 0;
  StreamPoint begin;
};

/// The tokens of [begin, end). `most` bounds their number.
std::vector<RowToken> tokens_between(const CompactStream& stream, StreamPoint begin,
                                     StreamPoint end, std::size_t most);

}  // namespace guifan
