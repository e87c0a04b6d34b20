// SPDX-License-Identifier: Apache-2.0
#include "page.h"

#include <algorithm>
#include <map>
#include <span>

#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::html {
namespace {

constexpr std::string_view kStyle =
#include "style.inc"
    ;

using sdk::view;

/// Longer titles are cut in the window's title bar anyway.
constexpr std::size_t kTitleCharacters = 60;

/// The first characters of a text, whole code points only.
std::string shortened(std::string_view text, std::size_t characters) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && count++ == characters) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

/// A heading is one line.
std::string one_line(std::string_view text) {
  std::string line;
  writing::for_each_line(text, [&](std::string_view part) {
    if (!line.empty()) line += ' ';
    line += part;
  });
  return line;
}

bool matters(const guifan_diagnostic& diagnostic) {
  return view(diagnostic.severity) != "note";
}

}  // namespace

Page::Page(const sdk::ReportView& report, bool chinese)
    : report_(report),
      chinese_(chinese),
      blank_group_of_(report.cell_count, 0),
      source_group_of_(report.cell_count, 0),
      printed_cell_(report.cell_count, false) {
  std::map<std::string, std::size_t> known;
  for (const sdk::CellView& cell : std::span(report.cells, report.cell_count)) {
    if (cell.filled != 0) {
      const std::string evidence = std::string(view(cell.value)) + '\n' +
                                   std::string(view(cell.unit)) + '\n' + source_words(cell);
      source_group_of_[index_of(cell)] = known.emplace(evidence, index_of(cell)).first->second;
      continue;
    }
    const std::string reason(view(cell.blank_text));
    auto group = std::ranges::find(blank_groups_, reason);
    if (group == blank_groups_.end()) group = blank_groups_.insert(group, reason);
    blank_group_of_[index_of(cell)] = static_cast<std::size_t>(group - blank_groups_.begin());
  }
  for (const guifan_chapter& chapter : std::span(report.chapters, report.chapter_count))
    for (const guifan_block& block : std::span(chapter.blocks, chapter.block_count))
      for (const guifan_grid_cell& cell : writing::cells_of(block))
        if (writing::template_cell(report, cell) != nullptr)
          printed_cell_[static_cast<std::size_t>(cell.cell)] = true;
}

void Page::text(std::string_view words) {
  writing::append_escaped(out_, words);
}

void Page::lines(std::string_view words) {
  bool first = true;
  writing::for_each_line(words, [&](std::string_view line) {
    if (!first) out_ += "<br>";
    first = false;
    text(line);
  });
}

void Page::head() {
  raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
      "name=\"generator\" content=\"");
  text(view(report_.generator));
  raw("\">\n<title>");
  const std::string title = one_line(view(report_.title));
  text(title.empty() ? writing::kReportTitle : shortened(title, kTitleCharacters));
  raw("</title>\n<style>\n");
  raw(kStyle);
  raw("</style>\n</head>\n");
}

void Page::masthead() {
  raw("<header class=\"masthead\">\n<h1>");
  const std::string title = one_line(view(report_.title));
  text(title.empty() ? writing::kReportTitle : title);
  raw("</h1>\n<aside aria-label=\"");
  text(say("基本信息", "Facts"));
  raw("\">\n<dl class=\"facts\">\n");
  const auto fact = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    raw("<div><dt>");
    text(name);
    text(say("：", ":"));
    raw("</dt><dd>");
    text(value);
    raw("</dd></div>\n");
  };
  fact(say("机关", "Organisation"), view(report_.organisation));
  fact(say("报告年度", "Year"), report_.year == 0 ? std::string() : std::to_string(report_.year));
  fact(say("发布日期", "Published"), view(report_.published));
  fact(say("模板", "Template"), view(report_.template_id));
  fact(say("原文件", "Source"), view(report_.source_name));
  raw("</dl>\n</aside>\n</header>\n");
}

void Page::notice() {
  const std::span diagnostics(report_.diagnostics, report_.diagnostic_count);
  const auto count = std::ranges::count_if(diagnostics, matters);
  if (count == 0) return;
  raw("<aside" + std::string(own_language()) +
      " class=\"notice\" aria-labelledby=\"notice-title\">\n<h2 id=\"notice-title\">");
  text(say("请先核对", "Look at these first"));
  raw("</h2>\n<ul>\n");
  for (const guifan_diagnostic& diagnostic : diagnostics) {
    if (!matters(diagnostic)) continue;
    raw("<li><strong>");
    text(view(diagnostic.severity) == "error" ? say("错误", "Error") : say("注意", "Warning"));
    raw("</strong> <code>");
    text(view(diagnostic.id));
    raw("</code> ");
    lines(view(diagnostic.message));
    if (diagnostic.place_text.size != 0) {
      text(say("（", " ("));
      text(view(diagnostic.place_text));
      text(say("）", ")"));
    }
    if (diagnostic.help.size != 0) {
      raw("<br><span class=\"help\">");
      lines(view(diagnostic.help));
      raw("</span>");
    }
    raw("</li>\n");
  }
  raw("</ul>\n</aside>\n");
}

void Page::contents() {
  raw("<nav class=\"contents\" aria-label=\"");
  text(say("目录", "Contents"));
  raw("\">\n<ul>\n");
  const auto entry = [&](std::string_view id, std::string_view words) {
    raw("<li><a href=\"#");
    raw(id);
    raw("\">");
    text(words);
    raw("</a></li>\n");
  };
  for (const guifan_chapter& chapter : std::span(report_.chapters, report_.chapter_count))
    entry("chapter-" + std::to_string(chapter.number), writing::chapter_title(chapter));
  entry("sources", say("数据来源", "Sources of the figures"));
  if (report_.note_count != 0) entry("notes", say("转换说明", "Conversion notes"));
  raw("</ul>\n</nav>\n");
}

void Page::heading(std::string_view words, std::uint32_t level) {
  const std::string line = one_line(words);
  if (line.empty()) return;
  // A block's level 2 is a section of a chapter, whose own heading is h2. A level may not be
  // skipped on the way down.
  heading_level_ =
      std::clamp<std::uint32_t>(level + 1, 3, std::min<std::uint32_t>(heading_level_ + 1, 6));
  const std::string tag = "h" + std::to_string(heading_level_);
  raw("<" + tag + ">");
  text(line);
  raw("</" + tag + ">\n");
}

void Page::paragraph(std::string_view words) {
  words = writing::trimmed(words);
  if (words.empty()) return;
  raw("<p>");
  lines(words);
  raw("</p>\n");
}

void Page::blocks(const guifan_block* first, std::size_t count, std::string_view table_name) {
  for (const guifan_block& block : std::span(first, count)) {
    if (block.printed == 0) continue;
    switch (block.kind) {
      case GUIFAN_BLOCK_HEADING:
        heading(view(block.text), block.level);
        break;
      case GUIFAN_BLOCK_PARAGRAPH:
        paragraph(view(block.text));
        break;
      default:
        if (block.grid_size == 0)
          paragraph(view(block.text));
        else
          table(block, table_name);
    }
  }
}

void Page::chapter(const guifan_chapter& chapter) {
  const std::string id = "chapter-" + std::to_string(chapter.number);
  const std::string title = writing::chapter_title(chapter);
  raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n<h2 id=\"" + id +
      "-title\">");
  text(title);
  raw("</h2>\n");
  heading_level_ = 2;
  blocks(chapter.blocks, chapter.block_count, title);
  raw("</section>\n");
}

void Page::notes() {
  const std::span all(report_.notes, report_.note_count);
  if (all.empty()) return;
  // The page's own title is the first heading of level 1; everything else stands below it.
  const bool titled = all.front().kind == GUIFAN_BLOCK_HEADING && all.front().level == 1;
  const std::string title =
      titled ? one_line(view(all.front().text)) : std::string(say("转换说明", "Conversion notes"));
  raw("<aside" + std::string(own_language()) +
      " id=\"notes\" class=\"notes\" aria-labelledby=\"notes-title\">\n<h2 "
      "id=\"notes-title\">");
  text(title);
  raw("</h2>\n");
  heading_level_ = 2;
  const auto rest = all.subspan(titled ? 1 : 0);
  blocks(rest.data(), rest.size(), title);
  raw("</aside>\n");
}

void Page::footer() {
  raw("<footer>\n<p>");
  text(say("由 ", "Converted by "));
  text(view(report_.generator));
  text(say(" 转换，未改动原报告的任何数据。", "; no figure of the source was changed."));
  raw("</p>\n</footer>\n");
}

std::string Page::write() && {
  head();
  raw("<body>\n<a class=\"skip\" href=\"#report\">");
  text(say("跳到正文", "Skip to the report"));
  raw("</a>\n");
  masthead();
  notice();
  contents();
  raw("<main id=\"report\">\n");
  for (const guifan_chapter& one : std::span(report_.chapters, report_.chapter_count)) chapter(one);
  raw("</main>\n");
  // Beside the report, not part of it: who reads the page back must not take a quote for a
  // statement.
  sources();
  notes();
  footer();
  raw("</body>\n</html>\n");
  return std::move(out_);
}

}  // namespace guifan::html
