// SPDX-License-Identifier: Apache-2.0
#include "layout/xml_file.h"

#include <libxml/parser.h>

#include <fstream>

#include "guifan/limits.h"

namespace guifan {
namespace {

struct ParserDeleter {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string collapse(std::string_view text) {
  std::string collapsed;
  bool gap = false;
  for (const char byte : text) {
    if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
      gap = !collapsed.empty();
      continue;
    }
    if (gap) collapsed += ' ';
    gap = false;
    collapsed += byte;
  }
  return collapsed;
}

std::string_view as_text(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

}  // namespace

Error layout_error(std::string id, const std::filesystem::path& path, long line, std::string text) {
  Error error;
  error.kind = id == "LAY-001" ? ErrorKind::Io : ErrorKind::Malformed;
  error.id = std::move(id);
  error.message =
      path.string() + (line > 0 ? ":" + std::to_string(line) : "") + ": " + std::move(text);
  if (line > 0) error.place = "line " + std::to_string(line);
  return error;
}

Result<std::string> read_format_bytes(const std::filesystem::path& path) {
  std::error_code status;
  if (!std::filesystem::is_regular_file(path, status)) {
    return layout_error("LAY-001", path, 0, status ? status.message() : "not a regular file");
  }
  const auto size = std::filesystem::file_size(path, status);
  if (status) return layout_error("LAY-001", path, 0, status.message());
  if (size > limits::layout_file_bytes) {
    Error error = layout_error("LAY-002", path, 0, "limits::layout_file_bytes");
    error.kind = ErrorKind::LimitExceeded;
    return error;
  }
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream) return layout_error("LAY-001", path, 0, "read error");
  return bytes;
}

Result<XmlFile> parse_xml(const std::filesystem::path& path, std::string_view bytes) {
  // Without a document type there are no entities to expand and nothing external to fetch. A
  // comment that holds the word is refused too, which costs nobody anything.
  if (bytes.find("<!DOCTYPE") != std::string_view::npos) {
    return layout_error("LAY-003", path, 0, "document types are not allowed");
  }
  xmlInitParser();
  const std::unique_ptr<xmlParserCtxt, ParserDeleter> context(xmlNewParserCtxt());
  if (!context) return layout_error("LAY-003", path, 0, "out of memory");
  XmlFile file;
  file.path = path;
  file.document.reset(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()),
                                        path.string().c_str(), "UTF-8",
                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!file.document || file.root() == nullptr) {
    const xmlError* reason = xmlCtxtGetLastError(context.get());
    const bool known = reason != nullptr && reason->message != nullptr;
    return layout_error("LAY-003", path, reason != nullptr ? reason->line : 0,
                        known ? collapse(reason->message) : "not well-formed XML");
  }
  return file;
}

Result<XmlFile> read_xml_file(const std::filesystem::path& path) {
  const auto bytes = read_format_bytes(path);
  if (!bytes) return bytes.error();
  return parse_xml(path, *bytes);
}

std::string_view element_name(const xmlNode& node) {
  return as_text(node.name);
}

std::optional<std::string> attribute(const xmlNode& node, const char* name) {
  struct TextDeleter {
    void operator()(xmlChar* text) const { xmlFree(text); }
  };
  const std::unique_ptr<xmlChar, TextDeleter> value(
      xmlGetNoNsProp(&node, reinterpret_cast<const xmlChar*>(name)));
  if (!value) return std::nullopt;
  return collapse(as_text(value.get()));
}

std::string element_text(const xmlNode& node) {
  std::string text;
  for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      text += as_text(child->content);
  }
  return collapse(text);
}

const xmlNode* next_element(const xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

}  // namespace guifan
