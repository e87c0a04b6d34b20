// SPDX-License-Identifier: Apache-2.0
// Tables, their rows and cells.

#include "docx_limits.h"
#include "story_reader.h"

namespace guifan::docx {

void StoryReader::start_table() {
  close_paragraph();            // a table inside a paragraph splits it
  if (!flow().carry.empty()) {  // a paragraph cannot be merged into a table
    open_paragraph();
    close_paragraph();
  }
  if (story_.tables.size() >= limits::tables) hit_limit("tables");
  if (tables_.size() >= limits::table_depth) hit_limit("table_depth");
  TableBuild build;
  build.table = static_cast<std::uint32_t>(story_.tables.size());
  build.flow = flows_.size();
  story_.tables.emplace_back();
  tables_.push_back(std::move(build));
}

void StoryReader::finish_table() {
  close_paragraph();
  const std::uint32_t table = tables_.back().table;
  tables_.pop_back();
  if (!story_.tables[table].rows.empty()) flow().blocks.push_back({true, table});
}

void StoryReader::start_row() {
  TableBuild& build = tables_.back();
  close_paragraph();
  build.row = {};
  build.row.first_cell = static_cast<std::uint32_t>(story_.tables[build.table].cells.size());
  build.row_open = true;
  build.row_deleted = build.row_hidden = false;
}

void StoryReader::finish_row() {
  close_paragraph();
  TableBuild& build = tables_.back();
  build.row_open = false;
  TableRecord& table = story_.tables[build.table];
  if (build.row_deleted || build.row_hidden) {
    const std::uint32_t first = build.row.first_cell;
    std::vector<BlockReference> blocks;
    if (first < table.cells.size()) {
      blocks.assign(table.blocks.begin() + table.cells[first].first_block, table.blocks.end());
      table.blocks.resize(table.cells[first].first_block);
      table.cells.resize(first);
    }
    return remove_blocks(blocks, build.row_deleted ? "deleted-text" : "hidden-text");
  }
  build.row.cell_count = static_cast<std::uint32_t>(table.cells.size()) - build.row.first_cell;
  if (table.rows.size() >= limits::table_rows) return hit_limit("table_rows");
  table.rows.push_back(build.row);
}

void StoryReader::start_cell() {
  tables_.back().cell = {};
  tables_.back().cell_deleted = false;
  close_paragraph();
  push_flow(Action::Cell);
}

void StoryReader::finish_cell() {
  const std::vector<BlockReference> blocks = pop_flow();
  TableBuild& build = tables_.back();
  if (build.cell_deleted) return remove_blocks(blocks, "deleted-text");
  TableRecord& table = story_.tables[build.table];
  if (table.cells.size() >= limits::table_cells) return hit_limit("table_cells");
  build.cell.first_block = static_cast<std::uint32_t>(table.blocks.size());
  build.cell.block_count = static_cast<std::uint32_t>(blocks.size());
  table.blocks.insert(table.blocks.end(), blocks.begin(), blocks.end());
  table.cells.push_back(build.cell);
}

void StoryReader::remove_blocks(const std::vector<BlockReference>& blocks,
                                std::string_view reason) {
  std::vector<BlockReference> waiting(blocks.rbegin(), blocks.rend());
  while (!waiting.empty()) {
    const BlockReference block = waiting.back();
    waiting.pop_back();
    if (block.table) {
      const auto& inner = story_.tables[block.index].blocks;
      waiting.insert(waiting.end(), inner.rbegin(), inner.rend());
      continue;
    }
    ParagraphRecord& record = story_.paragraphs[block.index];
    record.dropped = true;
    if (!record.text.empty())
      story_.removed.push_back({block.index, std::move(record.text), std::string(reason), 0});
    record.text.clear();
  }
}

}  // namespace guifan::docx
