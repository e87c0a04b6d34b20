// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/subject.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guifan::prose {
namespace {

/// How a part of a government is called at its end. Governments themselves are left out: 市政府
/// stands for the reporting body too often.
constexpr std::array<std::u32string_view, 14> kBodies = {
    U"局", U"委",     U"厅",     U"镇",   U"乡",   U"街道", U"办事处",
    U"院", U"管委会", U"委员会", U"大队", U"支队", U"中心", U"总队"};
/// 各局, 全镇, 我局, 本委: not one named body.
constexpr std::u32string_view kNotNamed = U"各全我本该两等、和及";
/// The area in front of a short name: 市教育局.
constexpr std::u32string_view kAreas = U"省市县区州盟旗镇乡";

/// Each character of `part` stands in `whole`, in the same order.
bool abbreviates(std::u32string_view part, std::u32string_view whole) {
  std::size_t at = 0;
  for (const char32_t c : part) {
    at = whole.find(c, at);
    if (at == std::u32string_view::npos) return false;
    ++at;
  }
  return true;
}

}  // namespace

bool names_another_body(std::u32string_view subject, std::u32string_view organisation) {
  std::size_t begin = subject.size();
  while (begin > 0 && utf8::is_han(subject[begin - 1])) --begin;
  std::u32string_view name = subject.substr(begin);
  if (name.size() < 3 || organisation.size() < 3) return false;
  if (std::none_of(kBodies.begin(), kBodies.end(),
                   [&](std::u32string_view body) { return name.ends_with(body); }))
    return false;
  if (name.find_first_of(kNotNamed) != std::u32string_view::npos) return false;
  while (name.size() > 2 && kAreas.find(name.front()) != std::u32string_view::npos)
    name.remove_prefix(1);
  return !abbreviates(name, organisation) && !abbreviates(organisation, name);
}

}  // namespace guifan::prose
