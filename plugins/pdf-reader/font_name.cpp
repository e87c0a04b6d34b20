// SPDX-License-Identifier: Apache-2.0
#include "font_name.h"

#include <algorithm>

#include "predefined_cmaps.h"
#include "unicode_folding.h"

namespace guifan::pdf {

bool looks_bold(std::string_view name) {
  for (const std::string_view part : {"Bold", "bold", "BOLD", "Black", "Heavy", "SimHei", "黑体",
                                      "Heiti", "-Hei", "XiaoBiaoSong", "小标宋", "大标宋", "XBS"})
    if (name.find(part) != std::string_view::npos) return true;
  return false;
}

std::u32string gbk_text(std::string_view bytes) {
  static const auto gbk = PredefinedCMap::find("GBK-EUC-H");
  std::u32string text;
  bool ideographs = false;
  while (gbk && !bytes.empty()) {
    std::uint32_t code = 0;
    const std::uint32_t size = gbk->next(bytes, code);
    const auto cid = size == 0 ? std::nullopt : gbk->cid(code, size);
    const auto character = cid ? unicode_of_cid("GB1", *cid) : std::nullopt;
    if (!character) return {};
    ideographs = ideographs || size == 2;
    text += *character;
    bytes.remove_prefix(size);
  }
  return ideographs ? text : std::u32string();
}

std::string printable_font_name(const std::string& name) {
  if (std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c < 0x7f; }))
    return name;
  if (is_utf8(name)) return name;
  const std::u32string gbk = gbk_text(name);
  if (!gbk.empty()) return to_utf8(gbk);
  std::string text;
  for (const char c : name) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

}  // namespace guifan::pdf
