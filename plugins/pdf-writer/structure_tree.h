// SPDX-License-Identifier: Apache-2.0
// The tags: what is a heading, a paragraph, a table with its rows and cells (ISO 32000-1, 14.7).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "object_file.h"

namespace guifan::pdfwriter {

class StructureTree {
 public:
  using Element = std::uint32_t;
  static constexpr Element kDocument = 0;

  StructureTree() : elements_(1) { elements_[kDocument].tag = "Document"; }

  /// `attributes`: entries of an attribute dictionary, may be empty.
  Element add(Element parent, std::string_view tag, std::string_view attributes = {});
  /// Content of the element on a page (from 0): its number for the content stream.
  std::uint32_t mark(Element element, std::uint32_t page);
  std::string_view tag(Element element) const { return elements_[element].tag; }

  /// Puts the whole tree; the result is its root. Pages name their place in it by
  /// /StructParents = page.
  ObjectId put(ObjectFile& file, const std::vector<ObjectId>& pages) const;

 private:
  struct Kid {
    bool is_element = false;
    std::uint32_t number = 0;  ///< of the element, or of the content on the page
    std::uint32_t page = 0;
  };
  struct Node {
    Element parent = 0;
    std::string tag, attributes;
    std::vector<Kid> kids;
  };
  std::string kids_of(const Node& node, const std::vector<ObjectId>& ids,
                      const std::vector<ObjectId>& pages) const;

  std::vector<Node> elements_;
  std::vector<std::vector<Element>> marks_;  ///< by page, then by number
};

}  // namespace guifan::pdfwriter
