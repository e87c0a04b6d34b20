// SPDX-License-Identifier: Apache-2.0
// Pages whose text runs up, down or upside down: tables set sideways, scans fed the wrong way
// round. They are laid out as a reader would hold them; places stay those of the page as it is
// displayed.
#pragma once

#include "document_model.h"
#include "page_content.h"

namespace guifan::pdf {

/// The way that nearly all text of a page runs; Right where it is read as it is displayed, and for
/// vertical writing.
Direction reading_direction(const PageContent& page);

/// The page turned so that text of this direction runs to the right.
PageContent turned(const PageContent& page, Direction direction);

/// A place on a turned page as a place on the displayed one, `width` by `height` points as it was
/// laid out.
void turn_back(Place& place, Direction direction, double width, double height);

}  // namespace guifan::pdf
