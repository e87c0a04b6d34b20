// SPDX-License-Identifier: Apache-2.0
// The long table as CSV (RFC 4180), and its Frictionless descriptor.
#include <nlohmann/json.hpp>
#include <string>

#include "guifan/plugin.h"
#include "writing/long_table.h"

namespace {

using namespace guifan::sdk;
namespace writing = guifan::writing;
using Json = nlohmann::ordered_json;

/// A spreadsheet program runs a text that begins like a formula. Texts come from the source, so
/// they get an apostrophe in front; numbers are ours and stay.
bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void append_field(std::string& out, std::string_view text, writing::FieldType type) {
  const bool guarded = type == writing::FieldType::Text && looks_like_formula(text);
  if (!guarded && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  if (guarded) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string csv(const ReportView& report, bool with_mark) {
  std::string out = with_mark ? "\xEF\xBB\xBF" : "";
  const auto end_field = [&](std::size_t i) {
    out += i + 1 == writing::kLongFields.size() ? "\r\n" : ",";
  };
  for (std::size_t i = 0; i < writing::kLongFields.size(); ++i) {
    out += writing::kLongFields[i].name;
    end_field(i);
  }
  for (const writing::LongRow& row : writing::long_table(report))
    for (std::size_t i = 0; i < row.size(); ++i) {
      append_field(out, row[i], writing::kLongFields[i].type);
      end_field(i);
    }
  return out;
}

std::string descriptor(const ReportView& report, std::string_view path) {
  Json fields = Json::array();
  for (const writing::LongField& field : writing::kLongFields) {
    const char* type = field.type == writing::FieldType::Text      ? "string"
                       : field.type == writing::FieldType::Integer ? "integer"
                                                                   : "number";
    fields.push_back({{"name", field.name}, {"type", type}, {"description", field.description}});
  }
  Json resource;
  resource["name"] = "cells";
  resource["type"] = "table";
  resource["path"] = path;
  resource["format"] = "csv";
  resource["mediatype"] = "text/csv";
  resource["encoding"] = "utf-8";
  resource["dialect"] = {
      {"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", "\""}, {"header", true}};
  resource["schema"] = {{"fields", std::move(fields)},
                        {"missingValues", {""}},
                        {"primaryKey", {"source_sha256", "template", "cell"}}};
  Json package;
  package["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json";
  package["name"] = "guifan-report";
  package["title"] = std::string(view(report.title));
  package["description"] =
      "Cells of the standard template; a text that begins with = + - @ has an apostrophe in front";
  package["sources"] = {{{"title", std::string(view(report.source_name))}}};
  package["resources"] = Json::array({std::move(resource)});
  return package.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

class CsvWriter : public Writer {
 public:
  Status write(const Context&, const ReportView& report, const Options& options,
               Output& output) const override {
    const std::string_view part = options.get("part", "table");
    if (part != "table" && part != "datapackage") return Status::Unsupported;
    const std::string bytes = part == "datapackage"
                                  ? descriptor(report, options.get("path", "report.csv"))
                                  : csv(report, options.get("bom", "no") == "yes");
    return output.write(bytes) ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {
    {"csv", "Comma-separated values, one row a cell", "csv", "text/csv", "x-fmt/18"}};
constexpr About kAbout{
    .name = "csv",
    .version = GUIFAN_VERSION,
    .license = "Apache-2.0",
    .contact = "guifan",
    .description = "Writes every cell as one row of a long table",
    .options =
        "bom: yes puts a byte order mark in front, for spreadsheet programs that need one\n"
        "part: datapackage writes the table's Frictionless descriptor instead of the table\n"
        "path: the table's file name in the descriptor"};

}  // namespace

GUIFAN_WRITER_PLUGIN(CsvWriter, kAbout, kFormats)
