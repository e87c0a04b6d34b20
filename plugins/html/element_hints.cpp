// SPDX-License-Identifier: Apache-2.0
#include "html/element_hints.h"

#include <algorithm>
#include <array>
#include <string>

namespace guifan::html {
namespace {

constexpr std::size_t kLongestAttribute = 1'000;  // of a class, id or style that is looked at

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// Words of class and id that government portals use for the frame of a page; pinyin initials too
// (dqwz 当前位置, mbx 面包屑, ewm 二维码).
constexpr std::array<std::string_view, 40> kFurnitureWords{
    "aside",  "breadcrumb", "breadcrumbs", "copyright", "crumb",      "crumbs",   "dangqianweizhi",
    "dqwz",   "erweima",    "ewm",         "fenxiang",  "foot",       "footer",   "friendlink",
    "header", "leftnav",    "location",    "login",     "mbx",        "menu",     "nav",
    "navbar", "navi",       "navigation",  "pager",     "pagination", "position", "qrcode",
    "search", "share",      "side",        "sidebar",   "submenu",    "subnav",   "toolbar",
    "topbar", "topnav",     "weather",     "weizhi",    "youlian"};
static_assert(std::ranges::is_sorted(kFurnitureWords));

bool is_furniture_word(std::string_view word) {
  return std::ranges::binary_search(kFurnitureWords, word);
}

/// Splits at everything that is no letter and where camelCase begins a word.
bool names_furniture(std::string_view value) {
  if (value.empty()) return false;
  value = value.substr(0, kLongestAttribute);
  std::string word;
  char before = ' ';
  for (const char c : value) {
    const bool letter = is_lower(c) || is_upper(c);
    if (!letter || (is_upper(c) && is_lower(before))) {
      if (is_furniture_word(word)) return true;
      word.clear();
    }
    if (letter) word += lower(c);
    before = c;
  }
  return is_furniture_word(word);
}

/// Lower case, without spaces.
std::string style_of(const Token& start_tag) {
  std::string style;
  for (const char c : start_tag.value(Attribute::Style).substr(0, kLongestAttribute))
    if (c != ' ' && c != '\t' && c != '\n') style += lower(c);
  return style;
}

/// A shift of a thousand pixels or more to the left or up, or letters of no size: how spam hides on
/// hijacked pages. `style` is lower case without spaces.
bool is_off_screen(std::string_view style) {
  for (const std::string_view shift : {"left:-", "top:-", "text-indent:-"}) {
    const std::size_t at = style.find(shift);
    if (at == std::string_view::npos) continue;
    const std::string_view number = style.substr(at + shift.size());
    const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
    if (digits >= 4) return true;
  }
  const std::size_t size = style.find("font-size:0");
  if (size == std::string_view::npos) return false;
  const std::string_view after = style.substr(size + std::string_view("font-size:0").size());
  return after.empty() || after.front() == ';' || after.starts_with("px") ||
         after.starts_with("pt");
}

}  // namespace

bool is_struck_through(const Token& start_tag) {
  if (start_tag.tag == Tag::Struck) return true;
  if (!start_tag.has(Attribute::Style)) return false;
  const std::string style = style_of(start_tag);
  const std::size_t at = style.find("text-decoration");
  return at != std::string::npos &&
         style.substr(at, style.find(';', at) - at).find("line-through") != std::string::npos;
}

bool is_hidden_by_style(const Token& start_tag) {
  if (start_tag.has(Attribute::Hidden)) return true;
  if (!start_tag.has(Attribute::Style)) return false;
  const std::string style = style_of(start_tag);
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos || is_off_screen(style);
}

bool is_named_as_furniture(const Token& start_tag) {
  if (start_tag.tag == Tag::Nav || start_tag.tag == Tag::Footer || start_tag.tag == Tag::Aside ||
      start_tag.tag == Tag::Header)
    return true;
  const std::string_view role = start_tag.value(Attribute::Role);
  return role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" ||
         names_furniture(start_tag.value(Attribute::Class)) ||
         names_furniture(start_tag.value(Attribute::Id));
}

}  // namespace guifan::html
