// SPDX-License-Identifier: Apache-2.0
#include "properties.h"

#include <array>

#include "utf8.h"
#include "xml.h"

namespace guifan::docx {
namespace {

struct Row {
  std::string_view element, key;
};
constexpr std::array kProperties = {
    Row{"title", "title"},
    Row{"subject", "subject"},
    Row{"creator", "author"},
    Row{"keywords", "keywords"},
    Row{"description", "description"},
    Row{"lastModifiedBy", "last-modified-by"},
    Row{"created", "created"},
    Row{"modified", "modified"},
    Row{"Application", "generator"},
    Row{"AppVersion", "generator-version"},
    Row{"Company", "company"},
};
constexpr std::size_t kLongestProperty = 4'096;  // bytes

struct PropertyHandler : XmlHandler {
  sdk::DocumentBuilder* document = nullptr;
  std::size_t depth = 0;
  std::string_view key;
  std::string value;
  void start(const XmlElement& element) override {
    ++depth;
    value.clear();
    key = {};
    if (depth != 2) return;
    for (const Row& row : kProperties)
      if (row.element == element.name) key = row.key;
  }
  void end() override {
    if (depth == 2 && !key.empty() && !is_blank(value)) document->metadata(key, value);
    key = {};
    --depth;
  }
  void text(std::string_view text) override {
    if (!key.empty() && value.size() + text.size() <= kLongestProperty) value += text;
  }
};

void emit_part(Package& package, std::string_view part, sdk::DocumentBuilder& document) {
  const std::string bytes = package.read_optional(part);
  if (bytes.empty()) return;
  PropertyHandler handler;
  handler.document = &document;
  if (parse_xml(bytes, handler).end != XmlEnd::Complete)
    package.unreadable().push_back(
        {sdk::Status::Malformed, "DOCX-004", {std::string(part), "XML damaged"}});
}

}  // namespace

void emit_properties(Package& package, sdk::DocumentBuilder& document) {
  const Relationships relationships = package.relationships_of("");
  const std::string core = Package::target_of(relationships, "core-properties");
  const std::string app = Package::target_of(relationships, "extended-properties");
  emit_part(package, core.empty() ? "docprops/core.xml" : core, document);
  emit_part(package, app.empty() ? "docprops/app.xml" : app, document);
}

}  // namespace guifan::docx
