// SPDX-License-Identifier: Apache-2.0
#include "compose.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace guifan::generator {
namespace {

Cell plain(std::string text) {
  Cell cell;
  cell.text = std::move(text);
  return cell;
}

class Composer {
 public:
  Composer(const Model& model, const Plan& plan, Dice& dice)
      : model_(model), plan_(plan), dice_(dice), printed_(&model) {}

  Composition run() && {
    compose();
    return std::move(composition_);
  }

 private:
  bool has(Damage damage) const { return plan_.damages.contains(damage); }
  void line(std::string text) {
    Item item;
    item.text = std::move(text);
    composition_.items.push_back(std::move(item));
  }

  void compose() {
    compose(model_);
    if (!has(Damage::TwoReports)) return;
    composition_.complete = false;
    Model other = another_model();
    if (dice_.chance(50)) {
      other.year = model_.year;
      other.organisation = "石桥乡人民政府";
    }
    print_other(other, [&] { compose(other); });
  }

  /// A report of the same form a year before.
  Model another_model() {
    Dice dice(plan_.seed + 1);
    Model other = make_model(dice, model_.layout, 10);
    other.organisation = model_.organisation;
    other.year = model_.year - 1;
    return other;
  }

  /// Prints with the figures of `other`, which are none of the truth's.
  template <typename Print>
  void print_other(const Model& other, Print print) {
    const std::set<std::string> blank = composition_.blank;
    printed_ = &other;
    print();
    printed_ = &model_;
    composition_.blank = blank;
  }

  void compose(const Model& model) {
    const std::string year = std::to_string(model.year);
    line(model.organisation + year + "年政府信息公开工作年度报告");
    line("根据《中华人民共和国政府信息公开条例》，" + model.organisation +
         "编制本报告。所列数据的统计期限为" + year + "年1月1日至" + year + "年12月31日。");
    const bool standard = model_.layout != nullptr && model_.layout->is_template;
    if (standard) {
      compose_standard();
    } else {
      compose_legacy();
    }
  }

  void compose_standard() {
    line("一、总体情况");
    line("本机关认真落实有关要求，信息公开工作平稳有序，组织业务学习3次，更新栏目12个。");
    static constexpr std::array<std::string_view, 3> kHeads = {
        "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况"};
    for (std::uint32_t chapter = 2; chapter <= 4; ++chapter) {
      line(std::string(kHeads[chapter - 2]));
      // Chapter four is one wide table or, on some pages, several small ones.
      const bool small_tables = chapter == 4 && dice_.chance(20);
      const auto add_tables = [&] {
        for (const LayoutTable& table : model_.layout->tables)
          if (table.chapter == chapter && table.alternative == small_tables) add_table(table);
      };
      if (chapter == 3 && has(Damage::OtherBodies)) add_other_bodies();
      add_tables();
      if (has(Damage::PrintedTwice) && chapter == 3) print_twice(add_tables);
    }
    line("五、存在的主要问题及改进情况");
    line("公开的深度还不够，下一步继续充实内容、规范流程。");
    line("六、其他需要报告的事项");
    line("没有其他需要报告的事项。");
  }

  void compose_legacy() {
    line("一、概述");
    line("本机关明确专人负责信息公开工作，召开会议4次，修订制度2项。");
    line("二、主动公开政府信息的情况");
    line("通过网站和公开栏及时发布各类信息，内容包括机构职能、工作动态等。");
    line("三、依申请公开政府信息的情况");
    for (const std::string& sentence : model_.prose) line(sentence);
    if (model_.prose.empty()) line("本机关设有受理窗口，公布了联系方式。");
    line("四、存在的主要问题及改进措施");
    line("工作人员的业务水平有待提高，今后将加强培训。");
    if (model_.layout == nullptr) return;
    line("五、附表");
    if (has(Damage::OtherBodies)) add_other_bodies();
    const auto add_tables = [&] {
      for (const LayoutTable& table : model_.layout->tables) {
        if (!table.titles.empty()) line(table.titles.front().text);
        add_table(table);
      }
    };
    add_tables();
    if (has(Damage::PrintedTwice)) print_twice(add_tables);
  }

  template <typename AddTables>
  void print_twice(AddTables add_tables) {
    composition_.complete = false;
    const Model other = another_model();
    if (dice_.chance(50)) line("上年度情况");
    print_other(other, add_tables);
  }

  void add_row(std::vector<Cell> cells, bool begins_table) {
    Item item;
    item.is_row = true;
    item.begins_table = begins_table;
    item.cells = std::move(cells);
    composition_.items.push_back(std::move(item));
  }

  std::string small_figure() { return std::to_string(dice_.below(30)); }

  /// Some of the form's headings over the figures of towns.
  void add_other_bodies() {
    composition_.complete = false;
    line("各乡镇受理情况");
    static constexpr std::array<std::string_view, 4> kHeads = {
        "单位", "本年新收政府信息公开申请数量", "予以公开", "结转下年度继续办理"};
    static constexpr std::array<std::string_view, 4> kTowns = {"南渡镇", "石桥乡", "沙洲街道",
                                                               "青塘镇"};
    std::vector<Cell> heads;
    for (const std::string_view head : kHeads) heads.push_back(plain(std::string(head)));
    add_row(std::move(heads), true);
    for (const std::string_view town : kTowns)
      add_row({plain(std::string(town)), plain(small_figure()), plain(small_figure()),
               plain(small_figure())},
              false);
  }

  /// A column more: of the rows counted so far, or of anything.
  enum class Column : std::uint8_t { LineNumbers, LastYear, Shares };
  static std::string_view heading(Column column) {
    static constexpr std::array<std::string_view, 3> kHeadings = {"行次", "上年总计", "占比"};
    return kHeadings[static_cast<std::size_t>(column)];
  }
  std::string column_text(Column column, std::size_t row) {
    if (column == Column::LineNumbers) return std::to_string(row);
    return small_figure() + (column == Column::Shares ? "%" : "");
  }

  /// Puts the column before the figures of each row, or behind them; its heading stands in the
  /// first row, beside the labels' or last.
  void add_column(std::size_t first) {
    const auto column = static_cast<Column>(dice_.below(3));
    const bool before = column == Column::LineNumbers || dice_.chance(30);
    std::size_t number = 0, header_rows = 0;
    const auto is_figure = [](const Cell& cell) { return !cell.indicator.empty(); };
    while (first + header_rows < composition_.items.size() &&
           std::ranges::none_of(composition_.items[first + header_rows].cells, is_figure))
      ++header_rows;
    // A header in which no cell stands over all of the labels has no place for the heading.
    if (header_rows == 0 || first + header_rows >= composition_.items.size() ||
        composition_.items[first].cells.front().row_span != header_rows)
      return;
    composition_.complete = false;
    const auto& figures = composition_.items[first + header_rows].cells;
    const auto labels = header_rows == 1
                            ? std::ranges::find_if(figures, is_figure) - figures.begin()
                            : std::ptrdiff_t{1};
    for (std::size_t i = first; i < composition_.items.size(); ++i) {
      std::vector<Cell>& cells = composition_.items[i].cells;
      const auto figure = std::ranges::find_if(cells, is_figure);
      if (figure != cells.end()) {
        const Cell cell = plain(column_text(column, ++number));
        cells.insert(before ? figure : cells.end(), cell);
      } else if (i == first) {
        Cell head = plain(std::string(heading(column)));
        head.row_span = static_cast<std::uint32_t>(header_rows);
        cells.insert(before && labels <= std::ssize(cells) ? cells.begin() + labels : cells.end(),
                     head);
      }
    }
  }

  /// A row of the body's own, with as many figures as the row above it.
  void add_own_row(const Item& above) {
    composition_.complete = false;
    std::vector<Cell> cells{plain("其中：网上办理")};
    for (const Cell& cell : above.cells)
      if (!cell.indicator.empty()) cells.push_back(plain(small_figure()));
    add_row(std::move(cells), false);
  }

  std::string label_text(const Label& label) {
    std::string text = label.text;
    if (has(Damage::OtherSpellings) && !label.spellings.empty() && dice_.chance(40))
      text = label.spellings[dice_.below(label.spellings.size())];
    if (has(Damage::OtherNumbering) && text.size() > 2 && text[1] == '.' && text[0] >= '1' &&
        text[0] <= '9')
      text = text.substr(0, 1) + (dice_.chance(50) ? "、" : "．") + text.substr(2);
    return text;
  }

  std::string figure_text(const std::string& indicator) {
    const std::int64_t value = printed_->figures.at(indicator);
    if (value == 0 && has(Damage::Dashes) && dice_.chance(35)) {
      composition_.blank.insert(indicator);
      static constexpr std::array<std::string_view, 4> kMarks = {"-", "—", "/", ""};
      return std::string(
          kMarks[dice_.below(is_lines(plan_.shape) || plan_.shape == Shape::NoBorders ? 3 : 4)]);
    }
    std::string text = std::to_string(value);
    if (has(Damage::Thousands) && value >= 1000)
      for (std::size_t i = text.size(); i > 3;) text.insert(i -= 3, ",");
    if (has(Damage::FullWidth)) {
      std::string wide;
      for (const char c : text)
        wide += c >= '0' && c <= '9' ? std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'))
                                     : std::string(1, c);
      text = wide;
    }
    return text;
  }

  void add_table(const LayoutTable& table) {
    const bool optional_columns = dice_.chance(30);
    std::set<std::uint32_t> absent;
    if (!optional_columns)
      for (const SlotRow& row : table.rows)
        for (const Slot& slot : row.slots)
          if (slot.optional && slot.kind != SlotKind::Label) absent.insert(slot.column);
    bool first = true;
    const std::size_t first_item = composition_.items.size();
    for (const SlotRow& row : table.rows) {
      Item item;
      item.is_row = true;
      item.begins_table = first;
      first = false;
      for (const Slot& slot : row.slots) {
        if (slot.column_span == 1 && absent.contains(slot.column) &&
            (slot.kind != SlotKind::Label || row.header))
          continue;
        Cell cell;
        cell.row_span = slot.row_span;
        cell.column_span = slot.column_span;
        if (slot.kind == SlotKind::Label) cell.text = label_text(slot.label);
        if (slot.kind == SlotKind::Unit || slot.kind == SlotKind::Code) cell.text = slot.text;
        if (slot.kind == SlotKind::Value) {
          cell.indicator = slot.indicator;
          cell.text = figure_text(slot.indicator);
        }
        item.cells.push_back(std::move(cell));
      }
      composition_.items.push_back(std::move(item));
      if (has(Damage::MoreRows) && !row.header && dice_.chance(10)) {
        const Item above = composition_.items.back();
        if (!above.cells.empty() && !above.cells.back().indicator.empty()) add_own_row(above);
      }
    }
    if (has(Damage::MoreColumns)) add_column(first_item);
  }

  const Model& model_;
  const Plan& plan_;
  Dice& dice_;
  const Model* printed_;  ///< whose figures are printed now
  Composition composition_;
};

}  // namespace

Composition compose(const Model& model, const Plan& plan, Dice& dice) {
  return Composer(model, plan, dice).run();
}

}  // namespace guifan::generator
