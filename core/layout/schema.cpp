// SPDX-License-Identifier: Apache-2.0
#include "layout/schema.h"

#include <string>

namespace guifan {
namespace {

struct Complaint {
  long line = 0;
  std::string text;
};

struct ParserDeleter {
  void operator()(xmlRelaxNGParserCtxt* context) const { xmlRelaxNGFreeParserCtxt(context); }
};
struct ValidatorDeleter {
  void operator()(xmlRelaxNGValidCtxt* context) const { xmlRelaxNGFreeValidCtxt(context); }
};

/// Keeps the complaint deepest in the file: libxml2 reports the real mistake first and then every
/// element around it.
void collect(void* target, xmlErrorPtr error) {
  auto& complaint = *static_cast<Complaint*>(target);
  if (error == nullptr || error->message == nullptr) return;
  const long line = error->line;
  if (!complaint.text.empty() && line <= complaint.line) return;
  complaint.line = line;
  complaint.text = error->message;
  while (!complaint.text.empty() && complaint.text.back() == '\n') complaint.text.pop_back();
}

/// A grammar that pulls in other files could reach the network; ours does not need to.
bool refers_elsewhere(const xmlNode* root) {
  const xmlNode* node = root;
  while (node != nullptr) {
    if (node->type == XML_ELEMENT_NODE &&
        (element_name(*node) == "include" || element_name(*node) == "externalRef")) {
      return true;
    }
    if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) node = node->parent;
    node = node == root ? nullptr : node->next;
  }
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
  return layout_error("LAY-004", file.path, complaint.line,
                      complaint.text.empty() ? "breaks the grammar" : complaint.text);
}

}  // namespace guifan
