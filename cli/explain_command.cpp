// SPDX-License-Identifier: Apache-2.0
// guifan explain IN [CELL...]
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "guifan/text.h"
#include "json_output.h"
#include "pick.h"
#include "session.h"
#include "suggest.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string_view view(guifan_string text) {
  return {text.data ? text.data : "", text.data ? text.size : 0};
}

std::string labels_of(const guifan_cell& cell) {
  const std::string_view row = view(cell.row_label), column = view(cell.column_label);
  return fmt::format("{}{}{}", row, row.empty() || column.empty() ? "" : " · ", column);
}

/// A label as people type it: no brackets, spaces or leading enumerators.
std::string key_of(std::string_view label) {
  return label_key(normalise_text(label), true);
}

/// Ids win over beginnings of ids, and these over labels.
std::vector<const guifan_cell*> find_cells(std::span<const guifan_cell> cells,
                                           const std::string& asked) {
  std::vector<const guifan_cell*> found;
  for (const guifan_cell& cell : cells)
    if (view(cell.id) == asked) return {&cell};
  const std::string prefix = asked.ends_with('.') ? asked : asked + ".";
  for (const guifan_cell& cell : cells)
    if (view(cell.id).starts_with(prefix)) found.push_back(&cell);
  if (!found.empty()) return found;
  const std::string key = key_of(asked);
  if (key.empty()) return found;
  for (const guifan_cell& cell : cells)
    if (key_of(labels_of(cell)).find(key) != std::string::npos ||
        label_key(normalise_text(labels_of(cell)), false).find(key) != std::string::npos)
      found.push_back(&cell);
  return found;
}

Error no_such_cell(std::span<const guifan_cell> cells, const std::string& asked,
                   const std::string& template_id) {
  std::vector<std::string> ids;
  for (const guifan_cell& cell : cells) ids.emplace_back(view(cell.id));
  const std::vector<std::string> near = suggest(asked, ids);
  if (near.empty())
    return {.kind = ErrorKind::Usage, .id = "CLI-030", .message = asked, .more = {template_id}};
  return {.kind = ErrorKind::Usage,
          .id = "CLI-031",
          .message = asked,
          .more = {fmt::format("{}", fmt::join(near, ", "))}};
}

/// The cells that CELL... names; without any all filled ones.
Result<std::vector<const guifan_cell*>> choose_cells(std::span<const guifan_cell> cells,
                                                     const std::vector<std::string>& asked,
                                                     const std::string& template_id) {
  std::vector<const guifan_cell*> chosen;
  for (const std::string& one : asked) {
    const std::vector<const guifan_cell*> found = find_cells(cells, one);
    if (found.empty()) return no_such_cell(cells, one, template_id);
    chosen.insert(chosen.end(), found.begin(), found.end());
  }
  if (asked.empty())
    for (const guifan_cell& cell : cells)
      if (cell.filled) chosen.push_back(&cell);
  return chosen;
}

std::string as_text(const guifan_cell& cell, Language language) {
  const Pick pick{language};
  if (!cell.filled)
    return fmt::format("{}  {}\n  {}\n  {}: {}\n", view(cell.id), pick("空白", "blank"),
                       labels_of(cell), view(cell.blank), view(cell.blank_text));
  std::string out = fmt::format("{} = {}{}\n  {}\n  {}: {}{}{}\n", view(cell.id), view(cell.value),
                                view(cell.unit), labels_of(cell), pick("规则", "rule"),
                                view(cell.rule), cell.reason.size ? " — " : "", view(cell.reason));
  for (std::size_t i = 0; i < cell.source_count; ++i) {
    std::string quote(view(cell.sources[i].quote));
    for (char& c : quote)
      if (c == '\n' || c == '\t') c = ' ';
    out += fmt::format("  {}: 「{}」 {}\n", pick("出处", "source"), quote,
                       view(cell.sources[i].place_text));
  }
  if (cell.caveat.size) out += fmt::format("  {}: {}\n", pick("注意", "caveat"), view(cell.caveat));
  return out;
}

Json as_json(const guifan_cell& cell) {
  Json json{{"id", view(cell.id)},
            {"row", view(cell.row_label)},
            {"column", view(cell.column_label)},
            {"filled", cell.filled != 0}};
  if (!cell.filled) {
    json["blank"] = view(cell.blank);
    json["why"] = view(cell.blank_text);
    return json;
  }
  json["value"] = view(cell.value);
  if (cell.unit.size) json["unit"] = view(cell.unit);
  json["rule"] = view(cell.rule);
  if (cell.reason.size) json["reason"] = view(cell.reason);
  if (cell.caveat.size) json["caveat"] = view(cell.caveat);
  json["sources"] = Json::array();
  for (std::size_t i = 0; i < cell.source_count; ++i)
    json["sources"].push_back(
        {{"quote", view(cell.sources[i].quote)}, {"place", view(cell.sources[i].place)}});
  return json;
}

}  // namespace

int run_explain(Session& session) {
  const Arguments& arguments = session.arguments();
  const std::string& path = arguments.inputs.front();
  const Result<Source> source = session.load(path);
  if (!source) return session.fail(path, source.error());
  const Result<Converted> converted = session.convert(*source);
  if (!converted) return session.fail(path, converted.error());
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return session.fail("", layouts.error());
  // Reasons are messages for the person at the terminal; with --json they are data.
  const Language language = arguments.json ? arguments.document_language : arguments.language;
  const PrintedReport printed(converted->document, converted->report, converted->standard,
                              *converted->target, **layouts, language);
  const std::span<const guifan_cell> cells(printed.view().cells, printed.view().cell_count);

  const Result<std::vector<const guifan_cell*>> chosen =
      choose_cells(cells, arguments.cells, converted->standard.template_id);
  if (!chosen) return session.fail("", chosen.error());
  const ExitCode code = session.report(path, converted->standard.diagnostics);
  if (arguments.json) {
    Json json = Json::array();
    for (const guifan_cell* cell : *chosen) json.push_back(as_json(*cell));
    return print_json(session, json, code);
  }
  std::string text;
  for (const guifan_cell* cell : *chosen) text += as_text(*cell, language);
  return print_text(session, text, code);
}

}  // namespace guifan::cli
