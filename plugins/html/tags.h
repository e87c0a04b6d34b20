// SPDX-License-Identifier: Apache-2.0
// The elements that matter to a reader of text and tables, and what each does to the flow of text.
#pragma once

#include <cstdint>
#include <string_view>

namespace guifan::html {

/// Elements that the tree keeps. Everything else (span, font, o:p, unknown names) is Inline: its
/// text joins its neighbours without a space.
enum class Tag : std::uint8_t {
  Inline,
  Text,
  Root,
  // flow
  Address,
  Article,
  Blockquote,
  Center,
  Details,
  Div,
  Fieldset,
  Figure,
  Figcaption,
  Main,
  Section,
  Summary,
  P,
  Pre,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Ul,
  Ol,
  Menu,
  Li,
  Dl,
  Dt,
  Dd,
  Nav,
  Header,
  Footer,
  Aside,
  Br,
  Hr,
  // tables
  Table,
  Caption,
  Thead,
  Tbody,
  Tfoot,
  Tr,
  Td,
  Th,
  // left out
  Noscript,
  Template,
  Select,
  Button,
  Datalist,
  Xml,
  Del,
  Struck,  ///< s, strike: the body has withdrawn it
  Ruby,
  Rt,
  Rp,
  // raised and lowered text
  Sup,
  Sub,
  // text that is no markup
  Script,
  Style,
  Title,
  Textarea,
  Iframe,
  Noframes,
  Xmp,
  // no place in the tree
  Meta,
  Ignored,
  Count
};

/// The element of a tag name in any letter case; Inline for names that do not matter.
Tag tag_of(std::string_view name);

/// Starts and ends a paragraph.
bool is_block(Tag tag);
/// h1..h6: 1..6, otherwise 0.
std::uint32_t heading_level(Tag tag);
/// The element's content is text up to its end tag.
bool is_raw_text(Tag tag);
/// The element is never shown in print.
bool is_left_out(Tag tag);

}  // namespace guifan::html
