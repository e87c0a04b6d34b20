// SPDX-License-Identifier: Apache-2.0
// How tall a Type 3 font is. Its glyphs are drawings in units of their own: at a font size of 1
// they may be 40 points tall, and stand on their heads unless the page turns them over again.
#pragma once

#include "objects.h"

namespace guifan::pdf {

/// The height of an em in units of the font size: 1 unless the FontBBox, the boxes that the glyphs
/// name, or the widest glyph say something quite different; negative where glyphs reach downwards
/// from the baseline.
double type3_em(const ObjectStore& store, const Object* font);

}  // namespace guifan::pdf
