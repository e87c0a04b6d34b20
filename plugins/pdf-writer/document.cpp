// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include <algorithm>
#include <span>

#include "colour_profile.h"
#include "composer.h"
#include "font_objects.h"
#include "metadata.h"
#include "table_flow.h"
#include "writing/grid.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::pdfwriter {
namespace {

using sdk::view;

class Document {
 public:
  Document(const sdk::ReportView& report, FontLibrary& fonts)
      : report_(report),
        fonts_(fonts),
        pages_(file_, fonts, tags_),
        breaker_(fonts),
        composer_(pages_, breaker_, tags_, outline_) {}

  std::optional<std::string> write() && {
    composer_.heading(title_style(), view(report_.title), 1, 0);
    for (const guifan_chapter& chapter : std::span(report_.chapters, report_.chapter_count)) {
      composer_.heading(styles::kChapter, writing::chapter_title(chapter), 2, 1);
      heading_level_ = 2;
      blocks({chapter.blocks, chapter.block_count}, false);
    }
    blocks({report_.notes, report_.note_count}, true);
    composer_.finish();
    const ObjectId fonts = put_fonts();
    if (fonts == 0) return std::nullopt;
    return finish(fonts);
  }

 private:
  /// A title that nearly fits in one line is set a little smaller, so that it does.
  ParagraphStyle title_style() {
    constexpr double kSmallest = 16;
    ParagraphStyle style = styles::kTitle;
    const auto lines = [&](double size) {
      return breaker_.lines(style.role, view(report_.title), paper::kTextWidth / size * 1000, 0)
          .size();
    };
    if (lines(kSmallest) == 1)
      while (lines(style.size) > 1) style.size -= 0.5;
    return style;
  }

  void blocks(std::span<const guifan_block> all, bool in_notes) {
    for (const guifan_block& block : all) {
      if (block.printed == 0) continue;
      if (writing::has_grid(block))
        table(block, in_notes);
      else if (block.kind == GUIFAN_BLOCK_HEADING)
        heading(block, in_notes);
      else
        composer_.paragraph(in_notes ? styles::kNotesText : styles::kText, view(block.text));
    }
  }

  void heading(const guifan_block& block, bool in_notes) {
    if (in_notes && block.level == 1) {
      composer_.break_page();
      composer_.heading(styles::kNotesTitle, view(block.text), 2, 1);
      heading_level_ = 2;
      return;
    }
    // A section of a chapter is level 2, below the title and the chapter. No level is skipped.
    heading_level_ = std::clamp(block.level + 1, 3u, std::min(heading_level_ + 1, 6u));
    const ParagraphStyle& style = in_notes              ? styles::kNotesHeading
                                  : heading_level_ == 3 ? styles::kSection
                                                        : styles::kSubsection;
    composer_.heading(style, view(block.text), heading_level_, heading_level_ == 3 ? 2 : 0);
  }

  void table(const guifan_block& block, bool in_notes) {
    set_table(composer_, lay_out_table(breaker_, report_, block, in_notes),
              block.kind == GUIFAN_BLOCK_RESIDUE_TABLE ? view(block.text) : std::string_view{});
  }

  /// 0: a font could not be cut down.
  ObjectId put_fonts() {
    std::string dictionary = "<<";
    for (const UsedFace& used : fonts_.faces()) {
      if (used.glyphs.empty()) continue;
      const ObjectId id = file_.reserve();
      if (!put_font(file_, id, used)) return 0;
      dictionary += "/" + used.resource + " " + reference(id);
    }
    return file_.add(dictionary + ">>");
  }

  std::string finish(ObjectId fonts) {
    const ObjectId page_tree = pages_.put_tree(fonts);
    const ObjectId structure = tags_.put(file_, pages_.ids());
    const ObjectId outline = outline_.put(file_);
    const ObjectId metadata =
        file_.add_plain_stream("/Type/Metadata/Subtype/XML", xmp_packet(report_));
    const ObjectId profile = file_.add_stream("/N 3", srgb_profile());
    std::string catalogue = "<</Type/Catalog/Pages " + reference(page_tree) + "/Metadata " +
                            reference(metadata) + "/StructTreeRoot " + reference(structure) +
                            "/MarkInfo<</Marked true>>/Lang(zh-CN)"
                            "/ViewerPreferences<</DisplayDocTitle true>>"
                            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                            "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                            "/DestOutputProfile " +
                            reference(profile) + ">>]";
    if (outline != 0) catalogue += "/Outlines " + reference(outline) + "/PageMode/UseOutlines";
    const ObjectId root = file_.add(catalogue + ">>");
    const ObjectId information = file_.add(information_dictionary(report_));
    return std::move(file_).finish(root, information);
  }

  const sdk::ReportView& report_;
  FontLibrary& fonts_;
  ObjectFile file_;
  StructureTree tags_;
  Outline outline_;
  Pages pages_;
  LineBreaker breaker_;
  Composer composer_;
  std::uint32_t heading_level_ = 2;  ///< of the heading before
};

}  // namespace

std::optional<std::string> write_document(const sdk::ReportView& report, FontLibrary& fonts) {
  return Document(report, fonts).write();
}

}  // namespace guifan::pdfwriter
