// SPDX-License-Identifier: Apache-2.0
#include "html/document_emitter.h"

#include <algorithm>
#include <string>

#include "html/grid.h"
#include "html/text_collector.h"

namespace guifan::html {
namespace {

using sdk::Kind;

class Emitter {
 public:
  Emitter(const Tree& tree, const PageAnalysis& page, sdk::DocumentBuilder& document)
      : tree_(tree), page_(page), document_(document) {}

  bool run() {
    const bool done = walk(0, &Emitter::enter_flow, &Emitter::leave_flow) && flush();
    emit_ruby_notes();
    return done;
  }

 private:
  /// What to do with a node's children after it was entered.
  enum class Step { Into, Over, Stop };
  using Enter = Step (Emitter::*)(NodeId);
  using Leave = bool (Emitter::*)(NodeId);

  /// Visits the subtree of `root` without recursion. False: stopped.
  bool walk(NodeId root, Enter enter, Leave leave) {
    NodeId id = root;
    for (;;) {
      const Step step = id == root ? Step::Into : (this->*enter)(id);
      if (step == Step::Stop) return false;
      if (step == Step::Into && tree_[id].first != kNone) {
        id = tree_[id].first;
        continue;
      }
      if (id == root) return true;
      if (step == Step::Into && !(this->*leave)(id)) return false;
      while (tree_[id].next == kNone) {
        id = tree_[id].parent;
        if (id == root) return true;
        if (!(this->*leave)(id)) return false;
      }
      id = tree_[id].next;
    }
  }

  // ---- the flow of the page ----

  Step enter_flow(NodeId id) {
    const Node& node = tree_[id];
    if (page_.hidden[id]) {
      // Inline pieces of hidden text must not cut the paragraph they stand in.
      return (is_block(node.tag) && !flush()) ? Step::Stop : remove(id);
    }
    switch (node.tag) {
      case Tag::Text:
        if (pre_depth_ > 0) return add_lines(node) ? Step::Over : Step::Stop;
        add_text(node);
        return Step::Over;
      case Tag::Br:
        if (heading_ > 0) {
          text_.break_line();
          return Step::Over;
        }
        return flush() ? Step::Over : Step::Stop;
      default:
        break;
    }
    if (!is_block(node.tag)) return Step::Into;
    if (!flush()) return Step::Stop;
    if (node.tag == Tag::Table && page_.data_table[id] && furniture_depth_ == 0)
      return emit_tables(id) ? Step::Over : Step::Stop;
    if (page_.furniture[id]) ++furniture_depth_;
    if (heading_level(node.tag) != 0) heading_ = heading_level(node.tag);
    if (is_list(node.tag)) ++list_depth_;
    if (node.tag == Tag::Li) ++item_depth_;
    if (node.tag == Tag::Pre) ++pre_depth_;
    return Step::Into;
  }

  bool leave_flow(NodeId id) {
    const Node& node = tree_[id];
    if (!is_block(node.tag)) return true;
    const bool more = flush();
    if (page_.furniture[id]) --furniture_depth_;
    if (heading_level(node.tag) != 0) heading_ = 0;
    if (is_list(node.tag)) --list_depth_;
    if (node.tag == Tag::Li) --item_depth_;
    if (node.tag == Tag::Pre) --pre_depth_;
    return more;
  }

  static bool is_list(Tag tag) { return tag == Tag::Ul || tag == Tag::Ol || tag == Tag::Menu; }

  bool flush() {
    if (text_.empty()) {
      text_.clear();
      return true;
    }
    Kind kind = Kind::Body;
    std::uint32_t level = 0;
    if (furniture_depth_ > 0) {
      kind = Kind::Furniture;
    } else if (heading_ > 0) {
      kind = Kind::Heading;
      level = heading_;
    } else if (item_depth_ > 0) {
      kind = Kind::ListItem;
      level = std::max(1U, list_depth_);
    }
    bool more = document_.begin_paragraph(kind, level);
    more = more && give_runs({});
    document_.end_paragraph();
    text_.clear();
    return more;
  }

  void add_text(const Node& node) {
    const Tag parent = tree_[node.parent].tag;
    text_.set_raise(parent == Tag::Sup   ? TextCollector::Raise::Up
                    : parent == Tag::Sub ? TextCollector::Raise::Down
                                         : TextCollector::Raise::None);
    text_.add(node.text, node.line, node.literal, false);
  }

  /// Inside <pre> a line is a paragraph.
  bool add_lines(const Node& node) {
    std::string_view rest = node.text;
    for (std::uint32_t line = node.line;; ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text_.add(rest.substr(0, end), line, node.literal, true);
      if (end == rest.size()) return true;
      if (!flush()) return false;
      rest.remove_prefix(end + 1);
    }
  }

  /// The gathered text with its places.
  bool give_runs(sdk::Place place) {
    if (text_.empty()) return true;
    const auto& runs = text_.runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const std::size_t end = i + 1 < runs.size() ? runs[i + 1].begin : text_.text().size();
      place.line = runs[i].line;
      if (!document_.text(std::string_view(text_.text()).substr(runs[i].begin, end - runs[i].begin),
                          place))
        return false;
    }
    return true;
  }

  // ---- tables ----

  /// A data table, then the data tables that stand in its cells, and so on.
  bool emit_tables(NodeId table) {
    std::vector<NodeId> waiting{table};
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      inner_tables_.clear();
      if (!emit_table(waiting[i])) return false;
      waiting.insert(waiting.end(), inner_tables_.begin(), inner_tables_.end());
    }
    return true;
  }

  bool emit_table(NodeId table) {
    const Grid grid = resolve_grid(tree_, table, page_.hidden);
    if (grid.caption != kNone &&
        !(walk(grid.caption, &Emitter::enter_cell, &Emitter::leave_cell) && flush()))
      return false;
    sdk::Place place = sdk::line(tree_[table].line);
    place.table = ++table_count_;
    bool more = document_.begin_table(place);
    for (const GridCell& cell : grid.cells) {
      if (!more) break;
      place.row = cell.row + 1;
      place.column = cell.column + 1;
      more = walk(cell.node, &Emitter::enter_cell, &Emitter::leave_cell) &&
             document_.begin_cell(cell.row, cell.column, cell.row_span, cell.column_span,
                                  cell.header) &&
             give_runs(place);
      document_.end_cell();
      text_.clear();
    }
    document_.end_table();
    return more;
  }

  Step enter_cell(NodeId id) {
    const Node& node = tree_[id];
    if (page_.hidden[id]) return remove(id);
    if (node.tag == Tag::Text) {
      add_text(node);
      return Step::Over;
    }
    if (node.tag == Tag::Table && page_.data_table[id]) {
      inner_tables_.push_back(id);
      text_.break_line();
      return Step::Over;
    }
    if (is_block(node.tag) || node.tag == Tag::Br) text_.break_line();
    return Step::Into;
  }

  bool leave_cell(NodeId id) {
    if (is_block(tree_[id].tag)) text_.break_line();
    return true;
  }

  // ---- what is left out ----

  Step remove(NodeId id) {
    const Tag tag = tree_[id].tag;
    const bool note = tag == Tag::Rt || tag == Tag::Rp;
    TextCollector paragraph = std::move(text_);
    text_ = note ? std::move(ruby_notes_) : TextCollector();
    text_.break_line();
    walk(id, &Emitter::enter_removed, &Emitter::leave_cell);
    if (note) {
      ruby_notes_ = std::move(text_);
    } else if (!text_.empty()) {
      document_.removed(text_.text(), reason_of(tree_[id]), sdk::line(text_.runs().front().line));
    }
    text_ = std::move(paragraph);
    return Step::Over;
  }

  static std::string_view reason_of(const Node& node) {
    return node.tag == Tag::Del ? "deleted-text" : node.struck ? "struck-text" : "hidden-text";
  }

  Step enter_removed(NodeId id) {
    const Node& node = tree_[id];
    if (node.tag == Tag::Text) add_text(node);
    if (is_block(node.tag) || node.tag == Tag::Br) text_.break_line();
    return node.tag == Tag::Text ? Step::Over : Step::Into;
  }

  /// Readings over characters, a page of them as one removed text.
  void emit_ruby_notes() {
    if (!ruby_notes_.empty())
      document_.removed(ruby_notes_.text(), "hidden-text",
                        sdk::line(ruby_notes_.runs().front().line));
  }

  const Tree& tree_;
  const PageAnalysis& page_;
  sdk::DocumentBuilder& document_;
  TextCollector text_;
  TextCollector ruby_notes_;
  std::vector<NodeId> inner_tables_;
  std::uint32_t table_count_ = 0;
  std::uint32_t furniture_depth_ = 0, list_depth_ = 0, item_depth_ = 0, pre_depth_ = 0,
                heading_ = 0;
};

}  // namespace

bool emit_document(const Tree& tree, const PageAnalysis& page, sdk::DocumentBuilder& document) {
  return Emitter(tree, page, document).run();
}

}  // namespace guifan::html
