// SPDX-License-Identifier: Apache-2.0
#include "guifan/plugin.h"
#include "page.h"

namespace {

using namespace guifan::sdk;

class HtmlWriter : public Writer {
 public:
  Status write(const Context& context, const ReportView& report, const Options&,
               Output& output) const override {
    return output.write(guifan::html::Page(report, context.chinese()).write()) ? Status::Ok
                                                                               : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {
    {"html", "HTML page", "html htm", "text/html application/xhtml+xml", "fmt/471"}};
constexpr About kAbout{.name = "html-writer",
                       .version = GUIFAN_VERSION,
                       .license = "Apache-2.0",
                       .contact = "guifan",
                       .description = "Writes one self-contained, accessible page",
                       .options = ""};

}  // namespace

GUIFAN_WRITER_PLUGIN(HtmlWriter, kAbout, kFormats)
