// SPDX-License-Identifier: Apache-2.0
#include "recognise/label_index.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <queue>
#include <set>

#include "guifan/text.h"
#include "text/code_points.h"

namespace guifan {
namespace {

/// The enumerator that a label is printed with: "2" of "2.其他...", "三" of "（三）不予公开".
std::string printed_enumerator(std::string_view label) {
  const std::string text = normalise_text(label);
  std::string numeral;
  bool bracket = false;
  for (std::size_t offset = 0; offset < text.size() && numeral.size() < 12;) {
    const std::size_t before = offset;
    const char32_t c = next_code_point(text, offset);
    if (c == U'(' && numeral.empty()) {
      bracket = true;
    } else if (is_ascii_digit(c) ||
               std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos) {
      numeral += text.substr(before, offset - before);
    } else {
      const bool closes = bracket ? c == U')' : (c == U'.' || c == U'、');
      return closes ? numeral : std::string{};
    }
  }
  return {};
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size() / 2);
  for (std::size_t offset = 0; offset < utf8.size();) points += next_code_point(utf8, offset);
  return points;
}

LabelIndex::LabelIndex(std::span<const Layout> layouts) {
  nodes_.emplace_back();
  for (const Layout& layout : layouts)
    for (const LayoutTable& table : layout.tables) add_table(layout, table);
  link();
}

void LabelIndex::add_table(const Layout& layout, const LayoutTable& source) {
  ExpectedTable table;
  table.layout = &layout;
  table.table = &source;
  for (std::uint32_t r = 0; r < source.rows.size(); ++r) {
    ExpectedRow row;
    row.row = r;
    for (const Slot& slot : source.rows[r].slots) {
      if (slot.kind == SlotKind::Label) {
        ExpectedLabel label;
        label.key = code_points(label_key(normalise_text(slot.label.text)));
        if (label.key.empty()) continue;
        label.row = r;
        label.label = &slot.label;
        label.slot = &slot;
        label.enumerator = printed_enumerator(slot.label.text);
        label.weight = 1.0 + std::min<double>(static_cast<double>(label.key.size()), 10.0) / 2.0;
        if (row.values.empty()) row.label = static_cast<std::int32_t>(table.labels.size());
        table.labels.push_back(std::move(label));
      } else if (slot.kind == SlotKind::Value) {
        row.values.push_back(&slot);
      } else if (slot.kind == SlotKind::Unit) {
        row.has_unit = true;
        row.unit = slot.text;
      } else if (slot.kind == SlotKind::Code) {
        row.has_code = true;
        row.code = slot.text;
      }
    }
    if (row.values.empty()) continue;
    if (row.label >= 0)
      table.labels[static_cast<std::size_t>(row.label)].row_label = true;
    else if (!table.labels.empty())
      table.labels.back().opens_row = true;
    table.rows.push_back(std::move(row));
  }
  const auto table_number = static_cast<std::uint32_t>(tables_.size());
  for (std::uint32_t l = 0; l < table.labels.size(); ++l) {
    std::set<std::u32string> keys{table.labels[l].key};
    for (const std::string& spelling : table.labels[l].label->spellings)
      keys.insert(code_points(label_key(normalise_text(spelling))));
    for (const std::u32string& key : keys)
      if (!key.empty()) add_pattern(key, {table_number, l});
  }
  tables_.push_back(std::move(table));
}

void LabelIndex::add_pattern(const std::u32string& key, LabelUse use) {
  const auto [entry, fresh] =
      by_key_.try_emplace(key, static_cast<std::uint32_t>(patterns_.size()));
  if (fresh) {
    patterns_.push_back({key, {}});
    std::uint32_t node = 0;
    for (const char32_t c : key) {
      const auto child = static_cast<std::uint32_t>(nodes_.size());
      const auto [step, made] = nodes_[node].next.try_emplace(c, child);
      node = step->second;
      if (made) nodes_.emplace_back();  // last use of `step` is above: this moves the nodes
    }
    nodes_[node].pattern = static_cast<std::int32_t>(entry->second);
  }
  patterns_[entry->second].uses.push_back(use);
}

void LabelIndex::link() {
  std::queue<std::uint32_t> open;
  for (const auto& [c, child] : nodes_[0].next) open.push(child);
  while (!open.empty()) {
    const std::uint32_t node = open.front();
    open.pop();
    const std::uint32_t fail = nodes_[node].fail;
    nodes_[node].output = nodes_[node].pattern >= 0 ? node : nodes_[fail].output;
    for (const auto& [c, child] : nodes_[node].next) {
      std::uint32_t state = fail;
      while (state != 0 && !nodes_[state].next.contains(c)) state = nodes_[state].fail;
      const auto step = nodes_[state].next.find(c);
      nodes_[child].fail = step == nodes_[state].next.end() ? 0 : step->second;
      open.push(child);
    }
  }
}

std::vector<LabelIndex::Hit> LabelIndex::find(std::u32string_view text) const {
  std::vector<Hit> hits;
  std::uint32_t state = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (state != 0 && !nodes_[state].next.contains(text[i])) state = nodes_[state].fail;
    const auto step = nodes_[state].next.find(text[i]);
    state = step == nodes_[state].next.end() ? 0 : step->second;
    for (std::uint32_t out = nodes_[state].output; out != 0; out = nodes_[nodes_[out].fail].output)
      hits.push_back({static_cast<std::uint32_t>(nodes_[out].pattern), i + 1});
  }
  return hits;
}

struct LabelIndexHolder::State {
  std::once_flag once;
  std::optional<LabelIndex> index;
};

LabelIndexHolder::LabelIndexHolder() : state_(std::make_shared<State>()) {}
LabelIndexHolder::LabelIndexHolder(const LabelIndexHolder&) : LabelIndexHolder() {}
LabelIndexHolder& LabelIndexHolder::operator=(const LabelIndexHolder&) {
  state_ = std::make_shared<State>();
  return *this;
}

const LabelIndex& LabelIndexHolder::get(std::span<const Layout> layouts) const {
  std::call_once(state_->once, [&] { state_->index.emplace(layouts); });
  return *state_->index;
}

LayoutLibrary LayoutLibrary::of(std::vector<Layout> layouts) {
  LayoutLibrary library;
  library.layouts_ = std::move(layouts);
  std::sort(library.layouts_.begin(), library.layouts_.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return library;
}

}  // namespace guifan
