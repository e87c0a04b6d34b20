// SPDX-License-Identifier: Apache-2.0
#include "package.h"

#include <array>

#include "part_text.h"
#include "xml.h"

namespace guifan::docx {
namespace {

constexpr std::array<std::string_view, 8> kMainTypes = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.document.macroenabledtemplate.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    "application/vnd.ms-word.template.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document+xml",
};

bool is_main_type(std::string_view type) {
  for (const std::string_view known : kMainTypes)
    if (part_key(type) == known) return true;
  return false;
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

// Resolves "../x" and "./x" against the folder of the source part, as URIs do.
std::string resolve(std::string_view source, std::string_view target) {
  std::string path =
      target.starts_with("/") ? std::string(target) : folder_of(source) + std::string(target);
  std::vector<std::string> segments;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    std::size_t end = path.find('/', begin);
    if (end == std::string::npos) end = path.size();
    const std::string segment = path.substr(begin, end - begin);
    if (segment == ".." && !segments.empty()) segments.pop_back();
    if (!segment.empty() && segment != "." && segment != "..") segments.push_back(segment);
    begin = end + 1;
  }
  std::string joined;
  for (const std::string& segment : segments) joined += (joined.empty() ? "" : "/") + segment;
  return part_key(joined);
}

struct RelationshipHandler : XmlHandler {
  std::string_view source;
  Relationships found;
  void start(const XmlElement& element) override {
    if (element.space != Space::Package || element.name != "Relationship") return;
    Relationship relationship;
    const std::string_view type = element.attribute(Space::None, "Type");
    relationship.type = std::string(type.substr(type.rfind('/') + 1));
    relationship.external = element.attribute(Space::None, "TargetMode") == "External";
    const std::string_view target = element.attribute(Space::None, "Target");
    relationship.target = relationship.external ? std::string(target) : resolve(source, target);
    found.emplace(std::string(element.attribute(Space::None, "Id")), std::move(relationship));
  }
  void end() override {}
  void text(std::string_view) override {}
};

struct ContentTypeHandler : XmlHandler {
  std::map<std::string, std::string, std::less<>>* parts = nullptr;
  std::map<std::string, std::string, std::less<>>* extensions = nullptr;
  void start(const XmlElement& element) override {
    const std::string type(element.attribute(Space::None, "ContentType"));
    if (element.name == "Override")
      parts->emplace(part_key(element.attribute(Space::None, "PartName")), type);
    if (element.name == "Default")
      extensions->emplace(part_key(element.attribute(Space::None, "Extension")), type);
  }
  void end() override {}
  void text(std::string_view) override {}
};

}  // namespace

Expected<std::string> Package::read(std::string_view part) {
  auto bytes = archive_.read(part);
  if (!bytes) return bytes;
  auto text = part_text(context_, *std::move(bytes));
  if (!text)
    return Failure{
        sdk::Status::Malformed, "DOCX-004", {part_key(part), "characters do not decode"}};
  return *std::move(text);
}

std::string Package::read_optional(std::string_view part) {
  if (!archive_.has(part)) return {};
  auto bytes = read(part);
  if (bytes) return *std::move(bytes);
  unreadable_.push_back(bytes.failure());
  return {};
}

void Package::load_content_types() {
  if (content_types_loaded_) return;
  content_types_loaded_ = true;
  const std::string bytes = read_optional("[content_types].xml");
  if (bytes.empty()) return;
  ContentTypeHandler handler;
  handler.parts = &type_of_part_;
  handler.extensions = &type_of_extension_;
  if (parse_xml(bytes, handler).end != XmlEnd::Complete)
    unreadable_.push_back(
        {sdk::Status::Malformed, "DOCX-004", {"[content_types].xml", "XML damaged"}});
}

std::string Package::content_type_of(std::string_view part) {
  load_content_types();
  if (const auto known = type_of_part_.find(part); known != type_of_part_.end())
    return known->second;
  const auto known = type_of_extension_.find(part.substr(part.rfind('.') + 1));
  return known == type_of_extension_.end() ? std::string() : known->second;
}

Relationships Package::relationships_of(std::string_view source) {
  const std::string folder = folder_of(source);
  const std::string part = folder + "_rels/" + std::string(source.substr(folder.size())) + ".rels";
  const std::string bytes = read_optional(part);
  if (bytes.empty()) return {};
  RelationshipHandler handler;
  handler.source = source;
  if (parse_xml(bytes, handler).end != XmlEnd::Complete)
    unreadable_.push_back({sdk::Status::Malformed, "DOCX-004", {part, "XML damaged"}});
  return std::move(handler.found);
}

std::string Package::target_of(const Relationships& relationships, std::string_view type) {
  for (const auto& [id, relationship] : relationships)
    if (!relationship.external && relationship.type == type) return relationship.target;
  return {};
}

std::string Package::name_of_other_kind() {
  constexpr std::size_t kLongestName = 100;
  if (archive_.has("xl/workbook.xml")) return "Excel";
  if (archive_.has("ppt/presentation.xml")) return "PowerPoint";
  return read_optional("mimetype").substr(0, kLongestName);
}

Expected<std::string> Package::find_main_part() {
  const std::string named = target_of(relationships_of(""), "officeDocument");
  if (!named.empty() && (archive_.has(named) || archive_.adopt_lost(named))) {
    const std::string type = content_type_of(named);
    if (type.find("spreadsheet") != std::string::npos ||
        type.find("ms-excel") != std::string::npos ||
        type.find("presentation") != std::string::npos ||
        type.find("ms-powerpoint") != std::string::npos)
      return Failure{sdk::Status::Unsupported, "DOCX-010", {type}};
    return named;
  }
  load_content_types();
  for (const auto& [part, type] : type_of_part_)
    if (is_main_type(type) && archive_.has(part)) return part;
  if (archive_.has("word/document.xml") || archive_.adopt_lost("word/document.xml"))
    return std::string("word/document.xml");
  if (archive_.has("xl/workbook.xml") || archive_.has("ppt/presentation.xml") ||
      archive_.has("mimetype"))
    return Failure{sdk::Status::Unsupported, "DOCX-010", {name_of_other_kind()}};
  if (archive_.recovered() && (archive_.has("[content_types].xml") || archive_.has("_rels/.rels") ||
                               !archive_.names("word/").empty()))
    return Failure{sdk::Status::Malformed, "DOCX-014", {}};
  return Failure{sdk::Status::Malformed, "DOCX-003", {}};
}

}  // namespace guifan::docx
