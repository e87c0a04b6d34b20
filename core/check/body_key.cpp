// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "guifan/cross_year.h"
#include "guifan/text.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

constexpr std::size_t kHan = 3;  // bytes of one Han character in UTF-8

/// 市 县 区 旗 州 behind a name of two characters or more: 耒阳市水务局 begins with a place,
/// 市场监督 管理局 and 城市管理局 do not.
bool begins_with_place(std::string_view name) {
  static const auto places = words_of_kind(report_words(), "place-end");
  for (const std::string_view mark : places) {
    const std::size_t at = name.find(mark, 2 * kHan);
    if (at != std::string_view::npos && at <= 6 * kHan) return true;
  }
  return false;
}

}  // namespace

std::string body_key(std::string_view organisation) {
  std::string name = label_key(normalise_text(organisation), false);
  constexpr std::string_view kGovernment = "人民政府";
  if (name.ends_with(kGovernment) && name.size() > kGovernment.size())
    name.resize(name.size() - kGovernment.size());
  static const auto provinces = words_of_kind(report_words(), "province-end");
  for (const std::string_view mark : provinces) {
    const std::size_t at = name.find(mark);
    if (at == std::string::npos || at > 4 * kHan) continue;
    const std::string_view rest = std::string_view(name).substr(at + mark.size());
    if (begins_with_place(rest)) return std::string(rest);
  }
  return name;
}

}  // namespace guifan
