// SPDX-License-Identifier: Apache-2.0
#include "render.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "drawn.h"
#include "line_damage.h"
#include "traditional.h"

namespace guifan::generator {
namespace {

struct Cell {
  std::string text, indicator;
  std::uint32_t row_span = 1, column_span = 1;
};

/// A line of text, or a row of a table.
struct Item {
  bool is_row = false;
  bool begins_table = false;
  std::string text;
  std::vector<Cell> cells;
};

class Renderer {
 public:
  Renderer(const Model& model, const Plan& plan) : model_(model), plan_(plan), dice_(plan.seed) {}

  Document run() {
    compose();
    Document document;
    const bool converted = has(Damage::Traditional) || has(Damage::PinyinNotes);
    // What is drawn is converted before: the drawing would be out of line.
    if (plan_.shape == Shape::Drawn && converted) convert_items();
    if (is_html(plan_.shape)) {
      document.bytes = html();
      document.name = "report.html";
    } else {
      document.bytes = text();
      document.name = "report.txt";
    }
    if (converted && plan_.shape != Shape::Drawn)
      document.bytes = traditional(document.bytes, has(Damage::PinyinNotes));
    document.blank = blank_;
    // A sum of legacy figures is blank where one of them is a dash; what is demanded then is not
    // worth modelling.
    const bool legacy = model_.layout != nullptr && !model_.layout->is_template;
    document.complete = complete_ && !(legacy && !blank_.empty());
    return document;
  }

 private:
  bool has(Damage damage) const { return plan_.damages.contains(damage); }
  void convert_items() {
    for (Item& item : items_) {
      item.text = traditional(item.text, has(Damage::PinyinNotes));
      for (Cell& cell : item.cells) cell.text = traditional(cell.text, has(Damage::PinyinNotes));
    }
  }
  void line(std::string text) {
    Item item;
    item.text = std::move(text);
    items_.push_back(std::move(item));
  }

  void compose() {
    const std::string year = std::to_string(model_.year);
    line(model_.organisation + year + "年政府信息公开工作年度报告");
    line("根据《中华人民共和国政府信息公开条例》，" + model_.organisation +
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
      for (const LayoutTable& table : model_.layout->tables)
        if (table.chapter == chapter && table.alternative == small_tables) add_table(table);
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
    for (const LayoutTable& table : model_.layout->tables) {
      if (!table.titles.empty()) line(table.titles.front().text);
      add_table(table);
    }
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
    const std::int64_t value = model_.figures.at(indicator);
    if (value == 0 && has(Damage::Dashes) && dice_.chance(35)) {
      blank_.insert(indicator);
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
      items_.push_back(std::move(item));
    }
  }

  std::string cell_html(const Cell& cell) const {
    std::string open = "<td";
    if (cell.row_span > 1) open += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
    if (cell.column_span > 1) open += " colspan=\"" + std::to_string(cell.column_span) + "\"";
    open += ">";
    if (plan_.shape != Shape::HtmlWord) return open + cell.text + "</td>";
    return open + "<p class=MsoNormal><span lang=EN-US style='font-size:10.5pt'>" + cell.text +
           "</span><o:p></o:p></p></td>";
  }

  std::string html() {
    std::string page = "<html><head><meta charset=\"utf-8\"><title>" + items_.front().text +
                       "</title></head><body>";
    if (plan_.shape == Shape::HtmlNested) page += "<table><tr><td>";
    bool open = false;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (open && (!item.is_row || item.begins_table)) page += "</table>\n";
      open = item.is_row;
      if (!item.is_row) {
        page += i == 0 ? "<h1>" + item.text + "</h1>\n" : "<p>　　" + item.text + "</p>\n";
        continue;
      }
      if (item.begins_table) page += "<table border=1>\n";
      page += "<tr>";
      for (const Cell& cell : item.cells) page += cell_html(cell);
      page += "</tr>\n";
    }
    if (open) page += "</table>\n";
    if (plan_.shape == Shape::HtmlNested) page += "</td></tr></table>";
    return page + "</body></html>\n";
  }

  std::string text() {
    if (plan_.shape == Shape::NoBorders) return without_borders();
    if (plan_.shape == Shape::Drawn) return drawn();
    std::string out;
    if (is_lines(plan_.shape)) {
      std::vector<Line> lines = cell_lines();
      const RunningWords words{model_.organisation, items_.front().text};
      if (!damage_lines(lines, plan_.damages, words, dice_)) complete_ = false;
      for (const Line& line : lines)
        out += line.text + (plan_.shape == Shape::BlankLines ? "\n\n" : "\n");
      return out;
    }
    const std::string_view border = plan_.shape == Shape::Tabs ? "\t" : " | ";
    for (const Item& item : items_) {
      if (!item.is_row) {
        out += item.text + "\n";
        continue;
      }
      for (std::size_t i = 0; i < item.cells.size(); ++i)
        out += (i == 0 ? "" : std::string(border)) + item.cells[i].text;
      if (plan_.shape == Shape::Pipes) out += " |";
      out += "\n";
    }
    return out;
  }

  std::string without_borders() {
    std::string out = items_.front().text + "\n";
    complete_ = false;
    for (std::size_t i = 1; i < items_.size(); ++i) {
      out += items_[i].text;
      for (const Cell& cell : items_[i].cells) out += cell.text;
    }
    return out + "\n";
  }

  std::string drawn() {
    std::string out;
    std::vector<std::vector<DrawnField>> rows;
    const auto flush = [&] {
      if (!rows.empty()) out += draw(rows, dice_);
      rows.clear();
    };
    for (const Item& item : items_) {
      if (!item.is_row || item.begins_table) flush();
      if (!item.is_row) {
        out += item.text + "\n";
        continue;
      }
      std::vector<DrawnField>& row = rows.emplace_back();
      for (const Cell& cell : item.cells)
        row.push_back({cell.text, cell.row_span, cell.column_span});
    }
    flush();
    return out;
  }

  std::vector<Line> cell_lines() const {
    std::vector<Line> lines;
    for (const Item& item : items_) {
      if (!item.is_row) lines.push_back({item.text, {}, false});
      for (const Cell& cell : item.cells)
        if (!cell.text.empty()) lines.push_back({cell.text, cell.indicator, true});
    }
    return lines;
  }

  const Model& model_;
  const Plan& plan_;
  Dice dice_;
  std::vector<Item> items_;
  std::set<std::string> blank_;
  bool complete_ = true;
};

}  // namespace

Document render(const Model& model, const Plan& plan) {
  return Renderer(model, plan).run();
}

}  // namespace guifan::generator
