// SPDX-License-Identifier: Apache-2.0
// Which character each code of a simple font means, from its Encoding, or from the font program
// where the PDF is silent.
#pragma once

#include <string>

#include "font_program.h"
#include "objects.h"

namespace guifan::pdf {

/// Text of each code; empty where nothing says. `has_to_unicode`: codes have a better source.
BuiltInEncoding read_simple_encoding(const ObjectStore& store, const Object* dictionary,
                                     const std::string& font_name, bool has_to_unicode);

}  // namespace guifan::pdf
