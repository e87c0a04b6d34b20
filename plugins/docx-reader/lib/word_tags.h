// SPDX-License-Identifier: Apache-2.0
// The elements of WordprocessingML that the reader knows, by name.
#pragma once

#include <cstdint>
#include <string_view>

namespace guifan::docx {

enum class Tag : std::uint8_t {
  Other,
  P,
  R,
  T,
  DelText,
  InstrText,
  Tab,
  Break,
  Return,
  NoBreakHyphen,
  Symbol,
  FieldCharacter,
  SimpleField,
  FieldData,
  Ins,
  Del,
  MoveFrom,
  MoveTo,
  Table,
  Row,
  Cell,
  PPr,
  RPr,
  TblPr,
  TrPr,
  TcPr,
  TblGrid,
  SectPr,
  SdtPr,
  TextBox,
  RubyText,
  Note,
  NoteReference,
  EndnoteReference,
  AltChunk,
  SubDoc,
  Skip,
};

/// Tag::Other for a name that means nothing to the reader.
Tag tag_of(std::string_view name);

}  // namespace guifan::docx
