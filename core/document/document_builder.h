// SPDX-License-Identifier: Apache-2.0
// Builds a SourceDocument out of a reader's events. The reader is not trusted: text becomes valid
// UTF-8 without NUL, cell positions become a grid without overlaps, limits.h holds, and calls in a
// wrong order lose no text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guifan/source_document.h"

namespace guifan {

/// `text` as SourceDocument wants it: invalid UTF-8 becomes U+FFFD, CR LF and CR become '\n', NUL
/// goes, other control characters become a space (no output format can hold them).
std::string sanitise_text(std::string_view text);

/// Sorts the cells of a table by (row, column) and takes overlaps apart: the earlier cell's span
/// ends where the later cell begins; two cells at one position become one with both texts. Sets
/// rows and columns. Returns the overlaps found.
std::size_t settle_grid(Table& table);

class DocumentBuilder {
 public:
  /// Functions that return bool say false once a limit was hit; everything after that is ignored.
  void metadata(std::string_view key, std::string_view value);
  bool begin_paragraph(std::uint32_t kind, std::uint32_t level);
  bool text(std::string_view text, const Locator& place);
  void end_paragraph();
  bool begin_table(const Locator& place);
  bool begin_cell(std::uint32_t row, std::uint32_t column, std::uint32_t row_span,
                  std::uint32_t column_span, bool header);
  void end_cell();
  void end_table();
  void removed(std::string_view text, std::string_view reason, const Locator& place);

  /// Name of the limit that was hit (as limits.h calls it), empty for none.
  std::string_view limit_hit() const { return limit_; }
  /// Closes what is open and gives the document away, with diagnostics for what had to be mended.
  SourceDocument finish();

 private:
  enum class State { Outside, Paragraph, Table, Cell };

  bool room_for(std::size_t text_bytes);
  bool stop(std::string_view limit);
  void close_block();
  void append(Text& target, std::string_view text, const Locator& place);

  SourceDocument document_;
  Paragraph paragraph_;
  Table table_;
  State state_ = State::Outside;
  bool inner_paragraph_ = false;  ///< the next text of this cell begins a new line
  std::size_t text_bytes_ = 0, cells_ = 0, tables_ = 0, items_ = 0, overlaps_ = 0;
  std::size_t mended_text_ = 0, misplaced_calls_ = 0;
  Locator first_overlap_;
  std::string_view limit_;
};

}  // namespace guifan
