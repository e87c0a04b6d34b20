// SPDX-License-Identifier: Apache-2.0
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "guifan/text.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guifan {
namespace {

// Small and vertical presentation forms (U+FE10..FE6B) and mathematical signs that stand for a
// plain mark. Sorted.
constexpr auto kPresentationForms = std::to_array<std::pair<char32_t, char32_t>>(
    {{0x2212, '-'},   {0x2236, ':'},   {0xFE10, ','},   {0xFE11, U'、'}, {0xFE12, U'。'},
     {0xFE13, ':'},   {0xFE14, ';'},   {0xFE15, '!'},   {0xFE16, '?'},   {0xFE35, '('},
     {0xFE36, ')'},   {0xFE37, '{'},   {0xFE38, '}'},   {0xFE39, U'〔'}, {0xFE3A, U'〕'},
     {0xFE3B, U'【'}, {0xFE3C, U'】'}, {0xFE3D, U'《'}, {0xFE3E, U'》'}, {0xFE3F, U'〈'},
     {0xFE40, U'〉'}, {0xFE41, U'「'}, {0xFE42, U'」'}, {0xFE50, ','},   {0xFE51, U'、'},
     {0xFE52, '.'},   {0xFE54, ';'},   {0xFE55, ':'},   {0xFE56, '?'},   {0xFE57, '!'},
     {0xFE59, '('},   {0xFE5A, ')'},   {0xFE5B, '{'},   {0xFE5C, '}'},   {0xFE5D, U'〔'},
     {0xFE5E, U'〕'}, {0xFE5F, '#'},   {0xFE60, '&'},   {0xFE61, '*'},   {0xFE62, '+'},
     {0xFE63, '-'},   {0xFE64, '<'},   {0xFE65, '>'},   {0xFE66, '='},   {0xFE68, '\\'},
     {0xFE69, '$'},   {0xFE6A, '%'},   {0xFE6B, '@'}});

// Radicals of U+2E80..2EFF that PDF fonts of browsers put where a character is meant; Unicode gives
// most of them no decomposition, so the plain ones stand here.
constexpr auto kRadicals = std::to_array<std::pair<char32_t, char32_t>>(
    {{0x2E81, U'厂'}, {0x2E8B, U'卩'}, {0x2E9F, U'母'}, {0x2EA0, U'民'}, {0x2EC1, U'虎'},
     {0x2EC4, U'西'}, {0x2EC5, U'見'}, {0x2EC6, U'角'}, {0x2EC8, U'讠'}, {0x2EC9, U'贝'},
     {0x2ECB, U'车'}, {0x2ED3, U'长'}, {0x2ED4, U'门'}, {0x2ED8, U'青'}, {0x2ED9, U'韦'},
     {0x2EDA, U'页'}, {0x2EDB, U'风'}, {0x2EDC, U'飞'}, {0x2EDD, U'食'}, {0x2EE2, U'马'},
     {0x2EE3, U'骨'}, {0x2EE4, U'鬼'}, {0x2EE5, U'鱼'}, {0x2EE6, U'鸟'}, {0x2EE7, U'卤'},
     {0x2EE8, U'麦'}, {0x2EE9, U'黄'}, {0x2EEA, U'黾'}, {0x2EEC, U'齐'}, {0x2EEE, U'齿'},
     {0x2EF0, U'龙'}, {0x2EF3, U'龟'}});

template <std::size_t N>
char32_t look_up(const std::array<std::pair<char32_t, char32_t>, N>& table, char32_t value) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), value,
                       [](const auto& row, char32_t wanted) { return row.first < wanted; });
  return found != table.end() && found->first == value ? found->second : value;
}

/// Kangxi radicals and compatibility ideographs: the unified character, after Unicode (NFKC).
char32_t unify(char32_t value) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkc = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return value;
  std::array<UChar, 8> buffer{};
  const int32_t length = unorm2_getDecomposition(nfkc, static_cast<UChar32>(value), buffer.data(),
                                                 static_cast<int32_t>(buffer.size()), &status);
  if (U_FAILURE(status) || length < 1) return value;
  if (length == 1) return buffer[0];
  if (length == 2 && U16_IS_LEAD(buffer[0]))
    return static_cast<char32_t>(U16_GET_SUPPLEMENTARY(buffer[0], buffer[1]));
  return value;
}

bool is_invisible(char32_t value) {
  return value == 0xAD || (value >= 0x200B && value <= 0x200F) ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x2064) ||
         (value >= 0x2066 && value <= 0x206F) || (value >= 0xFE00 && value <= 0xFE0F) ||
         value == 0xFEFF;
}

bool is_exotic_space(char32_t value) {
  return value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) ||
         value == 0x202F || value == 0x205F || value == 0x3000 || value == 0x0B || value == 0x0C;
}

/// Nearly every character of a report, told by its bytes.
bool stays_as_it_is(std::string_view text, std::size_t at) {
  return (text[at] >= ' ' && text[at] < '\x7F') || utf8::is_unified_han(text, at);
}

}  // namespace

char32_t fold_code_point(char32_t value) {
  if (value < 0x7F) return value == 0x0B || value == 0x0C ? ' ' : value;
  if (value >= 0x3001 && value < 0xF900) return value;
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
  if (is_exotic_space(value)) return ' ';
  if (is_invisible(value)) return kDropped;
  if (value == 0x85 || value == 0x2028 || value == 0x2029) return '\n';
  if (value >= 0x2E80 && value < 0x2F00) return look_up(kRadicals, value);
  if ((value >= 0x2F00 && value <= 0x2FD5) || (value >= 0xF900 && value <= 0xFAFF))
    return unify(value);
  return look_up(kPresentationForms, value);
}

std::string fold_width(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    if (const std::size_t begin = at; stays_as_it_is(utf8, at)) {
      do {
        at += utf8::step(utf8[at]);
      } while (at < utf8.size() && stays_as_it_is(utf8, at));
      folded.append(utf8, begin, at - begin);
      continue;
    }
    const utf8::CodePoint point = utf8::decode(utf8, at);
    const char32_t value = fold_code_point(point.value);
    if (!point.valid) {
      utf8::append(folded, utf8::replacement);
    } else if (value == point.value) {
      folded.append(utf8, at, point.length);
    } else if (value != kDropped) {
      utf8::append(folded, value);
    }
    at += point.length;
  }
  return folded;
}

}  // namespace guifan
