// SPDX-License-Identifier: Apache-2.0
// The part of the workbook writer that needs libxlsxwriter.
#include <span>

#include "engines/engine.h"
#include "sheets.h"
#include "writing/wording.h"

namespace {

using namespace guifan::sdk;
namespace xlsx = guifan::xlsx;

struct XlsxWriter {
  Status write(const Context& context, const ReportView& report, const Options&,
               Output& output) const {
    const bool chinese = context.chinese();
    xlsx::Workbook workbook(report);
    if (!workbook.is_open()) return Status::Io;
    for (const guifan_chapter& chapter : std::span(report.chapters, report.chapter_count))
      for (const guifan_block& block : std::span(chapter.blocks, chapter.block_count))
        if (block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE)
          xlsx::table_sheet(workbook, report, block, guifan::writing::chapter_title(chapter));
    for (const guifan_chapter& chapter : std::span(report.chapters, report.chapter_count))
      for (const guifan_block& block : std::span(chapter.blocks, chapter.block_count))
        if (block.kind == GUIFAN_BLOCK_RESIDUE_TABLE)
          xlsx::table_sheet(workbook, report, block, chinese ? "补充表" : "supplement");
    xlsx::data_sheet(workbook, report, chinese);
    xlsx::text_sheet(workbook, report, chinese);
    xlsx::notes_sheet(workbook, report, chinese);
    const auto bytes = workbook.close();
    if (!bytes) return Status::Io;
    return output.write(*bytes) ? Status::Ok : Status::Io;
  }
};

}  // namespace

GUIFAN_WRITER_ENGINE(XlsxWriter)
