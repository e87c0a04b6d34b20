// SPDX-License-Identifier: Apache-2.0
// The report as data: schema guifan/report/1, published as docs/report.schema.json. Keys stand in
// the schema's order.
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

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

/// Only what comes from the source: the template's own tables are the cells.
Json chapter(const guifan_chapter& chapter) {
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
  return {
      {"number", chapter.number}, {"title", text(chapter.title)}, {"blocks", std::move(blocks)}};
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

Json residue(const guifan_residue& item) {
  return {{"label", text(item.label)},
          {"unit", text(item.unit)},
          {"value", text(item.value)},
          {"place", text(item.place)},
          {"reason", text(item.reason)}};
}

Json removed(const guifan_removed& item) {
  return {{"text", text(item.text)}, {"place", text(item.place)}, {"reason", text(item.reason)}};
}

Json diagnostic(const guifan_diagnostic& item) {
  Json cells = Json::array();
  for (const guifan_string& cell : std::span(item.cells, item.cell_count))
    cells.push_back(text(cell));
  return {{"id", text(item.id)},
          {"severity", text(item.severity)},
          {"message", text(item.message)},
          {"cells", std::move(cells)},
          {"place", text(item.place)}};
}

/// The outermost object, written member by member: thousands of entries are never one tree.
class JsonObject {
 public:
  JsonObject(Output& output, bool indented) : output_(output), indented_(indented) {}

  void member(std::string_view key, const Json& value) {
    begin_member(key);
    append(value, 1);
  }

  template <typename Item>
  void list(std::string_view key, std::span<const Item> items, Json (*json_of)(const Item&)) {
    begin_member(key);
    out_ += '[';
    bool first = true;
    for (const Item& item : items) {
      if (!first) out_ += ',';
      first = false;
      new_line(2);
      append(json_of(item), 2);
    }
    if (!first) new_line(1);
    out_ += ']';
  }

  bool end() && {
    new_line(0);
    out_ += "}\n";
    return sound_ && output_.write(out_);
  }

 private:
  static constexpr std::size_t kChunkBytes = 65'536;
  static constexpr int kIndent = 2;

  void begin_member(std::string_view key) {
    out_ += empty_ ? '{' : ',';
    empty_ = false;
    new_line(1);
    out_ += '"';
    out_ += key;
    out_ += indented_ ? "\": " : "\":";
  }

  void new_line(std::size_t depth) {
    if (!indented_) return;
    out_ += '\n';
    out_.append(depth * kIndent, ' ');
  }

  /// Line breaks inside of strings are escaped: every one of the dump begins a line.
  void append(const Json& value, std::size_t depth) {
    if (out_.size() > kChunkBytes) {
      sound_ = sound_ && output_.write(out_);
      out_.clear();
    }
    const std::string dumped =
        value.dump(indented_ ? kIndent : -1, ' ', false, Json::error_handler_t::replace);
    for (const char c : dumped) {
      out_ += c;
      if (c == '\n') out_.append(depth * kIndent, ' ');
    }
  }

  Output& output_;
  bool indented_, empty_ = true, sound_ = true;
  std::string out_;
};

class JsonWriter : public Writer {
 public:
  Status write(const Context&, const ReportView& report, const Options& options,
               Output& output) const override {
    JsonObject json(output, options.get("indent", "2") != "0");
    json.member("schema", "guifan/report/1");
    json.member("template", text(report.template_id));
    json.member("source", source(report));
    json.member("title", text(report.title));
    json.member("organisation", text_or_null(report.organisation));
    json.member("year", report.year == 0 ? Json(nullptr) : Json(report.year));
    json.member("published", text_or_null(report.published));
    json.list("chapters", std::span(report.chapters, report.chapter_count), chapter);
    Json cells = Json::object();
    Json blanks = Json::object();
    for (const CellView& cell : std::span(report.cells, report.cell_count)) {
      if (cell.filled != 0)
        cells[text(cell.id)] = filled_cell(cell);
      else
        blanks[text(cell.id)] = text(cell.blank);
    }
    json.member("cells", cells);
    json.member("blanks", blanks);
    json.list("residue", std::span(report.residue, report.residue_count), residue);
    json.list("removed", std::span(report.removed, report.removed_count), removed);
    json.list("diagnostics", std::span(report.diagnostics, report.diagnostic_count), diagnostic);
    return std::move(json).end() ? Status::Ok : Status::Io;
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
