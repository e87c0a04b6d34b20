// SPDX-License-Identifier: Apache-2.0
#include "layout_print.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "display_width.h"
#include "pick.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWidestCell = 36;
constexpr std::string_view kSeparator = " | ";

std::string_view kind_name(SlotKind kind) {
  switch (kind) {
    case SlotKind::Label:
      return "label";
    case SlotKind::Value:
      return "value";
    case SlotKind::Unit:
      return "unit";
    case SlotKind::Code:
      return "code";
    case SlotKind::Blank:
      return "blank";
  }
  return "blank";
}

std::string slot_words(const Slot& slot) {
  if (slot.kind == SlotKind::Label) {
    std::string words = slot.label.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }
  if (slot.kind == SlotKind::Value)
    return "[" + slot.indicator.substr(slot.indicator.rfind('.') + 1) + "]";
  return slot.text;
}

/// Columns of text that a slot may use: its own columns and the separators between them.
std::size_t room_of(const Slot& slot, const std::vector<std::size_t>& widths) {
  std::size_t room = (slot.column_span - 1) * kSeparator.size();
  for (std::uint32_t c = slot.column; c < slot.column + slot.column_span; ++c) room += widths[c];
  return room;
}

/// Wide enough for every slot up to kWidestCell; a slot over several columns widens the last of
/// them.
std::vector<std::size_t> column_widths(const LayoutTable& table, std::uint32_t columns) {
  std::vector<std::size_t> widths(columns, 1);
  std::vector<const Slot*> slots;
  for (const SlotRow& row : table.rows)
    for (const Slot& slot : row.slots) slots.push_back(&slot);
  std::stable_sort(slots.begin(), slots.end(),
                   [](const Slot* a, const Slot* b) { return a->column_span < b->column_span; });
  for (const Slot* slot : slots) {
    const std::size_t wanted = std::min(display_width(slot_words(*slot)), kWidestCell);
    const std::size_t room = room_of(*slot, widths);
    if (wanted > room) widths[slot->column + slot->column_span - 1] += wanted - room;
  }
  return widths;
}

/// The printed grid; a slot over several rows shows its words in the first.
std::string grid_text(const LayoutTable& table) {
  std::uint32_t rows = 0, columns = table.columns;
  for (const SlotRow& row : table.rows)
    for (const Slot& slot : row.slots) {
      rows = std::max(rows, slot.row + slot.row_span);
      columns = std::max(columns, slot.column + slot.column_span);
    }
  const std::vector<std::size_t> widths = column_widths(table, columns);
  std::vector<std::vector<const Slot*>> grid(rows, std::vector<const Slot*>(columns, nullptr));
  for (const SlotRow& row : table.rows)
    for (const Slot& slot : row.slots)
      for (std::uint32_t r = slot.row; r < slot.row + slot.row_span; ++r)
        for (std::uint32_t c = slot.column; c < slot.column + slot.column_span; ++c)
          grid[r][c] = &slot;
  std::string out;
  for (std::uint32_t row = 0; row < rows; ++row) {
    std::string line = "  ";
    for (std::uint32_t column = 0; column < columns;) {
      const Slot* slot = grid[row][column];
      const std::size_t room = slot ? room_of(*slot, widths) : widths[column];
      line += pad_right(slot && slot->row == row ? shorten(slot_words(*slot), room) : "", room);
      line += kSeparator;
      column += slot ? slot->column_span : 1;
    }
    out += line.substr(0, line.find_last_not_of(" |") + 1) + "\n";
  }
  return out;
}

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::Official:
      return "official";
    case Standing::Definitional:
      return "definitional";
    case Standing::Hint:
      return "hint";
  }
  return "hint";
}

std::string side(const std::vector<std::string>& ids) {
  return fmt::format("{}", fmt::join(ids, " + "));
}

Json slot_json(const Slot& slot) {
  Json json{{"kind", kind_name(slot.kind)}, {"row", slot.row}, {"column", slot.column}};
  if (slot.row_span != 1) json["row_span"] = slot.row_span;
  if (slot.column_span != 1) json["column_span"] = slot.column_span;
  if (slot.kind == SlotKind::Label) {
    json["label"] = slot.label.text;
    if (!slot.label.spellings.empty()) json["spellings"] = slot.label.spellings;
  } else if (slot.kind == SlotKind::Value) {
    json["indicator"] = slot.indicator;
    if (!slot.unit.empty()) json["unit"] = slot.unit;
    json["row_labels"] = slot.row_labels;
    json["column_labels"] = slot.column_labels;
  } else {
    json["text"] = slot.text;
  }
  return json;
}

std::string_view status_name(CrosswalkStatus status) {
  switch (status) {
    case CrosswalkStatus::Exact:
      return "exact";
    case CrosswalkStatus::ExactFlagged:
      return "exact-flagged";
    case CrosswalkStatus::Sum:
      return "sum";
    case CrosswalkStatus::Zero:
      return "zero";
    case CrosswalkStatus::Approximate:
      return "approximate";
    case CrosswalkStatus::NoCounterpart:
      return "no-counterpart";
    case CrosswalkStatus::NotDerivable:
      return "not-derivable";
    case CrosswalkStatus::Forbidden:
      return "forbidden";
  }
  return "no-counterpart";
}

}  // namespace

std::string layout_text(const Layout& layout, Language language) {
  const bool chinese = language == Language::Chinese;
  const Pick pick{language};
  std::string out = fmt::format("{}  {}\n{}\n", layout.id, layout.name, layout.name_english);
  if (!layout.source.empty()) out += fmt::format("{}: {}\n", pick("依据", "source"), layout.source);
  for (const LayoutTable& table : layout.tables) {
    out += fmt::format("\n## {} {}", pick("表", "table"), table.id);
    if (!table.titles.empty()) out += " — " + table.titles.front().text;
    if (table.chapter != 0)
      out += fmt::format(" ({} {})", pick("标准模板第几章：", "chapter"), table.chapter);
    out += "\n" + grid_text(table);
  }
  if (!layout.identities.empty()) out += fmt::format("\n## {}\n", pick("勾稽关系", "identities"));
  for (const Identity& identity : layout.identities)
    out += fmt::format("  {} [{}, {}]\n    {} {} {}\n", identity.id, identity.check,
                       standing_name(identity.standing), side(identity.left),
                       identity.relation == Relation::Equal ? "=" : "<=", side(identity.right));
  if (!layout.year_identities.empty())
    out += fmt::format("\n## {}\n", pick("跨年关系", "identities across years"));
  for (const Identity& identity : layout.year_identities)
    out += fmt::format("  {} [{}, {}]\n    {} {} {}{}{}: {}\n", identity.id, identity.check,
                       standing_name(identity.standing), side(identity.left),
                       identity.relation == Relation::Equal ? "=" : "<=", side(identity.right),
                       identity.right.empty() ? "" : " + ", pick("上一年", "last year"),
                       side(identity.last_year));
  if (!layout.crosswalk.empty()) out += fmt::format("\n## {}\n", pick("对照规则", "crosswalk"));
  for (const CrosswalkRow& row : layout.crosswalk) {
    out += fmt::format("  {} -> {}  [{}; {}]\n", row.sources.empty() ? "()" : side(row.sources),
                       row.targets.empty() ? "()" : fmt::format("{}", fmt::join(row.targets, ", ")),
                       status_name(row.status), fmt::join(row.templates, ", "));
    const std::string& reason =
        chinese || row.reason_english.empty() ? row.reason : row.reason_english;
    if (!reason.empty()) out += fmt::format("    {}\n", reason);
    if (!row.article.empty())
      out += fmt::format("    {}: {}\n", pick("依据", "source"), row.article);
  }
  return out;
}

Json layout_json(const Layout& layout) {
  Json json{{"id", layout.id},
            {"name", layout.name},
            {"name_english", layout.name_english},
            {"source", layout.source},
            {"template", layout.is_template},
            {"file", layout.file.string()}};
  json["tables"] = Json::array();
  for (const LayoutTable& table : layout.tables) {
    Json one{{"id", table.id},
             {"chapter", table.chapter},
             {"columns", table.columns},
             {"rows", Json::array()}};
    for (const SlotRow& row : table.rows) {
      Json slots = Json::array();
      for (const Slot& slot : row.slots) slots.push_back(slot_json(slot));
      one["rows"].push_back({{"header", row.header}, {"slots", std::move(slots)}});
    }
    json["tables"].push_back(std::move(one));
  }
  json["identities"] = Json::array();
  for (const Identity& identity : layout.identities)
    json["identities"].push_back({{"id", identity.id},
                                  {"check", identity.check},
                                  {"relation", identity.relation == Relation::Equal ? "=" : "<="},
                                  {"standing", standing_name(identity.standing)},
                                  {"left", identity.left},
                                  {"right", identity.right},
                                  {"source", identity.source}});
  json["year_identities"] = Json::array();
  for (const Identity& identity : layout.year_identities)
    json["year_identities"].push_back(
        {{"id", identity.id},
         {"check", identity.check},
         {"relation", identity.relation == Relation::Equal ? "=" : "<="},
         {"standing", standing_name(identity.standing)},
         {"left", identity.left},
         {"right", identity.right},
         {"last_year", identity.last_year},
         {"source", identity.source}});
  json["crosswalk"] = Json::array();
  for (const CrosswalkRow& row : layout.crosswalk)
    json["crosswalk"].push_back({{"status", status_name(row.status)},
                                 {"templates", row.templates},
                                 {"sources", row.sources},
                                 {"targets", row.targets},
                                 {"reason", row.reason},
                                 {"reason_english", row.reason_english},
                                 {"article", row.article}});
  return json;
}

}  // namespace guifan::cli
