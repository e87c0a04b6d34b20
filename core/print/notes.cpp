// SPDX-License-Identifier: Apache-2.0
#include "print/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "print/cell_list.h"
#include "print/template_grid.h"
#include "print/wording.h"

namespace guifan::print {
namespace {

/// "row · column" of a template cell; its id where the template has no such slot.
std::string cell_name(const Layout& target, std::string_view id) {
  for (const LayoutTable& table : target.tables)
    for (const SlotRow& row : table.rows)
      for (const Slot& slot : row.slots)
        if (slot.kind == SlotKind::Value && slot.indicator == id)
          return cell_words(join_labels(slot.row_labels), join_labels(slot.column_labels));
  return std::string(id);
}

/// Writes the page section by section.
class NotesPage {
 public:
  NotesPage(Arena& arena, const NotesInput& input) : arena_(arena), in_(input) {}

  Blocks write() {
    title(1, say("转换说明", "Conversion notes"));
    source();
    filled_cells();
    blank_cells();
    standing();
    approximate_cells();
    reasons();
    caveats();
    residue();
    messages();
    return std::move(blocks_);
  }

 private:
  std::string_view say(std::string_view chinese, std::string_view english) const {
    return in_.language == Language::Chinese ? chinese : english;
  }
  void title(std::uint32_t level, std::string_view text) {
    blocks_.push_back(heading(arena_, text, level));
  }
  void text(std::string_view words) { blocks_.push_back(paragraph(arena_, words)); }
  void table(const TextRows& rows) {
    blocks_.push_back(text_table(arena_, GUIFAN_BLOCK_SOURCE_TABLE, {}, rows));
  }
  std::string name(const StandardCell& cell) const { return cell_name(in_.target, cell.id); }

  std::string layout_words() const {
    const Finding& found = in_.report.identity.layout;
    if (found.value.empty()) return std::string(say("未识别", "not recognised"));
    const auto known = in_.layouts.layouts();
    const auto layout = std::ranges::find(known, found.value, &Layout::id);
    std::string words = found.value;
    if (layout != known.end()) {
      const std::string& full = in_.language == Language::English && !layout->name_english.empty()
                                    ? layout->name_english
                                    : layout->name;
      if (!full.empty()) words = fmt::format("{} ({})", full, found.value);
    }
    const long percent = std::lround(found.confidence * 100);
    words += fmt::format(fmt::runtime(say("，把握 {}%", ", confidence {}%")), percent);
    if (!found.reason.empty())
      words += fmt::format(fmt::runtime(say("；{}", "; {}")), found.reason.in(in_.language));
    return words;
  }

  void source() {
    const SourceDocument& document = in_.document;
    title(2, say("来源", "Source"));
    TextRows rows{{std::string(say("项目", "Item")), std::string(say("内容", "Content"))}};
    const auto row = [&](std::string_view key, std::string value) {
      if (!value.empty()) rows.push_back({std::string(key), std::move(value)});
    };
    const Layout& target = in_.target;
    std::string target_name = in_.language == Language::English && !target.name_english.empty()
                                  ? target.name_english
                                  : target.name;
    target_name = target_name.empty() ? target.id : fmt::format("{} ({})", target_name, target.id);
    row(say("原文件", "File"), document.name);
    row("SHA-256", document.sha256);
    row(say("文件类型", "Media type"), document.media_type);
    row(say("文字编码", "Encoding"), document.encoding);
    row(say("读取模块", "Reader"), document.reader);
    row(say("原报告表式", "Layout of the source"), layout_words());
    row(say("目标模板", "Template"), std::move(target_name));
    row(say("模板依据", "Template fixed by"), target.source);
    row(say("转换程序", "Converter"), "guifan " GUIFAN_VERSION);
    table(rows);
  }

  void filled_cells() {
    std::array<std::size_t, 7> counts{};
    std::size_t filled = 0;
    for (const StandardCell& cell : in_.standard.cells) {
      if (!cell.filled) continue;
      ++counts[static_cast<std::size_t>(cell.rule)];
      ++filled;
    }
    title(2, say("填写规则", "Rules used"));
    text(fmt::format(
        fmt::runtime(
            say("模板共 {} 个数据单元格，填写 {} 个，空白 {} 个。空白表示没有可靠依据，不等于零。",
                "The template has {} cells: {} filled, {} blank. Blank means that there is no "
                "reliable evidence; it does not mean zero.")),
        in_.standard.cells.size(), filled, in_.standard.cells.size() - filled));
    if (filled == 0) return;
    TextRows rows{{std::string(say("规则", "Rule")), std::string(say("单元格数", "Cells")),
                   std::string(say("说明", "Meaning"))}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      const auto rule = static_cast<FillRule>(i);
      rows.push_back({std::string(rule_name(rule, in_.language)), std::to_string(counts[i]),
                      std::string(rule_words(rule, in_.language))});
    }
    table(rows);
  }

  void blank_cells() {
    std::array<std::size_t, 6> counts{};
    for (const StandardCell& cell : in_.standard.cells)
      if (!cell.filled) ++counts[static_cast<std::size_t>(cell.blank)];
    if (std::ranges::all_of(counts, [](std::size_t count) { return count == 0; })) return;
    title(2, say("空白原因", "Why cells are blank"));
    TextRows rows{{std::string(say("原因", "Reason")), std::string(say("单元格数", "Cells"))}};
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counts[i] != 0)
        rows.push_back({std::string(blank_words(static_cast<BlankReason>(i), in_.language)),
                        std::to_string(counts[i])});
    table(rows);
  }

  void standing() {
    title(2, say("口径", "Definitions"));
    text(
        say("国办公开办函〔2019〕60号和国办公开办函〔2021〕30号均明确：“此前有关政府信息公开的各类"
            "报告和统计口径，"
            "随原政府信息公开条例的失效而失效”。因此旧表与新模板之间没有官方对应关系，本文件中的对"
            "应关系由转换程序"
            "按含义确定并逐格注明；各项数据仍为原报告的口径，未作修改。",
            "国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号 both say that earlier reports "
            "and statistical definitions "
            "lapsed together with the old regulation. There is therefore no official crosswalk "
            "from old tables to this "
            "template: the one used here is the converter's own, named cell by cell, and each "
            "figure keeps the definition "
            "of the source."));
  }

  void approximate_cells() {
    TextRows rows{{std::string(say("单元格", "Cell")), std::string(say("数值", "Value")),
                   std::string(say("理由", "Reason"))}};
    for (const StandardCell& cell : in_.standard.cells)
      if (cell.filled && cell.rule == FillRule::Approximate)
        rows.push_back({name(cell), printed_value(cell),
                        reason_in(cell.crosswalk_reason, in_.layouts, in_.language)});
    if (rows.size() == 1) return;
    title(2, say("近似填写的单元格", "Approximate cells"));
    text(say("下列数值与模板口径不完全相同，表中以“≈”标出，引用时请注意。",
             "The figures below do not have quite the template's definition; they are marked ≈ in "
             "the tables."));
    table(rows);
  }

  /// Cells grouped by a text that they share, in order of first appearance.
  template <typename TextOf>
  TextRows group_cells(std::string_view text_title, TextOf&& text_of) const {
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> cells;
    for (const StandardCell& cell : in_.standard.cells) {
      const std::string words = text_of(cell);
      if (words.empty()) continue;
      auto& group = cells[words];
      if (group.empty()) order.push_back(words);
      group.insert(cell.id);
    }
    TextRows rows{{std::string(say("单元格", "Cells")), std::string(text_title)}};
    for (const std::string& words : order)
      rows.push_back({list_cells(in_.target, cells[words], in_.language), words});
    return rows;
  }

  void reasons() {
    const TextRows rows = group_cells(say("对应理由", "Reason"), [&](const StandardCell& cell) {
      const bool told =
          cell.filled && cell.rule != FillRule::Printed && cell.rule != FillRule::Approximate;
      return told ? reason_in(cell.crosswalk_reason, in_.layouts, in_.language) : std::string();
    });
    if (rows.size() == 1) return;
    title(2, say("对应理由", "Why the figures fit"));
    table(rows);
  }

  void caveats() {
    const TextRows rows = group_cells(say("提示", "Caveat"), [this](const StandardCell& cell) {
      return cell.filled ? caveats_in(cell.caveat, in_.layouts, in_.language) : std::string();
    });
    if (rows.size() == 1) return;
    title(2, say("引用提示", "What to know before quoting"));
    table(rows);
  }

  void residue() {
    if (!in_.standard.residue.empty())
      text(fmt::format(
          fmt::runtime(
              say("原报告中有 {} 项数据在模板中没有位置，列于第六部分补充表。",
                  "{} figures of the source have no place in the template; they stand in the "
                  "supplementary table of chapter six.")),
          in_.standard.residue.size()));
    if (!in_.report.removed.empty())
      text(fmt::format(fmt::runtime(say("网页或版面附带文字 {} 处未列入正文。",
                                        "{} pieces of page furniture are not part of the text.")),
                       in_.report.removed.size()));
  }

  void messages() {
    if (in_.standard.diagnostics.empty()) return;
    title(2, say("转换中的提示", "Messages"));
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note})
      for (const Diagnostic& diagnostic : in_.standard.diagnostics)
        if (diagnostic.severity == severity) message(diagnostic);
  }

  void message(const Diagnostic& diagnostic) {
    std::string words =
        fmt::format("{} {}{}{}", severity_words(diagnostic.severity, in_.language), diagnostic.id,
                    say("：", ": "), message_text(diagnostic, in_.language));
    const std::string place = place_words(diagnostic.place, in_.language);
    if (!place.empty()) words += fmt::format(fmt::runtime(say("（{}）", " ({})")), place);
    const std::string cure = cure_text(diagnostic, in_.language);
    if (!cure.empty()) words += fmt::format(fmt::runtime(say("处理办法：{}", " Help: {}")), cure);
    text(words);
  }

  Arena& arena_;
  const NotesInput& in_;
  Blocks blocks_;
};

}  // namespace

Blocks conversion_notes(Arena& arena, const NotesInput& input) {
  return NotesPage(arena, input).write();
}

std::string reason_in(std::string_view reason, const LayoutLibrary& layouts, Language language) {
  if (language == Language::English && !reason.empty())
    for (const Layout& layout : layouts.layouts())
      for (const CrosswalkRow& row : layout.crosswalk)
        if (row.reason == reason && !row.reason_english.empty()) return row.reason_english;
  return std::string(reason);
}

std::string caveats_in(std::string_view caveats, const LayoutLibrary& layouts, Language language) {
  std::string words;
  while (!caveats.empty()) {
    const std::string_view line = caveats.substr(0, caveats.find('\n'));
    caveats.remove_prefix(std::min(caveats.size(), line.size() + 1));
    if (line.empty()) continue;
    if (!words.empty()) words += language == Language::Chinese ? "；" : "; ";
    words += caveat_words(reason_in(line, layouts, language), language);
  }
  return words;
}

std::string join_labels(const std::vector<std::string>& labels) {
  std::string joined;
  for (const std::string& label : labels) {
    if (!joined.empty()) joined += '/';
    joined += label;
  }
  return joined;
}

}  // namespace guifan::print
