// SPDX-License-Identifier: Apache-2.0
// The part of the PDF writer that needs HarfBuzz, ICU and fontconfig.
#include "engines/engine.h"

#include "document.h"
#include "syntax.h"

namespace {

using namespace guifan::sdk;
using namespace guifan::pdfwriter;

/// Characters that a message names; a report in a wrong encoding has thousands.
constexpr std::size_t kMostNamed = 20;

std::string code_points(const std::u32string& characters) {
  std::string out;
  for (std::size_t i = 0; i < characters.size() && i < kMostNamed; ++i) {
    out += out.empty() ? "U+" : ", U+";
    if (characters[i] > 0xFFFF) out += static_cast<char>('0' + (characters[i] >> 16) % 10);
    append_hex16(out, static_cast<std::uint16_t>(characters[i]));
  }
  return characters.size() > kMostNamed ? out + ", …" : out;
}

struct PdfWriter {
  Status write(const Context& context, const ReportView& report, const Options& options,
               Output& output) const {
    FontLibrary::Problem problem;
    auto fonts = FontLibrary::open({options.get("font"), options.get("font-folder")}, problem);
    if (!fonts) {
      if (problem.arguments.empty())
        context.diagnose(Severity::Error, problem.id, {});
      else
        context.diagnose(Severity::Error, problem.id, {problem.arguments.front()});
      return Status::Unsupported;
    }
    const auto bytes = write_document(report, *fonts);
    if (!bytes) {
      context.diagnose(Severity::Error, "PDF-105", {fonts->faces().front().face.postscript_name()});
      return Status::Unsupported;
    }
    if (!fonts->missing().empty())
      context.diagnose(Severity::Warning, "PDF-104",
                       {std::to_string(fonts->missing().size()), code_points(fonts->missing())});
    return output.write(*bytes) ? Status::Ok : Status::Io;
  }
};

}  // namespace

GUIFAN_WRITER_ENGINE(PdfWriter)
