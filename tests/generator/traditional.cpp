// SPDX-License-Identifier: Apache-2.0
#include "traditional.h"

#include <opencc/opencc.h>

#include <array>
#include <string_view>
#include <utility>

namespace guifan::generator {
namespace {

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

std::string traditional(const std::string& simplified, bool pinyin_notes) {
  static const opencc::SimpleConverter converter("s2tw.json");
  std::string text = converter.Convert(simplified);
  if (!pinyin_notes) return text;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNotes = {
      {{"國", "國(guó)"},
       {"務", "務(wù)"},
       {"機", "機(jī)"},
       {"關", "關(guān)"},
       {"數", "數(shù)"},
       {"總", "總(zǒng)"},
       {"開", "開(kāi)"},
       {"無", "無(wú)"},
       {"結", "結(jié)"},
       {"復", "復(fù)"}}};
  for (const auto& [bare, noted] : kNotes) text = replace_all(std::move(text), bare, noted);
  return text;
}

}  // namespace guifan::generator
