// SPDX-License-Identifier: Apache-2.0
// The part of the PDF reader that needs PoDoFo, as a module of its own: see engine_loader.cpp.
#include "document_reader.h"

extern "C" __attribute__((visibility("default"))) void guifan_pdf_engine_read(
    const char* bytes, std::size_t size, const guifan::pdf::ReadOptions* options,
    guifan::pdf::Document* document) {
  *document = guifan::pdf::read_document({bytes, size}, *options);
}
