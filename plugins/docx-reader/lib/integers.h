// SPDX-License-Identifier: Apache-2.0
// Numbers out of attributes.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace guifan::docx {

/// The integer that `text` is, clamped to [least, most]; `otherwise` where it is none.
inline std::int32_t to_integer(std::string_view text, std::int32_t otherwise, std::int32_t least,
                               std::int32_t most) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? least : most;
  if (error != std::errc{} || end == text.data()) return otherwise;
  return static_cast<std::int32_t>(std::clamp<long long>(value, least, most));
}

}  // namespace guifan::docx
