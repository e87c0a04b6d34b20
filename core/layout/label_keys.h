// SPDX-License-Identifier: Apache-2.0
// What a label is found by: its key, those of its other spellings, and its printed number.
#pragma once

#include "guifan/layout.h"

namespace guifan {

/// Sets what Label derives from its text and spellings, for every label slot.
void derive_label_keys(Layout& layout);

}  // namespace guifan
