// SPDX-License-Identifier: Apache-2.0
// A story (body, notes, one header...) as read: paragraphs and tables in document order, nothing
// resolved yet.
//
// Tables nest in OOXML. Here they lie side by side in Story::tables and refer to each other by
// index, so that nothing that walks or destroys a story is recursive.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "numbering.h"
#include "styles.h"

namespace guifan::docx {

struct BlockReference {
  bool table = false;
  std::uint32_t index = 0;  ///< into Story::paragraphs or Story::tables
};

struct ParagraphRecord {
  std::string text;   ///< may hold '\n' and '\t'
  std::string label;  ///< printed list number, filled after reading
  std::uint32_t style = kNoStyle;
  NumberReference number;
  std::int16_t outline = -1;      ///< direct outline level, 0..8; 9: body text
  std::uint16_t half_points = 0;  ///< size of most of its text
  Tri centred = Tri::Unset;
  bool bold = false;            ///< all of its text
  bool contents_entry = false;  ///< line of a table of contents
  bool unnumbered = false;      ///< hidden with its mark: has no number and is not counted
  bool in_text_box = false;     ///< numbered apart from the body
  bool dropped = false;         ///< deleted or merged into the next one: not printed, not counted
  std::uint8_t style_id_level =
      0;  ///< heading level that an undefined style's id names ("Heading2")
};

enum class Merge : std::uint8_t { None, Start, Continue };

struct CellRecord {
  std::uint32_t first_block = 0, block_count = 0;  ///< range of TableRecord::blocks
  std::uint32_t span = 1;
  std::int32_t width = 0;         ///< twentieths of a point, 0: unknown
  bool width_in_percent = false;  ///< `width` in fiftieths of a percent
  Merge vertical = Merge::None;
  Merge horizontal = Merge::None;  ///< old-style horizontal merge
};

struct RowRecord {
  std::uint32_t first_cell = 0, cell_count = 0;  ///< range of TableRecord::cells
  std::uint32_t before = 0;                      ///< grid columns left out at the start
  bool header = false;
};

struct TableRecord {
  std::vector<RowRecord> rows;
  std::vector<CellRecord> cells;
  std::vector<BlockReference> blocks;
  std::uint32_t grid_columns = 0;         ///< of tblGrid, 0 where it is missing
  std::vector<std::int32_t> grid_widths;  ///< of these columns, in twentieths of a point
};

/// Text that is not printed, with the paragraph it stood in.
struct RemovedRecord {
  std::uint32_t paragraph = 0;
  std::string text, reason;
  std::size_t at = 0;  ///< length of the printed text before it
};

/// A named part of a story: the body, or one note.
struct Piece {
  std::string id;
  std::vector<BlockReference> blocks;
};

struct NoteReference {
  bool endnote = false;
  std::string id;
};

struct Story {
  std::vector<ParagraphRecord> paragraphs;
  std::vector<TableRecord> tables;
  std::vector<Piece> pieces;
  std::vector<RemovedRecord> removed;
  std::vector<NoteReference> notes;             ///< in order of reference
  std::vector<std::string> header_footer_ids;   ///< relationship ids, in order, each once
  std::vector<std::string> alternative_chunks;  ///< relationship ids of w:altChunk
  std::vector<std::string> sub_documents;       ///< relationship ids of w:subDoc
  std::vector<std::string> embedded_objects;    ///< program ids of OLE objects
  std::set<std::string> unknown_symbols;        ///< "font/code"
  std::size_t pictures = 0, graphics = 0;       ///< pictures; charts and diagrams
  std::size_t insertions = 0, deletions = 0;    ///< tracked changes
  std::size_t broken_fields = 0, unknown_alternates = 0;
  std::size_t struck_texts = 0;           ///< runs of struck-through text
  std::set<std::string> computed_fields;  ///< keywords of fields that only Word can compute
};

}  // namespace guifan::docx
