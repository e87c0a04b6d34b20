// SPDX-License-Identifier: Apache-2.0
// A random report whose figures are known: the truth that a conversion is compared with.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dice.h"
#include "guifan/layout.h"

namespace guifan::generator {

struct Model {
  const Layout* layout = nullptr;  ///< nullptr: a report in prose only
  std::string organisation;
  int year = 0;
  std::map<std::string, std::int64_t> figures;  ///< indicator id -> printed figure
  std::vector<std::string> prose;  ///< sentences of the chapters on requests and disputes
  std::map<std::string, std::string> stated;  ///< what the prose states: target cell id -> figure
};

/// Figures that satisfy every identity of the layout; one report in `broken_percent` breaks one on
/// purpose.
Model make_model(Dice& dice, const Layout* layout, unsigned broken_percent);

/// What standard-2021 (or the layout's own template) must and may hold. A cell outside both is
/// invented.
struct Truth {
  std::string template_id;
  std::map<std::string, std::string> certain;   ///< filled so, or blank where damage took it
  std::map<std::string, std::string> possible;  ///< never demanded, but right if filled
};
Truth truth_of(const Model& model);

}  // namespace guifan::generator
