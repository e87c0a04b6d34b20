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

/// Towns, called by their government; and what names a body that speaks for a whole area.
constexpr std::array<std::u32string_view, 4> kTowns = {U"镇人民政府", U"乡人民政府", U"镇政府",
                                                       U"乡政府"};
constexpr std::array<std::u32string_view, 5> kAreaBodies = {U"管委会", U"管理委员会", U"政务",
                                                            U"信息公开", U"大数据"};
/// How a government's own office is called behind 县政府.
constexpr std::array<std::u32string_view, 7> kOffices = {
    U"", U"办", U"办公室", U"办公厅", U"信息公开办", U"信息公开办公室", U"政务公开办"};

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

bool is_part_of_government(std::u32string_view organisation) {
  const auto ends = [&](std::u32string_view body) { return organisation.ends_with(body); };
  const auto holds = [&](std::u32string_view word) {
    return organisation.find(word) != std::u32string_view::npos;
  };
  if (std::any_of(kAreaBodies.begin(), kAreaBodies.end(), holds)) return false;
  return std::any_of(kBodies.begin(), kBodies.end(), ends) ||
         std::any_of(kTowns.begin(), kTowns.end(), ends);
}

bool is_zone(std::u32string_view organisation) {
  return organisation.ends_with(U"管委会") || organisation.ends_with(U"管理委员会");
}

bool names_government_above(std::u32string_view name) {
  constexpr std::u32string_view kAbove = U"省市县区州盟旗", kGovernment = U"政府", kFull = U"人民";
  if (name.empty() || kAbove.find(name.front()) == std::u32string_view::npos) return false;
  name.remove_prefix(1);
  if (name.starts_with(kFull)) name.remove_prefix(kFull.size());
  if (!name.starts_with(kGovernment)) return false;
  name.remove_prefix(kGovernment.size());
  return std::find(kOffices.begin(), kOffices.end(), name) != kOffices.end();
}

}  // namespace guifan::prose
