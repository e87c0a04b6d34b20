// SPDX-License-Identifier: Apache-2.0
// The office bridge: old and foreign office formats through an installed LibreOffice. This module
// knows them; its engine has them read.
#include <array>

#include "engines/late_plugin.h"
#include "source_kind.h"

namespace {

using namespace guifan;

struct OfficeProber {
  sdk::Probe probe(const sdk::Input& input) const {
    const auto kind = office::identify_source(input.bytes().text(), input.name());
    if (!kind) return {};
    return {kind->confidence, std::string(kind->name) + "，由 LibreOffice 读取\t" +
                                  std::string(kind->name) + ", read through LibreOffice"};
  }
};

struct OfficeEngine {
  static constexpr const char* kFile = "guifan-office-engine.so";
};

constexpr sdk::About kAbout{
    .name = "office",
    .version = GUIFAN_VERSION,
    .license = "Apache-2.0",
    .contact = "guifan",
    .description = "Reads DOC, WPS, RTF, ODT and spreadsheets through an installed LibreOffice",
    .options =
        "soffice: path of the LibreOffice program\n"
        "timeout-seconds: time for one conversion, 60 unless told"};

constexpr std::array<guifan_format, 1> kFormats = {
    {{"office", "Old and foreign office formats", "doc wps rtf odt xls xlsx ods dot et",
      "application/msword application/rtf application/vnd.oasis.opendocument.text "
      "application/vnd.ms-excel "
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
      "application/vnd.oasis.opendocument.spreadsheet",
      "fmt/40 fmt/39 fmt/45 fmt/53 fmt/136 fmt/61 fmt/214"}}};

}  // namespace

GUIFAN_LATE_READER_PLUGIN(OfficeProber, OfficeEngine, kAbout, kFormats)
