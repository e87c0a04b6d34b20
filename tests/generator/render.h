// SPDX-License-Identifier: Apache-2.0
// A model as a document: every shape that archives hold, with the damage done to them on the way.
#pragma once

#include <set>
#include <string>

#include "model.h"
#include "plan.h"

namespace guifan::generator {

struct Document {
  std::string name;   ///< file name with the extension that fits
  std::string bytes;  ///< UTF-8
  std::set<std::string>
      blank;  ///< indicators printed as a dash or empty: a converter must leave them blank
  bool complete = true;  ///< nothing was lost: every certain cell must be filled
};

Document render(const Model& model, const Plan& plan);

}  // namespace guifan::generator
