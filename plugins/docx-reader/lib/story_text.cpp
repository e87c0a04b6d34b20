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

bool ends_in_digit(std::string_view text) {
  return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

}  // namespace

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

void StoryReader::symbol(const XmlElement& element) {
  const std::string_view digits = element.attribute(Space::Word, "char");
  const std::string_view font = element.attribute(Space::Word, "font");
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
  RunState::Raise raise = run.raise;
  if (raise == RunState::Raise::None && ends_in_digit(record.text) &&
      run.shift != flow().tally.shift)
    raise = run.shift >= kRaisedBy    ? RunState::Raise::Up
            : run.shift <= -kRaisedBy ? RunState::Raise::Down
                                      : RunState::Raise::None;
  if (raise == RunState::Raise::None) flow().tally.shift = run.shift;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0xAD) continue;  // soft hyphen: printed at line ends only
    if (c >= 0xF020 && c <= 0xF0FF) {
      const auto known = symbol_character(run.font, c);
      if (!known) story_.unknown_symbols.insert(run.font.empty() ? "?" : run.font);
      append_utf8(record.text, known ? *known : U'\uFFFD');
    } else if (raise != RunState::Raise::None && c >= '0' && c <= '9') {
      record.text += raised_digit(static_cast<char>(c), raise == RunState::Raise::Up);
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

}  // namespace guifan::docx
