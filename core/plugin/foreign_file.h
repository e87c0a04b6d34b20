// SPDX-License-Identifier: Apache-2.0
// Files that lie in every archive beside the reports and that no reader takes.
#pragma once

#include <optional>
#include <string_view>

#include "guifan/result.h"

namespace guifan::plugin {

/// What a file that no reader takes is, by its first bytes: PLG-035 a picture, PLG-036 an archive.
std::optional<Error> foreign_file(std::string_view head);

}  // namespace guifan::plugin
