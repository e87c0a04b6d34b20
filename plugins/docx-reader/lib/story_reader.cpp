// SPDX-License-Identifier: Apache-2.0
#include "story_reader.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "docx_limits.h"
#include "integers.h"
#include "symbols.h"
#include "utf8.h"

namespace guifan::docx {
namespace {

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
  GridColumn,
  SectPr,
  SdtPr,
  TextBox,
  RubyText,
  Note,
  NoteReference,
  EndnoteReference,
  AltChunk,
  SubDoc,
  ContentPart,
  Skip,
};

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

Tag tag_of(std::string_view name) {
  const auto known = word_tags().find(name);
  return known == word_tags().end() ? Tag::Other : known->second;
}

bool on(const XmlElement& element) {
  return tri_of(element.attribute(Space::Word, "val"), element.has_attribute(Space::Word, "val")) ==
         Tri::On;
}

// Namespaces whose content this reader can make sense of: a Choice that requires only these is
// taken.
bool understood(std::string_view uri) {
  if (uri.empty()) return false;
  switch (space_of(uri)) {
    case Space::Word:
    case Space::Relation:
    case Space::Drawing:
    case Space::Shape:
    case Space::Vml:
    case Space::Math:
    case Space::Office:
    case Space::Word14:
      return true;
    default:
      return uri.starts_with("http://schemas.microsoft.com/office/word/");
  }
}

bool understands_all(const XmlElement& choice) {
  std::string_view prefixes = choice.attribute(Space::None, "Requires");
  if (prefixes.empty()) return false;
  while (!prefixes.empty()) {
    const std::size_t end = std::min(prefixes.find(' '), prefixes.size());
    const std::string_view prefix = prefixes.substr(0, end);
    if (!prefix.empty() && !understood(choice.uri_of_prefix(prefix))) return false;
    prefixes.remove_prefix(std::min(end + 1, prefixes.size()));
  }
  return true;
}

std::string_view raised_digit(char digit, bool up) {
  static constexpr std::array<std::string_view, 10> kUp = {"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  static constexpr std::array<std::string_view, 10> kDown = {"₀", "₁", "₂", "₃", "₄",
                                                             "₅", "₆", "₇", "₈", "₉"};
  return (up ? kUp : kDown)[static_cast<std::size_t>(digit - '0')];
}

}  // namespace

StoryReader::StoryReader(const Styles& styles) : styles_(styles) {
  push_flow(Action::None);
}

// ---- Elements ----

void StoryReader::start(const XmlElement& element) {
  const bool root = frames_.empty();
  Frame next;
  if (!root) next.context = frame().context;
  frames_.push_back(std::move(next));
  if (root) {
    is_word_ = element.space == Space::Word;
    return;
  }
  if (skip_from_ != 0) {
    skipped_text_ = alternate_skip_ != 0 && (element.name == "t" || element.name == "textpath");
    if (skipped_text_ && element.name == "textpath")
      alternates_.back().passed_over += element.attribute(Space::None, "string");
    return;
  }
  if (target_ != Target::None) return;  // nothing meaningful nests in text elements
  switch (element.space) {
    case Space::Word:
      return start_word(element);
    case Space::Math:
      return start_math(element);
    case Space::Compatibility:
      return start_alternate(element);
    default:
      return start_other(element);
  }
}

void StoryReader::start_word(const XmlElement& element) {
  const Tag tag = tag_of(element.name);
  if (tag == Tag::Skip) return skip();
  if (tag == Tag::FieldData) return enter(Context::FieldData);
  if (frame().context != Context::Content) {
    switch (tag) {
      case Tag::RPr:
        if (frame().context == Context::Paragraph) enter(Context::ParagraphMark);
        return;
      case Tag::SectPr:
        return enter(Context::Section);
      default:
        return property(element);
    }
  }
  switch (tag) {
    case Tag::P:
      frame().action = Action::Paragraph;
      close_paragraph();
      return open_paragraph();
    case Tag::R:
      frame().action = Action::Run;
      flow().run = RunState{};
      return;
    case Tag::T:
      return begin_text(Action::WordText, Target::Text);
    case Tag::DelText:
      return begin_text(Action::DeletedText, Target::Deleted);
    case Tag::InstrText:
      return begin_text(Action::Instruction, Target::Instruction);
    case Tag::Tab:
      return append("\t");
    case Tag::Break:
    case Tag::Return:
      return append("\n");
    case Tag::NoBreakHyphen:
      return append("-");
    case Tag::Symbol: {
      std::uint32_t code = 0;
      for (const char c : element.attribute(Space::Word, "char").substr(0, 6)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : 0;
        code = code * 16 + static_cast<std::uint32_t>(digit);
      }
      const std::string_view font = element.attribute(Space::Word, "font");
      const bool is_private = code >= 0xE000 && code <= 0xF8FF;
      const auto known = symbol_character(font, code);
      if (!known && is_private)
        story_.unknown_symbols.insert(std::string(font) + "/" +
                                      std::string(element.attribute(Space::Word, "char")));
      std::string character;
      append_utf8(character, known ? *known : is_private ? U'\uFFFD' : static_cast<char32_t>(code));
      return append(character);
    }
    case Tag::FieldCharacter:
      return field_character(element);
    case Tag::SimpleField:
      frame().action = Action::Field;
      return;
    case Tag::Ins:
    case Tag::MoveTo:
      ++story_.insertions;
      return;
    case Tag::Del:
    case Tag::MoveFrom:
      ++story_.deletions;
      ++deleted_;
      frame().action = Action::Deleted;
      return;
    case Tag::Table:
      frame().action = Action::Table;
      return start_table();
    case Tag::Row:
      if (!in_own_table()) return;
      frame().action = Action::Row;
      return start_row();
    case Tag::Cell:
      if (!in_own_table() || !tables_.back().row_open) return;
      frame().action = Action::Cell;
      return start_cell();
    case Tag::PPr:
      return enter(Context::Paragraph);
    case Tag::RPr:
      return enter(Context::Run);
    case Tag::TblPr:
    case Tag::TblGrid:
      return enter(Context::Table);
    case Tag::TrPr:
      return enter(Context::Row);
    case Tag::TcPr:
      return enter(Context::Cell);
    case Tag::SectPr:
      return enter(Context::Section);
    case Tag::SdtPr:
      return enter(Context::Control);
    case Tag::TextBox:
      frame().action = Action::TextBox;
      return push_flow(Action::TextBox);
    case Tag::RubyText:
      ++annotation_;
      frame().action = Action::Ruby;
      return;
    case Tag::Note: {
      const std::string_view type = element.attribute(Space::Word, "type");
      if (!type.empty() && type != "normal") return skip();  // separators are drawn, not written
      if (flows_.size() > 1) return;  // not legal: keep its text where it stands
      frame().action = Action::Note;
      push_flow(Action::Note);
      story_.pieces.push_back({std::string(element.attribute(Space::Word, "id")), {}});
      return;
    }
    case Tag::NoteReference:
    case Tag::EndnoteReference:
      story_.notes.push_back(
          {tag == Tag::EndnoteReference, std::string(element.attribute(Space::Word, "id"))});
      return;
    case Tag::AltChunk:
      story_.alternative_chunks.emplace_back(element.attribute(Space::Relation, "id"));
      return skip();
    case Tag::SubDoc:
      story_.sub_documents.emplace_back(element.attribute(Space::Relation, "id"));
      return;
    default:
      return;  // wrappers such as hyperlink, sdt, smartTag: their content is what counts
  }
}

void StoryReader::start_other(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "docPr" || (element.space == Space::Vml && name == "imagedata"))
    picture_description(element);
  if (element.space == Space::Vml && name == "textpath") {
    // WordArt of the old kind keeps its words in an attribute.
    const std::string_view words = element.attribute(Space::None, "string");
    if (words.empty()) return;
    push_flow(Action::TextBox);
    open_paragraph();
    append(words);
    close_paragraph();
    const std::vector<BlockReference> blocks = pop_flow();
    flow().after.insert(flow().after.end(), blocks.begin(), blocks.end());
  } else if (name == "blip" || (element.space == Space::Vml && name == "imagedata")) {
    ++story_.pictures;
  } else if (name == "relIds" ||
             (name == "chart" && element.has_attribute(Space::Relation, "id"))) {
    ++story_.graphics;
  } else if (element.space == Space::Office && name == "OLEObject") {
    story_.embedded_objects.emplace_back(element.attribute(Space::None, "ProgID"));
  } else if (element.space == Space::Word14 && name == "checkbox") {
    skip();
  }
}

// Words for those who cannot see the picture. They are not printed, so they are no text of the
// report; they are words of the file, so they are listed.
void StoryReader::picture_description(const XmlElement& element) {
  const bool vml = element.space == Space::Vml;
  std::string words(vml ? element.attribute(Space::Office, "title")
                        : element.attribute(Space::None, "descr"));
  if (const std::string_view title = element.attribute(Space::None, "title");
      !vml && !title.empty() && title != words)
    words += (words.empty() ? "" : "\n") + std::string(title);
  if (deleted_ == 0 && !is_blank(words)) append_removed(words, "picture-description");
}

void StoryReader::start_alternate(const XmlElement& element) {
  if (element.name == "AlternateContent") {
    frame().action = Action::Alternate;
    alternates_.emplace_back();
    return;
  }
  if (alternates_.empty() || (element.name != "Choice" && element.name != "Fallback")) return;
  Alternate& alternate = alternates_.back();
  const bool take = !alternate.chosen && (element.name == "Fallback" || understands_all(element));
  if (take) {
    alternate.chosen = true;
    return;
  }
  if (!alternate.chosen) alternate_skip_ = frames_.size();
  skip();
}

void StoryReader::end() {
  if (skip_from_ != 0) {
    skipped_text_ = false;
    if (skip_from_ == frames_.size()) skip_from_ = alternate_skip_ = 0;
    frames_.pop_back();
    return;
  }
  const Frame ended = std::move(frames_.back());
  frames_.pop_back();
  switch (ended.action) {
    case Action::Paragraph:
      close_paragraph();
      break;
    case Action::Run:
      flow().run = RunState{};
      break;
    case Action::Table:
      finish_table();
      break;
    case Action::Row:
      finish_row();
      break;
    case Action::Cell:
      finish_cell();
      break;
    case Action::TextBox: {
      const std::vector<BlockReference> blocks = pop_flow();
      flow().after.insert(flow().after.end(), blocks.begin(), blocks.end());
      if (!flow().open) close_paragraph();
      break;
    }
    case Action::Note:
      if (!story_.pieces.empty()) story_.pieces.back().blocks = pop_flow();
      break;
    case Action::Deleted:
      --deleted_;
      break;
    case Action::Ruby:
      --annotation_;
      break;
    case Action::Contents:
      --contents_control_;
      break;
    case Action::Alternate: {
      const Alternate& alternate = alternates_.back();
      if (!alternate.chosen && !is_blank(alternate.passed_over)) {
        ++story_.unknown_alternates;
        append_removed(alternate.passed_over, "unsupported-content");
      }
      alternates_.pop_back();
      break;
    }
    case Action::WordText:
    case Action::DeletedText:
    case Action::Instruction:
      finish_text();
      break;
    case Action::MathPart:
      end_math(ended);
      break;
    default:
      break;
  }
}

void StoryReader::text(std::string_view text) {
  if (skip_from_ != 0) {
    if (skipped_text_) alternates_.back().passed_over += text;
    return;
  }
  if (target_ != Target::None) characters_ += text;
}

void StoryReader::begin_text(Action action, Target target) {
  frame().action = action;
  target_ = target;
  characters_.clear();
}

void StoryReader::finish_text() {
  const Target target = target_;
  target_ = Target::None;
  for (char& c : characters_)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';  // layout of the XML file, not of the page
  if (target == Target::Text) append(characters_);
  if (target == Target::Deleted) append_removed(characters_, "deleted-text");
  if (target == Target::Instruction && deleted_ == 0) {
    auto& fields = flow().fields;
    if (!fields.empty() && !fields.back().in_result) fields.back().instruction += characters_;
  }
}

// ---- Properties ----

void StoryReader::property(const XmlElement& element) {
  switch (frame().context) {
    case Context::Paragraph:
      return paragraph_property(element);
    case Context::ParagraphMark:
      if (element.name == "del" || element.name == "moveFrom") {
        ++story_.mark_changes;
        flow().joins_next = true;
      } else if (element.name == "ins" || element.name == "moveTo") {
        ++story_.mark_changes;
      }
      return;
    case Context::Run:
      return run_property(element, flow().run);
    case Context::Table:
    case Context::Row:
    case Context::Cell:
      return table_property(element);
    case Context::Section:
      if (element.name == "headerReference" || element.name == "footerReference") {
        const std::string id(element.attribute(Space::Relation, "id"));
        auto& ids = story_.header_footer_ids;
        if (ids.size() < limits::header_parts && std::find(ids.begin(), ids.end(), id) == ids.end())
          ids.push_back(id);
      }
      return;
    case Context::FieldData:
      return field_data(element);
    case Context::Control:
      // sdt > sdtPr > docPartObj > docPartGallery: the whole control is a table of contents.
      if (element.name == "docPartGallery" &&
          element.attribute(Space::Word, "val") == "Table of Contents" && frames_.size() >= 4 &&
          frames_[frames_.size() - 4].action == Action::None) {
        frames_[frames_.size() - 4].action = Action::Contents;
        ++contents_control_;
      }
      return;
    case Context::Content:
      return;
  }
}

void StoryReader::paragraph_property(const XmlElement& element) {
  if (!flow().open) return;
  ParagraphRecord& record = paragraph();
  const std::string_view name = element.name, value = element.attribute(Space::Word, "val");
  if (name == "pStyle") {
    record.style = styles_.find(value);
    if (record.style == kNoStyle) {
      record.style = styles_.default_paragraph();
      const bool heading =
          value.size() == 8 && (value.starts_with("Heading") || value.starts_with("heading"));
      if (heading && value[7] >= '1' && value[7] <= '9')
        record.style_id_level = static_cast<std::uint8_t>(value[7] - '0');
    }
    record.contents_entry = contents_control_ != 0 || styles_.is_contents(record.style);
  } else if (name == "numId") {
    record.number.id = to_integer(value, -1, -1, 2'000'000'000);
  } else if (name == "ilvl") {
    record.number.level = to_integer(value, 0, 0, static_cast<std::int32_t>(kLevels) - 1);
  } else if (name == "outlineLvl") {
    record.outline = static_cast<std::int16_t>(to_integer(value, -1, 0, 9));
  } else if (name == "jc") {
    record.centred = value == "center" ? Tri::On : Tri::Off;
  }
}

void StoryReader::run_property(const XmlElement& element, RunState& run) {
  const std::string_view name = element.name, value = element.attribute(Space::Word, "val");
  if (name == "b") run.bold = on(element) ? Tri::On : Tri::Off;
  if (name == "vanish") run.hidden = on(element) ? Tri::On : Tri::Off;
  if (name == "sz") run.half_points = static_cast<std::uint16_t>(to_integer(value, 0, 0, 4'000));
  if (name == "rStyle") run.style = styles_.find(value);
  if (name == "rFonts") run.font = std::string(element.attribute(Space::Word, "ascii"));
  if (name == "vertAlign")
    run.raise = value == "superscript" ? RunState::Raise::Up
                : value == "subscript" ? RunState::Raise::Down
                                       : RunState::Raise::None;
}

void StoryReader::table_property(const XmlElement& element) {
  if (!in_own_table() && (tables_.empty() || tables_.back().flow + 1 != flows_.size())) return;
  TableBuild& build = tables_.back();
  const std::string_view name = element.name, value = element.attribute(Space::Word, "val");
  if (frame().context == Context::Table) {
    if (name == "gridCol") ++story_.tables[build.table].grid_columns;
    return;
  }
  if (frame().context == Context::Row) {
    const auto columns = static_cast<std::int32_t>(limits::table_columns) + 1;
    if (name == "gridBefore")
      build.row.before = static_cast<std::uint32_t>(to_integer(value, 0, 0, columns));
    if (name == "tblHeader") build.row.header = on(element);
    if (name == "hidden") build.row_hidden = on(element);
    if (name == "del") {
      build.row_deleted = true;
      ++story_.deletions;
    }
    if (name == "ins") ++story_.insertions;
    return;
  }
  CellRecord& cell = build.cell;
  const auto merge_of = [&](std::string_view attribute) {
    const std::string_view kind = element.attribute(Space::Word, attribute);
    return kind == "restart" || kind == "rest" ? Merge::Start : Merge::Continue;
  };
  if (name == "gridSpan")
    cell.span = static_cast<std::uint32_t>(
        to_integer(value, 1, 1, static_cast<std::int32_t>(limits::table_columns) + 1));
  if (name == "vMerge") cell.vertical = merge_of("val");
  if (name == "cellMerge") cell.vertical = merge_of("vMerge");
  if (name == "hMerge") cell.horizontal = merge_of("val");
  if (name == "cellDel") {
    build.cell_deleted = true;
    ++story_.deletions;
  }
  if (name == "tcW" && element.attribute(Space::Word, "type") == "dxa")
    cell.width = to_integer(element.attribute(Space::Word, "w"), 0, 0, 1'000'000);
}

// ---- Fields ----

void StoryReader::field_character(const XmlElement& element) {
  need_paragraph();
  const std::string_view type = element.attribute(Space::Word, "fldCharType");
  auto& fields = flow().fields;
  if (deleted_ != 0) return;
  if (type == "begin") {
    if (fields.size() >= limits::field_depth) return hit_limit("field_depth");
    fields.emplace_back();
  } else if (type == "separate" && !fields.empty()) {
    fields.back().in_result = true;
  } else if (type == "end" && !fields.empty()) {
    end_field();
  }
}

void StoryReader::end_field() {
  const Field field = std::move(flow().fields.back());
  flow().fields.pop_back();
  if (field.in_result && (field.printed || !(field.is_checkbox || field.is_list))) return;
  std::string annotation;
  append(text_of_bare_field(field, annotation));
  if (!annotation.empty()) append_removed(annotation, "ruby-text");
}

void StoryReader::field_data(const XmlElement& element) {
  if (flow().fields.empty()) return;
  Field& field = flow().fields.back();
  const std::string_view value = element.attribute(Space::Word, "val");
  if (element.name == "checkBox") field.is_checkbox = true;
  if (element.name == "default" && field.is_checkbox) field.checked = on(element);
  if (element.name == "checked") field.checked = on(element);
  if (element.name == "ddList") field.is_list = true;
  if (element.name == "result" && field.is_list)
    field.list_choice = static_cast<std::size_t>(to_integer(value, 0, 0, 10'000));
  if (element.name == "listEntry") field.list_entries.emplace_back(value);
}

// A field's code never runs past its paragraph in a sound file. Where it does, a separator or end
// mark was lost: what stood there and stands behind is text.
void StoryReader::open_field_results() {
  for (std::size_t i = 0; i < flow().fields.size(); ++i) {
    Field& field = flow().fields[i];
    if (field.in_result) continue;
    field.in_result = true;
    if (field.suppressed.empty()) continue;
    ++story_.broken_fields;
    const std::string text = std::move(field.suppressed);
    field.suppressed.clear();
    append(text);
  }
}

// ---- Text ----

bool StoryReader::hidden() const {
  const Flow& flow = flows_.back();
  if (flow.run.hidden != Tri::Unset) return flow.run.hidden == Tri::On;
  const bool by_run_style =
      flow.run.style != kNoStyle && styles_.resolved(flow.run.style).run.hidden == Tri::On;
  const bool by_paragraph_style =
      flow.open && styles_.resolved(story_.paragraphs[flow.paragraph].style).run.hidden == Tri::On;
  return by_run_style != by_paragraph_style;  // a toggle: twice hidden is shown
}

void StoryReader::append(std::string_view text) {
  if (text.empty()) return;
  need_paragraph();
  if (deleted_ != 0) return append_removed(text, "deleted-text");
  for (Field& field : flow().fields) {
    if (field.in_result) continue;
    field.suppressed += text;
    return;
  }
  if (!flow().fields.empty()) flow().fields.back().printed = true;
  if (annotation_ != 0) return append_removed(text, "ruby-text");
  if (hidden()) return append_removed(text, "hidden-text");
  append_printed(text);
}

void StoryReader::append_printed(std::string_view text) {
  ParagraphRecord& record = paragraph();
  const RunState& run = flow().run;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0xAD) continue;  // soft hyphen: printed at line ends only
    if (c >= 0xF020 && c <= 0xF0FF) {
      const auto known = symbol_character(run.font, c);
      if (!known) story_.unknown_symbols.insert(run.font.empty() ? "?" : run.font);
      append_utf8(record.text, known ? *known : U'\uFFFD');
    } else if (run.raise != RunState::Raise::None && c >= '0' && c <= '9') {
      record.text += raised_digit(static_cast<char>(c), run.raise == RunState::Raise::Up);
    } else {
      record.text.append(text, begin, at - begin);
    }
  }
  Tally& tally = flow().tally;
  const std::size_t count = count_code_points(text);
  const Style& of_paragraph = styles_.resolved(record.style);
  const Style* of_run = run.style != kNoStyle ? &styles_.resolved(run.style) : nullptr;
  Tri bold = run.bold;
  if (bold == Tri::Unset && of_run) bold = of_run->run.bold;
  if (bold == Tri::Unset) bold = of_paragraph.run.bold;
  std::uint16_t size = run.half_points;
  if (size == 0 && of_run) size = of_run->run.half_points;
  if (size == 0) size = of_paragraph.run.half_points;
  tally.total += count;
  if (bold == Tri::On) tally.bold += count;
  if (size == tally.half_points) {
    tally.sized += count;
  } else if (count > tally.sized) {
    tally.half_points = size;
    tally.sized = count;
  }
}

void StoryReader::append_removed(std::string_view text, std::string_view reason) {
  if (text.empty()) return;
  need_paragraph();
  auto& removed = story_.removed;
  if (!removed.empty() && removed.back().paragraph == flow().paragraph &&
      removed.back().reason == reason) {
    removed.back().text += text;
    return;
  }
  removed.push_back({flow().paragraph, std::string(text), std::string(reason)});
}

// ---- Paragraphs ----

void StoryReader::open_paragraph() {
  if (story_.paragraphs.size() >= limits::paragraphs) return hit_limit("paragraphs");
  Flow& current = flow();
  current.open = true;
  current.joins_next = false;
  current.tally = {};
  current.run = {};
  current.paragraph = static_cast<std::uint32_t>(story_.paragraphs.size());
  ParagraphRecord record;
  record.style = styles_.default_paragraph();
  record.contents_entry = contents_control_ != 0;
  record.text = std::move(current.carry);
  current.carry.clear();
  story_.paragraphs.push_back(std::move(record));
}

// Text outside any paragraph is not legal; it is text all the same.
void StoryReader::need_paragraph() {
  if (!flow().open && limit_.empty()) {
    const RunState run = flow().run;
    open_paragraph();
    flow().run = run;
  }
}

void StoryReader::close_paragraph() {
  if (flow().open) {
    open_field_results();
    Flow& current = flow();
    ParagraphRecord& record = paragraph();
    current.open = false;
    record.bold = current.tally.total != 0 && current.tally.bold == current.tally.total;
    record.half_points = current.tally.half_points;
    if (current.joins_next) {
      current.carry = std::move(record.text);
      record.text.clear();
      record.dropped = true;
    } else {
      record.text.shrink_to_fit();
      current.blocks.push_back({false, current.paragraph});
    }
  }
  Flow& current = flow();
  current.blocks.insert(current.blocks.end(), current.after.begin(), current.after.end());
  current.after.clear();
}

void StoryReader::push_flow(Action kind) {
  Flow next;
  next.kind = kind;
  flows_.push_back(std::move(next));
}

std::vector<BlockReference> StoryReader::pop_flow() {
  close_paragraph();
  if (!flow().carry.empty()) {  // the last mark was deleted and nothing follows: the text stays a
                                // paragraph
    open_paragraph();
    if (limit_.empty()) close_paragraph();
  }
  std::vector<BlockReference> blocks = std::move(flow().blocks);
  flows_.pop_back();
  return blocks;
}

// ---- Tables ----

void StoryReader::start_table() {
  close_paragraph();            // a table inside a paragraph splits it
  if (!flow().carry.empty()) {  // a paragraph cannot be merged into a table
    open_paragraph();
    close_paragraph();
  }
  if (story_.tables.size() >= limits::tables) hit_limit("tables");
  if (tables_.size() >= limits::table_depth) hit_limit("table_depth");
  TableBuild build;
  build.table = static_cast<std::uint32_t>(story_.tables.size());
  build.flow = flows_.size();
  TableRecord record;
  record.nested = !tables_.empty();
  story_.tables.push_back(std::move(record));
  tables_.push_back(std::move(build));
}

void StoryReader::finish_table() {
  close_paragraph();
  const std::uint32_t table = tables_.back().table;
  tables_.pop_back();
  if (!story_.tables[table].rows.empty()) flow().blocks.push_back({true, table});
}

void StoryReader::start_row() {
  TableBuild& build = tables_.back();
  close_paragraph();
  build.row = {};
  build.row.first_cell = static_cast<std::uint32_t>(story_.tables[build.table].cells.size());
  build.row_open = true;
  build.row_deleted = build.row_hidden = false;
}

void StoryReader::finish_row() {
  close_paragraph();
  TableBuild& build = tables_.back();
  build.row_open = false;
  TableRecord& table = story_.tables[build.table];
  if (build.row_deleted || build.row_hidden) {
    const std::uint32_t first = build.row.first_cell;
    std::vector<BlockReference> blocks;
    if (first < table.cells.size()) {
      blocks.assign(table.blocks.begin() + table.cells[first].first_block, table.blocks.end());
      table.blocks.resize(table.cells[first].first_block);
      table.cells.resize(first);
    }
    return remove_blocks(blocks, build.row_deleted ? "deleted-text" : "hidden-text");
  }
  build.row.cell_count = static_cast<std::uint32_t>(table.cells.size()) - build.row.first_cell;
  if (table.rows.size() >= limits::table_rows) return hit_limit("table_rows");
  table.rows.push_back(build.row);
}

void StoryReader::start_cell() {
  tables_.back().cell = {};
  tables_.back().cell_deleted = false;
  close_paragraph();
  push_flow(Action::Cell);
}

void StoryReader::finish_cell() {
  const std::vector<BlockReference> blocks = pop_flow();
  TableBuild& build = tables_.back();
  if (build.cell_deleted) return remove_blocks(blocks, "deleted-text");
  TableRecord& table = story_.tables[build.table];
  if (table.cells.size() >= limits::table_cells) return hit_limit("table_cells");
  build.cell.first_block = static_cast<std::uint32_t>(table.blocks.size());
  build.cell.block_count = static_cast<std::uint32_t>(blocks.size());
  table.blocks.insert(table.blocks.end(), blocks.begin(), blocks.end());
  table.cells.push_back(build.cell);
}

void StoryReader::remove_blocks(const std::vector<BlockReference>& blocks,
                                std::string_view reason) {
  std::vector<BlockReference> waiting(blocks.rbegin(), blocks.rend());
  while (!waiting.empty()) {
    const BlockReference block = waiting.back();
    waiting.pop_back();
    if (block.table) {
      const auto& inner = story_.tables[block.index].blocks;
      waiting.insert(waiting.end(), inner.rbegin(), inner.rend());
      continue;
    }
    ParagraphRecord& record = story_.paragraphs[block.index];
    record.dropped = true;
    if (!record.text.empty())
      story_.removed.push_back({block.index, std::move(record.text), std::string(reason)});
    record.text.clear();
  }
}

Story StoryReader::take() {
  while (flows_.size() > 1) {  // only where the XML was cut off
    const auto blocks = pop_flow();
    flow().blocks.insert(flow().blocks.end(), blocks.begin(), blocks.end());
  }
  Piece body;
  close_paragraph();
  if (!flow().carry.empty()) {
    open_paragraph();
    close_paragraph();
  }
  body.blocks = std::move(flow().blocks);
  if (!body.blocks.empty() || story_.pieces.empty())
    story_.pieces.insert(story_.pieces.begin(), std::move(body));
  return std::move(story_);
}

}  // namespace guifan::docx
