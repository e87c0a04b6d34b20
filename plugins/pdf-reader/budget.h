// SPDX-License-Identifier: Apache-2.0
// What one document may still use up; shared by its pages.
#pragma once

#include <cstddef>

#include "reader_limits.h"

namespace guifan::pdf {

struct Budget {
  std::size_t operators = limits::operators;
  std::size_t characters = limits::characters;
  std::size_t forms = limits::forms;
};

}  // namespace guifan::pdf
