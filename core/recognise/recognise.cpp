// SPDX-License-Identifier: Apache-2.0
// recognise(): identity, chapters, tables and prose, assembled into one report.
#include "guifan/recognise.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "guifan/text.h"
#include "recognise/chapters/run_on.h"
#include "recognise/identity/report_parts.h"
#include "recognise/page/garbled_text.h"
#include "recognise/page/own_notes.h"
#include "recognise/page/page_breaks.h"
#include "recognise/tables/own_supplement.h"
#include "recognise/tables/unknown_lines.h"

namespace guifan {
namespace {

/// Moves figures, tokens, residue and diagnostics into the report; token indices are relative to
/// `tokens`.
template <typename Findings>
void append(Report& report, Findings&& findings) {
  const std::size_t offset = report.tokens.size();
  const auto shift = [offset](std::vector<std::size_t>& tokens) {
    for (std::size_t& token : tokens) token += offset;
  };
  for (Figure& figure : findings.figures) shift(figure.tokens);
  for (Residue& residue : findings.residue) shift(residue.tokens);
  for (Diagnostic& diagnostic : findings.diagnostics) shift(diagnostic.tokens);
  std::move(findings.figures.begin(), findings.figures.end(), std::back_inserter(report.figures));
  std::move(findings.tokens.begin(), findings.tokens.end(), std::back_inserter(report.tokens));
  std::move(findings.residue.begin(), findings.residue.end(), std::back_inserter(report.residue));
  std::move(findings.diagnostics.begin(), findings.diagnostics.end(),
            std::back_inserter(report.diagnostics));
}

/// Table text inside a running paragraph must not be read again as prose: as long as this lives, it
/// is line breaks. The paragraphs get their own reading back afterwards.
class WithoutTables {
 public:
  WithoutTables(SourceDocument& document, const TableFindings& tables) {
    for (const TextRange& range : tables.used_ranges) {
      auto* paragraph = std::get_if<Paragraph>(&document.blocks[range.block]);
      if (paragraph == nullptr || tables.used_blocks[range.block]) continue;
      std::string& text = paragraph->text.normalised;
      kept_.try_emplace(&text, text);
      for (std::size_t i = range.begin; i < range.end && i < text.size(); ++i) text[i] = '\n';
    }
  }
  WithoutTables(const WithoutTables&) = delete;
  WithoutTables& operator=(const WithoutTables&) = delete;
  ~WithoutTables() {
    for (const auto& [text, before] : kept_) *text = before;  // in place: same length
  }

 private:
  std::unordered_map<std::string*, std::string> kept_;
};

std::string flat_text(const Table& table) {
  std::string text;
  std::uint32_t row = 0;
  for (const TableCell& cell : table.cells) {
    if (!text.empty()) text += cell.row == row ? '\t' : '\n';
    row = cell.row;
    for (const char c : cell.text.original) text += c == '\n' || c == '\t' ? ' ' : c;
  }
  return text;
}

void fill_chapters(const SourceDocument& document, const ChapterPlan& plan,
                   const TableFindings& tables, Report& report) {
  report.chapters.resize(6);
  for (std::uint32_t i = 0; i < 6; ++i) report.chapters[i].number = i + 1;
  report.removed = document.removed;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    ReportBlock out;
    out.source_block = i;
    out.recognised_figures = tables.used_blocks[i];
    if (const auto* table = std::get_if<Table>(&block)) {
      out.kind = ReportBlock::Kind::Table;
      out.text = flat_text(*table);
      out.place = table->place;
      // A grid without words or figures (a page's spacer) still is a block: it goes where it
      // stands.
    } else {
      const auto& paragraph = std::get<Paragraph>(block);
      out.kind =
          plan.heading_level[i] != 0 ? ReportBlock::Kind::Heading : ReportBlock::Kind::Paragraph;
      out.level = plan.heading_level[i];
      out.text = paragraph.text.original;
      out.place = paragraph.text.place();
    }
    const std::uint32_t chapter = plan.chapter_of_block[i];
    if (chapter >= 1 && chapter <= 6) {
      report.chapters[chapter - 1].blocks.push_back(std::move(out));
    } else {
      report.removed.push_back(
          {out.text, plan.removed_reason[i].empty() ? "page-furniture" : plan.removed_reason[i],
           out.place});
    }
  }
}

/// Figures on pages that the reader's metadata ("recognised-pages": "1 3") names as read off a
/// picture say so: whatever cell they fill is flagged for review.
void mark_recognised_text(const SourceDocument& document, Report& report) {
  std::set<std::uint32_t> pages;
  for (const auto& [name, value] : document.metadata) {
    if (name != "recognised-pages") continue;
    const char* const end = value.data() + value.size();
    for (const char* at = value.data(); at < end;) {
      std::uint32_t page = 0;
      const auto [next, error] = std::from_chars(at, end, page);
      if (error == std::errc()) pages.insert(page);
      at = std::max(next, at) + 1;
    }
  }
  for (Figure& figure : report.figures) {
    if (pages.count(figure.place.page) == 0) continue;
    figure.caveat += (figure.caveat.empty() ? "" : "\n") + std::string("recognised-text");
  }
}

/// What every report has and a reader of the output needs first.
void report_unknown_identity(const Identification& identity, std::vector<Diagnostic>& diagnostics) {
  if (identity.year.value.empty()) diagnostics.push_back(make_diagnostic("REC-007", {}, {}));
  if (identity.organisation.value.empty())
    diagnostics.push_back(make_diagnostic("REC-008", {}, {}));
}

/// Who and which year are asked of the own report alone.
void name_own_report(const SourceDocument& document, const ReportPart& part, Report& report) {
  Identification own = identify_report(document_of(document, part));
  if (own.is_report) report.identity = std::move(own);
}

/// Chapters of the own report; the other's words all go to chapter six, behind or before its own.
ChapterPlan plan_own_chapters(const SourceDocument& document, const ReportPart& part,
                              const Identification& identity) {
  const ChapterPlan own = plan_chapters(document_of(document, part), identity);
  const std::size_t blocks = document.blocks.size();
  ChapterPlan plan;
  plan.chapter_of_block.assign(blocks, 6);
  plan.heading_level.assign(blocks, 0);
  plan.removed_reason.assign(blocks, {});
  plan.other_report.assign(blocks, true);
  const auto at = static_cast<std::ptrdiff_t>(part.begin);
  std::ranges::copy(own.chapter_of_block, plan.chapter_of_block.begin() + at);
  std::ranges::copy(own.heading_level, plan.heading_level.begin() + at);
  std::ranges::copy(own.removed_reason, plan.removed_reason.begin() + at);
  std::fill_n(plan.other_report.begin() + at, part.end - part.begin, false);
  return plan;
}

Diagnostic says_other_report(const SourceDocument& document, const ReportPart& part) {
  const Text& title = std::get<Paragraph>(document.blocks[part.other]).text;
  return make_diagnostic("REC-009", {title.normalised}, title.place());
}

}  // namespace

Result<Report> recognise(SourceDocument& document, const LayoutLibrary& layouts) {
  normalise(document);
  remove_own_notes(document);
  TableFindings supplement;
  take_own_supplement(document, supplement);
  split_run_on_paragraphs(document);
  std::vector<Diagnostic> garbled = find_garbled_text(document);
  Report report;
  report.identity = identify_report(document);
  if (!report.identity.is_report && !garbled.empty()) {
    const Diagnostic& first = garbled.front();
    return Error{ErrorKind::Malformed, "REC-006", first.arguments.back(), to_string(first.place)};
  }
  if (!report.identity.is_report)
    return Error{.kind = ErrorKind::NotAReport,
                 .id = "REC-010",
                 .message = report.identity.not_report_reason.chinese,
                 .more = {report.identity.not_report_reason.english}};
  mark_page_breaks(document, layouts.label_index());
  const std::optional<ReportPart> part = own_report(document);
  if (part) name_own_report(document, *part, report);
  const ChapterPlan plan = part ? plan_own_chapters(document, *part, report.identity)
                                : plan_chapters(document, report.identity);
  TableFindings tables = recognise_tables(document, plan, layouts);
  std::vector<bool> skip = tables.used_blocks;
  for (std::size_t i = 0; i < skip.size(); ++i)
    skip[i] = skip[i] || plan.chapter_of_block[i] == 0 || plan.is_other_report(i) ||
              std::holds_alternative<Table>(document.blocks[i]);
  ProseFindings prose = [&] {
    const WithoutTables only_prose(document, tables);
    return recognise_prose(document, plan, report.identity, skip, layouts);
  }();
  // Another report's lines were no prose, but their tables are tables.
  for (std::size_t i = 0; i < skip.size(); ++i)
    if (plan.is_other_report(i)) skip[i] = std::holds_alternative<Table>(document.blocks[i]);
  collect_unknown_lines(document, plan, skip, prose.tokens, tables);
  fill_chapters(document, plan, tables, report);
  report.identity.layout = tables.layout;
  report.layouts = tables.layouts;
  report.diagnostics = document.diagnostics;
  report_unknown_identity(report.identity, report.diagnostics);
  std::move(garbled.begin(), garbled.end(), std::back_inserter(report.diagnostics));
  if (part) report.diagnostics.push_back(says_other_report(document, *part));
  append(report, std::move(tables));
  append(report, std::move(supplement));
  append(report, std::move(prose));
  mark_recognised_text(document, report);
  return report;
}

}  // namespace guifan
