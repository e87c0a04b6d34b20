// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "guifan/plugin.h"
#include "markdown_text.h"
#include "writing/flat_table.h"
#include "writing/grid.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace {

using namespace guifan::sdk;
namespace markdown = guifan::markdown;
namespace writing = guifan::writing;

class Document {
 public:
  explicit Document(const ReportView& report) : report_(report) {}

  std::string write() && {
    heading(1, view(report_.title));
    for (const guifan_chapter& chapter : std::span(report_.chapters, report_.chapter_count)) {
      heading(2, writing::chapter_title(chapter));
      blocks(chapter.blocks, chapter.block_count, 1);
    }
    blocks(report_.notes, report_.note_count, 1);
    return std::move(out_);
  }

 private:
  void gap() {
    if (!out_.empty()) out_ += '\n';
  }
  void heading(std::uint32_t level, std::string_view text) {
    gap();
    out_ += std::string(std::min<std::uint32_t>(level, 6), '#') + " " +
            markdown::inline_text(text) + "\n";
  }
  void row(const std::vector<std::string>& cells) {
    out_ += '|';
    for (const std::string& cell : cells) out_ += cell.empty() ? " |" : " " + cell + " |";
    out_ += '\n';
  }
  void rule(std::size_t labels, std::size_t values) {
    out_ += '|';
    for (std::size_t i = 0; i < labels; ++i) out_ += " --- |";
    for (std::size_t i = 0; i < values; ++i) out_ += " ---: |";
    out_ += '\n';
  }

  /// Levels of blocks are deepened by `below`: a block's level 2 stands under the chapter's ##.
  void blocks(const guifan_block* first, std::size_t count, std::uint32_t below) {
    for (const guifan_block& block : std::span(first, count)) {
      if (block.printed == 0) continue;
      const std::string_view text = writing::trimmed(view(block.text));
      if (writing::has_grid(block)) {
        if (block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE)
          template_table(block);
        else
          plain_table(block);
      } else if (text.empty()) {
        continue;
      } else if (block.kind == GUIFAN_BLOCK_HEADING) {
        heading(block.level + below, text);
      } else {
        gap();
        out_ += markdown::paragraph_text(text) + "\n";
      }
    }
  }

  std::string value(const guifan_grid_cell* cell) const {
    if (cell == nullptr) return {};
    const CellView* known = writing::template_cell(report_, *cell);
    const std::string text = markdown::cell_text(view(cell->text));
    return known != nullptr && writing::is_approximate(*known) ? "≈" + text : text;
  }

  void template_table(const guifan_block& block) {
    for (const writing::FlatTable& table : writing::flatten(block)) {
      for (const std::string_view title : table.titles) {
        gap();
        out_ += "**" + markdown::inline_text(title) + "**\n";
      }
      if (table.rows.empty()) continue;
      if (const std::vector<Group> parts = groups_of(table); parts.size() > 1) {
        for (const Group& part : parts) group(table, part);
        continue;
      }
      const bool labelled = std::ranges::any_of(
          table.rows, [](const writing::FlatRow& flat) { return !flat.labels.empty(); });
      gap();
      std::vector<std::string> cells;
      if (labelled) cells.push_back(markdown::cell_text(writing::join(table.corner, " ")));
      for (const writing::LabelPath& column : table.columns)
        cells.push_back(markdown::cell_text(writing::join(column, " / ")));
      row(cells);
      rule(labelled ? 1 : 0, table.columns.size());
      for (const writing::FlatRow& flat : table.rows) {
        cells.clear();
        if (labelled) cells.push_back(markdown::cell_text(writing::join(flat.labels, " / ")));
        for (const guifan_grid_cell* cell : flat.values) cells.push_back(value(cell));
        row(cells);
      }
    }
  }

  /// Columns [begin, end) of a table under one label.
  struct Group {
    std::size_t begin = 0, end = 0;
  };

  /// The columns by the labels above their own, where every row is headed by columns alone and each
  /// label stands above several of them. One wide table would repeat these labels in each column.
  static std::vector<Group> groups_of(const writing::FlatTable& table) {
    std::vector<Group> groups;
    const auto labelled = [](const writing::FlatRow& flat) { return !flat.labels.empty(); };
    if (std::ranges::any_of(table.rows, labelled)) return groups;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const writing::LabelPath& path = table.columns[i];
      if (path.size() < 2) return {};
      const bool goes_on = i != 0 && table.columns[i - 1].size() == path.size() &&
                           std::equal(path.begin(), path.end() - 1, table.columns[i - 1].begin());
      if (!goes_on) groups.push_back({i, i});
      groups.back().end = i + 1;
    }
    const auto single = [](const Group& part) { return part.end - part.begin < 2; };
    return std::ranges::any_of(groups, single) ? std::vector<Group>() : groups;
  }

  void group(const writing::FlatTable& table, const Group& part) {
    const writing::LabelPath& first = table.columns[part.begin];
    gap();
    out_ += "**" +
            markdown::inline_text(
                writing::join(writing::LabelPath(first.begin(), first.end() - 1), " / ")) +
            "**\n";
    gap();
    std::vector<std::string> cells;
    for (std::size_t i = part.begin; i < part.end; ++i)
      cells.push_back(markdown::cell_text(writing::join({table.columns[i].back()}, " / ")));
    row(cells);
    rule(0, cells.size());
    for (const writing::FlatRow& flat : table.rows) {
      cells.clear();
      for (std::size_t i = part.begin; i < part.end; ++i) cells.push_back(value(flat.values[i]));
      row(cells);
    }
  }

  /// Merged cells print their text once, in their first position.
  void plain_table(const guifan_block& block) {
    if (block.kind == GUIFAN_BLOCK_RESIDUE_TABLE && block.text.size != 0) {
      gap();
      out_ += "**" + markdown::inline_text(view(block.text)) + "**\n";
    }
    gap();
    const std::vector<writing::GridRow> rows = writing::grid_rows(block);
    std::size_t next = 0;
    const auto cells_of_row = [&](const writing::GridRow& grid_row) {
      std::vector<std::string> cells(block.columns);
      for (const writing::GridPiece& piece : grid_row.pieces)
        if (piece.cell != nullptr && !piece.continues)
          cells[piece.column] = markdown::cell_text(view(piece.cell->text));
      return cells;
    };
    // A pipe table must have a header; a table without one gets an empty one.
    if (block.header_rows != 0 && !rows.empty())
      row(cells_of_row(rows[next++]));
    else
      row(std::vector<std::string>(block.columns));
    rule(block.columns, 0);
    for (; next < rows.size(); ++next) row(cells_of_row(rows[next]));
  }

  const ReportView& report_;
  std::string out_;
};

class MarkdownWriter : public Writer {
 public:
  Status write(const Context&, const ReportView& report, const Options&,
               Output& output) const override {
    return output.write(Document(report).write()) ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {
    {"md", "Markdown with pipe tables", "md markdown", "text/markdown", "fmt/1149"}};
constexpr About kAbout{
    .name = "markdown",
    .version = GUIFAN_VERSION,
    .license = "Apache-2.0",
    .contact = "guifan",
    .description = "Writes Markdown; merged cells are written out as full labels",
    .options = ""};

}  // namespace

GUIFAN_WRITER_PLUGIN(MarkdownWriter, kAbout, kFormats)
