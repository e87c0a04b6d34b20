// SPDX-License-Identifier: Apache-2.0
// Text as it is printed, and the paragraphs it stands in.
#include <array>

#include "docx_limits.h"
#include "story_reader.h"
#include "symbols.h"
#include "utf8.h"

namespace guifan::docx {
namespace {

std::string_view raised_digit(char digit, bool up) {
  static constexpr std::array<std::string_view, 10> kUp = {"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  static constexpr std::array<std::string_view, 10> kDown = {"₀", "₁", "₂", "₃", "₄",
                                                             "₅", "₆", "₇", "₈", "₉"};
  return (up ? kUp : kDown)[static_cast<std::size_t>(digit - '0')];
}

/// LibreOffice writes raised text as text in another position, by a third of its size. Smaller
/// shifts only level a line, and shifted figures of their own are figures.
constexpr std::int16_t kRaisedBy = 4;  // half-points

/// The code of a w:sym, whose digits are hexadecimal; another character counts as 0.
std::uint32_t symbol_code(std::string_view digits) {
  std::uint32_t code = 0;
  for (const char c : digits.substr(0, 6)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : 0;
    code = code * 16 + static_cast<std::uint32_t>(digit);
  }
  return code;
}

/// A heading, a tab and its page: what a table of contents prints. Asked for so that a field
/// without end does not make contents of a whole report.
bool is_contents_line(std::string_view text) {
  return text.find('\t') != std::string_view::npos && text.back() >= '0' && text.back() <= '9';
}

bool ends_in_digit(std::string_view text) {
  return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

}  // namespace

template <typename Value>
Value StoryReader::effective(Value own, Value RunLook::*property, Value unset) const {
  if (own != unset) return own;
  const Flow& flow = flows_.back();
  if (flow.run.style != kNoStyle)
    if (const Value of_run = styles_.resolved(flow.run.style).run.*property; of_run != unset)
      return of_run;
  return flow.open ? styles_.resolved(story_.paragraphs[flow.paragraph].style).run.*property
                   : unset;
}

std::string_view StoryReader::font() const {
  const Flow& flow = flows_.back();
  if (!flow.run.look.font.empty()) return flow.run.look.font;
  if (flow.run.style != kNoStyle)
    if (const std::string& of_run = styles_.resolved(flow.run.style).run.font; !of_run.empty())
      return of_run;
  return flow.open
             ? std::string_view(styles_.resolved(story_.paragraphs[flow.paragraph].style).run.font)
             : std::string_view();
}

bool StoryReader::struck() const {
  return effective(flows_.back().run.look.struck, &RunLook::struck, Tri::Unset) == Tri::On;
}

bool StoryReader::hidden() const {
  const Flow& flow = flows_.back();
  if (flow.run.look.hidden != Tri::Unset) return flow.run.look.hidden == Tri::On;
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
  for (const Field& field : flow().fields)
    if (field.is_contents) flow().tally.in_contents = true;
  if (annotation_ != 0) return append_removed(text, "ruby-text");
  if (hidden()) return append_removed(text, "hidden-text");
  if (struck()) {
    ++story_.struck_texts;
    return append_removed(text, "struck-text");
  }
  append_printed(text);
}

void StoryReader::symbol(const XmlElement& element, Space attributes) {
  const std::string_view digits = element.attribute(attributes, "char");
  const std::string_view font = element.attribute(attributes, "font");
  const std::uint32_t code = symbol_code(digits);
  const bool is_private = code >= 0xE000 && code <= 0xF8FF;
  const auto known = symbol_character(font, code);
  if (!known && is_private)
    story_.unknown_symbols.insert(std::string(font) + "/" + std::string(digits));
  std::string character;
  append_utf8(character, known ? *known : is_private ? U'\uFFFD' : static_cast<char32_t>(code));
  append(character);
}

void StoryReader::append_printed(std::string_view text) {
  ParagraphRecord& record = paragraph();
  const RunState& run = flow().run;
  Raise raise = effective(run.look.raise, &RunLook::raise, Raise::Unset);
  if (raise == Raise::Unset || raise == Raise::None) {
    raise = run.is_note_mark ? Raise::Up : Raise::None;
    if (ends_in_digit(record.text) && run.shift != flow().tally.shift)
      raise = run.shift >= kRaisedBy ? Raise::Up : run.shift <= -kRaisedBy ? Raise::Down : raise;
  }
  if (raise == Raise::None) flow().tally.shift = run.shift;
  const std::string_view shown_in = font();
  const bool symbols = is_symbol_font(shown_in);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0xAD) continue;  // soft hyphen: printed at line ends only
    // Written as an ordinary letter, shown as a symbol: R in Wingdings 2 is a ticked box.
    const bool shown_as_symbol =
        symbols && ((c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c <= 0xFF && !run.east_asian));
    if (shown_as_symbol || (c >= 0xF020 && c <= 0xF0FF)) {
      const auto known = symbol_character(shown_in, c);
      if (!known) story_.unknown_symbols.insert(std::string(shown_in.empty() ? "?" : shown_in));
      append_utf8(record.text, known ? *known : U'\uFFFD');
    } else if (raise != Raise::None && c >= '0' && c <= '9') {
      record.text += raised_digit(static_cast<char>(c), raise == Raise::Up);
    } else {
      record.text.append(text, begin, at - begin);
    }
  }
  Tally& tally = flow().tally;
  const std::size_t count = count_code_points(text);
  const Style& of_paragraph = styles_.resolved(record.style);
  const Style* of_run = run.style != kNoStyle ? &styles_.resolved(run.style) : nullptr;
  Tri bold = run.look.bold;
  if (bold == Tri::Unset && of_run) bold = of_run->run.bold;
  if (bold == Tri::Unset) bold = of_paragraph.run.bold;
  std::uint16_t size = run.look.half_points;
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
      removed.back().reason == reason && removed.back().at == paragraph().text.size()) {
    removed.back().text += text;
    return;
  }
  removed.push_back(
      {flow().paragraph, std::string(text), std::string(reason), paragraph().text.size()});
}

void StoryReader::open_paragraph() {
  if (story_.paragraphs.size() >= limits::paragraphs) return hit_limit("paragraphs");
  Flow& current = flow();
  current.open = true;
  current.joins_next = current.mark_hidden = current.mark_separates = false;
  current.tally = {};
  current.run = {};
  current.paragraph = static_cast<std::uint32_t>(story_.paragraphs.size());
  ParagraphRecord record;
  record.style = styles_.default_paragraph();
  record.contents_entry = contents_control_ != 0;
  record.in_text_box = in_text_box();
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
    if (current.tally.in_contents && is_contents_line(record.text)) record.contents_entry = true;
    record.unnumbered = current.mark_hidden && is_blank(record.text);
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

}  // namespace guifan::docx
