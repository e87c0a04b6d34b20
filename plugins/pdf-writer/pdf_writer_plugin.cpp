// SPDX-License-Identifier: Apache-2.0
#include "engines/late_plugin.h"

namespace {

using namespace guifan::sdk;

struct PdfWriterEngine {
  static constexpr const char* kFile = "guifan-pdf-writer-engine.so";
};

constexpr guifan_format kFormats[] = {{"pdf", "PDF document", "pdf", "application/pdf", "fmt/477"}};
constexpr About kAbout{
    .name = "pdf-writer",
    .version = GUIFAN_VERSION,
    .license = "Apache-2.0",
    .contact = "guifan",
    .description = "Writes a tagged PDF with its fonts embedded, after the rules of PDF/A-2b",
    .options =
        "font: the font file to set everything in (FILE#2: its third face); default Noto CJK\n"
        "font-folder: look for Noto CJK in this folder and nowhere else"};

}  // namespace

GUIFAN_LATE_WRITER_PLUGIN(PdfWriterEngine, kAbout, kFormats)
