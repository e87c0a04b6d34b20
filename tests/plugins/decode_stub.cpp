// SPDX-License-Identifier: Apache-2.0
// Stands in for the library's decode() while the plugin host is tested alone; a strong definition
// wins.
#include "guifan/text.h"

namespace guifan {
__attribute__((weak)) DecodedText decode(std::span<const std::byte> bytes, std::string_view) {
  DecodedText text;
  text.utf8.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  text.encoding = "UTF-8";
  return text;
}
}  // namespace guifan
