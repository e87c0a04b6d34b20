// SPDX-License-Identifier: Apache-2.0
// The work of the office bridge: LibreOffice converts the file to DOCX, the docx reader's own code
// does the reading.
#include <chrono>

#include "archive.h"
#include "conversion_cache.h"
#include "engines/engine.h"
#include "integers.h"
#include "libreoffice.h"
#include "read_docx.h"
#include "source_kind.h"

namespace {

using namespace guifan;

constexpr std::int32_t kUsualSeconds = 60, kMostSeconds = 3'600;

// "LibreOffice/7.4.7.2$Linux_X86_64 ...", as the converted file says it.
std::string converter_version(std::string_view converted) {
  auto archive = docx::Archive::open(converted);
  if (!archive) return "LibreOffice";
  const auto properties = archive->read("docProps/app.xml");
  if (!properties) return "LibreOffice";
  constexpr std::string_view kOpen = "<Application>";
  const std::size_t begin = properties->find(kOpen);
  if (begin == std::string::npos) return "LibreOffice";
  const std::string_view rest = std::string_view(*properties).substr(begin + kOpen.size());
  return std::string(rest.substr(0, rest.find_first_of("$<")));
}

class OfficeReader {
 public:
  sdk::Status read(const sdk::Context& context, const sdk::Input& input,
                   sdk::DocumentBuilder& document) const {
    const std::string_view bytes = input.bytes().text();
    const auto kind = office::identify_source(bytes, input.name());
    if (!kind) return docx::report(context, {sdk::Status::Unsupported, "OFFICE-006", {}});
    const std::string name(kind->name);
    if (office::is_encrypted_word(bytes))
      return docx::report(context, {sdk::Status::Unsupported, "OFFICE-007", {}});
    if (office::is_flat_package(bytes))
      return docx::report(context, {sdk::Status::Unsupported, "OFFICE-008", {}});
    const auto program = office::find_libreoffice(input.option("soffice"));
    if (!program) return docx::report(context, {sdk::Status::Unsupported, "OFFICE-001", {name}});
    const std::int32_t seconds =
        docx::to_integer(input.option("timeout-seconds"), kUsualSeconds, 1, kMostSeconds);
    const std::string settings =
        program->string() + '\n' + std::string(kind->extension) + '\n' + std::to_string(seconds);
    auto conversion = cache_.find(settings, bytes);
    if (!conversion)
      conversion = cache_.keep(
          settings, bytes,
          office::convert_to_docx(*program, bytes, *kind, std::chrono::seconds(seconds)));
    const auto& converted = *conversion;
    if (!converted) {
      docx::Failure failure = converted.failure();
      failure.arguments.insert(failure.arguments.begin(), name);
      if (failure.id == "OFFICE-002") failure.arguments.push_back(std::to_string(seconds));
      return docx::report(context, failure);
    }
    const sdk::Status status =
        docx::read_docx(context, *converted, document,
                        kind->spreadsheet ? docx::Origin::Spreadsheet : docx::Origin::Document);
    if (status != sdk::Status::Ok) return status;
    const std::string version = converter_version(*converted);
    document.metadata("media-type", kind->media_type);
    document.metadata("original-format", name);
    document.metadata("converted-by", version);
    context.diagnose(sdk::Severity::Note, "OFFICE-005", {name, version});
    return status;
  }

 private:
  mutable office::ConversionCache cache_;
};

}  // namespace

GUIFAN_READER_ENGINE(OfficeReader)
