// SPDX-License-Identifier: Apache-2.0
// Bytes of one known encoding to UTF-8. decode() chooses among these.
#pragma once

#include <string>
#include <string_view>

namespace guifan {

enum class Encoding { Utf8, Gb18030, Big5, Utf16Le, Utf16Be };
std::string_view to_string(Encoding encoding);

/// Text with what went wrong on the way. `sequences` counts well-formed multi-byte characters,
/// `invalid` broken ones.
struct Transcoded {
  std::string utf8;
  std::size_t sequences = 0;
  std::size_t invalid = 0;
  bool cut_at_end = false;  ///< the last character is incomplete; not counted in `invalid`
};

/// All of `bytes` is well-formed UTF-8.
bool is_utf8(std::string_view bytes);

/// Decodes all of `bytes`. Broken sequences become U+FFFD; nothing else is changed.
Transcoded transcode(std::string_view bytes, Encoding encoding);

}  // namespace guifan
