// SPDX-License-Identifier: Apache-2.0
#include "body.h"
#include "guifan/plugin.h"
#include "properties.h"
#include "writing/zip_package.h"

namespace {

using namespace guifan::sdk;

constexpr std::string_view kContentTypes =
#include "parts/content_types.inc"
    ;
constexpr std::string_view kPackageRelations =
#include "parts/package_rels.inc"
    ;
constexpr std::string_view kDocumentRelations =
#include "parts/document_rels.inc"
    ;
constexpr std::string_view kStyles =
#include "parts/styles.inc"
    ;
constexpr std::string_view kSettings =
#include "parts/settings.inc"
    ;
constexpr std::string_view kFonts =
#include "parts/fonts.inc"
    ;
constexpr std::string_view kFooter =
#include "parts/footer.inc"
    ;

class DocxWriter : public Writer {
 public:
  Status write(const Context&, const ReportView& report, const Options&,
               Output& output) const override {
    using std::string;
    const auto package = guifan::writing::write_package({
        {"[Content_Types].xml", string(kContentTypes)},
        {"_rels/.rels", string(kPackageRelations)},
        {"word/document.xml", guifan::docx::Body(report).write()},
        {"word/_rels/document.xml.rels", string(kDocumentRelations)},
        {"word/styles.xml", string(kStyles)},
        {"word/settings.xml", string(kSettings)},
        {"word/fontTable.xml", string(kFonts)},
        {"word/footer1.xml", string(kFooter)},
        {"docProps/core.xml", guifan::docx::core_properties(report)},
        {"docProps/app.xml", guifan::docx::application_properties()},
        {"docProps/custom.xml", guifan::docx::custom_properties(report)},
    });
    if (!package) return Status::Internal;
    return output.write(*package) ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {
    {"docx", "Word document", "docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "fmt/412"}};
constexpr About kAbout{.name = "docx-writer",
                       .version = "1",
                       .license = "Apache-2.0",
                       .contact = "guifan",
                       .description = "Writes a Word document in the look of an official document",
                       .options = ""};

}  // namespace

GUIFAN_WRITER_PLUGIN(DocxWriter, kAbout, kFormats)
