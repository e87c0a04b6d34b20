// SPDX-License-Identifier: Apache-2.0
// HTML text to tags and text, in one pass without going back: every byte is looked at a bounded
// number of times, whatever the page does. Comments, declarations and processing instructions are
// skipped; what stands between the halves of
// <![if !supportLists]>..<![endif]> is text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "html/tags.h"

namespace guifan::html {

/// The attributes that matter to text and tables.
enum class Attribute : std::uint8_t {
  Class,
  Colspan,
  Content,
  Hidden,
  Id,
  Name,
  Property,
  Role,
  Rowspan,
  Style,
  Count
};

struct Token {
  enum class Kind : std::uint8_t { Text, Start, End, RawText, EndOfFile };
  Kind kind = Kind::EndOfFile;
  Tag tag = Tag::Inline;
  bool self_closing = false;
  bool literal = false;       ///< Text: character references are not to be replaced
  std::string_view text;      ///< Text; RawText: the content of the element `tag`
  std::uint32_t line = 0;     ///< line where the token begins, 1-based
  std::uint32_t present = 0;  ///< bit set of Attribute
  std::array<std::string_view, static_cast<std::size_t>(Attribute::Count)> values;

  bool has(Attribute name) const { return (present >> static_cast<unsigned>(name)) & 1U; }
  /// The value as written, references not replaced; empty where the attribute is missing.
  std::string_view value(Attribute name) const { return values[static_cast<std::size_t>(name)]; }
};

class Tokenizer {
 public:
  /// `html` is UTF-8 and must outlive all tokens.
  explicit Tokenizer(std::string_view html) : html_(html) {}
  Token next();
  /// Places where markup ended too early and was read as browsers do.
  std::uint32_t broken_places() const { return broken_places_; }

 private:
  bool begins_markup(std::size_t position) const;
  void advance_to(std::size_t position);
  bool skip_declaration(Token& token);
  bool read_tag(Token& token);
  void read_attributes(Token& token);
  std::string_view read_attribute_value();
  void read_raw_text(Token& token);
  std::size_t find_end_tag(std::string_view name) const;

  std::string_view html_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t broken_places_ = 0;
  bool no_more_comment_ends_ = false, no_more_double_quotes_ = false,
       no_more_single_quotes_ = false;
  std::uint32_t never_closed_ =
      0;                   ///< bit set of raw text elements whose end tag does not come again
  Tag raw_ = Tag::Inline;  ///< the raw text element whose start tag was the last token
  std::string_view raw_name_;
};

}  // namespace guifan::html
