// SPDX-License-Identifier: Apache-2.0
// From the XML of a document, header or notes part to a Story.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields.h"
#include "story.h"
#include "styles.h"
#include "word_tags.h"
#include "xml.h"

namespace guifan::docx {

/// Handler for parse_xml(). Structure follows the accepted view: insertions stay, deletions go to
/// Story::removed.
///
/// Mechanism: every open element is a Frame that says what its end does. Text lands in the
/// innermost Flow (body, cell, text box, note). Properties count only in the place where the
/// standard puts them, which the Frame inherits as its `context`.
class StoryReader : public XmlHandler {
 public:
  explicit StoryReader(const Styles& styles);
  void start(const XmlElement& element) override;
  void end() override;
  void text(std::string_view text) override;
  bool stopped() const override { return !limit_.empty(); }

  /// Name of the limit that was hit, empty for none.
  const std::string& limit() const { return limit_; }
  /// The root element is one of WordprocessingML.
  bool is_word() const { return is_word_; }
  /// REQUIRES: the whole part was parsed.
  Story take();

 private:
  enum class Action : std::uint8_t {
    None,
    Paragraph,
    Run,
    Table,
    Row,
    Cell,
    TextBox,
    Note,
    Deleted,
    Field,
    Ruby,
    Alternate,
    WordText,
    DeletedText,
    Instruction,
    MathPart,
    Contents,
  };
  enum class Context : std::uint8_t {
    Content,
    ParagraphMark,
    Paragraph,
    Run,
    Table,
    Row,
    Cell,
    Section,
    Control,
    FieldData
  };
  enum class Target : std::uint8_t { None, Text, Deleted, Instruction };

  struct Frame {
    Action action = Action::None;
    Context context = Context::Content;
    std::string close;  ///< MathPart: printed at the end
    char32_t math_open = 0,
             math_separator = 0;  ///< MathPart: before the first and further operands
    std::size_t math_begin = 0;   ///< length of the text behind the mark of an exponent or index
  };
  struct RunState {
    RunLook look;  ///< what the run itself says
    std::uint32_t style = kNoStyle;
    std::int16_t shift = 0;     ///< w:position (17.3.2.24), half-points upwards
    bool east_asian = false;    ///< characters of both scripts take the East Asian font
    bool is_note_mark = false;  ///< a mark of the author's own behind a note reference
  };
  struct Tally {  ///< characters of the open paragraph by look
    std::size_t total = 0, bold = 0, sized = 0;
    std::uint16_t half_points = 0;
    std::int16_t shift = 0;    ///< of the last text that was not raised
    bool in_contents = false;  ///< some of it is the result of a TOC field
  };
  struct Flow {
    Action kind = Action::None;
    std::vector<BlockReference> blocks, after;  ///< after: wait for the end of the open paragraph
    bool open = false;
    bool joins_next = false;      ///< the open paragraph's mark is deleted
    bool mark_hidden = false;     ///< the open paragraph's mark is hidden text
    bool mark_separates = false;  ///< a style separator: hidden, but not the paragraph's number
    bool drawing = false;         ///< text of DrawingML, whose elements are not Word's
    std::uint32_t paragraph = 0;
    Tally tally;
    RunState run;
    std::vector<Field> fields;
    std::string carry;  ///< text of paragraphs whose mark is deleted
  };
  struct TableBuild {
    std::uint32_t table = 0;
    std::size_t flow = 0;  ///< number of flows at its start
    RowRecord row;
    CellRecord cell;
    bool row_open = false, row_deleted = false, row_hidden = false, cell_deleted = false;
  };
  struct Alternate {
    bool chosen = false;
    std::string passed_over;
  };

  Flow& flow() { return flows_.back(); }
  Frame& frame() { return frames_.back(); }
  ParagraphRecord& paragraph() { return story_.paragraphs[flow().paragraph]; }

  void start_word(const XmlElement& element);
  /// Where the properties of such an element count; nullopt for any other.
  static std::optional<Context> context_of(Tag properties);
  void start_note(const XmlElement& element);
  // story_math.cpp
  void start_math(const XmlElement& element);
  void start_operand(std::string_view name);
  bool math_property(const XmlElement& element);
  void end_math(const Frame& ended);

  void start_other(const XmlElement& element);
  void start_drawing(const XmlElement& element);
  void picture_description(const XmlElement& element);
  void start_alternate(const XmlElement& element);
  void property(const XmlElement& element);
  void paragraph_property(const XmlElement& element);
  void run_property(const XmlElement& element, RunState& run);
  void table_property(const XmlElement& element);
  void field_data(const XmlElement& element);
  void field_character(const XmlElement& element);
  void start_simple_field(const XmlElement& element);
  void skip() { skip_from_ = frames_.size(); }
  void enter(Context context) { frame().context = context; }
  void begin_text(Action action, Target target);
  void finish_text();

  void open_paragraph();
  void need_paragraph();
  void close_paragraph();
  void push_flow(Action kind);
  std::vector<BlockReference> pop_flow();
  void start_table();
  void finish_table();
  void start_row();
  void finish_row();
  void start_cell();
  void finish_cell();
  bool in_text_box() const {
    return std::any_of(flows_.begin(), flows_.end(),
                       [](const Flow& flow) { return flow.kind == Action::TextBox; });
  }
  bool in_own_table() const { return !tables_.empty() && tables_.back().flow == flows_.size(); }
  void append(std::string_view text);
  void symbol(const XmlElement& element, Space attributes);
  void append_printed(std::string_view text);
  void append_removed(std::string_view text, std::string_view reason);
  void remove_blocks(const std::vector<BlockReference>& blocks, std::string_view reason);
  void end_field();
  void open_field_results();
  /// What the style of the open run, then that of its paragraph say; `own` where it is set.
  template <typename Value>
  Value effective(Value own, Value RunLook::*property, Value unset) const;
  std::string_view font() const;
  bool hidden() const;
  bool struck() const;
  void hit_limit(std::string_view name) {
    if (limit_.empty()) limit_ = name;
  }

  const Styles& styles_;
  Story story_;
  std::vector<Frame> frames_;
  std::vector<Flow> flows_;
  std::vector<TableBuild> tables_;
  std::vector<Alternate> alternates_;
  std::size_t skip_from_ = 0;       // number of frames at the element that is passed over; 0: none
  std::size_t alternate_skip_ = 0;  // the skipped element is a branch of alternates_.back()
  bool skipped_text_ = false;
  std::size_t deleted_ = 0, annotation_ = 0, contents_control_ = 0;
  Target target_ = Target::None;
  std::string characters_;
  bool preserve_space_ = false;       // of the text element
  bool preserve_everywhere_ = false;  // said by the root
  std::string limit_;
  bool is_word_ = false;
};

}  // namespace guifan::docx
