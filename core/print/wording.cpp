// SPDX-License-Identifier: Apache-2.0
#include "print/wording.h"

#include <fmt/format.h>

#include <array>

namespace guifan::print {
namespace {

struct Words {
  std::string_view chinese, english;
  std::string_view in(Language language) const {
    return language == Language::Chinese ? chinese : english;
  }
};

struct RuleWords {
  Words name, sentence;
};

// Indexed by FillRule.
constexpr std::array<RuleWords, 7> kRules{{
    {{"照录", "printed"},
     {"原表即本模板，原样照录。", "The source prints this very cell of this template."}},
    {{"等同", "exact"},
     {"原表指标与模板单元格含义相同。", "The source's indicator means the same as the cell."}},
    {{"合计", "sum"},
     {"由原表若干指标相加，各项之和即单元格含义。",
      "Sum of indicators that together mean the same as the cell."}},
    {{"零推", "zero"},
     {"所属总计为0，各分项必为0。", "A total of 0 forces each of its parts to 0."}},
    {{"文述", "stated"}, {"原文文字明确陈述。", "The running text of the source states it."}},
    {{"推算", "derived"},
     {"由勾稽关系推出，其余各项均为原文所载。",
      "Follows from an identity whose other terms are all printed."}},
    {{"近似", "approximate"},
     {"原指标与单元格口径相近但不相同，按要求填写并标注。",
      "The source's definition is near but not the same; filled on request and marked."}},
}};

// Indexed by BlankReason.
constexpr std::array<Words, 6> kBlanks{{
    {"原表不统计此项", "the source's form does not ask for it"},
    {"原文此处为空或为横线", "the source's cell is empty or a dash"},
    {"原文此处数据已缺失", "the copy of the source has lost it"},
    {"原文此处有多种读法", "more than one reading fits the source"},
    {"原文前后矛盾", "the source contradicts itself"},
    {"只有口径相近的数据，未作填写", "only a figure of nearly the same definition exists"},
}};

struct ResidueWords {
  std::string_view id;
  Words words;
};

constexpr std::array<ResidueWords, 10> kResidue{{
    {"no-counterpart", {"模板中没有对应项目", "the template has no such item"}},
    {"not-derivable", {"不能据以推出模板单元格", "no cell of the template follows from it"}},
    {"forbidden", {"字面相似而含义不同，不得填入模板", "looks alike but means something else"}},
    {"unrecognised-row", {"未能识别的表行", "a table row that no layout describes"}},
    {"unrecognised-table", {"未能识别的表", "a table that no layout describes"}},
    {"carried-over", {"原文的补充表所列", "listed in the supplement of the source"}},
    {"approximate-only", {"只与模板项目口径相近", "only near to an item of the template"}},
    {"conflict", {"与原文其他数据矛盾", "contradicts another figure of the source"}},
    {"cumulative", {"累计数，不是本年数", "counts more than the year"}},
    {"ambiguous", {"有多种读法，未填入模板", "more than one reading fits"}},
}};

constexpr std::array<ResidueWords, 3> kCaveats{{
    {"low-confidence", {"原文这句话也可以作别的理解", "the sentence can be read otherwise"}},
    {"placed-by-identities",
     {"数字的位置由勾稽关系确定", "the identities fixed the place of the number"}},
    {"recognised-text",
     {"数字由图片识别（OCR）得来，须与原件核对",
      "the number was recognised (OCR) from a picture: compare it with the original"}},
}};

}  // namespace

std::string_view rule_name(FillRule rule, Language language) {
  return kRules[static_cast<std::size_t>(rule)].name.in(language);
}

std::string_view rule_words(FillRule rule, Language language) {
  return kRules[static_cast<std::size_t>(rule)].sentence.in(language);
}

std::string_view blank_words(BlankReason reason, Language language) {
  return kBlanks[static_cast<std::size_t>(reason)].in(language);
}

std::string residue_words(std::string_view reason, Language language) {
  for (const ResidueWords& entry : kResidue)
    if (entry.id == reason) return std::string(entry.words.in(language));
  return std::string(reason);
}

std::string caveat_words(std::string_view caveat, Language language) {
  for (const ResidueWords& entry : kCaveats)
    if (entry.id == caveat) return std::string(entry.words.in(language));
  return std::string(caveat);
}

std::string_view severity_words(Severity severity, Language language) {
  constexpr std::array<Words, 3> kWords{{{"说明", "note"}, {"注意", "warning"}, {"错误", "error"}}};
  return kWords[static_cast<std::size_t>(severity)].in(language);
}

std::string place_words(const Locator& place, Language language) {
  struct Part {
    std::uint32_t number;
    std::string_view chinese, english;
  };
  // The coordinates that to_string(Locator) prints, in the same order.
  const bool line = place.line != 0;
  const Part parts[] = {
      {place.line, "第{}行", "line {}"},
      {line ? 0 : place.page, "第{}页", "page {}"},
      {line || place.table != 0 ? 0 : place.paragraph, "第{}段", "paragraph {}"},
      {line ? 0 : place.table, "表{}", "table {}"},
      {line ? 0 : place.row, "第{}行", "row {}"},
      {line ? 0 : place.column, "第{}列", "column {}"},
  };
  const bool chinese = language == Language::Chinese;
  std::string words;
  for (const Part& part : parts) {
    if (part.number == 0) continue;
    if (!words.empty() && !chinese) words += ", ";
    words += fmt::format(fmt::runtime(chinese ? part.chinese : part.english), part.number);
  }
  return words;
}

std::string cell_words(std::string_view row_label, std::string_view column_label) {
  std::string words(row_label);
  if (!row_label.empty() && !column_label.empty()) words += " · ";
  words += column_label;
  return words;
}

}  // namespace guifan::print
