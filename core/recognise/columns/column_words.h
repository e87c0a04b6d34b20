// SPDX-License-Identifier: Apache-2.0
// What a heading says of its column when it is none of the form's.
#pragma once

#include <string>

namespace guifan {

/// Last year's figures, a percentage, a number of the line: beside the form's columns, no part of
/// them. `words` as label_key() folds them.
bool stands_aside(const std::u32string& words);

/// Of those, the ones over figures like the form's: 上年度, 比上年增减.
bool compares_years(const std::u32string& words);

/// 数据列, 栏: a heading that a converter made up.
bool says_nothing(std::u32string words);

}  // namespace guifan
