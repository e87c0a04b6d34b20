// SPDX-License-Identifier: Apache-2.0
// usage: guifan_print_sample TEMPLATE MODULE OUT
// Prints a made-up report, in which every cell of a real template has its own number, with one
// writer module. The conformance tests open the result with other people's programs and look for
// each number in its place.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <vector>

#include "../writers/written.h"

namespace guifan::test {
namespace {

/// Cell i holds 1000 + i; every seventh is blank, every eleventh approximate, one has a unit of its
/// own.
std::vector<StandardCell> numbered_cells(const Layout& target) {
  std::vector<StandardCell> cells;
  for (const LayoutTable& table : target.tables) {
    if (table.alternative) continue;  // repeats cells of another table
    for (const SlotRow& row : table.rows)
      for (const Slot& slot : row.slots) {
        if (slot.kind != SlotKind::Value) continue;
        const std::size_t i = cells.size();
        const std::string number = std::to_string(1000 + i);
        if (i % 7 == 3) {
          cells.push_back(detail::blank(
              slot.indicator, i % 2 == 0 ? BlankReason::NotCollected : BlankReason::Lost));
          continue;
        }
        const FillRule rule = i % 11 == 4 ? FillRule::Approximate : FillRule::Exact;
        cells.push_back(detail::filled(slot.indicator, number, rule, "原文数字 " + number,
                                       static_cast<std::uint32_t>(100 + i)));
        cells.back().crosswalk_reason =
            rule == FillRule::Approximate ? "口径相近，范围略宽" : "同一指标，名称不同";
        if (i == 1) {
          cells.back().unit = "项";
          cells.back().caveat = "原文单位为项";
        }
      }
  }
  return cells;
}

ReportBlock text_block(ReportBlock::Kind kind, std::uint32_t level, std::string text,
                       std::uint32_t line) {
  return {kind, level, std::move(text), Locator{.line = line}, 0, false};
}

SampleReport numbered_report(const LayoutLibrary& layouts, const Layout& target) {
  SampleReport sample = sample_report();
  sample.target = target;
  sample.layouts = layouts;
  sample.standard.template_id = target.id;
  sample.standard.cells = numbered_cells(target);
  sample.standard.diagnostics[0].cells = {sample.standard.cells[0].id};
  for (int i = 0; i < 12; ++i)
    sample.standard.residue.push_back({"第" + std::to_string(i + 1) + "类窗口接待咨询服务人次",
                                       "人次",
                                       std::to_string(50000 + i),
                                       Locator{.line = 300u + static_cast<std::uint32_t>(i)},
                                       i % 2 == 0 ? "no-counterpart" : "unrecognised-row",
                                       {}});
  using Kind = ReportBlock::Kind;
  auto& first = sample.report.chapters[0].blocks;
  const std::string sentence =
      "全县各单位把公开工作同日常业务一并安排，明确专人负责，按时更新目录和指南，群众可在政务大厅、"
      "档案馆和图书馆查阅。";
  first.push_back(text_block(Kind::Heading, 2, "（一）组织领导", 30));
  for (std::uint32_t i = 0; i < 4; ++i)
    first.push_back(text_block(Kind::Paragraph, 0, sentence + sentence, 31 + i));
  first.push_back(text_block(Kind::Heading, 2, "（二）平台建设", 40));
  first.push_back(text_block(Kind::Paragraph, 0, sentence, 41));
  sample.report.chapters[4].blocks = {
      text_block(Kind::Paragraph, 0,
                 "主要问题：更新不够及时，解读材料偏少。下一步将细化流程，定期抽查。", 60)};
  return sample;
}

/// What the printed view holds, in a form that a script can compare.
std::string grid_lines(const guifan_report_view& view) {
  const auto text = [](guifan_string s) { return std::string(s.data, s.size); };
  std::string lines;
  int table = 0;
  const auto blocks = [&](const guifan_block* first, std::size_t count) {
    for (const guifan_block& block : std::span(first, count)) {
      if (block.printed == 0) continue;
      if (block.grid_size == 0) lines += "text\t" + text(block.text) + "\n";
      for (const guifan_grid_cell& cell : std::span(block.grid, block.grid_size)) {
        const bool approximate =
            cell.cell >= 0 && text(view.cells[cell.cell].rule) == "approximate";
        lines += std::to_string(table) + "\t" + std::to_string(cell.row) + "\t" +
                 std::to_string(cell.column) + "\t" + (approximate ? "≈" : "") + text(cell.text) +
                 "\n";
      }
      if (block.grid_size != 0) ++table;
    }
  };
  for (const guifan_chapter& chapter : std::span(view.chapters, view.chapter_count))
    blocks(chapter.blocks, chapter.block_count);
  blocks(view.notes, view.note_count);
  return lines;
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3) {
    std::cerr << "usage: guifan_print_sample TEMPLATE MODULE OUT\n";
    return 64;
  }
  const std::filesystem::path folder = GUIFAN_SOURCE_DIR "/formats";
  const auto layouts = LayoutLibrary::load(std::span(&folder, 1));
  const Layout* target = layouts ? layouts->find(arguments[0]) : nullptr;
  if (target == nullptr) {
    std::cerr << "no such template: " << arguments[0] << '\n';
    return 2;
  }
  const PrintedReport printed = numbered_report(*layouts, *target).print();
  const Written written = arguments[1] == "grid" ? Written{GUIFAN_OK, grid_lines(printed.view())}
                                                 : write_with(arguments[1], printed.view());
  std::ofstream(arguments[2], std::ios::binary) << written.bytes;
  return written.status == GUIFAN_OK ? 0 : 2;
}

}  // namespace
}  // namespace guifan::test

int main(int count, char** arguments) {
  return guifan::test::run({arguments + 1, arguments + count});
}
