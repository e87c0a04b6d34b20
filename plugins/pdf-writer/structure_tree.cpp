// SPDX-License-Identifier: Apache-2.0
#include "structure_tree.h"

namespace guifan::pdfwriter {

StructureTree::Element StructureTree::add(Element parent, std::string_view tag,
                                          std::string_view attributes) {
  const auto element = static_cast<Element>(elements_.size());
  elements_.push_back({parent, std::string(tag), std::string(attributes), {}});
  elements_[parent].kids.push_back({true, element, 0});
  return element;
}

std::uint32_t StructureTree::mark(Element element, std::uint32_t page) {
  if (marks_.size() <= page) marks_.resize(page + 1);
  const auto number = static_cast<std::uint32_t>(marks_[page].size());
  marks_[page].push_back(element);
  elements_[element].kids.push_back({false, number, page});
  return number;
}

std::string StructureTree::kids_of(const Node& node, const std::vector<ObjectId>& ids,
                                   const std::vector<ObjectId>& pages) const {
  // The usual case, content on one page only, has a short form.
  if (node.kids.size() == 1 && !node.kids[0].is_element)
    return "/Pg " + reference(pages[node.kids[0].page]) + "/K " +
           std::to_string(node.kids[0].number);
  std::string out = "/K[";
  for (const Kid& kid : node.kids) {
    if (kid.is_element)
      out += reference(ids[kid.number]) + " ";
    else
      out += "<</Type/MCR/Pg " + reference(pages[kid.page]) + "/MCID " +
             std::to_string(kid.number) + ">>";
  }
  return out + "]";
}

ObjectId StructureTree::put(ObjectFile& file, const std::vector<ObjectId>& pages) const {
  const ObjectId root = file.reserve();
  std::vector<ObjectId> ids;
  for (std::size_t i = 0; i < elements_.size(); ++i) ids.push_back(file.reserve());
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const Node& node = elements_[i];
    std::string value = "<</S/" + node.tag + "/P " + reference(i == 0 ? root : ids[node.parent]);
    if (!node.kids.empty()) value += kids_of(node, ids, pages);
    if (!node.attributes.empty()) value += "/A<<" + node.attributes + ">>";
    file.put(ids[i], value + ">>");
  }
  std::string numbers = "<</Nums[";
  for (std::size_t page = 0; page < marks_.size(); ++page) {
    std::string of_page = "[";
    for (const Element element : marks_[page]) of_page += reference(ids[element]) + " ";
    numbers += std::to_string(page) + " " + reference(file.add(of_page + "]")) + " ";
  }
  const ObjectId parent_tree = file.add(numbers + "]>>");
  file.put(root, "<</Type/StructTreeRoot/K " + reference(ids[kDocument]) + "/ParentTree " +
                     reference(parent_tree) + "/ParentTreeNextKey " + std::to_string(pages.size()) +
                     ">>");
  return root;
}

}  // namespace guifan::pdfwriter
