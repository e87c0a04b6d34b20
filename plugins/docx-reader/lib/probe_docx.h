// SPDX-License-Identifier: Apache-2.0
// Whether a file is a Word package: by its bytes alone, without a library.
#pragma once

#include <string_view>

#include "guifan/plugin.h"

namespace guifan::docx {

/// How sure the content looks like a Word package, from the container's own names.
sdk::Probe probe_docx(std::string_view bytes);

}  // namespace guifan::docx
