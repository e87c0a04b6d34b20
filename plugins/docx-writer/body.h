// SPDX-License-Identifier: Apache-2.0
// word/document.xml: the report as paragraphs and tables, in the look of an official document (GB/T
// 9704).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guifan/plugin.h"

namespace guifan::docx {

class Body {
 public:
  explicit Body(const sdk::ReportView& report) : report_(report) {}
  std::string write() &&;

 private:
  // body.cpp
  void blocks(const guifan_block* first, std::size_t count, bool in_notes);
  /// `keep_next`: on one page with what follows.
  void paragraph(std::string_view style, std::string_view text, bool keep_next = false);
  void run(std::string_view text);

  // body_tables.cpp
  void table(const guifan_block& block, bool in_notes);

  const sdk::ReportView& report_;
  std::string out_;
};

}  // namespace guifan::docx
