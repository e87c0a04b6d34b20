// SPDX-License-Identifier: Apache-2.0
// Which chapter of the standard template each block belongs to, and what is page furniture. In
// doubt a block stays in a chapter: removing text of the report would be worse than printing a line
// of the page.
#include <algorithm>
#include <string>
#include <vector>

#include "guifan/recognise.h"
#include "guifan/text.h"
#include "recognise/chapters/chapter_outline.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/identity/title_line.h"
#include "recognise/page/page_furniture.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

constexpr std::size_t kTextBytes = 90;  // a sentence, no label
constexpr std::size_t kShortLineBytes = 150;
constexpr std::size_t kPreambleBlocks = 40;  // without any heading, the page's own lines end here
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

const Paragraph* paragraph_of(const SourceDocument& document, std::size_t block) {
  return std::get_if<Paragraph>(&document.blocks[block]);
}

bool has_words(std::string_view normalised) {
  return !label_key(normalised, false).empty();
}

/// The form of the regulation of 2019 has its own chapter two; older reports tell the same in
/// words.
bool is_new_form(const SourceDocument& document) {
  static const auto words = words_of_kind(report_words(), "new-form");
  bool found = false;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph*) {
    const std::string key = label_key(text.normalised);
    found = std::any_of(words.begin(), words.end(),
                        [&](std::string_view word) { return key.find(word) != std::string::npos; });
    return !found;
  });
  return found;
}

/// What a heading without words of ours opens: narrative before the last chapters, other matters
/// after them.
std::uint32_t default_chapter(std::uint32_t current) {
  return current >= 5 ? 6 : 1;
}

class Planner {
 public:
  Planner(const SourceDocument& document, const Identification& identity)
      : document_(document), identity_(identity), new_form_(is_new_form(document)) {
    plan_.chapter_of_block.assign(document.blocks.size(), 1);
    plan_.heading_level.assign(document.blocks.size(), 0);
    plan_.removed_reason.assign(document.blocks.size(), "");
  }

  ChapterPlan run() {
    const std::vector<HeadingLine> headings = find_headings(document_, new_form_);
    assign_chapters(headings);
    mark_sections(headings);
    remove_before_text();
    remove_after_text();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) remove_certain(i);
    return std::move(plan_);
  }

 private:
  void remove(std::size_t block, std::string_view reason) {
    plan_.chapter_of_block[block] = 0;
    plan_.heading_level[block] = 0;
    plan_.removed_reason[block] = reason;
  }
  bool removed(std::size_t block) const { return plan_.chapter_of_block[block] == 0; }

  void assign_chapters(const std::vector<HeadingLine>& headings) {
    ChapterOutline outline(chapter_style(headings));
    std::uint32_t current = 1;
    std::size_t next = 0;
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      if (next < headings.size() && headings[next].block == i) {
        const HeadingLine& heading = headings[next++];
        const std::string_view line = paragraph_of(document_, i)->text.normalised;
        const bool is_title =
            heading.number.style == OutlineStyle::None && !find_title_phrases(line).empty();
        const bool appended = !heading.run_in && heading.number.style == OutlineStyle::None &&
                              is_appended_table(line) && first_ != kNone;
        if (!is_title && (appended || outline.opens_chapter(heading))) {
          if (first_ == kNone) first_ = i;
          last_ = i;
          current = appended ? 6 : heading.chapter.value_or(default_chapter(current));
          if (!heading.run_in) plan_.heading_level[i] = 1;
          if (is_appended_table(line)) outline.enter_appended_table();
        }
      }
      plan_.chapter_of_block[i] = current;
    }
  }

  /// Sections inside chapters: numbered lines that text follows. Row labels of flat tables are
  /// followed by figures.
  void mark_sections(const std::vector<HeadingLine>& headings) {
    for (const HeadingLine& heading : headings) {
      if (heading.run_in || plan_.heading_level[heading.block] != 0 || heading.chapter == 0U)
        continue;
      const std::string_view line = paragraph_of(document_, heading.block)->text.normalised;
      std::uint32_t level = 0;
      if (heading.number.style == OutlineStyle::Chinese ||
          heading.number.style == OutlineStyle::BracketedChinese)
        level = 2;
      if (heading.number.style == OutlineStyle::Arabic) level = 3;
      if (heading.number.style == OutlineStyle::BracketedArabic) level = 4;
      if (level == 0 && heading.level != 0 && first_ != kNone && heading.block > first_) level = 2;
      if (level == 0 || line.size() > kShortLineBytes ||
          line.find("。") != std::string_view::npos || line.ends_with(";"))
        continue;
      const std::size_t next = next_words(heading.block);
      if (next == kNone) continue;
      const Paragraph* following = paragraph_of(document_, next);
      const std::string_view words =
          following == nullptr ? std::string_view() : std::string_view(following->text.normalised);
      const bool text =
          words.size() >= kTextBytes &&
          (ends_sentence(words) || words.ends_with(":") || words.size() >= 2 * kTextBytes);
      if (!text && heading.level == 0) continue;
      plan_.heading_level[heading.block] = level;
    }
  }

  std::size_t next_words(std::size_t block) const {
    for (std::size_t i = block + 1; i < document_.blocks.size(); ++i) {
      const Paragraph* paragraph = paragraph_of(document_, i);
      if (paragraph == nullptr || has_words(paragraph->text.normalised)) return i;
    }
    return kNone;
  }

  /// Title, publication line, path and menus stand before the first words of the report.
  void remove_before_text() {
    const std::size_t end =
        first_ != kNone ? first_ : std::min(document_.blocks.size(), kPreambleBlocks);
    const std::string title = without_spaces(identity_.title.value);
    std::size_t last_title = kNone;
    for (std::size_t i = 0; i < end; ++i)
      if (is_title_block(i, title)) last_title = i;
    bool text_began = false;
    for (std::size_t i = 0; i < end; ++i) {
      const Paragraph* paragraph = paragraph_of(document_, i);
      if (paragraph == nullptr) {
        if (is_publication_table(std::get<Table>(document_.blocks[i])))
          remove(i, "publication-line");
        else
          text_began = first_ == kNone ? true : text_began;
        continue;
      }
      const std::string_view line = paragraph->text.normalised;
      if (is_title_block(i, title)) {
        remove(i, "title");
        continue;
      }
      if (first_ == kNone && text_began)
        continue;  // no heading tells where the text begins: stop at the first sentence
      switch (furniture_of(line)) {
        case Furniture::Publication:
          remove(i, "publication-line");
          continue;
        case Furniture::None:
          break;
        default:
          remove(i, "page-furniture");
          continue;
      }
      if (!has_words(line)) {
        remove(i, "page-furniture");
      } else if (line.size() >= kTextBytes || ends_sentence(line)) {
        text_began = true;
      } else if (last_title != kNone && i < last_title && !text_began) {
        remove(i, "page-furniture");  // menus and lists of other reports above the title
      } else if (!text_began && is_source_line(i)) {
        remove(i, "publication-line");
      }
    }
  }

  bool is_title_block(std::size_t block, const std::string& title) const {
    const Paragraph* paragraph = paragraph_of(document_, block);
    if (paragraph == nullptr || title.empty()) return false;
    std::string line = without_spaces(paragraph->text.normalised);
    while (line.starts_with('#')) line.erase(0, 1);
    static const auto labels = words_of_kind(report_words(), "title-label");
    for (const std::string_view mark : labels)
      if (line.starts_with(mark)) line.erase(0, mark.size());
    while (line.ends_with("|")) line.pop_back();
    if (line.ends_with("。")) line.resize(line.size() - std::string_view("。").size());
    if (line == title) return true;
    // A title with a note: …年度报告(征求意见稿).
    if (line.find(title) != std::string::npos && line.size() * 5 <= title.size() * 8 &&
        !ends_sentence(line))
      return true;
    // A title over two or three lines.
    return line.size() >= 12 && title.size() >= 30 && line.size() < title.size() &&
           joins_to(block, line, title);
  }

  bool joins_to(std::size_t block, const std::string& line, const std::string& title) const {
    const auto neighbour = [&](std::size_t i) -> std::string {
      const Paragraph* paragraph =
          i < document_.blocks.size() ? paragraph_of(document_, i) : nullptr;
      return paragraph == nullptr ? std::string() : without_spaces(paragraph->text.normalised);
    };
    std::size_t before = block, after = block;
    while (before > 0 && neighbour(before - 1).empty()) --before;
    while (after + 1 < document_.blocks.size() && neighbour(after + 1).empty()) ++after;
    return (before > 0 && neighbour(before - 1) + line == title) ||
           line + neighbour(after + 1) == title;
  }

  /// "• 政府办" between the title and the date: who put the page up.
  bool is_source_line(std::size_t block) const {
    const Paragraph* paragraph = paragraph_of(document_, block);
    const std::string_view line = paragraph->text.normalised;
    if (line.size() > 60) return false;
    const bool bullet = line.starts_with("•") || line.starts_with("·") ||
                        paragraph->kind == ParagraphKind::ListItem;
    if (!bullet) return false;
    for (const std::size_t neighbour : {block - 1, block + 1}) {
      if (neighbour >= document_.blocks.size()) continue;
      const Paragraph* other = paragraph_of(document_, neighbour);
      if (other != nullptr && furniture_of(other->text.normalised) == Furniture::Publication)
        return true;
    }
    return false;
  }

  bool is_publication_table(const Table& table) const {
    std::size_t lines = 0;
    for (const TableCell& cell : table.cells) {
      if (cell.text.normalised.size() >= kShortLineBytes) return false;
      const std::string with_colon =
          cell.text.normalised + (cell.text.normalised.ends_with(":") ? "" : ":");
      if (furniture_of(with_colon) == Furniture::Publication) ++lines;
    }
    return lines >= 3;
  }

  /// Link lists and site footers after the last words of the report.
  void remove_after_text() {
    if (document_.blocks.empty()) return;
    const std::size_t begin = last_ == kNone ? 0 : last_;
    // From "相关阅读" on everything short goes, if no sentence follows.
    for (std::size_t i = std::max(begin, last_text()); i < document_.blocks.size(); ++i) {
      const Paragraph* paragraph = paragraph_of(document_, i);
      if (paragraph == nullptr ||
          furniture_of(paragraph->text.normalised) != Furniture::RelatedLinks)
        continue;
      for (std::size_t j = i; j < document_.blocks.size(); ++j)
        if (paragraph_of(document_, j) != nullptr) remove(j, "page-furniture");
      break;
    }
    for (std::size_t i = document_.blocks.size(); i-- > begin + 1;) {
      if (removed(i)) continue;
      const Paragraph* paragraph = paragraph_of(document_, i);
      if (paragraph == nullptr) break;
      const std::string_view line = paragraph->text.normalised;
      const Furniture kind = furniture_of(line);
      if (line.empty()) continue;
      if (kind == Furniture::None || kind == Furniture::Publication) break;
      remove(i, "page-furniture");
    }
  }

  /// The last block that no list of links holds: a table, a sentence, a long line.
  std::size_t last_text() const {
    for (std::size_t i = document_.blocks.size(); i-- > 0;) {
      const Paragraph* paragraph = paragraph_of(document_, i);
      if (paragraph == nullptr) return i;
      const std::string_view line = paragraph->text.normalised;
      const bool text = line.size() > kShortLineBytes || line.find("。") != std::string_view::npos;
      if (text && furniture_of(line) == Furniture::None) return i;
    }
    return 0;
  }

  void remove_certain(std::size_t block) {
    if (removed(block)) return;
    const Paragraph* paragraph = paragraph_of(document_, block);
    if (paragraph == nullptr || plan_.heading_level[block] == 1) return;
    if (paragraph->kind == ParagraphKind::Furniture ||
        furniture_of(paragraph->text.normalised) == Furniture::Certain)
      remove(block, "page-furniture");
  }

  const SourceDocument& document_;
  const Identification& identity_;
  const bool new_form_;
  ChapterPlan plan_;
  std::size_t first_ = kNone;  ///< first chapter heading
  std::size_t last_ = kNone;   ///< last chapter heading
};

}  // namespace

ChapterPlan plan_chapters(const SourceDocument& document, const Identification& identity) {
  return Planner(document, identity).run();
}

}  // namespace guifan
