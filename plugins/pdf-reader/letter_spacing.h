// SPDX-License-Identifier: Apache-2.0
// Numbers whose digits stand apart because of letter spacing, not because they are several.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "page_content.h"
#include "phrases.h"

namespace guifan::pdf {

/// Characters that belong to one number with the character before, however far apart they stand:
/// one string set them (Tc), or they stand at equal steps at which the page sets its ideographs as
/// well. Without such words beside them three digits at equal steps may be three figures.
std::vector<std::size_t> spaced_digits(const Phrases& phrases,
                                       std::span<const Character> characters);

}  // namespace guifan::pdf
