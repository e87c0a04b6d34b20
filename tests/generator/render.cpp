// SPDX-License-Identifier: Apache-2.0
#include "render.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "compose.h"
#include "drawn.h"
#include "line_damage.h"
#include "traditional.h"

namespace guifan::generator {
namespace {

/// Gives a composition the shape of the plan, with the damage that concerns lines and borders.
class Renderer {
 public:
  Renderer(const Model& model, const Plan& plan)
      : model_(model), plan_(plan), dice_(plan.seed), composition_(compose(model, plan, dice_)) {}

  Document run() {
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
    document.blank = composition_.blank;
    // A sum of legacy figures is blank where one of them is a dash; what is demanded then is not
    // worth modelling.
    const bool legacy = model_.layout != nullptr && !model_.layout->is_template;
    document.complete = composition_.complete && !(legacy && !document.blank.empty());
    return document;
  }

 private:
  bool has(Damage damage) const { return plan_.damages.contains(damage); }

  void convert_items() {
    for (Item& item : composition_.items) {
      item.text = traditional(item.text, has(Damage::PinyinNotes));
      for (Cell& cell : item.cells) cell.text = traditional(cell.text, has(Damage::PinyinNotes));
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
    std::string page = "<html><head><meta charset=\"utf-8\"><title>" +
                       composition_.items.front().text + "</title></head><body>";
    if (plan_.shape == Shape::HtmlNested) page += "<table><tr><td>";
    bool open = false;
    for (std::size_t i = 0; i < composition_.items.size(); ++i) {
      const Item& item = composition_.items[i];
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
      const RunningWords words{model_.organisation, composition_.items.front().text};
      if (!damage_lines(lines, plan_.damages, words, dice_)) composition_.complete = false;
      for (const Line& line : lines)
        out += line.text + (plan_.shape == Shape::BlankLines ? "\n\n" : "\n");
      return out;
    }
    const std::string_view border = plan_.shape == Shape::Tabs ? "\t" : " | ";
    for (const Item& item : composition_.items) {
      if (!item.is_row) {
        out += item.text + "\n";
        continue;
      }
      const bool spans = has(Damage::SpanCells) && dice_.chance(60);
      if (spans) composition_.complete = false;
      for (std::size_t i = 0; i < item.cells.size(); ++i) {
        out += (i == 0 ? "" : std::string(border)) + item.cells[i].text;
        for (std::uint32_t span = 1; spans && span < item.cells[i].column_span; ++span)
          out += border;
      }
      if (plan_.shape == Shape::Pipes) out += " |";
      out += "\n";
    }
    return out;
  }

  std::string without_borders() {
    std::string out = composition_.items.front().text + "\n";
    composition_.complete = false;
    for (std::size_t i = 1; i < composition_.items.size(); ++i) {
      out += composition_.items[i].text;
      for (const Cell& cell : composition_.items[i].cells) out += cell.text;
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
    for (const Item& item : composition_.items) {
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
    for (const Item& item : composition_.items) {
      if (!item.is_row) lines.push_back({item.text, {}, false});
      for (const Cell& cell : item.cells)
        if (!cell.text.empty()) lines.push_back({cell.text, cell.indicator, true});
    }
    return lines;
  }

  const Model& model_;
  const Plan& plan_;
  Dice dice_;
  Composition composition_;
};

}  // namespace

Document render(const Model& model, const Plan& plan) {
  return Renderer(model, plan).run();
}

}  // namespace guifan::generator
