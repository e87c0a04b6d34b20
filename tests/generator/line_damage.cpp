// SPDX-License-Identifier: Apache-2.0
#include "line_damage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guifan::generator {
namespace {

class LineDamage {
 public:
  LineDamage(const std::set<Damage>& damages, const RunningWords& words, Dice& dice)
      : damages_(damages), words_(words), dice_(dice) {}

  bool run(std::vector<Line>& lines) {
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
    return complete_;
  }

 private:
  bool has(Damage damage) const { return damages_.contains(damage); }

  /// Feet and heads of printed pages, wherever the page was full: they cost nothing.
  void break_pages(std::vector<Line>& lines) {
    const std::array<std::string, 3> words = {words_.organisation + "办公室编印", words_.title, ""};
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

  const std::set<Damage>& damages_;
  const RunningWords& words_;
  Dice& dice_;
  bool complete_ = true;
};

}  // namespace

bool damage_lines(std::vector<Line>& lines, const std::set<Damage>& damages,
                  const RunningWords& words, Dice& dice) {
  return LineDamage(damages, words, dice).run(lines);
}

}  // namespace guifan::generator
