// SPDX-License-Identifier: Apache-2.0
#include "outline.h"

#include <algorithm>

#include "pages.h"

namespace guifan::pdfwriter {
namespace {

struct Node {
  ObjectId id = 0, parent = 0, previous = 0, next = 0, first = 0, last = 0;
  std::size_t children = 0;
};

}  // namespace

ObjectId Outline::put(ObjectFile& file) const {
  if (entries_.empty()) return 0;
  // nodes[0] is the root; open[d] is the latest node of depth d.
  std::vector<Node> nodes(1);
  nodes[0].id = file.reserve();
  std::vector<std::size_t> open{0};
  for (const OutlineEntry& entry : entries_) {
    // A section before the first chapter hangs on what there is.
    const std::size_t depth = std::min<std::size_t>(entry.depth, open.size());
    const std::size_t parent = open[depth - 1];
    Node node;
    node.id = file.reserve();
    node.parent = nodes[parent].id;
    if (nodes[parent].children++ == 0) {
      nodes[parent].first = node.id;
    } else {
      node.previous = nodes[parent].last;
      nodes[open[depth]].next = node.id;
    }
    nodes[parent].last = node.id;
    open.resize(depth);
    open.push_back(nodes.size());
    nodes.push_back(node);
  }
  const auto family = [](const Node& node) {
    return node.children == 0 ? std::string()
                              : "/First " + reference(node.first) + "/Last " + reference(node.last);
  };
  file.put(nodes[0].id, "<</Type/Outlines" + family(nodes[0]) + "/Count " +
                            std::to_string(nodes[0].children) + ">>");
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const OutlineEntry& entry = entries_[i];
    const Node& node = nodes[i + 1];
    std::string value = "<</Title" + text_string(entry.text) + "/Parent " + reference(node.parent) +
                        "/Dest[" + reference(entry.page) + "/XYZ 0 " +
                        number(paper::kHeight - entry.top) + " null]" + family(node);
    if (node.previous != 0) value += "/Prev " + reference(node.previous);
    if (node.next != 0) value += "/Next " + reference(node.next);
    // Closed: the chapters are an overview, the sections below them wait.
    if (node.children != 0) value += "/Count -" + std::to_string(node.children);
    file.put(node.id, value + ">>");
  }
  return nodes[0].id;
}

}  // namespace guifan::pdfwriter
