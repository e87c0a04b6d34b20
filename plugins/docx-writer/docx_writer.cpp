// SPDX-License-Identifier: Apache-2.0
#include <utility>

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
    guifan::writing::PackageWriter package_writer;
    package_writer.add("[Content_Types].xml", kContentTypes);
    package_writer.add("_rels/.rels", kPackageRelations);
    package_writer.begin_part("word/document.xml");
    guifan::docx::Body(report, package_writer).write();
    package_writer.end_part();
    package_writer.add("word/_rels/document.xml.rels", kDocumentRelations);
    package_writer.add("word/styles.xml", kStyles);
    package_writer.add("word/settings.xml", kSettings);
    package_writer.add("word/fontTable.xml", kFonts);
    package_writer.add("word/footer1.xml", kFooter);
    package_writer.add("docProps/core.xml", guifan::docx::core_properties(report));
    package_writer.add("docProps/app.xml", guifan::docx::application_properties());
    package_writer.add("docProps/custom.xml", guifan::docx::custom_properties(report));
    const auto package = std::move(package_writer).finish();
    if (!package) return Status::Internal;
    return output.write(*package) ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {
    {"docx", "Word document", "docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "fmt/412"}};
constexpr About kAbout{.name = "docx-writer",
                       .version = GUIFAN_VERSION,
                       .license = "Apache-2.0",
                       .contact = "guifan",
                       .description = "Writes a Word document in the look of an official document",
                       .options = ""};

}  // namespace

GUIFAN_WRITER_PLUGIN(DocxWriter, kAbout, kFormats)
