// SPDX-License-Identifier: Apache-2.0
// Properties of paragraphs, runs, tables, rows and cells.
#include <algorithm>

#include "docx_limits.h"
#include "integers.h"
#include "story_reader.h"

namespace guifan::docx {

void StoryReader::property(const XmlElement& element) {
  switch (frame().context) {
    case Context::Paragraph:
      return paragraph_property(element);
    case Context::ParagraphMark:
      if (element.name == "del" || element.name == "moveFrom") {
        ++story_.deletions;
        flow().joins_next = true;
      } else if (element.name == "ins" || element.name == "moveTo") {
        ++story_.insertions;
      } else if (element.name == "vanish") {
        flow().mark_hidden = on(element) && !flow().mark_separates;
      } else if (element.name == "specVanish" && on(element)) {  // a heading that runs on: numbered
        flow().mark_separates = true;
        flow().mark_hidden = false;
      }
      return;
    case Context::Run:
      return run_property(element, flow().run);
    case Context::Table:
    case Context::Row:
    case Context::Cell:
      return table_property(element);
    case Context::Section:
      if (element.name == "headerReference" || element.name == "footerReference") {
        const std::string id(element.attribute(Space::Relation, "id"));
        auto& ids = story_.header_footer_ids;
        if (ids.size() < limits::header_parts && std::find(ids.begin(), ids.end(), id) == ids.end())
          ids.push_back(id);
      }
      return;
    case Context::FieldData:
      return field_data(element);
    case Context::Control:
      // sdt > sdtPr > docPartObj > docPartGallery: the whole control is a table of contents.
      if (element.name == "docPartGallery" &&
          element.attribute(Space::Word, "val") == "Table of Contents" && frames_.size() >= 4 &&
          frames_[frames_.size() - 4].action == Action::None) {
        frames_[frames_.size() - 4].action = Action::Contents;
        ++contents_control_;
      }
      return;
    case Context::Content:
      return;
  }
}

void StoryReader::paragraph_property(const XmlElement& element) {
  if (!flow().open) return;
  ParagraphRecord& record = paragraph();
  const std::string_view name = element.name, value = element.attribute(Space::Word, "val");
  if (name == "pStyle") {
    record.style = styles_.find(value);
    if (record.style == kNoStyle) {
      record.style = styles_.default_paragraph();
      const bool heading =
          value.size() == 8 && (value.starts_with("Heading") || value.starts_with("heading"));
      if (heading && value[7] >= '1' && value[7] <= '9')
        record.style_id_level = static_cast<std::uint8_t>(value[7] - '0');
    }
    record.contents_entry = contents_control_ != 0 || styles_.is_contents(record.style);
  } else if (name == "numId") {
    record.number.id = to_integer(value, -1, -1, 2'000'000'000);
  } else if (name == "ilvl") {
    record.number.level = to_integer(value, 0, 0, static_cast<std::int32_t>(kLevels) - 1);
  } else if (name == "outlineLvl") {
    record.outline = static_cast<std::int16_t>(to_integer(value, -1, 0, 9));
  } else if (name == "jc") {
    record.centred = value == "center" ? Tri::On : Tri::Off;
  }
}

void StoryReader::run_property(const XmlElement& element, RunState& run) {
  const std::string_view name = element.name, value = element.attribute(Space::Word, "val");
  RunLook& look = run.look;
  if (name == "b") look.bold = on(element) ? Tri::On : Tri::Off;
  if (name == "vanish") look.hidden = on(element) ? Tri::On : Tri::Off;
  if ((name == "strike" || name == "dstrike") && look.struck != Tri::On)
    look.struck = on(element) ? Tri::On : Tri::Off;
  if (name == "sz") look.half_points = static_cast<std::uint16_t>(to_integer(value, 0, 0, 4'000));
  if (name == "rStyle") run.style = styles_.find(value);
  if (name == "rFonts") {
    look.font = latin_font(element);
    run.east_asian = element.attribute(Space::Word, "hint") == "eastAsia";
  }
  if (name == "position")
    run.shift = static_cast<std::int16_t>(to_integer(value, 0, -3'000, 3'000));
  if (name == "vertAlign") look.raise = raise_of(value);
}

void StoryReader::table_property(const XmlElement& element) {
  if (!in_own_table() && (tables_.empty() || tables_.back().flow + 1 != flows_.size())) return;
  TableBuild& build = tables_.back();
  const std::string_view name = element.name, value = element.attribute(Space::Word, "val");
  if (frame().context == Context::Table) {
    if (name == "gridCol") {
      TableRecord& table = story_.tables[build.table];
      ++table.grid_columns;
      if (table.grid_widths.size() < limits::table_columns)
        table.grid_widths.push_back(
            to_integer(element.attribute(Space::Word, "w"), 0, 0, 1'000'000));
    }
    return;
  }
  if (frame().context == Context::Row) {
    const auto columns = static_cast<std::int32_t>(limits::table_columns) + 1;
    if (name == "gridBefore")
      build.row.before = static_cast<std::uint32_t>(to_integer(value, 0, 0, columns));
    if (name == "tblHeader") build.row.header = on(element);
    if (name == "hidden") build.row_hidden = on(element);
    if (name == "del") {
      build.row_deleted = true;
      ++story_.deletions;
    }
    if (name == "ins") ++story_.insertions;
    return;
  }
  CellRecord& cell = build.cell;
  const auto merge_of = [&](std::string_view attribute) {
    const std::string_view kind = element.attribute(Space::Word, attribute);
    return kind == "restart" || kind == "rest" ? Merge::Start : Merge::Continue;
  };
  if (name == "gridSpan")
    cell.span = static_cast<std::uint32_t>(
        to_integer(value, 1, 1, static_cast<std::int32_t>(limits::table_columns) + 1));
  if (name == "vMerge") cell.vertical = merge_of("val");
  if (name == "cellMerge") cell.vertical = merge_of("vMerge");
  if (name == "hMerge") cell.horizontal = merge_of("val");
  if (name == "cellDel") {
    build.cell_deleted = true;
    ++story_.deletions;
  }
  if (name == "cellIns") ++story_.insertions;
  if (name == "tcW") {
    const std::string_view unit = element.attribute(Space::Word, "type");
    cell.width_in_percent = unit == "pct";
    if (unit == "dxa" || unit == "pct")
      cell.width = to_integer(element.attribute(Space::Word, "w"), 0, 0, 1'000'000);
  }
}

}  // namespace guifan::docx
