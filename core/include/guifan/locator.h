// SPDX-License-Identifier: Apache-2.0
// A place in a source document. Every run of text that guifan reads carries one, and every figure
// it prints leads back to one.
#pragma once

#include <cstdint>
#include <string>

namespace guifan {

/// Coordinates are 1-based; 0 means "does not apply". Readers fill what their format has: text and
/// HTML have lines, DOCX has tables, PDF has pages and boxes.
struct Locator {
  std::uint32_t page = 0;
  std::uint32_t line = 0;       ///< line of the decoded source text
  std::uint32_t paragraph = 0;  ///< n-th paragraph, for formats without lines
  std::uint32_t table = 0;      ///< n-th table of the document
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::int32_t left = 0, bottom = 0, right = 0,
               top = 0;  ///< box on the page in 1/100 point; all 0: none

  bool operator==(const Locator&) const = default;
};

/// The printed form, which programs may rely on: "line 83" for text and HTML, "p3 t2 r5 c7" style
/// otherwise, "" for none. Lines win over tables: an HTML table cell is "line 83".
std::string to_string(const Locator& place);

}  // namespace guifan
