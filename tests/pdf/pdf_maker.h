// SPDX-License-Identifier: Apache-2.0
// Small PDF files out of objects written by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document_reader.h"

namespace guifan::pdf::testing {

/// Numbered objects with a right cross-reference table. Object 1 is the catalog, 2 the page tree, 3
/// the Helvetica font; pages are added in order.
class PdfMaker {
 public:
  PdfMaker();
  /// Adds an object and gives its number.
  std::size_t object(std::string body);
  /// Adds a stream object; /Length is written.
  std::size_t stream(std::string dictionary_entries, std::string_view data);
  /// Adds an A4 page with this content; `page_entries` go into its dictionary. /F1 is Helvetica,
  /// `fonts` are more entries of the font resources.
  void page(std::string_view content, std::string fonts = {}, std::string page_entries = {});
  std::string bytes() const;

 private:
  std::vector<std::string> objects_;
  std::vector<std::size_t> pages_;
};

/// The document of these bytes as lines: "B text", "H1 text", "T 2x3", "0,1 2x1 text", "X reason:
/// text", "! PDF-005 a|b".
std::vector<std::string> read(std::string_view bytes, const ReadOptions& options = {});

/// Content that shows `text` in /F1 12 at (x, y).
std::string show(double x, double y, std::string_view text);
/// Content that strokes a line.
std::string line(double x0, double y0, double x1, double y1);
/// Content of a ruled grid: all boundaries at xs and ys.
std::string grid(const std::vector<double>& xs, const std::vector<double>& ys);

}  // namespace guifan::pdf::testing
