// SPDX-License-Identifier: Apache-2.0
// The numbering in front of a label (1. (一) 三、 ① 其中:), so that its digits are never taken for
// a figure.
#pragma once

#include <cstddef>
#include <string_view>

namespace guifan {

/// Where the label that starts at byte `label` of `text` really begins, numbering, quotation marks
/// and "其中:" included. `expected` is the printed numeral ("2", "三"): where digits of a value run
/// into the numbering ("00000002.其他"), only the expected numeral is cut off; a numbering that
/// cannot be told from the value stays.
std::size_t begin_with_enumerator(std::string_view text, std::size_t label,
                                  std::string_view expected);

}  // namespace guifan
