// SPDX-License-Identifier: Apache-2.0
// One XML file in memory, parsed under limits: no network, no document type (hence no entities),
// UTF-8 only.
#pragma once

#include <libxml/tree.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "guifan/result.h"

namespace guifan {

struct XmlDocumentDeleter {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

struct XmlFile {
  std::filesystem::path path;
  std::unique_ptr<xmlDoc, XmlDocumentDeleter> document;

  /// The root element; never null after a successful read_xml_file().
  const xmlNode* root() const { return xmlDocGetRootElement(document.get()); }
};

/// The whole file. Errors: LAY-001 unreadable, LAY-002 over limits::layout_file_bytes.
Result<std::string> read_format_bytes(const std::filesystem::path& path);
/// Parses the bytes of the file `path`. Errors: LAY-003 not well-formed, in another encoding or
/// with a document type.
Result<XmlFile> parse_xml(const std::filesystem::path& path, std::string_view bytes);
/// Both.
Result<XmlFile> read_xml_file(const std::filesystem::path& path);

/// An error whose message starts with "file:line: ". `line` 0: the whole file is meant.
Error layout_error(std::string id, const std::filesystem::path& path, long line, std::string text);

std::string_view element_name(const xmlNode& node);
/// The attribute's value with outer and repeated blanks collapsed, or nullopt where it is missing.
std::optional<std::string> attribute(const xmlNode& node, const char* name);
/// All text of the element, blanks collapsed.
std::string element_text(const xmlNode& node);
/// The first child element at or after `node`; nullptr at the end. Siblings:
/// next_element(node->next).
const xmlNode* next_element(const xmlNode* node);

}  // namespace guifan
