// SPDX-License-Identifier: Apache-2.0
#include "package_maker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace guifan::testing {
namespace {

constexpr std::string_view kPrefixes =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" )"
    R"(xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" )"
    R"(xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" )"
    R"(xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" )"
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
    R"(xmlns:fut="http://example.org/future")";

constexpr std::string_view kType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string wrap(std::string_view element, std::string_view content) {
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><w:{0} {1}>{2}</w:{0}>)", element,
                     kPrefixes, content);
}

}  // namespace

std::string zip(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    const zip_int64_t index = zip_file_add(
        archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
        ZIP_FL_ENC_UTF_8);
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21, 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_open(target);
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

Parts usual_frame() {
  return {
      {"[Content_Types].xml",
       R"(<?xml version="1.0" encoding="UTF-8"?>)"
       R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
       R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
       R"(<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" )"
       R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
      {"_rels/.rels",
       fmt::format(
           R"(<?xml version="1.0"?>)"
           R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
           R"(<Relationship Id="rId1" Type="{}officeDocument" Target="word/document.xml"/></Relationships>)",
           kType)}};
}

std::string document_xml(std::string_view body) {
  return wrap("document", fmt::format("<w:body>{}</w:body>", body));
}
std::string styles_xml(std::string_view styles) {
  return wrap("styles", styles);
}
std::string numbering_xml(std::string_view lists) {
  return wrap("numbering", lists);
}

std::string package(std::string_view body, const Parts& more) {
  Parts parts = usual_frame();
  parts.emplace_back("word/document.xml", document_xml(body));
  std::string relationships =
      R"(<?xml version="1.0"?>)"
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const auto& [name, content] : more) {
    if (!name.starts_with("word/") || name.find("_rels") != std::string::npos) continue;
    const std::string file = name.substr(5);
    std::string stem = file.substr(0, file.find('.'));
    std::string type = stem;
    while (!type.empty() && type.back() >= '0' && type.back() <= '9') type.pop_back();
    relationships +=
        fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="{}"/>)", stem, kType, type, file);
  }
  parts.emplace_back("word/_rels/document.xml.rels", relationships + "</Relationships>");
  for (const auto& [name, content] : more)
    parts.emplace_back(name, content.starts_with("<?xml") || name.find(".xml") == std::string::npos
                                 ? content
                                 : wrap(name.find("header") != std::string::npos      ? "hdr"
                                        : name.find("footer") != std::string::npos    ? "ftr"
                                        : name.find("footnotes") != std::string::npos ? "footnotes"
                                        : name.find("endnotes") != std::string::npos  ? "endnotes"
                                                                                      : "comments",
                                        content));
  return zip(parts);
}

std::string paragraph(std::string_view text, std::string_view properties) {
  return fmt::format("<w:p>{}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                     properties.empty() ? "" : fmt::format("<w:pPr>{}</w:pPr>", properties), text);
}

std::string cell(std::string_view text, std::string_view properties) {
  return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, paragraph(text));
}

Result<SourceDocument> read(std::string_view bytes, std::string_view name) {
  static const std::array<std::filesystem::path, 1> folders = {GUIFAN_PLUGIN_FOLDER};
  static const PluginRegistry registry = PluginRegistry::load(folders, Language::English);
  return registry.read(std::as_bytes(std::span(bytes.data(), bytes.size())), name, "docx");
}

SourceDocument read_package(std::string_view body, const Parts& more) {
  auto document = read(package(body, more));
  if (document) return *std::move(document);
  ADD_FAILURE() << document.error().id << " " << document.error().message;
  return {};
}

std::vector<std::string> outline(const SourceDocument& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      std::string head =
          paragraph->kind == ParagraphKind::Heading     ? fmt::format("H{}", paragraph->level)
          : paragraph->kind == ParagraphKind::ListItem  ? fmt::format("L{}", paragraph->level)
          : paragraph->kind == ParagraphKind::Furniture ? "F"
          : paragraph->kind == ParagraphKind::Note      ? "N"
                                                        : "P";
      lines.push_back(head + " " + paragraph->text.original);
      continue;
    }
    const Table& table = std::get<Table>(block);
    std::string line = "T";
    std::uint32_t row = 0xFFFFFFFF;
    for (const TableCell& cell : table.cells) {
      if (cell.row != row) {
        if (row != 0xFFFFFFFF) line += "]";
        line += " [";
        row = cell.row;
        if (cell.column != 0) line += fmt::format("@{}:", cell.column);
      } else {
        line += "|";
      }
      line += cell.text.original;
      if (cell.row_span != 1 || cell.column_span != 1)
        line += fmt::format("{{{}x{}}}", cell.row_span, cell.column_span);
    }
    lines.push_back(line + (table.cells.empty() ? "" : "]"));
  }
  return lines;
}

bool has_message(const SourceDocument& document, std::string_view id) {
  return std::any_of(document.diagnostics.begin(), document.diagnostics.end(),
                     [id](const Diagnostic& diagnostic) { return diagnostic.id == id; });
}

std::string removed(const SourceDocument& document, std::string_view reason) {
  std::string joined;
  for (const RemovedText& text : document.removed)
    if (text.reason == reason) joined += (joined.empty() ? "" : "|") + text.text;
  return joined;
}

}  // namespace guifan::testing
