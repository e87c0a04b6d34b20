// SPDX-License-Identifier: Apache-2.0
#include "document_assembly.h"

#include <algorithm>

#include "furniture.h"
#include "paragraphs.h"
#include "table_join.h"
#include "turned_page.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

/// Text of which nothing could be mapped.
bool unreadable(const std::vector<Piece>& pieces) {
  bool any = false;
  for (const Piece& piece : pieces)
    for (std::size_t i = 0; i < piece.text.size();) {
      if (piece.text.compare(i, 3, "\xef\xbf\xbd") == 0) {
        any = true;
        i += 3;
      } else if (piece.text[i] == ' ' || piece.text[i] == '\n' || piece.text[i] == '\t') {
        ++i;
      } else {
        return false;
      }
    }
  return any;
}

class Assembler {
 public:
  Assembler(std::vector<PageLayout> pages, Document& document)
      : pages_(std::move(pages)), document_(document) {}

  void run() {
    remove_furniture(pages_);
    std::vector<const Line*> lines;
    for (const PageLayout& page : pages_)
      for (const PageElement& element : page.elements)
        if (const Line* line = std::get_if<Line>(&element)) lines.push_back(line);
    const TextStyle style(lines);
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (std::size_t e = 0; e < pages_[p].elements.size(); ++e) {
        if (Line* line = std::get_if<Line>(&pages_[p].elements[e])) {
          end_table();
          stretch_.push_back({pages_[p].number, pages_[p].width, *line});
          continue;
        }
        PageTable& table = std::get<PageTable>(pages_[p].elements[e]);
        const bool joined = open_table_ && p > 0 && e == 0 &&
                            join_table(table_, table, pages_[p - 1].height, pages_[p].height);
        if (joined) continue;
        end_table();
        end_stretch(style);
        table_ = start_table(std::move(table));
        open_table_ = true;
      }
    }
    end_table();
    end_stretch(style);
    for (const PageLayout& page : pages_) {
      for (const PageLeftover& leftover : page.leftovers)
        document_.removed.push_back(
            {leftover.text, std::string(leftover.reason), place_of(page.number, leftover.box)});
      say_what_is_uncertain(page);
    }
    for (const PageLayout& page : pages_)
      if (page.turned != Direction::Right) turn_places_back(page);
  }

 private:
  void say_what_is_uncertain(const PageLayout& page) {
    constexpr std::size_t kMostNamed = 20;
    std::size_t count = 0;
    std::string figures;
    for (const PageLeftover& leftover : page.leftovers) {
      if (leftover.reason != kUncertainCell) continue;
      ++count;
      if (count <= kMostNamed) figures += (count > 1 ? ", " : "") + leftover.text;
      if (count == kMostNamed + 1) figures += ", …";
    }
    if (count > 0)
      document_.say(sdk::Severity::Warning, "PDF-022",
                    {std::to_string(page.number), std::to_string(count), figures}, page.number);
  }

  void turn_places_back(const PageLayout& page) {
    const auto turn = [&page](Place& place) {
      if (place.page == page.number) turn_back(place, page.turned, page.width, page.height);
    };
    for (auto& block : document_.blocks) {
      if (auto* paragraph = std::get_if<OutParagraph>(&block)) {
        for (Piece& piece : paragraph->pieces) turn(piece.place);
        continue;
      }
      auto& table = std::get<OutTable>(block);
      turn(table.place);
      for (OutCell& cell : table.cells)
        for (Piece& piece : cell.pieces) turn(piece.place);
    }
    for (OutRemoved& removed : document_.removed) turn(removed.place);
  }

  void end_stretch(const TextStyle& style) {
    for (OutParagraph& paragraph : build_paragraphs(stretch_, style)) {
      if (!unreadable(paragraph.pieces)) {
        document_.blocks.emplace_back(std::move(paragraph));
        continue;
      }
      for (Piece& piece : paragraph.pieces)
        document_.removed.push_back({std::move(piece.text), "unmapped-text", piece.place});
    }
    stretch_.clear();
  }

  void end_table() {
    if (!open_table_) return;
    open_table_ = false;
    ++tables_;
    OutTable out;
    out.place = place_of(table_.first_page, table_.first_box);
    out.place.table = tables_;
    for (const JoinedCell& cell : table_.cells) {
      OutCell target{
          cell.place.row, cell.place.column, cell.place.row_span, cell.place.column_span, {}};
      for (const auto& [page, part] : cell.parts) {
        if (part.text.empty() && (!target.pieces.empty() || cell.parts.size() > 1)) continue;
        Piece piece{to_utf8(part.text),
                    place_of(page, part.text.empty() ? cell.place.box : part.box)};
        piece.place.table = tables_;
        piece.place.row = cell.place.row + 1;
        piece.place.column = cell.place.column + 1;
        target.pieces.push_back(std::move(piece));
      }
      out.cells.push_back(std::move(target));
    }
    document_.blocks.emplace_back(std::move(out));
  }

  std::vector<PageLayout> pages_;
  Document& document_;
  std::vector<PlacedLine> stretch_;
  JoinedTable table_;
  bool open_table_ = false;
  std::uint32_t tables_ = 0;
};

}  // namespace

void assemble(std::vector<PageLayout> pages, Document& document) {
  Assembler(std::move(pages), document).run();
}

}  // namespace guifan::pdf
