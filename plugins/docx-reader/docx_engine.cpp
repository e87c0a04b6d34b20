// SPDX-License-Identifier: Apache-2.0
// The part of the docx reader that needs libzip and libxml2. The reading stands in lib/.
#include "engines/engine.h"
#include "read_docx.h"

namespace {

struct DocxReading {
  guifan::sdk::Status read(const guifan::sdk::Context& context, const guifan::sdk::Input& input,
                           guifan::sdk::DocumentBuilder& document) const {
    return guifan::docx::read_docx(context, input.bytes().text(), document);
  }
};

}  // namespace

GUIFAN_READER_ENGINE(DocxReading)
