// SPDX-License-Identifier: Apache-2.0
#include "html/page_analysis.h"

#include <algorithm>
#include <string>

#include "html/character_reference.h"
#include "html/grid.h"

namespace guifan::html {
namespace {

// Bytes of UTF-8; three to a Chinese character.
constexpr std::uint64_t kShortCell = 120;    // a label or a figure
constexpr std::uint64_t kRunningText = 600;  // more than a label ever has
constexpr std::uint64_t kFigure = 40;
constexpr std::size_t kTitleHeading =
    18;  // a heading this long that stands in <title> too is the document's own
constexpr std::uint32_t kSentences =
    4;  // so many full stops are a text, whatever its frame is called
constexpr std::uint64_t kHeadingLimit = 600;

/// Sums over a node's subtree without what is hidden.
struct Sums {
  std::uint64_t weight = 0;       ///< bytes of text that are no space
  std::uint64_t data_weight = 0;  ///< the part of it inside data tables below this node
  std::uint32_t blocks = 0;       ///< blocks and line breaks
  std::uint32_t sentences = 0;    ///< full stops (。)
  bool figure = true;             ///< all text is digits and number marks
  bool grid = false;              ///< holds a data table of at least 2 × 2
  bool titled = false;            ///< holds a heading that repeats the page's title
};

bool is_space(unsigned char c) {
  return c <= ' ';
}

std::uint64_t weight_of(std::string_view text) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(text, [](char c) { return !is_space(static_cast<unsigned char>(c)); }));
}

std::uint32_t sentences_in(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = text.find("。"); at != std::string_view::npos; at = text.find("。", at + 3))
    ++count;
  return count;
}

/// Digits, dashes and number marks, half or full width; spaces.
bool is_figure(std::string_view text) {
  if (text.size() > 4 * kFigure) return false;
  std::string storage;
  std::string_view decoded = text;
  if (text.find('&') != std::string_view::npos) decoded = storage = decode_references(text);
  for (std::size_t i = 0; i < decoded.size(); ++i) {
    const char c = decoded[i];
    if ((c >= '0' && c <= '9') || is_space(static_cast<unsigned char>(c)) || c == '.' || c == ',' ||
        c == '-' || c == '/' || c == '%')
      continue;
    const std::string_view three = decoded.substr(i, 3);
    const bool full_width_digit = three >= "\uFF10" && three <= "\uFF19";
    if (full_width_digit || three == "\uFF0D" || three == "\uFF0E" || three == "\u3000" ||
        three == "\u2014" || three == "\u2013") {
      i += 2;
    } else if (decoded.substr(i, 2) == "\u00A0") {
      i += 1;
    } else {
      return false;
    }
  }
  return true;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : decode_references(text))
    if (!is_space(static_cast<unsigned char>(c))) out += c;
  return out;
}

class Analysis {
 public:
  explicit Analysis(const Tree& tree) : tree_(tree), sums_(tree.nodes.size()) {
    const std::size_t count = tree.nodes.size();
    page_.hidden.resize(count);
    page_.furniture.resize(count);
    page_.data_table.resize(count);
    title_ = without_spaces(tree.title);
  }

  PageAnalysis run() {
    find_hidden();
    for (std::size_t i = tree_.nodes.size(); i-- > 0;) {
      const auto id = static_cast<NodeId>(i);
      if (page_.hidden[id]) continue;
      finish(id);
      if (id != 0) fold(sums_[id], sums_[tree_[id].parent]);
    }
    for (NodeId id = 0; id < tree_.nodes.size(); ++id)
      if (tree_[id].furniture_by_name && !sums_[id].grid && !sums_[id].titled &&
          sums_[id].sentences < kSentences && sums_[id].weight * 2 <= sums_[0].weight)
        page_.furniture[id] = true;
    return std::move(page_);
  }

 private:
  /// Elements that print nothing, unless they hold more than half of all text: then their markup is
  /// broken, or a script would have shown them.
  void find_hidden() {
    const auto candidate = [](const Node& node) {
      return is_left_out(node.tag) || node.hidden_by_style || node.struck;
    };
    if (std::ranges::none_of(tree_.nodes, candidate)) return;
    std::vector<std::uint64_t> weights(tree_.nodes.size());
    for (std::size_t i = tree_.nodes.size(); i-- > 0;) {
      if (tree_.nodes[i].tag == Tag::Text) weights[i] = weight_of(tree_.nodes[i].text);
      if (i != 0) weights[tree_.nodes[i].parent] += weights[i];
    }
    for (NodeId id = 1; id < tree_.nodes.size(); ++id) {
      const Node& node = tree_[id];
      page_.hidden[id] =
          page_.hidden[node.parent] || (candidate(node) && weights[id] * 2 <= weights[0]);
    }
  }

  static void fold(const Sums& child, Sums& parent) {
    parent.weight += child.weight;
    parent.data_weight += child.data_weight;
    parent.blocks += child.blocks;
    parent.sentences += child.sentences;
    parent.figure = parent.figure && child.figure;
    parent.grid = parent.grid || child.grid;
    parent.titled = parent.titled || child.titled;
  }

  /// All children are folded in already.
  void finish(NodeId id) {
    const Node& node = tree_[id];
    Sums& sums = sums_[id];
    if (node.tag == Tag::Text) {
      sums.weight = weight_of(node.text);
      sums.sentences = sentences_in(node.text);
      sums.figure = sums.weight == 0 || is_figure(node.text);
    } else if (node.tag == Tag::Table) {
      finish_table(id);
    } else if (is_block(node.tag) || node.tag == Tag::Br) {
      ++sums.blocks;
      if (heading_level(node.tag) != 0) sums.titled = sums.titled || repeats_title(id);
    }
  }

  bool repeats_title(NodeId heading) const {
    if (sums_[heading].weight < kTitleHeading || sums_[heading].weight > kHeadingLimit)
      return false;
    std::string text;
    for (NodeId id = heading;;) {
      if (tree_[id].tag == Tag::Text) text += without_spaces(tree_[id].text);
      if (tree_[id].first != kNone) {
        id = tree_[id].first;
        continue;
      }
      while (id != heading && tree_[id].next == kNone) id = tree_[id].parent;
      if (id == heading) break;
      id = tree_[id].next;
    }
    return text.size() >= kTitleHeading && title_.find(text) != std::string::npos;
  }

  void finish_table(NodeId id) {
    const Grid grid = resolve_grid(tree_, id, page_.hidden);
    if (grid.too_large) {
      if (page_.too_large_tables++ == 0 || id < page_.first_too_large) page_.first_too_large = id;
      return;
    }
    if (!holds_data(grid)) return;
    Sums& sums = sums_[id];
    page_.data_table[id] = true;
    sums.data_weight = sums.weight;
    sums.grid = sums.grid || (grid.rows >= 2 && grid.columns >= 2);
  }

  bool holds_data(const Grid& grid) const {
    std::uint64_t filled = 0, short_cells = 0, figures = 0, total = 0;
    bool holds_table = false, running_text = false;
    for (const GridCell& cell : grid.cells)
      total += sums_[cell.node].weight - sums_[cell.node].data_weight;
    for (const GridCell& cell : grid.cells) {
      const Sums& sums = sums_[cell.node];
      const std::uint64_t own = sums.weight - sums.data_weight;
      holds_table = holds_table || sums.data_weight > 0;
      if (own == 0) continue;
      ++filled;
      short_cells += own <= kShortCell;
      figures += own <= kFigure && sums.figure;
      const bool paragraphs = own > kRunningText || (own > kRunningText / 2 && sums.blocks >= 2);
      running_text = running_text || (paragraphs && (grid.columns == 1 || own * 10 > total * 6));
    }
    if (grid.cells.size() <= 1 || total == 0) return false;
    // A table around tables lays out the page, unless it is full of labels and figures itself.
    if (holds_table) return filled >= 6 && short_cells * 10 >= filled * 8 && figures >= 2;
    if (grid.rows >= 2 && grid.columns >= 2 && figures >= 4) return true;
    return !running_text;
  }

  const Tree& tree_;
  std::vector<Sums> sums_;
  PageAnalysis page_;
  std::string title_;
};

}  // namespace

PageAnalysis analyse_page(const Tree& tree) {
  return Analysis(tree).run();
}

}  // namespace guifan::html
