// SPDX-License-Identifier: Apache-2.0
#include "body.h"

#include <algorithm>
#include <span>

#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::docx {
namespace {

using sdk::view;

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n";

// A4; margins of GB/T 9704: 37 mm above, 35 mm below, 28 mm left, 26 mm right; page number 7 mm
// below the text.
constexpr std::string_view kTail =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" "
    "w:h=\"16838\"/>"
    "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" "
    "w:footer=\"1304\" "
    "w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n";

std::string_view heading_style(std::uint32_t level) {
  switch (level) {
    case 0:
    case 1:
    case 2:
      return "Heading2";
    case 3:
      return "Heading3";
    default:
      return "Heading4";
  }
}

}  // namespace

void Body::run(std::string_view text) {
  bool first = true;
  writing::for_each_line(text, [&](std::string_view line) {
    // The hint makes quotes and dashes, which fonts of both scripts have, take the Chinese one.
    out_ += "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>";
    if (!first) out_ += "<w:br/>";
    first = false;
    out_ += "<w:t xml:space=\"preserve\">";
    writing::append_escaped(out_, line);
    out_ += "</w:t></w:r>";
  });
}

void Body::paragraph(std::string_view style, std::string_view text, bool keep_next) {
  out_ += "<w:p>";
  if (!style.empty()) {
    out_ += "<w:pPr><w:pStyle w:val=\"";
    out_ += style;
    out_ += keep_next ? "\"/><w:keepNext/></w:pPr>" : "\"/></w:pPr>";
  }
  run(text);
  out_ += "</w:p>\n";
}

void Body::blocks(const guifan_block* first, std::size_t count, bool in_notes) {
  for (const guifan_block& block : std::span(first, count)) {
    if (block.printed == 0) continue;
    const std::string_view text = view(block.text);
    const bool is_table =
        block.kind != GUIFAN_BLOCK_HEADING && block.kind != GUIFAN_BLOCK_PARAGRAPH;
    if (is_table && block.grid_size != 0) {
      table(block, in_notes);
    } else if (writing::trimmed(text).empty()) {
      continue;
    } else if (block.kind == GUIFAN_BLOCK_HEADING) {
      paragraph(!in_notes          ? heading_style(block.level)
                : block.level == 1 ? "NotesTitle"
                                   : "NotesHeading",
                text);
    } else {
      paragraph(in_notes ? "NotesText" : "", text);
    }
  }
}

std::string Body::write() && {
  out_ += kHead;
  paragraph("Title", view(report_.title));
  for (const guifan_chapter& chapter : std::span(report_.chapters, report_.chapter_count)) {
    paragraph("Heading1", writing::chapter_title(chapter));
    blocks(chapter.blocks, chapter.block_count, false);
  }
  blocks(report_.notes, report_.note_count, true);
  out_ += kTail;
  return std::move(out_);
}

}  // namespace guifan::docx
