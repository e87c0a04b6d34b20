// SPDX-License-Identifier: Apache-2.0
// guifan dump IN [--json]: the document as the reader saw it.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "json_output.h"
#include "session.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

const char* kind_name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::Body:
      return "body";
    case ParagraphKind::Heading:
      return "heading";
    case ParagraphKind::ListItem:
      return "list-item";
    case ParagraphKind::Furniture:
      return "furniture";
    case ParagraphKind::Note:
      return "note";
  }
  return "body";
}

Json place_json(const Locator& place) {
  Json json = to_string(place);
  return json;
}

void add_box(Json& json, const Locator& place) {
  if (place.left || place.bottom || place.right || place.top)
    json["box"] = {place.left, place.bottom, place.right, place.top};
}

Json as_json(const Paragraph& paragraph) {
  Json json{{"kind", "paragraph"}, {"role", kind_name(paragraph.kind)}};
  if (paragraph.level) json["level"] = paragraph.level;
  json["text"] = paragraph.text.original;
  json["place"] = place_json(paragraph.text.place());
  add_box(json, paragraph.text.place());
  return json;
}

Json as_json(const Table& table) {
  Json json{{"kind", "table"},
            {"rows", table.rows},
            {"columns", table.columns},
            {"place", place_json(table.place)},
            {"cells", Json::array()}};
  for (const TableCell& cell : table.cells) {
    Json one{{"row", cell.row}, {"column", cell.column}};
    if (cell.row_span != 1) one["row_span"] = cell.row_span;
    if (cell.column_span != 1) one["column_span"] = cell.column_span;
    if (cell.header) one["header"] = true;
    one["text"] = cell.text.original;
    one["place"] = place_json(cell.text.place());
    add_box(one, cell.text.place());
    json["cells"].push_back(std::move(one));
  }
  return json;
}

Json as_json(const SourceDocument& document, Language language) {
  Json json{{"name", document.name},
            {"sha256", document.sha256},
            {"media_type", document.media_type},
            {"encoding", document.encoding},
            {"reader", document.reader},
            {"title", document.title}};
  json["metadata"] = Json::array();
  for (const auto& [name, value] : document.metadata)
    json["metadata"].push_back({{"name", name}, {"value", value}});
  json["blocks"] = Json::array();
  for (const Block& block : document.blocks)
    json["blocks"].push_back(std::visit([](const auto& each) { return as_json(each); }, block));
  json["removed"] = Json::array();
  for (const RemovedText& removed : document.removed)
    json["removed"].push_back(
        {{"text", removed.text}, {"reason", removed.reason}, {"place", place_json(removed.place)}});
  json["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : document.diagnostics)
    json["diagnostics"].push_back(to_json(diagnostic, language));
  return json;
}

/// Line breaks inside a text are shown, so that one line of output stays one thing.
std::string visible(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "⏎";
    } else {
      out += c;
    }
  }
  return out;
}

std::string as_text(const SourceDocument& document) {
  std::string out = fmt::format("# {}  {}  {}  {}\n", document.name, document.media_type,
                                document.encoding, document.reader);
  if (!document.title.empty()) out += fmt::format("# {}\n", visible(document.title));
  const auto line = [&out](const Locator& place, std::string_view what, std::string_view text) {
    out += fmt::format("{}\t{}\t{}\n", to_string(place), what, visible(text));
  };
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      const std::string role =
          fmt::format("{}{}", kind_name(paragraph->kind),
                      paragraph->level ? std::to_string(paragraph->level) : "");
      line(paragraph->text.place(), role, paragraph->text.original);
      continue;
    }
    const auto& table = std::get<Table>(block);
    line(table.place, "table", fmt::format("{} × {}", table.rows, table.columns));
    for (const TableCell& cell : table.cells) {
      std::string what = fmt::format("r{} c{}", cell.row + 1, cell.column + 1);
      if (cell.row_span != 1 || cell.column_span != 1)
        what += fmt::format(" ({}×{})", cell.row_span, cell.column_span);
      line(cell.text.place(), what, cell.text.original);
    }
  }
  for (const RemovedText& removed : document.removed)
    line(removed.place, "removed " + removed.reason, removed.text);
  return out;
}

}  // namespace

int run_dump(Session& session) {
  const std::string& path = session.arguments().inputs.front();
  const Result<Source> source = session.load(path);
  if (!source) return session.fail(path, source.error());
  const Result<SourceDocument> document = session.read(*source);
  if (!document) return session.fail(path, document.error());
  const ExitCode code = session.report(path, document->diagnostics);
  return session.arguments().json
             ? print_json(session, as_json(*document, session.arguments().language), code)
             : print_text(session, as_text(*document), code);
}

}  // namespace guifan::cli
