// SPDX-License-Identifier: Apache-2.0
// A small made-up report with one of everything that a writer must print, made by hand, no file
// read.
#pragma once

#include "guifan/convert.h"

namespace guifan::test {

/// The parts of one conversion. `print()` borrows nothing after it returns.
struct SampleReport {
  SourceDocument document;
  Report report;
  StandardReport standard;
  Layout target;
  LayoutLibrary layouts;

  PrintedReport print(Language language = Language::Chinese) const {
    return PrintedReport(document, report, standard, target, layouts, language);
  }
};

namespace detail {

inline Slot label(std::string text, std::uint32_t row, std::uint32_t column, std::uint32_t rows = 1,
                  std::uint32_t columns = 1) {
  Slot slot;
  slot.label.text = std::move(text);
  slot.row = row;
  slot.column = column;
  slot.row_span = rows;
  slot.column_span = columns;
  return slot;
}

inline Slot value(std::string id, std::uint32_t row, std::uint32_t column,
                  std::vector<std::string> row_labels, std::vector<std::string> column_labels,
                  std::string unit = "件") {
  Slot slot = label({}, row, column);
  slot.kind = SlotKind::Value;
  slot.indicator = std::move(id);
  slot.row_labels = std::move(row_labels);
  slot.column_labels = std::move(column_labels);
  slot.unit = std::move(unit);
  return slot;
}

/// 办理结果 spans two rows, 申请人情况 two columns; four values.
inline LayoutTable requests_table() {
  LayoutTable table;
  table.id = "requests";
  table.chapter = 3;
  table.columns = 4;
  table.rows.resize(4);
  table.rows[0].header = table.rows[1].header = true;
  table.rows[0].slots = {label("（勾稽关系）", 0, 0, 2, 2), label("申请人情况", 0, 2, 1, 2)};
  table.rows[1].slots = {label("自然人", 1, 2), label("总计", 1, 3)};
  table.rows[2].slots = {label("办理结果", 2, 0, 2, 1), label("（一）予以公开", 2, 1),
                         value("granted.natural", 2, 2, {"办理结果", "（一）予以公开"}, {"自然人"}),
                         value("granted.total", 2, 3, {"办理结果", "（一）予以公开"}, {"总计"})};
  table.rows[3].slots = {label("（二）其他处理", 3, 1),
                         value("other.natural", 3, 2, {"办理结果", "（二）其他处理"}, {"自然人"}),
                         value("other.total", 3, 3, {"办理结果", "（二）其他处理"}, {"总计"})};
  return table;
}

inline LayoutTable fees_table() {
  LayoutTable table;
  table.id = "fees";
  table.chapter = 2;
  table.columns = 2;
  table.rows.resize(3);
  table.rows[0].header = true;
  table.rows[0].slots = {label("第二十条第（八）项", 0, 0, 1, 2)};
  table.rows[1].slots = {label("信息内容", 1, 0), label("本年收费金额（单位：万元）", 1, 1)};
  table.rows[2].slots = {label("行政事业性收费", 2, 0),
                         value("fees.amount", 2, 1, {"行政事业性收费"}, {"本年收费金额"}, "万元")};
  return table;
}

inline Paragraph paragraph(std::string text, std::uint32_t line) {
  Paragraph paragraph;
  paragraph.text.original = std::move(text);
  paragraph.text.runs = {{0, Locator{.line = line}}};
  return paragraph;
}

inline Table unknown_table() {
  Table table;
  table.rows = 2;
  table.columns = 2;
  const char* texts[] = {"类别", "数量 <条>", "听证会", "8"};
  for (std::uint32_t i = 0; i < 4; ++i) {
    TableCell cell;
    cell.row = i / 2;
    cell.column = i % 2;
    cell.header = i < 2;
    cell.text.original = texts[i];
    table.cells.push_back(std::move(cell));
  }
  return table;
}

inline StandardCell filled(std::string id, std::string value, FillRule rule, std::string quote,
                           std::uint32_t line) {
  StandardCell cell;
  cell.id = std::move(id);
  cell.filled = true;
  cell.value = std::move(value);
  cell.rule = rule;
  cell.sources = {{std::move(quote), Locator{.line = line}, 0}};
  return cell;
}

inline StandardCell blank(std::string id, BlankReason reason, std::string detail = {}) {
  StandardCell cell;
  cell.id = std::move(id);
  cell.blank = reason;
  cell.blank_detail = std::move(detail);
  return cell;
}

}  // namespace detail

inline SampleReport sample_report() {
  using namespace detail;
  SampleReport sample;

  SourceDocument& document = sample.document;
  document.name = "old & new.html";
  document.sha256 = std::string(64, 'a');
  document.media_type = "text/html";
  document.encoding = "GB18030";
  document.reader = "html";
  document.blocks = {paragraph("一、概述", 3),
                     paragraph("全年公开信息 12 条，其中 a<b & \"c\"。", 4),
                     paragraph("三、收到和处理政府信息公开申请情况", 6),
                     paragraph("申请总数", 7),
                     paragraph("5", 8),
                     unknown_table()};

  Report& report = sample.report;
  report.identity.organisation = {"青石县", 0.9, {"标题"}};
  report.identity.year = {"2016", 0.9, {"标题"}};
  report.identity.title = {"青石县2016年政府信息公开工作年度报告", 0.9, {"标题"}};
  report.identity.published = {"2017-03-01", 0.8, {"元数据"}};
  report.identity.layout = {"old-form", 0.98, {"出现特征标签"}};
  using Kind = ReportBlock::Kind;
  report.chapters.resize(6);
  for (std::uint32_t i = 0; i < 6; ++i) report.chapters[i].number = i + 1;
  report.chapters[0].blocks = {
      {Kind::Heading, 1, "一、概述", Locator{.line = 3}, 0, false},
      {Kind::Paragraph, 0, "全年公开信息 12 条，其中 a<b & \"c\"。", Locator{.line = 4}, 1, false}};
  report.chapters[2].blocks = {
      {Kind::Heading, 1, "三、收到和处理政府信息公开申请情况", Locator{.line = 6}, 2, false},
      {Kind::Paragraph, 0, "申请总数", Locator{.line = 7}, 3, true},
      {Kind::Paragraph, 0, "5", Locator{.line = 8}, 4, true}};
  report.chapters[5].blocks = {
      {Kind::Table, 0, "类别\t数量 <条>\n听证会\t8", Locator{.line = 9}, 5, false}};
  report.removed = {{"打印本页", "page-furniture", Locator{.line = 20}}};

  StandardReport& standard = sample.standard;
  standard.template_id = "standard-test";
  standard.cells = {filled("fees.amount", "251000", FillRule::Exact, "收费251000元", 12),
                    blank("granted.natural", BlankReason::NotCollected),
                    filled("granted.total", "5", FillRule::Exact, "申请总数 5", 7),
                    blank("other.natural", BlankReason::Ambiguous, "3 或 30"),
                    filled("other.total", "7", FillRule::Approximate, "其他 7", 14)};
  standard.cells[0].unit = "元";
  standard.cells[0].caveat = "原文单位为元";
  standard.cells[2].crosswalk_reason = "申请总数即新收申请";
  standard.cells[4].crosswalk_reason = "口径相近";
  standard.residue = {{"网上咨询数", "人次", "3557", Locator{.line = 15}, "no-counterpart", {}}};
  Diagnostic warning =
      make_diagnostic("TEST-001", {"total is not the sum"}, Locator{.line = 7}, {"granted.total"});
  warning.severity = Severity::Warning;
  standard.diagnostics = {warning};

  Layout& target = sample.target;
  target.id = "standard-test";
  target.name = "试验模板";
  target.source = "试字〔2021〕1号";
  target.is_template = true;
  target.chapters = {{1, "一、总体情况"},
                     {2, "主动公开政府信息情况"},
                     {3, "收到和处理政府信息公开申请情况"},
                     {4, "政府信息公开行政复议、行政诉讼情况"},
                     {5, "存在的主要问题及改进情况"},
                     {6, "六、其他需要报告的事项"}};
  target.tables = {fees_table(), requests_table()};
  return sample;
}

}  // namespace guifan::test
