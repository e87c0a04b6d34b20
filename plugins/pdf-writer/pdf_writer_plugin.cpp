// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "engines/load_engine.h"
#include "guifan/plugin.h"

namespace {

using namespace guifan::sdk;

using EngineWrite = decltype(guifan_writer_functions::write);

/// Hands every call to the engine, which is loaded for the first one: HarfBuzz, ICU and fontconfig
/// would cost every run of guifan milliseconds, whatever it writes.
std::int32_t write_with_engine(const guifan_host* host, const guifan_report_view* report,
                               const guifan_option* options, std::size_t count,
                               const guifan_output* output) {
  static const guifan::Engine engine =
      guifan::load_engine("guifan-pdf-writer-engine.so", "guifan_pdf_writer_engine_write");
  if (engine.function == nullptr) {
    Context(*host).diagnose(Severity::Error, "PDF-106", {engine.problem});
    return GUIFAN_INTERNAL;
  }
  return reinterpret_cast<EngineWrite>(engine.function)(host, report, options, count, output);
}

constexpr guifan_format kFormats[] = {{"pdf", "PDF document", "pdf", "application/pdf", "fmt/477"}};

}  // namespace

extern "C" __attribute__((visibility("default"))) const guifan_plugin* guifan_plugin_entry() {
  static const guifan_writer_functions writer{sizeof(guifan_writer_functions), &write_with_engine};
  static const guifan_plugin plugin{
      sizeof(guifan_plugin),
      GUIFAN_ABI,
      "pdf-writer",
      GUIFAN_VERSION,
      "Apache-2.0",
      "guifan",
      "Writes a tagged PDF with its fonts embedded, after the rules of PDF/A-2b",
      kFormats,
      1,
      nullptr,
      &writer,
      "font: the font file to set everything in (FILE#2: its third face); default Noto CJK\n"
      "font-folder: look for Noto CJK in this folder and nowhere else"};
  return &plugin;
}
