// SPDX-License-Identifier: Apache-2.0
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <exception>
#include <limits>
#include <memory>
#include <vector>

#include "docx_limits.h"

namespace guifan::docx {
namespace {

std::string_view view_of(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

struct NamespaceRow {
  std::string_view uri;
  Space space;
};

constexpr std::array kNamespaces = {
    NamespaceRow{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Space::Word},
    NamespaceRow{"http://purl.oclc.org/ooxml/wordprocessingml/main", Space::Word},
    NamespaceRow{"http://schemas.openxmlformats.org/markup-compatibility/2006",
                 Space::Compatibility},
    NamespaceRow{"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                 Space::Relation},
    NamespaceRow{"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::Relation},
    NamespaceRow{"http://schemas.openxmlformats.org/drawingml/2006/main", Space::Drawing},
    NamespaceRow{"http://purl.oclc.org/ooxml/drawingml/main", Space::Drawing},
    NamespaceRow{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", Space::Shape},
    NamespaceRow{"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", Space::Shape},
    NamespaceRow{"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
                 Space::Shape},
    NamespaceRow{"urn:schemas-microsoft-com:vml", Space::Vml},
    NamespaceRow{"http://schemas.openxmlformats.org/officeDocument/2006/math", Space::Math},
    NamespaceRow{"http://purl.oclc.org/ooxml/officeDocument/math", Space::Math},
    NamespaceRow{"urn:schemas-microsoft-com:office:office", Space::Office},
    NamespaceRow{"http://schemas.microsoft.com/office/word/2010/wordml", Space::Word14},
    NamespaceRow{"http://schemas.openxmlformats.org/package/2006/content-types", Space::Package},
    NamespaceRow{"http://schemas.openxmlformats.org/package/2006/relationships", Space::Package},
    NamespaceRow{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                 Space::Core},
    NamespaceRow{"http://purl.org/dc/elements/1.1/", Space::Core},
    NamespaceRow{"http://purl.org/dc/terms/", Space::Core},
};

struct Prefix {
  std::string prefix, uri;
};

struct Parse {
  XmlHandler* handler = nullptr;
  xmlParserCtxtPtr context = nullptr;
  XmlOutcome outcome;
  std::size_t depth = 0;
  std::vector<Prefix> prefixes;
  std::vector<std::size_t> prefix_marks;
  const xmlChar* last_uri =
      nullptr;  // libxml2 interns URIs of one document: the pointer is the key
  Space last_space = Space::None;
  std::exception_ptr thrown;

  // Nothing may be thrown through libxml2's frames: kept here and thrown again once the parser has
  // returned.
  template <typename Call>
  void guarded(Call call) {
    if (outcome.end != XmlEnd::Complete) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      stop(XmlEnd::Stopped);
    }
  }
  void stop(XmlEnd reason) {
    if (outcome.end == XmlEnd::Complete) outcome.end = reason;
    xmlStopParser(context);
  }
  Space space(const xmlChar* uri) {
    if (!uri) return Space::None;
    if (uri != last_uri) {
      last_uri = uri;
      last_space = space_of(view_of(uri));
    }
    return last_space;
  }
};

void on_start(void* user, const xmlChar* name, const xmlChar*, const xmlChar* uri,
              int namespace_count, const xmlChar** namespaces, int attribute_count, int,
              const xmlChar** attributes) {
  Parse& parse = *static_cast<Parse*>(user);
  parse.guarded([&] {
    if (++parse.depth > limits::element_depth) return parse.stop(XmlEnd::TooDeep);
    parse.prefix_marks.push_back(parse.prefixes.size());
    for (int i = 0; i < namespace_count; ++i)
      parse.prefixes.push_back(
          {std::string(view_of(namespaces[2 * i])), std::string(view_of(namespaces[2 * i + 1]))});
    XmlElement element;
    element.space = parse.space(uri);
    element.name = view_of(name);
    element.raw_attributes = attributes;
    element.attribute_count = attribute_count;
    element.scope = &parse;
    parse.handler->start(element);
    if (parse.handler->stopped()) parse.stop(XmlEnd::Stopped);
  });
}

void on_end(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  Parse& parse = *static_cast<Parse*>(user);
  parse.guarded([&] {
    if (parse.prefix_marks.empty()) return;
    parse.handler->end();
    parse.prefixes.resize(parse.prefix_marks.back());
    parse.prefix_marks.pop_back();
    --parse.depth;
    if (parse.handler->stopped()) parse.stop(XmlEnd::Stopped);
  });
}

void on_text(void* user, const xmlChar* text, int size) {
  Parse& parse = *static_cast<Parse*>(user);
  if (size <= 0) return;
  parse.guarded([&] {
    parse.handler->text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  });
}

void on_document_type(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  static_cast<Parse*>(user)->stop(XmlEnd::DocumentType);
}

void on_error(void* user, xmlErrorPtr error) {
  Parse& parse = *static_cast<Parse*>(user);
  if (parse.outcome.end != XmlEnd::Complete || error->level < XML_ERR_ERROR) return;
  if (error->level == XML_ERR_ERROR) {
    ++parse.outcome.warnings;
    return;
  }
  parse.outcome.end = XmlEnd::Malformed;
  parse.outcome.message = error->message ? error->message : "";
  while (!parse.outcome.message.empty() && parse.outcome.message.back() == '\n')
    parse.outcome.message.pop_back();
  parse.outcome.line = error->line > 0 ? static_cast<std::size_t>(error->line) : 0;
}

// libxml2 compares every attribute of a tag with every other: a tag with 100,000 of them takes half
// a minute. Counting the quoted values of each tag first is linear. NULs are passed over, so that
// UTF-16 is seen too.
bool has_crowded_tag(std::string_view bytes) {
  std::size_t count = 0;
  bool after_equals = false;
  for (const char byte : bytes) {
    if (byte == '\0' || byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r') continue;
    if (byte == '<') count = 0;
    if (after_equals && (byte == '"' || byte == '\'') && ++count > limits::attributes_per_element)
      return true;
    after_equals = byte == '=';
  }
  return false;
}

/// The parser takes what it needs next; xmlCreateMemoryParserCtxt() would copy the whole part.
int read_more(void* user, char* buffer, int size) {
  auto& rest = *static_cast<std::string_view*>(user);
  const std::size_t count = rest.copy(buffer, static_cast<std::size_t>(std::max(size, 0)));
  rest.remove_prefix(count);
  return static_cast<int>(count);
}

struct FreeParser {
  void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

}  // namespace

Space space_of(std::string_view uri) {
  for (const NamespaceRow& row : kNamespaces)
    if (row.uri == uri) return row.space;
  return uri.empty() ? Space::None : Space::Other;
}

std::string_view XmlElement::attribute(Space attribute_space,
                                       std::string_view attribute_name) const {
  for (int i = 0; i < attribute_count; ++i) {
    const xmlChar** raw = raw_attributes + 5 * i;
    if (view_of(raw[0]) != attribute_name) continue;
    if (raw[2] && space_of(view_of(raw[2])) != attribute_space) continue;
    return {reinterpret_cast<const char*>(raw[3]), static_cast<std::size_t>(raw[4] - raw[3])};
  }
  return {};
}

bool XmlElement::has_attribute(Space attribute_space, std::string_view attribute_name) const {
  return attribute(attribute_space, attribute_name).data() != nullptr;
}

std::string_view XmlElement::uri_of_prefix(std::string_view prefix) const {
  const auto& prefixes = static_cast<const Parse*>(scope)->prefixes;
  for (auto known = prefixes.rbegin(); known != prefixes.rend(); ++known)
    if (known->prefix == prefix) return known->uri;
  return {};
}

XmlOutcome parse_xml(std::string_view bytes, XmlHandler& handler) {
  Parse parse;
  parse.handler = &handler;
  if (bytes.empty() || bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    parse.outcome.end = XmlEnd::Malformed;
    parse.outcome.message = "empty part";
    return parse.outcome;
  }
  if (has_crowded_tag(bytes)) {
    parse.outcome.end = XmlEnd::TooManyAttributes;
    return parse.outcome;
  }
  std::string_view rest = bytes;
  std::unique_ptr<xmlParserCtxt, FreeParser> context(
      xmlCreateIOParserCtxt(nullptr, nullptr, read_more, nullptr, &rest, XML_CHAR_ENCODING_NONE));
  if (!context) {
    parse.outcome.end = XmlEnd::Malformed;
    parse.outcome.message = "no memory";
    return parse.outcome;
  }
  parse.context = context.get();
  // NOENT only makes libxml2 hand over "&amp;" as "&": with document types refused no other entity
  // can exist. HUGE lifts its fixed limits (256 levels, 10 MB of text), ours stand instead.
  xmlCtxtUseOptions(context.get(), XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.internalSubset = on_document_type;
  sax.serror = on_error;
  *context->sax = sax;
  context->userData = &parse;
  xmlParseDocument(context.get());
  if (parse.outcome.end == XmlEnd::Complete && !context->wellFormed) {
    parse.outcome.end = XmlEnd::Malformed;
    if (parse.outcome.message.empty()) parse.outcome.message = "not well-formed";
  }
  if (context->myDoc) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = nullptr;
  }
  if (parse.thrown) std::rethrow_exception(parse.thrown);
  return parse.outcome;
}

}  // namespace guifan::docx
