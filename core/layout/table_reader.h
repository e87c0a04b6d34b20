// SPDX-License-Identifier: Apache-2.0
// <columns> and <table> of a layout file.
#pragma once

#include "layout/layout_draft.h"

namespace guifan {

/// Reads a list of value columns for the rows of later tables.
void read_columns(const xmlNode& node, LayoutDraft& draft);
/// Reads a table: shorthands expanded, grid resolved, labels derived.
void read_table(const xmlNode& node, LayoutDraft& draft);

}  // namespace guifan
