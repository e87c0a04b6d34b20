// SPDX-License-Identifier: Apache-2.0
#include "body.h"

#include <algorithm>
#include <span>

#include "writing/grid.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::docx {
namespace {

using sdk::view;

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n";

// Page and margins of the template of 2021.
constexpr std::string_view kTail =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" "
    "w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\" "
    "w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n";

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

/// Quotes, dashes, circled numbers and the like (U+0080 to U+2FFF) stand in fonts of both scripts;
/// a hint makes them take the Chinese one. Han characters need none.
bool shared_by_scripts(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xC2 && byte <= 0xE2) || byte == 0xEE;
  });
}

}  // namespace

void Body::run(std::string_view text) {
  bool first = true;
  writing::for_each_line(text, [&](std::string_view line) {
    out_ += "<w:r>";
    if (shared_by_scripts(line)) out_ += "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>";
    if (!first) out_ += "<w:br/>";
    first = false;
    out_ += "<w:t>";  // lines are trimmed: nothing for xml:space to keep
    writing::append_escaped(out_, line);
    out_ += "</w:t></w:r>";
  });
}

void Body::flush(std::size_t at_least) {
  if (out_.size() < at_least) return;
  package_.write(out_);
  out_.clear();
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
  flush();
}

void Body::blocks(const guifan_block* first, std::size_t count, bool in_notes) {
  for (const guifan_block& block : std::span(first, count)) {
    if (block.printed == 0) continue;
    const std::string_view text = writing::trimmed(view(block.text));
    if (writing::has_grid(block)) {
      table(block, in_notes);
    } else if (text.empty()) {
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

void Body::write() {
  out_ += kHead;
  paragraph("Title", view(report_.title));
  for (const guifan_chapter& chapter : std::span(report_.chapters, report_.chapter_count)) {
    paragraph("Heading1", writing::chapter_title(chapter));
    blocks(chapter.blocks, chapter.block_count, false);
  }
  blocks(report_.notes, report_.note_count, true);
  out_ += kTail;
  flush(0);
}

}  // namespace guifan::docx
