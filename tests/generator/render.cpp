// SPDX-License-Identifier: Apache-2.0
#include "render.h"

#include <fmt/format.h>
#include <opencc/opencc.h>

#include <algorithm>
#include <array>

namespace guifan::generator {
namespace {

constexpr std::array<std::string_view, 8> kShapes = {
    "html", "html-word", "html-nested", "lines", "blank-lines", "tabs", "pipes", "no-borders"};
constexpr std::array<std::string_view, 14> kDamages = {
    "drop-lines",      "drop-repeated-lines", "break-labels", "advertisement",
    "page-number",     "page-breaks",         "glue-figures", "traditional",
    "pinyin-notes",    "full-width",          "thousands",    "dashes",
    "other-spellings", "other-numbering"};

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

bool is_html(Shape shape) {
  return shape == Shape::HtmlPlain || shape == Shape::HtmlWord || shape == Shape::HtmlNested;
}
bool is_lines(Shape shape) {
  return shape == Shape::Lines || shape == Shape::BlankLines;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

class Renderer {
 public:
  Renderer(const Model& model, const Plan& plan) : model_(model), plan_(plan), dice_(plan.seed) {}

  Document run() {
    compose();
    Document document;
    if (is_html(plan_.shape)) {
      document.bytes = html();
      document.name = "report.html";
    } else {
      document.bytes = text();
      document.name = "report.txt";
    }
    if (has(Damage::Traditional) || has(Damage::PinyinNotes))
      document.bytes = traditional(document.bytes);
    document.blank = blank_;
    // A sum of legacy figures is blank where one of them is a dash; what is demanded then is not
    // worth modelling.
    const bool legacy = model_.layout != nullptr && !model_.layout->is_template;
    document.complete = complete_ && !(legacy && !blank_.empty());
    return document;
  }

 private:
  bool has(Damage damage) const { return plan_.damages.contains(damage); }
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
            (slot.kind != SlotKind::Label || row.header)) {
          if (slot.kind == SlotKind::Value) model_figures_absent_.insert(slot.indicator);
          continue;
        }
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

  struct Line {
    std::string text, indicator;
    bool table = false;
  };

  std::string text() {
    if (plan_.shape == Shape::NoBorders) return without_borders();
    std::string out;
    if (is_lines(plan_.shape)) {
      std::vector<Line> lines = cell_lines();
      damage(lines);
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

  std::vector<Line> cell_lines() const {
    std::vector<Line> lines;
    for (const Item& item : items_) {
      if (!item.is_row) lines.push_back({item.text, {}, false});
      for (const Cell& cell : item.cells)
        if (!cell.text.empty()) lines.push_back({cell.text, cell.indicator, true});
    }
    return lines;
  }

  void damage(std::vector<Line>& lines) {
    if (has(Damage::DropLines)) {
      complete_ = false;
      std::erase_if(lines, [&](const Line& line) { return line.table && dice_.chance(4); });
    }
    if (has(Damage::DropRepeatedLines)) {
      complete_ = false;
      std::set<std::string> seen;
      std::erase_if(lines, [&](const Line& line) { return !seen.insert(line.text).second; });
    }
    if (has(Damage::GlueFigures)) {
      complete_ = false;
      for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].indicator.empty() || lines[i + 1].indicator.empty() || !dice_.chance(6))
          continue;
        lines[i].text += lines[i + 1].text;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      }
    }
    std::vector<Line> out;
    for (Line& line : lines) {
      if (has(Damage::Advertisement) && line.table && dice_.chance(2)) {
        complete_ = false;
        out.push_back({"点击下载手机客户端，注册就送好礼", {}, false});
      }
      if (has(Damage::PageNumber) && line.table && line.indicator.empty() &&
          dice_.chance(4)) {  // pages break between rows
        complete_ = false;
        // A bare number in place of a lost figure looks like the figure; nobody could tell.
        const bool bare =
            dice_.chance(50) && !has(Damage::DropLines) && !has(Damage::DropRepeatedLines);
        out.push_back({bare ? "7" : "- 7 -", {}, false});
      }
      if (has(Damage::BreakLabels) && line.table && line.indicator.empty() &&
          line.text.size() > 24 && dice_.chance(40)) {
        std::size_t cut = line.text.size() / 2;
        while (cut < line.text.size() &&
               (static_cast<unsigned char>(line.text[cut]) & 0xC0) == 0x80)
          ++cut;
        out.push_back({line.text.substr(0, cut), {}, true});
        out.push_back({line.text.substr(cut), {}, true});
        continue;
      }
      out.push_back(std::move(line));
    }
    lines = std::move(out);
    if (has(Damage::PageBreaks)) break_pages(lines);
  }

  /// Feet and heads of printed pages, wherever the page was full: they cost nothing.
  void break_pages(std::vector<Line>& lines) {
    const std::array<std::string, 3> words = {model_.organisation + "办公室编印",
                                              items_.front().text, ""};
    const std::string& running = words[dice_.below(words.size())];
    const auto form = dice_.below(3);
    const bool head = dice_.chance(50);
    const std::size_t page_lines = 15 + dice_.below(20);
    const std::size_t pages = lines.size() / page_lines;
    if (pages < 3) complete_ = false;  // too few to be sure that they are page numbers
    std::vector<Line> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out.push_back(std::move(lines[i]));
      if ((i + 1) % page_lines != 0) continue;
      const std::size_t page = (i + 1) / page_lines;
      std::string number = fmt::format("第{}页 共{}页", page, pages);
      if (form == 1) number = fmt::format("— {} —", page);
      if (form == 2 && !running.empty()) {
        out.push_back({running + " " + fmt::format("第 {} 页", page), {}, false});
        continue;
      }
      if (!head && !running.empty()) out.push_back({running, {}, false});
      out.push_back({number, {}, false});
      if (head && !running.empty()) out.push_back({running, {}, false});
    }
    lines = std::move(out);
  }

  /// Traditional characters, and behind some of them the note that converters leave.
  std::string traditional(const std::string& simplified) const {
    static const opencc::SimpleConverter converter("s2tw.json");
    std::string text = converter.Convert(simplified);
    if (!has(Damage::PinyinNotes)) return text;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNotes = {
        {{"國", "國(guó)"},
         {"務", "務(wù)"},
         {"機", "機(jī)"},
         {"關", "關(guān)"},
         {"數", "數(shù)"},
         {"總", "總(zǒng)"},
         {"開", "開(kāi)"},
         {"無", "無(wú)"},
         {"結", "結(jié)"},
         {"復", "復(fù)"}}};
    for (const auto& [bare, noted] : kNotes) text = replace_all(std::move(text), bare, noted);
    return text;
  }

  const Model& model_;
  const Plan& plan_;
  Dice dice_;
  std::vector<Item> items_;
  std::set<std::string> blank_;
  std::set<std::string> model_figures_absent_;
  bool complete_ = true;
};

}  // namespace

std::string_view to_string(Shape shape) {
  return kShapes[static_cast<std::size_t>(shape)];
}
std::string_view to_string(Damage damage) {
  return kDamages[static_cast<std::size_t>(damage)];
}

Plan make_plan(Dice& dice) {
  Plan plan;
  plan.seed = dice.roll();
  plan.shape = static_cast<Shape>(dice.below(kShapes.size()));
  const auto maybe = [&](Damage damage, unsigned percent) {
    if (dice.chance(percent)) plan.damages.insert(damage);
  };
  maybe(Damage::Traditional, 15);
  maybe(Damage::PinyinNotes, 10);
  maybe(Damage::Dashes, 15);
  maybe(Damage::OtherSpellings, 15);
  maybe(Damage::OtherNumbering, 15);
  if (plan.shape != Shape::NoBorders) {
    maybe(Damage::FullWidth, 10);
    maybe(Damage::Thousands, 10);
  }
  if (is_lines(plan.shape)) {
    maybe(Damage::DropLines, 15);
    maybe(Damage::DropRepeatedLines, 10);
    maybe(Damage::BreakLabels, 20);
    maybe(Damage::Advertisement, 15);
    maybe(Damage::PageNumber, 15);
    maybe(Damage::PageBreaks, 15);
    maybe(Damage::GlueFigures, 15);
  }
  return plan;
}

Document render(const Model& model, const Plan& plan) {
  return Renderer(model, plan).run();
}

}  // namespace guifan::generator
