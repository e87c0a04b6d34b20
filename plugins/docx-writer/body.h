// SPDX-License-Identifier: Apache-2.0
// word/document.xml: the report as paragraphs and tables, in the look of the template that was
// issued in 2021: its page, fonts, indents and table geometry.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guifan/plugin.h"
#include "writing/zip_package.h"

namespace guifan::docx {

class Body {
 public:
  /// Writes into the open part of `package`.
  Body(const sdk::ReportView& report, writing::PackageWriter& package)
      : report_(report), package_(package) {}
  void write();

 private:
  // body.cpp
  void blocks(const guifan_block* first, std::size_t count, bool in_notes);
  /// `keep_next`: on one page with what follows.
  void paragraph(std::string_view style, std::string_view text, bool keep_next = false);
  void run(std::string_view text);
  /// Hands finished text on to the package once there is enough of it.
  void flush(std::size_t at_least = 65'536);

  // body_tables.cpp
  void table(const guifan_block& block, bool in_notes);

  const sdk::ReportView& report_;
  writing::PackageWriter& package_;
  std::string out_;
};

}  // namespace guifan::docx
