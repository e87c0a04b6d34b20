// SPDX-License-Identifier: Apache-2.0
#include "guifan/plugin.h"

#include "text/text_reader.h"

namespace {

constexpr guifan_format kFormats[] = {
    {"text", "plain text", "txt text", "text/plain", "x-fmt/111"},
    {"markdown", "Markdown", "md markdown", "text/markdown", "fmt/1149"},
};

}  // namespace

GUIFAN_READER_PLUGIN(guifan::text::TextReader,
                     (guifan::sdk::About{
                         .name = "text",
                         .version = GUIFAN_VERSION,
                         .license = "Apache-2.0",
                         .contact = "guifan",
                         .description = "Reads plain text and Markdown; tables drawn with tabs, "
                                        "pipes or gaps become tables."}),
                     kFormats)
