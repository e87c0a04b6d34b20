// SPDX-License-Identifier: Apache-2.0
// <joint>, the identities and the crosswalk of a layout file.
#pragma once

#include "layout/layout_draft.h"

namespace guifan {

void read_joint(const xmlNode& node, LayoutDraft& draft);
/// One <identity>: itself, or one for each column, field or row that it names.
void read_identity(const xmlNode& node, LayoutDraft& draft);
/// One <map> of the crosswalk: a row for each column and each id that it names.
void read_map(const xmlNode& node, LayoutDraft& draft);

}  // namespace guifan
