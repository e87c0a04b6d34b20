// SPDX-License-Identifier: Apache-2.0
// Path construction, painting and clipping operators.
#pragma once

#include <string_view>

#include "graphics_state.h"
#include "operands.h"
#include "path_recorder.h"

namespace guifan::pdf {

/// Runs a path operator; false where `name` is none. `visible`: not in a layer that is off.
bool run_path_operator(std::string_view name, const Operands& operands, bool visible,
                       GraphicsState& state, PathRecorder& path);

}  // namespace guifan::pdf
