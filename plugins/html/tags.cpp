// SPDX-License-Identifier: Apache-2.0
#include "html/tags.h"

#include <algorithm>
#include <array>

namespace guifan::html {
namespace {

struct Name {
  std::string_view name;
  Tag tag;
};

constexpr std::array kNames = std::to_array<Name>({
    {"address", Tag::Address},
    {"area", Tag::Ignored},
    {"article", Tag::Article},
    {"aside", Tag::Aside},
    {"base", Tag::Ignored},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Ignored},
    {"br", Tag::Br},
    {"button", Tag::Button},
    {"caption", Tag::Caption},
    {"center", Tag::Center},
    {"col", Tag::Ignored},
    {"colgroup", Tag::Ignored},
    {"datalist", Tag::Datalist},
    {"dd", Tag::Dd},
    {"del", Tag::Del},
    {"details", Tag::Details},
    {"dir", Tag::Menu},
    {"div", Tag::Div},
    {"dl", Tag::Dl},
    {"dt", Tag::Dt},
    {"embed", Tag::Ignored},
    {"fieldset", Tag::Fieldset},
    {"figcaption", Tag::Figcaption},
    {"figure", Tag::Figure},
    {"footer", Tag::Footer},
    {"form", Tag::Ignored},
    {"h1", Tag::H1},
    {"h2", Tag::H2},
    {"h3", Tag::H3},
    {"h4", Tag::H4},
    {"h5", Tag::H5},
    {"h6", Tag::H6},
    {"head", Tag::Ignored},
    {"header", Tag::Header},
    {"hr", Tag::Hr},
    {"html", Tag::Ignored},
    {"iframe", Tag::Iframe},
    {"img", Tag::Ignored},
    {"input", Tag::Ignored},
    {"li", Tag::Li},
    {"link", Tag::Ignored},
    {"main", Tag::Main},
    {"menu", Tag::Menu},
    {"meta", Tag::Meta},
    {"nav", Tag::Nav},
    {"noembed", Tag::Noframes},
    {"noframes", Tag::Noframes},
    {"noscript", Tag::Noscript},
    {"ol", Tag::Ol},
    {"p", Tag::P},
    {"param", Tag::Ignored},
    {"pre", Tag::Pre},
    {"rp", Tag::Rp},
    {"rt", Tag::Rt},
    {"rtc", Tag::Rt},
    {"ruby", Tag::Ruby},
    {"s", Tag::Struck},
    {"script", Tag::Script},
    {"section", Tag::Section},
    {"select", Tag::Select},
    {"source", Tag::Ignored},
    {"strike", Tag::Struck},
    {"style", Tag::Style},
    {"sub", Tag::Sub},
    {"summary", Tag::Summary},
    {"sup", Tag::Sup},
    {"table", Tag::Table},
    {"tbody", Tag::Tbody},
    {"td", Tag::Td},
    {"template", Tag::Template},
    {"textarea", Tag::Textarea},
    {"tfoot", Tag::Tfoot},
    {"th", Tag::Th},
    {"thead", Tag::Thead},
    {"title", Tag::Title},
    {"tr", Tag::Tr},
    {"track", Tag::Ignored},
    {"ul", Tag::Ul},
    {"wbr", Tag::Ignored},
    {"xml", Tag::Xml},
    {"xmp", Tag::Xmp},
});
static_assert(std::ranges::is_sorted(kNames, {}, &Name::name));

/// Where the names of each letter begin; one more entry for the end. Every tag of a page is asked
/// for.
constexpr std::array<std::size_t, 27> kFirstOfLetter = [] {
  std::array<std::size_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter)
    while (first[letter] < kNames.size() &&
           static_cast<std::size_t>(kNames[first[letter]].name.front() - 'a') < letter)
      ++first[letter];
  return first;
}();

}  // namespace

Tag tag_of(std::string_view name) {
  std::array<char, 12> lower{};
  if (name.size() > lower.size()) return Tag::Inline;
  std::ranges::transform(name, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view key(lower.data(), name.size());
  if (key.empty() || key.front() < 'a' || key.front() > 'z') return Tag::Inline;
  const auto letter = static_cast<std::size_t>(key.front() - 'a');
  for (std::size_t i = kFirstOfLetter[letter]; i < kFirstOfLetter[letter + 1]; ++i)
    if (kNames[i].name == key) return kNames[i].tag;
  return Tag::Inline;
}

bool is_block(Tag tag) {
  return (tag >= Tag::Address && tag <= Tag::Aside) || tag == Tag::Hr ||
         (tag >= Tag::Table && tag <= Tag::Th);
}

std::uint32_t heading_level(Tag tag) {
  if (tag < Tag::H1 || tag > Tag::H6) return 0;
  return static_cast<std::uint32_t>(tag) - static_cast<std::uint32_t>(Tag::H1) + 1;
}

bool is_raw_text(Tag tag) {
  return tag >= Tag::Script && tag <= Tag::Xmp;
}

bool is_left_out(Tag tag) {
  return (tag >= Tag::Noscript && tag <= Tag::Struck) || tag == Tag::Rt || tag == Tag::Rp;
}

}  // namespace guifan::html
