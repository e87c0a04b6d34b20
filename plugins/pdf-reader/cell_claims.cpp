// SPDX-License-Identifier: Apache-2.0
#include "cell_claims.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "cell_owners.h"

namespace guifan::pdf {
namespace {

constexpr std::size_t kMostClaims = 400;  ///< more on one page are no table
constexpr std::size_t kTwinWindow = 20;   ///< parts between a figure and its double

/// A part that reaches into several cells, and wants one of them.
struct Claim {
  std::size_t part;
  std::vector<CellName> cells;  ///< from left to right
};

class ClaimSettler {
 public:
  ClaimSettler(std::vector<Part>& parts, std::span<const Character> characters,
               const CellIndex& cells)
      : parts_(parts), characters_(characters), cells_(cells) {}

  void run() {
    for (std::size_t p = 0; p < parts_.size(); ++p) look_at_cells(p);
    set_twins_aside();
    settle();
    bring_twins_back();
  }

 private:
  void look_at_cells(std::size_t p) {
    Part& part = parts_[p];
    if (!cells_.near(part.box)) return;
    part.cell = cells_.at(middle(part.box));
    if (within(part, part.cell, cells_) ||
        characters_[part.words.front().begin].direction != Direction::Right)
      return;
    std::vector<CellName> touched = touched_cells(part, characters_, cells_);
    part.reaching = touched.size() > 1;
    if (part.reaching)
      claims_.push_back({p, std::move(touched)});
    else if (touched.size() == 1 && part.figure)
      part.cell = touched.front();
  }

  /// What is printed twice is settled once.
  void set_twins_aside() {
    std::vector<Claim> open;
    for (Claim& claim : claims_) {
      Part& part = parts_[claim.part];
      if (part.mixed && ends_in_a_figure(part)) {  // a number of its own, perhaps
        part.doubtful = true;
        part.claimed = std::move(claim.cells);
        continue;
      }
      const auto same = [&](const Claim& other) {
        return printed_twice(parts_[other.part], part, characters_);
      };
      const std::size_t recent = open.size() < kTwinWindow ? 0 : open.size() - kTwinWindow;
      const auto twin =
          std::find_if(open.begin() + static_cast<std::ptrdiff_t>(recent), open.end(), same);
      if (twin == open.end())
        open.push_back(std::move(claim));
      else
        twins_.emplace_back(claim.part, twin->part);
    }
    claims_ = std::move(open);
  }

  static bool ends_in_a_figure(const Part& part) {
    return part.words.back().figure && !part.words.front().figure;
  }

  void bring_twins_back() {
    for (const auto& [part, twin] : twins_) {
      parts_[part].cell = parts_[twin].cell;
      parts_[part].doubtful = parts_[twin].doubtful;
    }
  }

  void settle() {
    if (claims_.empty()) return;
    for (const Part& part : parts_)
      if (!part.doubtful && part.cell.exists() && !part.reaching) owners_.own(part.cell, part);
    while (claims_.size() < kMostClaims && (settle_forced() || settle_groups())) {
    }
    for (const Claim& claim : claims_) {
      Part& part = parts_[claim.part];
      if (!part.figure && !part.mixed) {
        settle_label(claim);
        continue;
      }
      part.doubtful = true;
      part.claimed = free_cells(claim);
      if (part.claimed.empty()) part.claimed = claim.cells;
    }
  }

  /// A label stays in the cell of its middle, unless something else stands there.
  void settle_label(const Claim& claim) {
    Part& part = parts_[claim.part];
    const std::vector<CellName> free = free_cells(claim);
    if (free.empty() || std::find(free.begin(), free.end(), part.cell) != free.end()) return;
    const auto distance = [&](CellName cell) {
      return std::abs(cells_[cell].box.center_x() - part.box.center_x());
    };
    part.cell = *std::min_element(free.begin(), free.end(), [&](CellName a, CellName b) {
      return distance(a) < distance(b);
    });
  }

  std::vector<CellName> free_cells(const Claim& claim) const {
    return owners_.open_to(parts_[claim.part], claim.cells);
  }

  /// The free cells of every claim that is open.
  std::vector<std::vector<CellName>> all_free_cells() const {
    std::vector<std::vector<CellName>> free;
    free.reserve(claims_.size());
    for (const Claim& claim : claims_) free.push_back(free_cells(claim));
    return free;
  }

  void give(const Claim& claim, CellName cell) {
    Part& part = parts_[claim.part];
    part.cell = cell;
    owners_.own(cell, part);
  }

  /// Parts to which one cell is left that no other open part needs as well.
  bool settle_forced() {
    const std::vector<std::vector<CellName>> free = all_free_cells();
    std::map<CellName, std::size_t> needed;
    for (const std::vector<CellName>& cells : free)
      if (cells.size() == 1) ++needed[cells.front()];
    std::vector<Claim> open;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (free[i].size() == 1 && needed[free[i].front()] == 1)
        give(claims_[i], free[i].front());
      else
        open.push_back(std::move(claims_[i]));
    }
    const bool progress = open.size() < claims_.size();
    claims_ = std::move(open);
    return progress;
  }

  /// As many parts as cells that they reach into, on one line: one each, in their order.
  bool settle_groups() {
    const std::vector<std::vector<CellName>> free = all_free_cells();
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      std::vector<std::size_t> group;
      std::vector<CellName> cells;
      gather(i, free, group, cells);
      if (group.size() == cells.size() && give_in_order(group, cells, free)) return true;
    }
    return false;
  }

  /// The claim `first`, all that share a free cell with it, directly or through others, and the
  /// free cells of all of these.
  static void gather(std::size_t first, std::span<const std::vector<CellName>> free,
                     std::vector<std::size_t>& group, std::vector<CellName>& cells) {
    std::vector<bool> inside(free.size(), false);
    std::set<CellName> reached;
    const auto add = [&](std::size_t claim) {
      inside[claim] = true;
      group.push_back(claim);
      for (const CellName cell : free[claim])
        if (reached.insert(cell).second) cells.push_back(cell);
    };
    add(first);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t k = 0; k < free.size(); ++k) {
        if (inside[k] || std::none_of(free[k].begin(), free[k].end(),
                                      [&](CellName cell) { return reached.contains(cell); }))
          continue;
        add(k);
        grown = true;
      }
    }
  }

  bool give_in_order(std::vector<std::size_t>& group, std::vector<CellName>& cells,
                     std::span<const std::vector<CellName>> free) {
    const auto box_of = [&](std::size_t claim) { return parts_[claims_[claim].part].box; };
    std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return box_of(a).center_x() < box_of(b).center_x();
    });
    std::sort(cells.begin(), cells.end(),
              [&](CellName a, CellName b) { return cells_[a].box.left < cells_[b].box.left; });
    for (std::size_t i = 0; i < group.size(); ++i) {
      const std::vector<CellName>& its = free[group[i]];
      if (!beside(box_of(group[i]), box_of(group[0])) ||
          std::find(its.begin(), its.end(), cells[i]) == its.end())
        return false;
    }
    for (std::size_t i = 0; i < group.size(); ++i) give(claims_[group[i]], cells[i]);
    std::sort(group.begin(), group.end(), std::greater<>());
    for (const std::size_t claim : group)
      claims_.erase(claims_.begin() + static_cast<std::ptrdiff_t>(claim));
    return true;
  }

  std::vector<Part>& parts_;
  std::span<const Character> characters_;
  const CellIndex& cells_;
  std::vector<Claim> claims_;                               // that are open, in painting order
  CellOwners owners_;                                       // what is settled
  std::vector<std::pair<std::size_t, std::size_t>> twins_;  // a part, and the one it doubles
};

}  // namespace

void settle_cells(std::vector<Part>& parts, std::span<const Character> characters,
                  const CellIndex& cells) {
  ClaimSettler(parts, characters, cells).run();
}

}  // namespace guifan::pdf
