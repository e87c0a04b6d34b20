// SPDX-License-Identifier: Apache-2.0
// Colors, as far as cell backgrounds need them: device colors and what is likely in other spaces.
#pragma once

#include <string_view>

#include "graphics_state.h"
#include "operands.h"

namespace guifan::pdf {

/// Runs a color operator; does nothing for any other.
void set_color(std::string_view name, const Operands& operands, GraphicsState& state);

}  // namespace guifan::pdf
