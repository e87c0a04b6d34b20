// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guifan/layout.h"

namespace guifan {

/// Sets what Label derives from its text and spellings, for every label slot.
void derive_label_keys(Layout& layout);

}  // namespace guifan
