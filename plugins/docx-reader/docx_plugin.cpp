// SPDX-License-Identifier: Apache-2.0
// The docx reader module. It knows Word packages; its engine reads them.
#include <array>

#include "engines/late_plugin.h"
#include "probe_docx.h"

namespace {

struct DocxProber {
  guifan::sdk::Probe probe(const guifan::sdk::Input& input) const {
    return guifan::docx::probe_docx(input.bytes().text());
  }
};

struct DocxEngine {
  static constexpr const char* kFile = "guifan-docx-reader-engine.so";
};

constexpr guifan::sdk::About kAbout{
    .name = "docx-reader",
    .version = GUIFAN_VERSION,
    .license = "Apache-2.0",
    .contact = "guifan",
    .description = "Reads Word packages (DOCX, DOCM, DOTX, strict and transitional)",
    .options = ""};

constexpr std::array<guifan_format, 1> kFormats = {
    {{"docx", "Word document", "docx docm dotx dotm",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "fmt/412 fmt/523 fmt/597"}}};

}  // namespace

GUIFAN_LATE_READER_PLUGIN(DocxProber, DocxEngine, kAbout, kFormats)
