// SPDX-License-Identifier: Apache-2.0
// One paragraph or cell while its text is gathered from many elements: character references
// replaced, white space collapsed as HTML has it, the line of every piece kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::html {

class TextCollector {
 public:
  struct Run {
    std::size_t begin = 0;  ///< byte offset into text()
    std::uint32_t line = 0;
  };

  /// `line` is the line of the first byte of `source`. `keep_spaces`: inside <pre>; `source` is one
  /// line then.
  void add(std::string_view source, std::uint32_t line, bool literal, bool keep_spaces);
  /// Digits of what is added next are raised or lowered ones: "12<sup>1</sup>" is 12¹, never 121.
  enum class Raise : std::uint8_t { None, Up, Down };
  void set_raise(Raise raise) { raise_ = raise; }
  /// A line break inside the paragraph; several are one, none stands at the beginning or end.
  void break_line();
  /// Nothing but blanks, no-break and ideographic ones included.
  bool empty() const { return !printed_; }
  const std::string& text() const { return text_; }
  const std::vector<Run>& runs() const { return runs_; }
  void clear();

 private:
  void add_piece(std::string_view piece);
  void add_raised(char c);
  void add_spaces(std::string_view spaces, bool keep_spaces);
  void settle_space(std::string_view next);

  std::string text_;
  std::vector<Run> runs_;
  Raise raise_ = Raise::None;
  std::uint32_t line_ = 0;     ///< line of the byte that is being added
  bool space_ = false;         ///< white space waits for the next text
  bool wrapped_ = false;       ///< ... and holds a line end of the source
  bool between_tags_ = false;  ///< ... and stands alone between two tags
  bool line_break_ = false;
  bool printed_ = false;  ///< a character that is no blank was added
};

}  // namespace guifan::html
