// SPDX-License-Identifier: Apache-2.0
#include "guifan/plugin.h"

#include "html/html_reader.h"

namespace {

constexpr guifan_format kFormats[] = {
    {"html", "HTML page", "html htm shtml xhtml", "text/html application/xhtml+xml",
     "fmt/96 fmt/97 fmt/98 fmt/99 fmt/100 fmt/471"},
    {"mhtml", "saved web page", "mht mhtml", "multipart/related", "fmt/1280"},
};

}  // namespace

GUIFAN_READER_PLUGIN(guifan::html::HtmlReader,
                     (guifan::sdk::About{
                         .name = "html",
                         .version = GUIFAN_VERSION,
                         .license = "Apache-2.0",
                         .contact = "guifan",
                         .description = "Reads HTML pages: portal pages, Word HTML, fragments."}),
                     kFormats)
