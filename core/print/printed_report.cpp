// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>
#include <unordered_map>

#include "guifan/convert.h"
#include "print/chapter_blocks.h"
#include "print/notes.h"
#include "print/template_grid.h"
#include "print/wording.h"

namespace guifan {
namespace {

using print::Arena;

using SlotIndex = std::unordered_map<std::string_view, const Slot*>;

SlotIndex index_slots(const Layout& target) {
  SlotIndex index;
  for (const LayoutTable& table : target.tables)
    for (const SlotRow& row : table.rows)
      for (const Slot& slot : row.slots)
        if (slot.kind == SlotKind::Value) index.emplace(slot.indicator, &slot);
  return index;
}

/// A year as a number; 0 for anything that is not one.
std::int32_t parse_year(std::string_view text) {
  std::int32_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  return error == std::errc() && end == text.data() + text.size() && year > 0 ? year : 0;
}

/// The report's own title; where it has none, what is known of body and year in the official
/// wording.
std::string printed_title(const SourceDocument& document, const Identification& identity) {
  if (!identity.title.value.empty()) return identity.title.value;
  if (identity.organisation.value.empty() && identity.year.value.empty())
    return document.title.empty() ? document.name : document.title;
  std::string title = identity.organisation.value;
  if (!identity.year.value.empty()) title += identity.year.value + "年";
  return title + "政府信息公开工作年度报告";
}

}  // namespace

struct PrintedReport::Storage {
  Arena arena;
  guifan_report_view view{};

  void print_identity(const SourceDocument& document, const Report& report,
                      const StandardReport& standard) {
    view.size = sizeof view;
    view.abi = GUIFAN_ABI;
    view.template_id = arena.keep(standard.template_id);
    view.source_name = arena.keep(document.name);
    view.source_sha256 = arena.keep(document.sha256);
    view.media_type = arena.keep(document.media_type);
    view.encoding = arena.keep(document.encoding);
    view.reader = arena.keep(document.reader);
    view.layout = arena.keep(report.identity.layout.value);
    view.layout_confidence = report.identity.layout.confidence;
    view.title = arena.keep(printed_title(document, report.identity));
    view.organisation = arena.keep(report.identity.organisation.value);
    view.published = arena.keep(report.identity.published.value);
    view.generator = arena.keep("guifan " GUIFAN_VERSION);
    view.year = parse_year(report.identity.year.value);
  }

  void print_cells(const StandardReport& standard, const Layout& target,
                   const LayoutLibrary& layouts, Language language) {
    const SlotIndex slots = index_slots(target);
    std::vector<guifan_cell> cells;
    for (const StandardCell& cell : standard.cells) {
      guifan_cell printed{};
      printed.id = arena.keep(cell.id);
      const auto slot = slots.find(cell.id);
      if (slot != slots.end()) {
        printed.row_label = arena.keep(print::join_labels(slot->second->row_labels));
        printed.column_label = arena.keep(print::join_labels(slot->second->column_labels));
        printed.column_unit = arena.keep(slot->second->unit);
      }
      printed.filled = cell.filled ? 1 : 0;
      if (cell.filled) {
        printed.value = arena.keep(cell.value);
        printed.unit = arena.keep(cell.unit);
        printed.rule = arena.keep(to_string(cell.rule));
        printed.caveat = arena.keep(print::caveats_in(cell.caveat, layouts, language));
        printed.reason = arena.keep(print::reason_in(cell.crosswalk_reason, layouts, language));
      } else {
        printed.blank = arena.keep(to_string(cell.blank));
        std::string words(print::blank_words(cell.blank, language));
        if (!cell.blank_detail.empty())
          words += (language == Language::Chinese ? "：" : ": ") + cell.blank_detail;
        printed.blank_text = arena.keep(words);
      }
      std::vector<guifan_source> sources;
      for (const CellSource& source : cell.sources)
        sources.push_back({arena.keep(source.quote), arena.keep(to_string(source.place)),
                           arena.keep(print::place_words(source.place, language))});
      printed.source_count = sources.size();
      printed.sources = arena.keep(std::move(sources));
      cells.push_back(printed);
    }
    view.cell_count = cells.size();
    view.cells = arena.keep(std::move(cells));
  }

  void print_lists(const Report& report, const StandardReport& standard, Language language) {
    std::vector<guifan_residue> residue;
    residue.reserve(standard.residue.size());
    for (const Residue& item : standard.residue)
      residue.push_back(
          {arena.keep(item.label), arena.keep(item.unit), arena.keep(item.value),
           arena.keep(to_string(item.place)), arena.keep(print::place_words(item.place, language)),
           arena.keep(item.reason), arena.keep(print::residue_words(item.reason, language))});
    view.residue_count = residue.size();
    view.residue = arena.keep(std::move(residue));

    std::vector<guifan_removed> removed;
    for (const RemovedText& item : report.removed)
      removed.push_back(
          {arena.keep(item.text), arena.keep(to_string(item.place)), arena.keep(item.reason)});
    view.removed_count = removed.size();
    view.removed = arena.keep(std::move(removed));

    std::vector<guifan_diagnostic> diagnostics;
    for (const Diagnostic& item : standard.diagnostics) {
      std::vector<guifan_string> cells;
      for (const std::string& cell : item.cells) cells.push_back(arena.keep(cell));
      const std::size_t cell_count = cells.size();
      diagnostics.push_back(
          {arena.keep(item.id), arena.keep(to_string(item.severity)),
           arena.keep(message_text(item, language)), arena.keep(cure_text(item, language)),
           arena.keep(to_string(item.place)), arena.keep(print::place_words(item.place, language)),
           arena.keep(std::move(cells)), cell_count});
    }
    view.diagnostic_count = diagnostics.size();
    view.diagnostics = arena.keep(std::move(diagnostics));
  }

  guifan_block residue_table(Language language) {
    const bool chinese = language == Language::Chinese;
    std::vector<guifan_string> texts;
    for (const std::string_view title :
         chinese ? std::array{"指标", "单位", "数值", "原文位置", "说明"}
                 : std::array{"Indicator", "Unit", "Value", "Place", "Why here"})
      texts.push_back(arena.keep(title));
    const std::size_t columns = texts.size();
    texts.reserve(columns * (view.residue_count + 1));
    for (std::size_t i = 0; i < view.residue_count; ++i) {
      const guifan_residue& item = view.residue[i];
      texts.insert(texts.end(),
                   {item.label, item.unit, item.value, item.place_text, item.reason_text});
    }
    return print::kept_text_table(
        arena, GUIFAN_BLOCK_RESIDUE_TABLE,
        chinese ? "补充表：原报告中未列入模板的数据" : "Supplement: figures outside the template",
        columns, texts);
  }

  void print_chapters(const SourceDocument& document, const Report& report,
                      const StandardReport& standard, const Layout& target, Language language) {
    const print::CellIndex cells = print::index_cells(standard);
    std::vector<guifan_chapter> chapters;
    for (const LayoutChapter& official : target.chapters) {
      const std::string_view title = print::without_number(official.title);
      print::Blocks blocks;
      for (const Chapter& chapter : report.chapters)
        if (chapter.number == official.number)
          print::append_source_blocks(arena, document, chapter, title, blocks);
      for (const LayoutTable& table : target.tables)
        if (table.chapter == official.number && !table.alternative)
          blocks.push_back(print::template_table(arena, table, standard, cells, title));
      if (official.number == 6 && view.residue_count != 0)
        blocks.push_back(residue_table(language));
      const std::size_t count = blocks.size();
      chapters.push_back(
          {official.number, arena.keep(title), arena.keep(std::move(blocks)), count});
    }
    view.chapter_count = chapters.size();
    view.chapters = arena.keep(std::move(chapters));
  }
};

PrintedReport::PrintedReport(const SourceDocument& document, const Report& report,
                             const StandardReport& standard, const Layout& target,
                             const LayoutLibrary& layouts, Language language)
    : storage_(std::make_unique<Storage>()) {
  storage_->print_identity(document, report, standard);
  storage_->print_cells(standard, target, layouts, language);
  storage_->print_lists(report, standard, language);
  storage_->print_chapters(document, report, standard, target, language);
  print::Blocks notes = print::conversion_notes(
      storage_->arena, {document, report, standard, target, layouts, language});
  storage_->view.note_count = notes.size();
  storage_->view.notes = storage_->arena.keep(std::move(notes));
}

PrintedReport::PrintedReport(PrintedReport&&) noexcept = default;
PrintedReport::~PrintedReport() = default;

const guifan_report_view& PrintedReport::view() const {
  return storage_->view;
}

}  // namespace guifan
