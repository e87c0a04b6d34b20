// SPDX-License-Identifier: Apache-2.0
// A checked XML tree -> Layout: shorthands expanded, grid resolved, references checked.
#pragma once

#include "guifan/layout.h"
#include "layout/schema.h"
#include "layout/xml_file.h"

namespace guifan {

/// Reads a file that the schema has accepted. Errors: LAY-005 with the line, where the file
/// contradicts itself (a row that does not fill its table, an id twice, an identity over an unknown
/// id).
Result<Layout> read_layout(const XmlFile& file);

}  // namespace guifan
