// SPDX-License-Identifier: Apache-2.0
// One layout in a form that people read (tables as grids, identities, crosswalk), and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "guifan/layout.h"

namespace guifan::cli {

/// For `guifan formats show`.
std::string layout_text(const Layout& layout, Language language);
/// The same for `--json`.
nlohmann::ordered_json layout_json(const Layout& layout);

}  // namespace guifan::cli
