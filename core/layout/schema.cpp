// SPDX-License-Identifier: Apache-2.0
#include "layout/schema.h"

#include <fmt/format.h>

#include <string>

namespace guifan {
namespace {

struct Complaint {
  long line = 0;
  std::string text;
  std::string element;  ///< whose attributes are wrong, where libxml2 does not say on which line
};

struct ParserDeleter {
  void operator()(xmlRelaxNGParserCtxt* context) const { xmlRelaxNGFreeParserCtxt(context); }
};
struct ValidatorDeleter {
  void operator()(xmlRelaxNGValidCtxt* context) const { xmlRelaxNGFreeValidCtxt(context); }
};

std::string attributes(const xmlNode& element) {
  std::string names;
  for (const xmlAttr* each = element.properties; each != nullptr; each = each->next)
    names += std::string(" ") + reinterpret_cast<const char*>(each->name);
  return names;
}

/// Keeps the complaint deepest in the file: libxml2 reports the real mistake first and then every
/// element around it.
void collect(void* target, xmlErrorPtr error) {
  auto& complaint = *static_cast<Complaint*>(target);
  if (error == nullptr || error->message == nullptr) return;
  // What an element lacks has no line of its own; the element has one.
  const auto* node = static_cast<const xmlNode*>(error->node);
  const long line = error->line > 0 || node == nullptr ? error->line : xmlGetLineNo(node);
  if (!complaint.text.empty() && line <= complaint.line) return;
  complaint.line = line;
  complaint.text = error->message;
  while (!complaint.text.empty() && complaint.text.back() == '\n') complaint.text.pop_back();
  if (!complaint.text.ends_with("failed to validate attributes")) return;
  complaint.text += ": one is missing, not known or has a wrong value";
  if (node != nullptr)
    complaint.text += "; there are" + attributes(*node);
  else if (error->str1 != nullptr)
    complaint.element = error->str1;
}

/// The next node in the order of the file, below `root`; null after the last one.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root) {
  if (node->children != nullptr && node->type == XML_ELEMENT_NODE) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

std::string lines_of(const xmlNode* root, std::string_view element) {
  std::string lines;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root))
    if (node->type == XML_ELEMENT_NODE && element_name(*node) == element)
      lines += (lines.empty() ? "" : ", ") + std::to_string(xmlGetLineNo(node));
  return lines;
}

/// A grammar that pulls in other files could reach the network; ours does not need to.
bool refers_elsewhere(const xmlNode* root) {
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root))
    if (node->type == XML_ELEMENT_NODE &&
        (element_name(*node) == "include" || element_name(*node) == "externalRef"))
      return true;
  return false;
}

}  // namespace

Result<LayoutSchema> LayoutSchema::load(const std::filesystem::path& path) {
  auto file = read_xml_file(path);
  if (!file) return file.error();
  if (refers_elsewhere(file->root())) {
    return layout_error("LAY-006", path, 0, "include and externalRef are not allowed");
  }
  Complaint complaint;
  const std::unique_ptr<xmlRelaxNGParserCtxt, ParserDeleter> context(
      xmlRelaxNGNewDocParserCtxt(file->document.get()));
  if (!context) return layout_error("LAY-006", path, 0, "out of memory");
  xmlRelaxNGSetParserStructuredErrors(context.get(), collect, &complaint);
  LayoutSchema schema(xmlRelaxNGParse(context.get()));
  if (!schema.schema_) {
    return layout_error("LAY-006", path, complaint.line,
                        complaint.text.empty() ? "not a RELAX NG grammar" : complaint.text);
  }
  return schema;
}

Result<bool> LayoutSchema::check(const XmlFile& file) const {
  const std::unique_ptr<xmlRelaxNGValidCtxt, ValidatorDeleter> context(
      xmlRelaxNGNewValidCtxt(schema_.get()));
  if (!context) return layout_error("LAY-004", file.path, 0, "out of memory");
  Complaint complaint;
  xmlRelaxNGSetValidStructuredErrors(context.get(), collect, &complaint);
  if (xmlRelaxNGValidateDoc(context.get(), file.document.get()) == 0) return true;
  if (!complaint.element.empty())
    complaint.text +=
        fmt::format("; such elements stand in line {}", lines_of(file.root(), complaint.element));
  return layout_error("LAY-004", file.path, complaint.line,
                      complaint.text.empty() ? "breaks the grammar" : complaint.text);
}

}  // namespace guifan
