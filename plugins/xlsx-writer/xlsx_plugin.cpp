// SPDX-License-Identifier: Apache-2.0
#include "engines/late_plugin.h"

namespace {

using namespace guifan::sdk;

struct XlsxEngine {
  static constexpr const char* kFile = "guifan-xlsx-writer-engine.so";
};

constexpr guifan_format kFormats[] = {
    {"xlsx", "Excel workbook", "xlsx",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "fmt/214"}};
constexpr About kAbout{
    .name = "xlsx-writer",
    .version = GUIFAN_VERSION,
    .license = "Apache-2.0",
    .contact = "guifan",
    .description =
        "Writes the tables as printed, one sheet each, and one long table for statistics",
    .options = ""};

}  // namespace

GUIFAN_LATE_WRITER_PLUGIN(XlsxEngine, kAbout, kFormats)
