// SPDX-License-Identifier: Apache-2.0
#include "layout/layout_attributes.h"

#include <algorithm>
#include <charconv>

namespace guifan {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::string text_attribute(const xmlNode& node, const char* name) {
  return attribute(node, name).value_or("");
}

bool flag(const xmlNode& node, const char* name) {
  return attribute(node, name) == "yes";
}

std::uint32_t number(const xmlNode& node, const char* name, std::uint32_t fallback) {
  const auto text = attribute(node, name);
  if (!text) return fallback;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc{} && end == text->data() + text->size() && value < 100'000 ? value
                                                                                       : fallback;
}

std::vector<std::string> names(const xmlNode& node, const char* name) {
  return split(text_attribute(node, name), ' ');
}

Label make_label(std::string text, const xmlNode& node) {
  return {std::move(text), split(text_attribute(node, "also"), '|')};
}

}  // namespace guifan
