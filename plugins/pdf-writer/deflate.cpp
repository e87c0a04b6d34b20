// SPDX-License-Identifier: Apache-2.0
#include "deflate.h"

#include <zlib.h>

#include <new>

namespace guifan::pdfwriter {

std::string deflate(std::string_view bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(size, '\0');
  const int result = compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
  if (result != Z_OK) throw std::bad_alloc();  // the only way that it can fail with such a buffer
  packed.resize(size);
  return packed;
}

}  // namespace guifan::pdfwriter
