// SPDX-License-Identifier: Apache-2.0
// Compression of streams.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdfwriter {

/// zlib's format, as /FlateDecode wants it. Throws std::bad_alloc, nothing else.
std::string deflate(std::string_view bytes);

}  // namespace guifan::pdfwriter
