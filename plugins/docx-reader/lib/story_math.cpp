// SPDX-License-Identifier: Apache-2.0
// Formulas (Office Math). They print on one line; a fraction or exponent must not melt into another
// number: 1/2, x^2, ∑_i=1^n, [a,b].
#include "story_reader.h"
#include "utf8.h"

namespace guifan::docx {
namespace {

/// Signs that Word draws where the file names none (ECMA-376 part 1, 22.1.2).
constexpr char32_t kIntegral = U'∫', kHat = U'\u0302', kSeparator = U'|';

std::string utf8_of(char32_t character) {
  std::string text;
  if (character != 0) append_utf8(text, character);
  return text;
}

bool has_signs(std::string_view properties) {
  return properties == "naryPr" || properties == "dPr" || properties == "accPr";
}

}  // namespace

void StoryReader::start_math(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "t") {
    preserve_space_ = true;
    return begin_text(Action::WordText, Target::Text);
  }
  if (name == "r") {
    frame().action = Action::Run;
    flow().run = RunState{};
    return;
  }
  if (has_signs(name)) return;  // its children say which signs
  if (name.ends_with("Pr")) return skip();
  if (math_property(element)) return;
  frame().action = Action::MathPart;
  start_operand(name);
  if (name == "d") {
    frame().math_open = U'(';
    frame().math_separator = kSeparator;
    frame().close = ")";
  }
  if (name == "nary") frame().math_open = kIntegral;
  if (name == "acc") frame().close = utf8_of(kHat);
  if (name == "num") frame().close = "/";
  if (name == "sup") append("^");
  if (name == "sub") append("_");
  if (name == "deg") frame().close = "√";
  if (name == "oMathPara") frame().close = "\n";
  if (name == "mr") frame().close = "\n";
  if (name == "eqArr") frame().math_separator = U'\n';
  if (name == "mr") frame().math_separator = U' ';
  if (name == "fName" || name == "lim") frame().close = " ";
  if ((name == "sup" || name == "sub") && flow().open) frame().math_begin = paragraph().text.size();
}

// Brackets and operators stand before the first operand, once their properties have been read.
void StoryReader::start_operand(std::string_view name) {
  if (frames_.size() < 2 || (name != "e" && name != "sub" && name != "sup")) return;
  Frame& whole = frames_[frames_.size() - 2];
  const char32_t sign = whole.math_open;
  whole.math_open = whole.math_separator;
  append(utf8_of(sign));
}

// A sign of the element whose properties these are. An empty value means: none.
bool StoryReader::math_property(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name != "chr" && name != "begChr" && name != "endChr" && name != "sepChr") return false;
  if (frames_.size() < 3) return true;
  Frame& whole = frames_[frames_.size() - 3];
  const std::string_view value = element.attribute(Space::Math, "val");
  std::size_t at = 0;
  const char32_t sign = value.empty() ? 0 : next_code_point(value, at);
  if (name == "chr" && whole.math_open != 0) whole.math_open = sign;
  if (name == "chr" && whole.math_open == 0) whole.close = utf8_of(sign);
  if (name == "begChr") whole.math_open = sign;
  if (name == "sepChr") whole.math_separator = sign;
  if (name == "endChr") whole.close = utf8_of(sign);
  return true;
}

void StoryReader::end_math(const Frame& ended) {
  if (!ended.close.empty()) append(ended.close);
  // A hidden limit of an operator is an empty element: no mark for it.
  if (!flow().open) return;
  std::string& text = paragraph().text;
  const bool bare_mark = text.size() == ended.math_begin && !text.empty() &&
                         (text.back() == '_' || text.back() == '^');
  if (bare_mark) text.pop_back();
}

}  // namespace guifan::docx
