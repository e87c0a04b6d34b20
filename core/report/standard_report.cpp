// SPDX-License-Identifier: Apache-2.0
#include "guifan/standard_report.h"

#include <algorithm>

namespace guifan {

std::string_view to_string(FillRule rule) {
  switch (rule) {
    case FillRule::Printed:
      return "printed";
    case FillRule::Exact:
      return "exact";
    case FillRule::Sum:
      return "sum";
    case FillRule::Zero:
      return "zero";
    case FillRule::Stated:
      return "stated";
    case FillRule::Derived:
      return "derived";
    case FillRule::Approximate:
      return "approximate";
  }
  return "printed";
}

std::string_view to_string(BlankReason reason) {
  switch (reason) {
    case BlankReason::NotCollected:
      return "not-collected";
    case BlankReason::Empty:
      return "empty";
    case BlankReason::Lost:
      return "lost";
    case BlankReason::Ambiguous:
      return "ambiguous";
    case BlankReason::Conflict:
      return "conflict";
    case BlankReason::ApproximateOnly:
      return "approximate-only";
  }
  return "not-collected";
}

const StandardCell* StandardReport::find(std::string_view id) const {
  const auto found = std::ranges::find(cells, id, &StandardCell::id);
  return found == cells.end() ? nullptr : &*found;
}

}  // namespace guifan
