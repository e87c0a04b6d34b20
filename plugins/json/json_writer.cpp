// SPDX-License-Identifier: Apache-2.0
// The report as data: schema guifan/report/1, published as docs/report.schema.json. Keys stand in
// the schema's order.
#include <cmath>
#include <nlohmann/json.hpp>

#include "guifan/plugin.h"

namespace {

using namespace guifan::sdk;
using Json = nlohmann::ordered_json;

std::string text(guifan_string string) {
  return std::string(view(string));
}

/// Unknown is null, so that no reader takes an empty string for a name.
Json text_or_null(guifan_string string) {
  return string.size == 0 ? Json(nullptr) : Json(text(string));
}

Json source(const ReportView& report) {
  Json source;
  source["name"] = text(report.source_name);
  source["sha256"] = text(report.source_sha256);
  source["media_type"] = text(report.media_type);
  source["encoding"] = text_or_null(report.encoding);
  source["reader"] = text(report.reader);
  source["layout"] = text_or_null(report.layout);
  source["layout_confidence"] = std::round(report.layout_confidence * 1000) / 1000;
  return source;
}

/// Only what comes from the source: the template's own tables are the cells below.
Json chapters(const ReportView& report) {
  Json chapters = Json::array();
  for (const guifan_chapter& chapter : std::span(report.chapters, report.chapter_count)) {
    Json blocks = Json::array();
    for (const guifan_block& block : std::span(chapter.blocks, chapter.block_count)) {
      const char* kind = nullptr;
      switch (block.kind) {
        case GUIFAN_BLOCK_HEADING:
          kind = "heading";
          break;
        case GUIFAN_BLOCK_PARAGRAPH:
          kind = "paragraph";
          break;
        case GUIFAN_BLOCK_SOURCE_TABLE:
          kind = "table";
          break;
        default:
          continue;
      }
      blocks.push_back({{"kind", kind}, {"text", text(block.text)}, {"place", text(block.place)}});
    }
    chapters.push_back({{"number", chapter.number},
                        {"title", text(chapter.title)},
                        {"blocks", std::move(blocks)}});
  }
  return chapters;
}

Json filled_cell(const CellView& cell) {
  Json json;
  json["value"] = text(cell.value);
  if (cell.unit.size != 0) json["unit"] = text(cell.unit);
  json["rule"] = text(cell.rule);
  if (cell.caveat.size != 0) json["caveat"] = text(cell.caveat);
  Json sources = Json::array();
  for (const guifan_source& source : std::span(cell.sources, cell.source_count))
    sources.push_back({{"quote", text(source.quote)}, {"place", text(source.place)}});
  json["sources"] = std::move(sources);
  return json;
}

Json residue(const ReportView& report) {
  Json list = Json::array();
  for (const guifan_residue& item : std::span(report.residue, report.residue_count))
    list.push_back({{"label", text(item.label)},
                    {"unit", text(item.unit)},
                    {"value", text(item.value)},
                    {"place", text(item.place)},
                    {"reason", text(item.reason)}});
  return list;
}

Json removed(const ReportView& report) {
  Json list = Json::array();
  for (const guifan_removed& item : std::span(report.removed, report.removed_count))
    list.push_back(
        {{"text", text(item.text)}, {"place", text(item.place)}, {"reason", text(item.reason)}});
  return list;
}

Json diagnostics(const ReportView& report) {
  Json list = Json::array();
  for (const guifan_diagnostic& item : std::span(report.diagnostics, report.diagnostic_count)) {
    Json cells = Json::array();
    for (const guifan_string& cell : std::span(item.cells, item.cell_count))
      cells.push_back(text(cell));
    list.push_back({{"id", text(item.id)},
                    {"severity", text(item.severity)},
                    {"message", text(item.message)},
                    {"cells", std::move(cells)},
                    {"place", text(item.place)}});
  }
  return list;
}

class JsonWriter : public Writer {
 public:
  Status write(const Context&, const ReportView& report, const Options& options,
               Output& output) const override {
    Json json;
    json["schema"] = "guifan/report/1";
    json["template"] = text(report.template_id);
    json["source"] = source(report);
    json["title"] = text(report.title);
    json["organisation"] = text_or_null(report.organisation);
    json["year"] = report.year == 0 ? Json(nullptr) : Json(report.year);
    json["published"] = text_or_null(report.published);
    json["chapters"] = chapters(report);
    Json cells = Json::object();
    Json blanks = Json::object();
    for (const CellView& cell : std::span(report.cells, report.cell_count)) {
      if (cell.filled != 0)
        cells[text(cell.id)] = filled_cell(cell);
      else
        blanks[text(cell.id)] = text(cell.blank);
    }
    json["cells"] = std::move(cells);
    json["blanks"] = std::move(blanks);
    json["residue"] = residue(report);
    json["removed"] = removed(report);
    json["diagnostics"] = diagnostics(report);
    const int indent = options.get("indent", "2") == "0" ? -1 : 2;
    const std::string bytes = json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
    return output.write(bytes) ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {
    {"json", "guifan report as JSON", "json", "application/json", "fmt/817"}};
constexpr About kAbout{.name = "json",
                       .version = GUIFAN_VERSION,
                       .license = "Apache-2.0",
                       .contact = "guifan",
                       .description = "Writes the report as JSON (schema guifan/report/1)",
                       .options = "indent: 2 (default) for people, 0 for one line"};

}  // namespace

GUIFAN_WRITER_PLUGIN(JsonWriter, kAbout, kFormats)
