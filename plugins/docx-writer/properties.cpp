// SPDX-License-Identifier: Apache-2.0
#include "properties.h"

#include "writing/markup.h"

namespace guifan::docx {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

void element(std::string& out, std::string_view name, guifan_string value) {
  if (value.size == 0) return;
  out.append("<")
      .append(name)
      .append(">")
      .append(writing::escaped(value))
      .append("</")
      .append(name)
      .append(">");
}

}  // namespace

std::string core_properties(const sdk::ReportView& report) {
  std::string out(kXml);
  out +=
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
  element(out, "dc:title", report.title);
  element(out, "dc:creator", report.organisation);
  out += "<dc:language>zh-CN</dc:language></cp:coreProperties>\n";
  return out;
}

std::string application_properties() {
  return std::string(kXml) +
         "<Properties "
         "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
         "<Application>guifan</Application></Properties>\n";
}

std::string custom_properties(const sdk::ReportView& report) {
  std::string out(kXml);
  out +=
      "<Properties "
      "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
      "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">";
  int id = 2;  // 0 and 1 are reserved
  const auto add = [&](std::string_view name, std::string_view type, std::string_view value) {
    if (value.empty()) return;
    out.append("<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"")
        .append(std::to_string(id++));
    out.append("\" name=\"").append(name).append("\"><").append(type).append(">");
    writing::append_escaped(out, value);
    out.append("</").append(type).append("></property>");
  };
  add("organisation", "vt:lpwstr", sdk::view(report.organisation));
  add("year", "vt:i4", report.year == 0 ? std::string() : std::to_string(report.year));
  add("source", "vt:lpwstr", sdk::view(report.source_name));
  add("source-sha256", "vt:lpwstr", sdk::view(report.source_sha256));
  add("template", "vt:lpwstr", sdk::view(report.template_id));
  add("generator", "vt:lpwstr", sdk::view(report.generator));
  out += "</Properties>\n";
  return out;
}

}  // namespace guifan::docx
