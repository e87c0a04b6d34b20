// SPDX-License-Identifier: Apache-2.0
// From XML elements to what they begin and end.
#include "story_reader.h"

#include <algorithm>

#include "utf8.h"

namespace guifan::docx {
namespace {

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

}  // namespace

StoryReader::StoryReader(const Styles& styles) : styles_(styles) {
  push_flow(Action::None);
}

void StoryReader::start(const XmlElement& element) {
  const bool root = frames_.empty();
  Frame next;
  if (!root) next.context = frame().context;
  frames_.push_back(std::move(next));
  if (root) {
    is_word_ = element.space == Space::Word;
    preserve_everywhere_ = element.attribute(Space::Other, "space") == "preserve";
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

std::optional<StoryReader::Context> StoryReader::context_of(Tag properties) {
  switch (properties) {
    case Tag::PPr:
      return Context::Paragraph;
    case Tag::RPr:
      return Context::Run;
    case Tag::TblPr:
    case Tag::TblGrid:
      return Context::Table;
    case Tag::TrPr:
      return Context::Row;
    case Tag::TcPr:
      return Context::Cell;
    case Tag::SectPr:
      return Context::Section;
    case Tag::SdtPr:
      return Context::Control;
    default:
      return std::nullopt;
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
  if (const auto context = context_of(tag)) return enter(*context);
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
      preserve_space_ =
          preserve_everywhere_ || element.attribute(Space::Other, "space") == "preserve";
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
    case Tag::Symbol:
      return symbol(element, Space::Word);
    case Tag::FieldCharacter:
      return field_character(element);
    case Tag::SimpleField:
      return start_simple_field(element);
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
    case Tag::TextBox:
      frame().action = Action::TextBox;
      return push_flow(Action::TextBox);
    case Tag::RubyText:
      ++annotation_;
      frame().action = Action::Ruby;
      return;
    case Tag::Note:
      return start_note(element);
    case Tag::NoteReference:
    case Tag::EndnoteReference:
      story_.notes.push_back(
          {tag == Tag::EndnoteReference, std::string(element.attribute(Space::Word, "id"))});
      if (tri_of(element.attribute(Space::Word, "customMarkFollows"),
                 element.has_attribute(Space::Word, "customMarkFollows")) == Tri::On &&
          element.has_attribute(Space::Word, "customMarkFollows"))
        flow().run.is_note_mark = true;
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

void StoryReader::start_note(const XmlElement& element) {
  const std::string_view type = element.attribute(Space::Word, "type");
  if (!type.empty() && type != "normal") return skip();  // separators are drawn, not written
  if (flows_.size() > 1) return;                         // not legal: keep its text where it stands
  frame().action = Action::Note;
  push_flow(Action::Note);
  story_.pieces.push_back({std::string(element.attribute(Space::Word, "id")), {}});
}

void StoryReader::start_other(const XmlElement& element) {
  const std::string_view name = element.name;
  if (element.space == Space::Drawing) start_drawing(element);
  if (name == "symEx") return symbol(element, Space::Other);
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

// Shapes of other programs in a locked canvas keep their text in DrawingML's own paragraphs.
void StoryReader::start_drawing(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "txBody") {
    frame().action = Action::TextBox;
    push_flow(Action::TextBox);
    flow().drawing = true;
  } else if (!flow().drawing) {
    return;
  } else if (name == "p") {
    frame().action = Action::Paragraph;
    close_paragraph();
    open_paragraph();
  } else if (name == "t") {
    preserve_space_ = true;
    begin_text(Action::WordText, Target::Text);
  } else if (name == "br") {
    append("\n");
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
      if (flow().open && hidden()) {  // so is what hangs on hidden text
        remove_blocks(blocks, "hidden-text");
        break;
      }
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
    case Action::Field:
      if (!flow().fields.empty()) end_field();
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
  if (target == Target::Text && !preserve_space_) {    // spaces at the ends are no text (17.3.3.31)
    const std::size_t first = std::min(characters_.find_first_not_of(' '), characters_.size());
    characters_.erase(0, first);
    characters_.resize(characters_.find_last_not_of(' ') + 1);
  }
  if (target == Target::Text) append(characters_);
  if (target == Target::Deleted) append_removed(characters_, "deleted-text");
  if (target == Target::Instruction && deleted_ == 0) {
    auto& fields = flow().fields;
    if (!fields.empty() && !fields.back().in_result) fields.back().instruction += characters_;
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
