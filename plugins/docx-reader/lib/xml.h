// SPDX-License-Identifier: Apache-2.0
// XML of an OOXML part as events. libxml2's SAX2 interface below: nothing recursive, no tree in
// memory.
//
// Transitional, strict and the related namespaces are folded into one Space each, so that a handler
// never compares URIs. Document type declarations are refused (the packaging standard forbids
// them), which also rules entity expansion out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guifan::docx {

enum class Space : std::uint8_t {
  None,           ///< no namespace
  Word,           ///< wordprocessingml, transitional or strict
  Compatibility,  ///< markup compatibility (mc:)
  Relation,       ///< r:id attributes
  Drawing,        ///< DrawingML main (a:)
  Shape,          ///< wps:, wpg:, wpc:
  Vml,
  Math,
  Office,   ///< urn:schemas-microsoft-com:office:office
  Word14,   ///< Word's own extensions
  Package,  ///< content types and relationships
  Core,     ///< core properties, Dublin Core
  Other,
};

/// One start tag. Views are valid during the call only.
class XmlElement {
 public:
  Space space = Space::Other;
  std::string_view name;

  /// The attribute's value, empty where there is none. An attribute without namespace counts as the
  /// element's own.
  std::string_view attribute(Space attribute_space, std::string_view attribute_name) const;
  bool has_attribute(Space attribute_space, std::string_view attribute_name) const;
  /// The namespace URI that `prefix` stands for here, empty for none.
  std::string_view uri_of_prefix(std::string_view prefix) const;

  // Filled by the parser.
  const unsigned char** raw_attributes = nullptr;
  int attribute_count = 0;
  const void* scope = nullptr;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlElement& element) = 0;
  virtual void end() = 0;
  virtual void text(std::string_view text) = 0;
  /// True: the handler has seen enough, or a limit was hit.
  virtual bool stopped() const { return false; }
};

enum class XmlEnd : std::uint8_t {
  Complete,
  Stopped,
  Malformed,
  DocumentType,
  TooDeep,
  TooManyAttributes
};

struct XmlOutcome {
  XmlEnd end = XmlEnd::Complete;
  std::string message;       ///< Malformed: the parser's words
  std::size_t line = 0;      ///< Malformed: 1-based line of the part
  std::size_t warnings = 0;  ///< recoverable errors, such as an undeclared prefix
};

/// Parses a whole part. Memory beyond libxml2's buffers is a small constant. Throws only what the
/// handler throws.
XmlOutcome parse_xml(std::string_view bytes, XmlHandler& handler);

/// The Space of a namespace URI.
Space space_of(std::string_view uri);

}  // namespace guifan::docx
