// SPDX-License-Identifier: Apache-2.0
#include "word_tags.h"

#include <unordered_map>

namespace guifan::docx {
namespace {

const std::unordered_map<std::string_view, Tag>& word_tags() {
  static const std::unordered_map<std::string_view, Tag> tags = {
      {"p", Tag::P},
      {"r", Tag::R},
      {"t", Tag::T},
      {"delText", Tag::DelText},
      {"instrText", Tag::InstrText},
      {"delInstrText", Tag::Skip},
      {"tab", Tag::Tab},
      {"ptab", Tag::Tab},
      {"br", Tag::Break},
      {"cr", Tag::Return},
      {"noBreakHyphen", Tag::NoBreakHyphen},
      {"sym", Tag::Symbol},
      {"fldChar", Tag::FieldCharacter},
      {"fldSimple", Tag::SimpleField},
      {"ffData", Tag::FieldData},
      {"ins", Tag::Ins},
      {"del", Tag::Del},
      {"moveFrom", Tag::MoveFrom},
      {"moveTo", Tag::MoveTo},
      {"tbl", Tag::Table},
      {"tr", Tag::Row},
      {"tc", Tag::Cell},
      {"pPr", Tag::PPr},
      {"rPr", Tag::RPr},
      {"tblPr", Tag::TblPr},
      {"trPr", Tag::TrPr},
      {"tcPr", Tag::TcPr},
      {"tblGrid", Tag::TblGrid},
      {"sectPr", Tag::SectPr},
      {"sdtPr", Tag::SdtPr},
      {"txbxContent", Tag::TextBox},
      {"rt", Tag::RubyText},
      {"footnote", Tag::Note},
      {"endnote", Tag::Note},
      {"comment", Tag::Note},
      {"footnoteReference", Tag::NoteReference},
      {"endnoteReference", Tag::EndnoteReference},
      {"altChunk", Tag::AltChunk},
      {"subDoc", Tag::SubDoc},
      {"pPrChange", Tag::Skip},
      {"rPrChange", Tag::Skip},
      {"sectPrChange", Tag::Skip},
      {"tblPrChange", Tag::Skip},
      {"tblPrExChange", Tag::Skip},
      {"trPrChange", Tag::Skip},
      {"tcPrChange", Tag::Skip},
      {"tblGridChange", Tag::Skip},
      {"numberingChange", Tag::Skip},
      {"rubyPr", Tag::Skip},
      {"tblPrEx", Tag::Skip},
      {"sdtEndPr", Tag::Skip},
      {"smartTagPr", Tag::Skip},
      {"customXmlPr", Tag::Skip},
      {"docPartPr", Tag::Skip},
      {"background", Tag::Skip},
  };
  return tags;
}

}  // namespace

Tag tag_of(std::string_view name) {
  const auto known = word_tags().find(name);
  return known == word_tags().end() ? Tag::Other : known->second;
}

}  // namespace guifan::docx
