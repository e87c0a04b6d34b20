// SPDX-License-Identifier: Apache-2.0
// Optional content that is switched off: its text and rulings are not on the page.
#pragma once

#include <cstdint>
#include <set>

#include "objects.h"

namespace guifan::pdf {

class Layers {
 public:
  /// `hidden`: object numbers of the groups that are off. Both arguments must outlive this.
  Layers(const ObjectStore& store, const std::set<std::uint64_t>& hidden)
      : store_(store), hidden_(hidden) {}

  /// Whether what belongs to `group`, a layer or a membership dictionary, is off.
  bool hide(const Object* group) const;

 private:
  const ObjectStore& store_;
  const std::set<std::uint64_t>& hidden_;
};

}  // namespace guifan::pdf
