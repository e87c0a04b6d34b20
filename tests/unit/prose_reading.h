// SPDX-License-Identifier: Apache-2.0
// Runs recognise_prose() on sentences: shared by the tests of the prose rules.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "guifan/recognise.h"
#include "guifan/text.h"
#include "layout/prose_rules.h"
#include "shipped_layouts.h"

namespace guifan::test {

/// A report of `year` with one heading and, under it, one paragraph a line of `text`.
inline ProseFindings read_prose(const std::string& text, int year,
                                const std::string& heading = "二、政府信息公开情况",
                                const std::string& organisation = {}) {
  SourceDocument document;
  ChapterPlan plan;
  const auto add = [&](std::string line, std::uint32_t level) {
    Paragraph paragraph;
    Locator place;
    place.line = static_cast<std::uint32_t>(document.blocks.size() + 1);
    paragraph.text.original = std::move(line);
    paragraph.text.runs = {{0, place}};
    document.blocks.emplace_back(std::move(paragraph));
    plan.chapter_of_block.push_back(1);
    plan.heading_level.push_back(level);
  };
  if (!heading.empty()) add(heading, 1);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) add(text.substr(begin, end - begin), 0);
    begin = end + 1;
  }
  normalise(document);
  Identification identity;
  identity.organisation.value = organisation;
  if (year > 0) identity.year.value = std::to_string(year);
  return recognise_prose(document, plan, identity, std::vector<bool>(document.blocks.size(), false),
                         shipped_layouts());
}

/// "indicator=value" of every figure that is no mere evidence (ind.*), sorted, each once.
inline std::vector<std::string> stated(const ProseFindings& findings) {
  std::vector<std::string> list;
  for (const Figure& figure : findings.figures) {
    if (!figure.indicator.starts_with("ind."))
      list.push_back(figure.indicator + "=" + figure.value);
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

}  // namespace guifan::test
