// SPDX-License-Identifier: Apache-2.0
#include "layout/grid.h"

#include <algorithm>
#include <optional>

#include "guifan/limits.h"

namespace guifan {
namespace {

/// A header row that is one label across the whole table names the rows below it, not a column.
const Slot* section_label(const LayoutTable& table, std::size_t row) {
  const SlotRow& line = table.rows[row];
  if (!line.header || line.slots.size() != 1) return nullptr;
  const Slot& slot = line.slots.front();
  return slot.kind == SlotKind::Label && slot.column_span == table.columns ? &slot : nullptr;
}

bool overlap(std::uint32_t begin, std::uint32_t span, std::uint32_t other,
             std::uint32_t other_span) {
  return begin < other + other_span && other < begin + span;
}

struct HeaderBlock {
  std::optional<std::size_t> section;  ///< row of the section label
  std::size_t begin = 0, end = 0;      ///< rows of the column headers
};

/// For each row the nearest header rows above it.
std::vector<HeaderBlock> header_blocks(const LayoutTable& table) {
  std::vector<HeaderBlock> blocks(table.rows.size());
  HeaderBlock current;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (section_label(table, row) != nullptr) {
      current = {row, row + 1, row + 1};
    } else if (table.rows[row].header) {
      if (current.end != row) current.begin = row;
      current.end = row + 1;
    }
    blocks[row] = current;
  }
  return blocks;
}

}  // namespace

std::string resolve_grid(LayoutTable& table) {
  if (table.columns > limits::table_columns) return "limits::table_columns";
  if (table.rows.size() > limits::table_rows) return "limits::table_rows";
  if (table.rows.size() * table.columns > limits::table_cells) return "limits::table_cells";
  std::vector<std::size_t> covered_until(table.columns,
                                         0);  // first row that is free again, per column
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::uint32_t column = 0;
    for (Slot& slot : table.rows[row].slots) {
      while (column < table.columns && covered_until[column] > row) ++column;
      if (slot.column_span > table.columns - column) {
        return "row " + std::to_string(row + 1) + " is wider than " +
               std::to_string(table.columns) + " columns";
      }
      if (slot.row_span > table.rows.size() - row) {
        return "a slot of row " + std::to_string(row + 1) + " reaches below the table";
      }
      slot.row = static_cast<std::uint32_t>(row);
      slot.column = column;
      for (std::uint32_t covered = column; covered < column + slot.column_span; ++covered) {
        if (covered_until[covered] > row) return "slots overlap in row " + std::to_string(row + 1);
        covered_until[covered] = row + slot.row_span;
      }
      column += slot.column_span;
    }
    if (std::any_of(covered_until.begin(), covered_until.end(),
                    [row](auto until) { return until <= row; })) {
      return "row " + std::to_string(row + 1) + " covers less than " +
             std::to_string(table.columns) + " columns";
    }
  }
  return {};
}

std::string derive_labels(LayoutTable& table,
                          const std::vector<std::vector<std::string>>& parents) {
  const auto blocks = header_blocks(table);
  for (const HeaderBlock& block : blocks) {
    if (block.end - block.begin > limits::layout_header_rows) return "limits::layout_header_rows";
  }
  std::size_t derived_bytes = 0;
  std::vector<const Slot*> spanning;  // labels of body rows that reach into later rows
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    SlotRow& line = table.rows[row];
    std::erase_if(spanning, [row](const Slot* slot) { return slot->row + slot->row_span <= row; });
    const HeaderBlock& block = blocks[row];
    for (Slot& slot : line.slots) {
      if (slot.kind != SlotKind::Value) continue;
      if (block.section)
        slot.row_labels.push_back(section_label(table, *block.section)->label.text);
      if (!parents.empty()) {
        slot.row_labels.insert(slot.row_labels.end(), parents[row].begin(), parents[row].end());
      }
      std::vector<const Slot*> beside = spanning;
      for (const Slot& other : line.slots) {
        if (other.kind == SlotKind::Label) beside.push_back(&other);
      }
      std::stable_sort(beside.begin(), beside.end(), [](const Slot* left, const Slot* right) {
        return left->column < right->column;
      });
      for (const Slot* label : beside) {
        if (label->column < slot.column) slot.row_labels.push_back(label->label.text);
      }
      for (std::size_t above = block.begin; above < block.end; ++above) {
        for (const Slot& label : table.rows[above].slots) {
          if (label.kind == SlotKind::Label &&
              overlap(label.column, label.column_span, slot.column, slot.column_span)) {
            slot.column_labels.push_back(label.label.text);
          }
        }
      }
      for (const std::string& label : slot.row_labels) derived_bytes += label.size();
      for (const std::string& label : slot.column_labels) derived_bytes += label.size();
      if (derived_bytes > limits::layout_label_bytes) return "limits::layout_label_bytes";
    }
    if (line.header) continue;
    for (const Slot& slot : line.slots) {
      if (slot.kind == SlotKind::Label && slot.row_span > 1) spanning.push_back(&slot);
    }
  }
  return {};
}

}  // namespace guifan
