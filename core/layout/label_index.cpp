// SPDX-License-Identifier: Apache-2.0
#include "layout/label_index.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace guifan {
LabelIndex::LabelIndex(std::span<const Layout> layouts) {
  std::vector<Spelling> spellings;
  for (const Layout& layout : layouts)
    for (const LayoutTable& table : layout.tables) add_table(layout, table, spellings);
  // Stable: the slots of one spelling stay in the order of tables and labels.
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const Spelling& a, const Spelling& b) { return a.key < b.key; });
  for (const Spelling& spelling : spellings) {
    if (patterns_.empty() || patterns_.back().key != spelling.key)
      patterns_.push_back({spelling.key, {}});
    patterns_.back().uses.push_back(spelling.use);
  }
  build_tree();
  for (std::uint32_t edge = 0; edge < nodes_[1].first_edge; ++edge)
    if (edges_[edge] < begins_label_.size()) begins_label_.set(edges_[edge]);
  link();
}

void LabelIndex::add_table(const Layout& layout, const LayoutTable& source,
                           std::vector<Spelling>& spellings) {
  ExpectedTable table;
  table.layout = &layout;
  table.table = &source;
  for (std::uint32_t r = 0; r < source.rows.size(); ++r) {
    ExpectedRow row;
    row.row = r;
    for (const Slot& slot : source.rows[r].slots) {
      if (slot.kind == SlotKind::Label) {
        if (slot.label.key.empty()) continue;
        ExpectedLabel label;
        label.row = r;
        label.label = &slot.label;
        label.slot = &slot;
        label.weight =
            1.0 + std::min<double>(static_cast<double>(slot.label.key.size()), 10.0) / 2.0;
        if (row.values.empty()) row.label = static_cast<std::int32_t>(table.labels.size());
        table.labels.push_back(label);
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
    for (const std::u32string& key : table.labels[l].label->search_keys)
      spellings.push_back({key, {table_number, l}});
  }
  tables_.push_back(std::move(table));
}

void LabelIndex::build_tree() {
  // A node is a run of patterns that begin alike; the patterns are sorted, so its children are runs
  // inside it.
  struct Run {
    std::size_t begin, end;
  };
  std::vector<Run> level{{0, patterns_.size()}};
  nodes_.resize(1);
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    std::vector<Run> next;
    std::size_t node = nodes_.size() - level.size();
    for (const Run& run : level) {
      std::size_t at = run.begin;
      Node& here = nodes_[node++];
      here.first_edge = static_cast<std::uint32_t>(edges_.size());
      if (at < run.end && patterns_[at].key.size() == depth)
        here.pattern = static_cast<std::int32_t>(at++);
      while (at < run.end) {
        const char32_t c = patterns_[at].key[depth];
        const std::size_t begin = at;
        while (at < run.end && patterns_[at].key[depth] == c) ++at;
        edges_.push_back(c);
        next.push_back({begin, at});
      }
    }
    nodes_.resize(nodes_.size() + next.size());
    level = std::move(next);
  }
  nodes_.emplace_back().first_edge =
      static_cast<std::uint32_t>(edges_.size());  // ends the last one
}

std::uint32_t LabelIndex::child(std::uint32_t node, char32_t c) const {
  if (node == 0 && c < begins_label_.size() && !begins_label_.test(c)) return 0;
  const auto begin = edges_.begin() + nodes_[node].first_edge;
  const auto end = edges_.begin() + nodes_[node + 1].first_edge;
  const auto edge = std::lower_bound(begin, end, c);
  if (edge == end || *edge != c) return 0;
  return static_cast<std::uint32_t>(edge - edges_.begin()) + 1;
}

std::uint32_t LabelIndex::step(std::uint32_t state, char32_t c) const {
  for (;;) {
    if (const std::uint32_t next = child(state, c); next != 0) return next;
    if (state == 0) return 0;
    state = nodes_[state].fail;
  }
}

void LabelIndex::link() {
  // Level by level: what a node falls back to is nearer to the root and linked already.
  for (std::uint32_t node = 0; node + 1 < nodes_.size(); ++node) {
    const std::uint32_t fail = nodes_[node].fail;
    nodes_[node].output = nodes_[node].pattern >= 0 ? node : nodes_[fail].output;
    for (std::uint32_t edge = nodes_[node].first_edge; edge < nodes_[node + 1].first_edge; ++edge)
      nodes_[edge + 1].fail = node == 0 ? 0 : step(fail, edges_[edge]);
  }
}

std::vector<LabelIndex::Hit> LabelIndex::find(std::u32string_view text) const {
  std::vector<Hit> hits;
  std::uint32_t state = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    state = step(state, text[i]);
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

}  // namespace guifan
