// SPDX-License-Identifier: Apache-2.0
// The docx reader module. The reading stands in lib/.
#include <array>

#include "guifan/plugin.h"
#include "read_docx.h"

namespace {

class DocxReader : public guifan::sdk::Reader {
 public:
  guifan::sdk::Probe probe(const guifan::sdk::Input& input) const override {
    return guifan::docx::probe_docx(input.bytes().text());
  }
  guifan::sdk::Status read(const guifan::sdk::Context& context, const guifan::sdk::Input& input,
                           guifan::sdk::DocumentBuilder& document) const override {
    return guifan::docx::read_docx(context, input.bytes().text(), document);
  }
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

GUIFAN_READER_PLUGIN(DocxReader, kAbout, kFormats)
