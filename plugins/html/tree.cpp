// SPDX-License-Identifier: Apache-2.0
#include "html/tree.h"

#include <algorithm>
#include <array>

#include "html/character_reference.h"
#include "html/element_hints.h"

namespace guifan::html {
namespace {

constexpr std::uint32_t kNowhere = 0;  // stack position of the root: "not open"

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::uint32_t read_span(std::string_view value, std::uint32_t limit) {
  while (!value.empty() && is_space(value.front())) value.remove_prefix(1);
  std::uint32_t span = 0;
  std::size_t digits = 0;
  for (; digits < value.size() && value[digits] >= '0' && value[digits] <= '9'; ++digits)
    span = std::min(span * 10 + static_cast<std::uint32_t>(value[digits] - '0'), limit);
  return digits == 0 ? 1 : span;
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Builder {
 public:
  explicit Builder(std::string_view html) : tokenizer_(html) {
    // Two tags bring two nodes, an element and its text.
    const auto tags = static_cast<std::size_t>(std::ranges::count(html, '<'));
    tree_.nodes.reserve(std::min(tags + 16, kNodes));
    tree_.nodes.emplace_back();
    stack_.push_back({0, Tag::Root, kNowhere, 0});
  }

  Tree build() {
    for (;;) {
      const Token token = tokenizer_.next();
      tree_.too_many_nodes = tree_.nodes.size() >= kNodes;
      if (tree_.too_many_nodes) return std::move(tree_);
      switch (token.kind) {
        case Token::Kind::EndOfFile:
          tree_.broken_places = tokenizer_.broken_places();
          return std::move(tree_);
        case Token::Kind::Text:
          text(token);
          break;
        case Token::Kind::RawText:
          raw_text(token);
          break;
        case Token::Kind::Start:
          start(token);
          break;
        case Token::Kind::End:
          end(token);
          break;
      }
    }
  }

 private:
  struct Open {
    NodeId node;
    Tag tag;
    std::uint32_t previous_same;  ///< stack position of the next outer element of this name
    std::uint32_t
        same_inside;  ///< Inline: elements of this name that are open inside and have no node
  };

  std::uint32_t open(Tag tag) const { return open_[static_cast<std::size_t>(tag)]; }
  std::uint32_t innermost(std::initializer_list<Tag> tags) const {
    std::uint32_t position = kNowhere;
    for (const Tag tag : tags) position = std::max(position, open(tag));
    return position;
  }
  /// What ordinary end tags and implied ends never cross.
  std::uint32_t barrier() const {
    return innermost({Tag::Td, Tag::Th, Tag::Caption, Tag::Table, Tag::Template});
  }
  Tag top() const { return stack_.back().tag; }

  NodeId append(NodeId parent, const Token& token, Tag tag) {
    const auto id = static_cast<NodeId>(tree_.nodes.size());
    Node& node = tree_.nodes.emplace_back();
    node.tag = tag;
    node.line = token.line;
    link(parent, id, kNone);
    return id;
  }

  /// Makes `id` a child of `parent`, before the child `before` or last.
  void link(NodeId parent, NodeId id, NodeId before) {
    Node& owner = tree_.nodes[parent];
    Node& node = tree_.nodes[id];
    node.parent = parent;
    node.next = before;
    node.previous = before == kNone ? owner.last : tree_.nodes[before].previous;
    (node.previous == kNone ? owner.first : tree_.nodes[node.previous].next) = id;
    (before == kNone ? owner.last : tree_.nodes[before].previous) = id;
  }

  void push(NodeId node, Tag tag) {
    auto& position = open_[static_cast<std::size_t>(tag)];
    stack_.push_back({node, tag, position, 0});
    position = static_cast<std::uint32_t>(stack_.size() - 1);
  }
  /// Closes the element at `position` and everything inside it.
  void pop_to(std::uint32_t position) {
    while (stack_.size() > position) {
      const Open& element = stack_.back();
      open_[static_cast<std::size_t>(element.tag)] = element.previous_same;
      stack_.pop_back();
    }
  }
  /// Closes the innermost element of these names unless `limit` stands inside it.
  void close(std::initializer_list<Tag> tags, std::uint32_t limit) {
    const std::uint32_t position = innermost(tags);
    if (position > limit) pop_to(position);
  }

  bool in_table_context() const {
    const Tag tag = top();
    return tag == Tag::Table || tag == Tag::Tr || tag == Tag::Tbody || tag == Tag::Thead ||
           tag == Tag::Tfoot;
  }

  /// The node that takes text and blocks here: between the cells of a table, a node before the
  /// table.
  NodeId place_for_content(const Token& token) {
    if (!in_table_context()) return stack_.back().node;
    const NodeId table = stack_[open(Tag::Table)].node;
    if (tree_.nodes[table].misplaced == kNone) {
      const auto id = static_cast<NodeId>(tree_.nodes.size());
      Node& node = tree_.nodes.emplace_back();
      node.tag = Tag::Div;
      node.line = token.line;
      link(tree_.nodes[table].parent, id, table);
      tree_.nodes[table].misplaced = id;
    }
    return tree_.nodes[table].misplaced;
  }

  void text(const Token& token) {
    const bool blank = std::ranges::all_of(token.text, is_space);
    if (blank && in_table_context()) return;
    const NodeId id = append(place_for_content(token), token, Tag::Text);
    tree_.nodes[id].text = token.text;
    tree_.nodes[id].literal = token.literal;
  }

  void raw_text(const Token& token) {
    if (token.tag == Tag::Title) {
      if (tree_.title.empty()) tree_.title = collapsed(decode_references(token.text));
    } else if (token.tag == Tag::Xmp || token.tag == Tag::Textarea || token.tag == Tag::Noframes) {
      const NodeId element =
          append(place_for_content(token), token, token.tag == Tag::Xmp ? Tag::Pre : Tag::Noscript);
      const NodeId id = append(element, token, Tag::Text);
      tree_.nodes[id].text = token.text;
      tree_.nodes[id].literal = true;
    }
  }

  void meta(const Token& token) {
    const std::string_view name = token.has(Attribute::Name) ? token.value(Attribute::Name)
                                                             : token.value(Attribute::Property);
    const std::string value = collapsed(decode_references(token.value(Attribute::Content)));
    if (!name.empty() && !value.empty() && name != "viewport")
      tree_.metadata.emplace_back(decode_references(name), value);
  }

  void start(const Token& token) {
    switch (token.tag) {
      case Tag::Meta:
        meta(token);
        return;
      case Tag::Ignored:
        return;
      case Tag::Inline:
        start_inline(token, Tag::Inline);
        return;
      case Tag::Br:
        append(place_for_content(token), token, Tag::Br);
        return;
      case Tag::Table:
        start_table(token);
        return;
      case Tag::Caption:
      case Tag::Thead:
      case Tag::Tbody:
      case Tag::Tfoot:
      case Tag::Tr:
      case Tag::Td:
      case Tag::Th:
        start_table_part(token);
        return;
      default:
        if (!is_raw_text(token.tag)) start_element(token);
    }
  }

  /// Inline elements have a node only where they hide their content.
  void start_inline(const Token& token, Tag tag) {
    if (token.self_closing) return;
    if (top() == tag) ++stack_.back().same_inside;
    if (top() != tag && (is_hidden_by_style(token) || is_struck_through(token)))
      push_element(place_for_content(token), token, tag);
  }

  void push_element(NodeId parent, const Token& token, Tag tag) {
    if (stack_.size() >= kElementDepth) {
      ++tree_.too_deep;
      return;
    }
    const NodeId id = append(parent, token, tag);
    Node& node = tree_.nodes[id];
    node.hidden_by_style = is_hidden_by_style(token);
    node.struck = is_struck_through(token);
    node.furniture_by_name = is_named_as_furniture(token);
    if (tag == Tag::Td || tag == Tag::Th) {
      node.column_span = std::max(1U, read_span(token.value(Attribute::Colspan), 1'000));
      node.row_span = read_span(token.value(Attribute::Rowspan), 65'534);
    }
    push(id, tag);
  }

  /// The implied ends before a block begins.
  void close_before_block(Tag tag) {
    const std::uint32_t limit = barrier();
    close({Tag::Select}, limit);
    close({Tag::P}, limit);
    if (heading_level(tag) != 0 && heading_level(top()) != 0)
      pop_to(static_cast<std::uint32_t>(stack_.size() - 1));
    if (tag == Tag::Li) close({Tag::Li}, std::max(limit, innermost({Tag::Ul, Tag::Ol, Tag::Menu})));
    if (tag == Tag::Dt || tag == Tag::Dd) close({Tag::Dt, Tag::Dd}, std::max(limit, open(Tag::Dl)));
  }

  void start_element(const Token& token) {
    if (is_block(token.tag)) close_before_block(token.tag);
    if (token.tag == Tag::Rt || token.tag == Tag::Rp)
      close({Tag::Rt, Tag::Rp}, std::max(barrier(), open(Tag::Ruby)));
    if (token.tag == Tag::Hr) {
      append(place_for_content(token), token, Tag::Hr);
    } else {
      push_element(place_for_content(token), token, token.tag);
    }
  }

  void start_table(const Token& token) {
    close({Tag::Select, Tag::P}, barrier());
    if (in_table_context()) imply_cell(token);  // a table right inside a row: as if in a cell
    push_element(stack_.back().node, token, Tag::Table);
  }

  void imply(const Token& token, Tag tag) {
    if (stack_.size() >= kElementDepth) return;
    push(append(stack_.back().node, token, tag), tag);
  }

  void imply_cell(const Token& token) {
    if (top() != Tag::Tr) imply(token, Tag::Tr);
    imply(token, Tag::Td);
  }

  void start_table_part(const Token& token) {
    close({Tag::Select}, innermost({Tag::Table}));
    std::uint32_t table = open(Tag::Table);
    const bool part_of_cell = token.tag == Tag::Td || token.tag == Tag::Th || token.tag == Tag::Tr;
    if (table == kNowhere) {
      if (!part_of_cell) return;
      // Rows without a table come from cut-out pages; a browser would run their cells together.
      close({Tag::P}, barrier());
      imply(token, Tag::Table);
      table = open(Tag::Table);
      if (table == kNowhere) return;
    }
    if (token.tag == Tag::Td || token.tag == Tag::Th) {
      close({Tag::Td, Tag::Th}, table);
      if (open(Tag::Tr) > table) {
        pop_to(open(Tag::Tr) + 1);
      } else {
        back_to_table_context(table);
        imply(token, Tag::Tr);
      }
    } else if (token.tag == Tag::Tr) {
      close({Tag::Tr}, table);
      back_to_table_context(table);
    } else {
      close({Tag::Tr, Tag::Thead, Tag::Tbody, Tag::Tfoot, Tag::Caption}, table);
      pop_to(table + 1);
    }
    push_element(stack_.back().node, token, token.tag);
  }

  void back_to_table_context(std::uint32_t table) {
    const std::uint32_t section = innermost({Tag::Thead, Tag::Tbody, Tag::Tfoot});
    pop_to(std::max(section, table) + 1);
  }

  void end(const Token& token) {
    switch (token.tag) {
      case Tag::Inline:
        end_inline(Tag::Inline);
        return;
      case Tag::Table:
        close({Tag::Table}, kNowhere);
        return;
      case Tag::Caption:
      case Tag::Thead:
      case Tag::Tbody:
      case Tag::Tfoot:
      case Tag::Tr:
      case Tag::Td:
      case Tag::Th:
        close({token.tag}, open(Tag::Table));
        return;
      case Tag::H1:
      case Tag::H2:
      case Tag::H3:
      case Tag::H4:
      case Tag::H5:
      case Tag::H6:
        close({Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6}, barrier());
        return;
      case Tag::Template:
        close({Tag::Template}, innermost({Tag::Td, Tag::Th, Tag::Caption, Tag::Table}));
        return;
      default:
        if (!is_raw_text(token.tag) && token.tag != Tag::Meta && token.tag != Tag::Ignored)
          close({token.tag}, barrier());
    }
  }

  void end_inline(Tag tag) {
    if (top() != tag) return;
    if (stack_.back().same_inside > 0) {
      --stack_.back().same_inside;
    } else {
      pop_to(static_cast<std::uint32_t>(stack_.size() - 1));
    }
  }

  Tokenizer tokenizer_;
  Tree tree_;
  std::vector<Open> stack_;
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::Count)> open_{};
};

}  // namespace

Tree build_tree(std::string_view html) {
  return Builder(html).build();
}

}  // namespace guifan::html
