// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/draft.h"

#include <utility>

namespace guifan {
namespace {

int weight(BlankReason reason) {
  switch (reason) {
    case BlankReason::NotCollected:
      return 0;
    case BlankReason::ApproximateOnly:
      return 1;
    case BlankReason::Empty:
      return 2;
    case BlankReason::Lost:
      return 3;
    case BlankReason::Ambiguous:
      return 4;
    case BlankReason::Conflict:
      return 5;
  }
  return 0;
}

}  // namespace

void DraftCell::blank_because(BlankReason reason, std::string detail) {
  if (weight(reason) < weight(blank)) return;
  if (weight(reason) > weight(blank) || blank_detail.empty()) blank_detail = std::move(detail);
  blank = reason;
}

void DraftCell::fill(Candidate winner) {
  filled = true;
  value = std::move(winner);
}

Draft::Draft(const Layout& target) {
  for (const LayoutTable& table : target.tables) {
    if (table.alternative) continue;
    for (const SlotRow& row : table.rows) {
      for (const Slot& slot : row.slots) {
        if (slot.kind != SlotKind::Value) continue;
        DraftCell cell;
        cell.slot = &slot;
        cell.table = table.id;
        index_.emplace(slot.indicator, cells_.size());
        cells_.push_back(std::move(cell));
      }
    }
  }
}

DraftCell* Draft::find(std::string_view id) {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &cells_[found->second];
}

void CrosswalkState::mark_unused(const Reading& reading, Unused reason) {
  for (const std::size_t figure : reading.figures) {
    const auto [entry, added] = unused.emplace(figure, reason);
    if (!added && entry->second < reason) entry->second = reason;
  }
}

}  // namespace guifan
