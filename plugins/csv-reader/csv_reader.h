// SPDX-License-Identifier: Apache-2.0
// The reader of comma-separated values: tables that a spreadsheet program saved, and guifan's own
// long table.
#pragma once

#include "guifan/plugin.h"

namespace guifan::csv {

class CsvReader final : public sdk::Reader {
 public:
  sdk::Probe probe(const sdk::Input& input) const override;
  /// Records with more than one field are rows of a table, blank records end it; a line of its own
  /// is a paragraph before a table and a row within one. Long tables of several reports are
  /// refused: one document is one report.
  sdk::Status read(const sdk::Context& context, const sdk::Input& input,
                   sdk::DocumentBuilder& document) const override;
};

}  // namespace guifan::csv
