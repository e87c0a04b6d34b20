// SPDX-License-Identifier: Apache-2.0
#include "text/left_over_markup.h"

#include <algorithm>
#include <array>

namespace guifan::text {
namespace {

struct Reference {
  std::string_view name, text;
};

constexpr std::array kReferences = std::to_array<Reference>({
    {"&nbsp;", "\u00A0"},
    {"&ensp;", "\u2002"},
    {"&emsp;", "\u2003"},
    {"&#160;", "\u00A0"},
    {"&#12288;", "\u3000"},
    {"&ldquo;", "“"},
    {"&rdquo;", "”"},
    {"&lsquo;", "‘"},
    {"&rsquo;", "’"},
    {"&middot;", "·"},
    {"&mdash;", "—"},
    {"&hellip;", "…"},
    {"&quot;", "\""},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&amp;", "&"},
});

// These bound the search, so that many openings cost linear time.
constexpr std::size_t kCommentBytes = 200;
constexpr std::size_t kTagBytes = 1'000;

/// Length of the comment at the start of `text` if it ends on its line, otherwise 0.
std::size_t comment_length(std::string_view text) {
  if (!text.starts_with("<!--")) return 0;
  const std::string_view line =
      text.substr(0, std::min(kCommentBytes, text.substr(0, kCommentBytes).find('\n')));
  const std::size_t end = line.find("-->");
  return end == std::string_view::npos ? 0 : end + 3;
}

// Elements that say nothing about their text. Not sup: 12<sup>1</sup> is no 121.
constexpr std::array kElements =
    std::to_array<std::string_view>({"span", "div", "p", "font", "center", "o:p", "strong", "em",
                                     "b", "u", "i", "a", "section", "article"});

/// Length of the tag of such an element at the start of `text`, if it ends on its line; otherwise
/// 0.
std::size_t tag_length(std::string_view text) {
  if (!text.starts_with('<')) return 0;
  std::string_view rest = text.substr(1, kTagBytes);
  if (rest.starts_with('/')) rest.remove_prefix(1);
  const std::string_view name = rest.substr(0, rest.find_first_of(" \t\n/<>"));
  if (std::ranges::find(kElements, name) == kElements.end()) return 0;
  const std::size_t end = rest.find_first_of("\n<>", name.size());
  if (end == std::string_view::npos || rest[end] != '>') return 0;
  return static_cast<std::size_t>(rest.data() - text.data()) + end + 1;
}

}  // namespace

std::string without_left_over_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find_first_of("&<"), text.size());
    out += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    if (const std::size_t markup = std::max(comment_length(text), tag_length(text))) {
      text.remove_prefix(markup);
      continue;
    }
    const auto found = std::ranges::find_if(kReferences, [text](const Reference& reference) {
      return text.starts_with(reference.name);
    });
    out += found == kReferences.end() ? text.substr(0, 1) : found->text;
    text.remove_prefix(found == kReferences.end() ? 1 : found->name.size());
  }
  return out;
}

}  // namespace guifan::text
