// SPDX-License-Identifier: Apache-2.0
// How much decoded text looks like Chinese: tells GB18030 from Big5 and UTF-16LE from UTF-16BE.
#pragma once

#include <string_view>

namespace guifan {

/// 0..1: the share of the text's non-ASCII characters that a Chinese report is made of, weighted
/// towards its commonest characters. Unassigned, private-use and control characters pull it down. 0
/// where there is nothing to judge.
double han_plausibility(std::string_view utf8);

/// One of the commonest characters of official Chinese, in either script.
bool is_common_character(char32_t value);

}  // namespace guifan
