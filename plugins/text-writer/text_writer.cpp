// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "columns.h"
#include "guifan/plugin.h"
#include "writing/flat_table.h"
#include "writing/grid.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace {

using namespace guifan::sdk;
namespace writing = guifan::writing;
using guifan::text_writer::append_aligned;
using guifan::text_writer::Columns;
using guifan::text_writer::display_width;
using guifan::text_writer::measure;

/// A wider table is printed as a list, one value a line.
constexpr std::size_t kWidestTable = 160;
/// A longer text above the row labels is a note, printed above the table.
constexpr std::size_t kWidestCorner = 24;
/// Of tables of words, where one long cell would push the next column of every row out of sight.
constexpr std::size_t kWidestColumn = 64;
constexpr std::size_t kChunkBytes = 65'536;

std::string one_line(std::string_view text) {
  std::string line;
  writing::for_each_line(text, [&](std::string_view part) {
    if (!line.empty()) line += ' ';
    for (const char c : part) line += c == '\t' ? ' ' : c;
  });
  return line;
}

class Document {
 public:
  Document(const ReportView& report, bool chinese, Output& output)
      : report_(report), blank_(chinese ? "（空白）" : "(blank)"), output_(output) {}

  bool write() && {
    out_ += one_line(view(report_.title)) + "\n";
    for (const guifan_chapter& chapter : std::span(report_.chapters, report_.chapter_count)) {
      out_ += "\n\n" + writing::chapter_title(chapter) + "\n";
      blocks(chapter.blocks, chapter.block_count);
    }
    blocks(report_.notes, report_.note_count);
    return sound_ && output_.write(out_);
  }

 private:
  void blocks(const guifan_block* first, std::size_t count) {
    for (const guifan_block& block : std::span(first, count)) {
      if (block.printed == 0) continue;
      if (out_.size() > kChunkBytes) {
        sound_ = sound_ && output_.write(out_);
        out_.clear();
      }
      if (writing::has_grid(block)) {
        if (block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE)
          template_table(block);
        else
          plain_table(block);
        continue;
      }
      if (block.kind == GUIFAN_BLOCK_HEADING) out_ += block.level == 1 ? "\n\n" : "\n";
      writing::for_each_line(view(block.text), [&](std::string_view line) {
        if (block.kind != GUIFAN_BLOCK_HEADING) out_ += "　　";
        out_ += one_line(line) + "\n";
      });
    }
  }

  std::string value(const guifan_grid_cell* cell) const {
    if (cell == nullptr) return {};
    if (cell->role == GUIFAN_ROLE_BLANK) return blank_;
    const CellView* known = writing::template_cell(report_, *cell);
    const std::string text = one_line(view(cell->text));
    return known != nullptr && writing::is_approximate(*known) ? "≈" + text : text;
  }

  void template_table(const guifan_block& block) {
    for (const writing::FlatTable& table : writing::flatten(block)) {
      out_ += '\n';
      for (const std::string_view title : table.titles) out_ += one_line(title) + "\n";
      if (table.rows.empty()) continue;
      const std::string lines = in_columns(table);
      out_ += lines.empty() ? in_list(table) : lines;
    }
  }

  /// Rows are indented below the labels that they share; labels over several columns stand above
  /// the first of them. Empty where the table gets too wide.
  std::string in_columns(const writing::FlatTable& table) const {
    std::string note;
    std::string corner = writing::join(table.corner, " ");
    if (display_width(corner) > kWidestCorner) note.swap(corner);
    const bool labelled = std::ranges::any_of(
        table.rows, [](const writing::FlatRow& flat) { return !flat.labels.empty(); });
    std::vector<std::vector<std::string>> rows(1);
    if (labelled) rows[0].push_back(corner);
    for (const writing::LabelPath& column : table.columns)
      rows[0].push_back(column.empty() ? std::string() : one_line(column.back()));
    append_body(table, labelled, rows);
    const Columns columns = measure(rows);
    if (columns.width > kWidestTable) return {};
    std::string lines = note.empty() ? std::string() : note + "\n";
    if (!names_differ(rows[0])) {
      const std::string above = spanning_heads(table, columns, labelled ? 1 : 0);
      if (above.empty()) return {};
      lines += above;
    }
    append_aligned(lines, rows, columns, labelled ? 1 : 0);
    return lines;
  }

  void append_body(const writing::FlatTable& table, bool labelled,
                   std::vector<std::vector<std::string>>& rows) const {
    writing::LabelPath shared;
    for (const writing::FlatRow& flat : table.rows) {
      const std::size_t depth = flat.labels.empty() ? 0 : flat.labels.size() - 1;
      for (std::size_t i = 0; i < depth; ++i) {
        if (i < shared.size() && shared[i] == flat.labels[i]) continue;
        shared.resize(i);
        shared.push_back(flat.labels[i]);
        rows.push_back({std::string(2 * i, ' ') + one_line(flat.labels[i])});
      }
      shared.resize(depth);
      std::vector<std::string>& row = rows.emplace_back();
      if (labelled)
        row.push_back(std::string(2 * depth, ' ') +
                      (flat.labels.empty() ? std::string() : one_line(flat.labels.back())));
      for (const guifan_grid_cell* cell : flat.values) row.push_back(value(cell));
    }
  }

  static bool names_differ(const std::vector<std::string>& names) {
    return std::set<std::string>(names.begin(), names.end()).size() == names.size();
  }

  /// The upper labels, a line for each level. Empty where one does not fit over its columns.
  static std::string spanning_heads(const writing::FlatTable& table, const Columns& columns,
                                    std::size_t first) {
    std::size_t levels = 0;
    for (const writing::LabelPath& path : table.columns) levels = std::max(levels, path.size());
    std::string lines;
    for (std::size_t level = 0; level + 1 < levels; ++level) {
      std::string line;
      std::size_t at = 0;
      const auto upper = [&](std::size_t i) { return level + 1 < table.columns[i].size(); };
      const auto same = [&](std::size_t i, std::size_t j) {
        return std::equal(table.columns[i].begin(),
                          table.columns[i].begin() + static_cast<std::ptrdiff_t>(level) + 1,
                          table.columns[j].begin());
      };
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!upper(i) || (i != 0 && upper(i - 1) && same(i, i - 1))) continue;
        const std::string label = one_line(table.columns[i][level]);
        const std::size_t start = columns.starts[i + first];
        if (start < at) return {};
        line += std::string(start - at, ' ') + label;
        at = start + display_width(label) + 2;
        line += "  ";
      }
      lines += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return lines;
  }

  std::string in_list(const writing::FlatTable& table) const {
    std::string lines;
    for (const writing::FlatRow& flat : table.rows)
      for (std::size_t i = 0; i < flat.values.size(); ++i) {
        writing::LabelPath path = flat.labels;
        path.insert(path.end(), table.columns[i].begin(), table.columns[i].end());
        lines += writing::join(path, " / ") + "：" + value(flat.values[i]) + "\n";
      }
    return lines;
  }

  void plain_table(const guifan_block& block) {
    out_ += '\n';
    if (block.kind == GUIFAN_BLOCK_RESIDUE_TABLE && block.text.size != 0)
      out_ += one_line(view(block.text)) + "\n";
    std::vector<std::vector<std::string>> rows;
    for (const writing::GridRow& grid_row : writing::grid_rows(block)) {
      std::vector<std::string>& row = rows.emplace_back(block.columns);
      for (const writing::GridPiece& piece : grid_row.pieces)
        if (piece.cell != nullptr && !piece.continues)
          row[piece.column] = one_line(view(piece.cell->text));
    }
    append_aligned(out_, rows, measure(rows, kWidestColumn), block.columns);
    out_ += '\n';
  }

  const ReportView& report_;
  std::string blank_;
  Output& output_;
  bool sound_ = true;
  std::string out_;  ///< not yet written
};

class TextWriter : public Writer {
 public:
  Status write(const Context& context, const ReportView& report, const Options&,
               Output& output) const override {
    return Document(report, context.chinese(), output).write() ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {{"txt", "Plain text", "txt", "text/plain", "x-fmt/111"}};
constexpr About kAbout{.name = "text-writer",
                       .version = GUIFAN_VERSION,
                       .license = "Apache-2.0",
                       .contact = "guifan",
                       .description = "Writes plain text with aligned columns",
                       .options = ""};

}  // namespace

GUIFAN_WRITER_PLUGIN(TextWriter, kAbout, kFormats)
