// SPDX-License-Identifier: Apache-2.0
// guifan formats list | show ID | check FILE...
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "display_width.h"
#include "json_output.h"
#include "layout_print.h"
#include "pick.h"
#include "session.h"
#include "suggest.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

Json summary_json(const Layout& layout) {
  return {{"id", layout.id},
          {"name", layout.name},
          {"name_english", layout.name_english},
          {"template", layout.is_template},
          {"source", layout.source},
          {"tables", layout.tables.size()},
          {"identities", layout.identities.size()},
          {"crosswalk_rows", layout.crosswalk.size()},
          {"file", layout.file.string()}};
}

std::string summary_text(const Layout& layout, Language language) {
  const bool chinese = language == Language::Chinese;
  return fmt::format("{} {}{}\n  {}\n", pad_right(layout.id, 20),
                     chinese || layout.name_english.empty() ? layout.name : layout.name_english,
                     layout.is_template ? (chinese ? "（标准模板）" : " (template)") : "",
                     printable(layout.file.string()));
}

std::string rules_text(const std::string& file, Language language) {
  return fmt::format("{} {}\n", pad_right(printable(file), 20),
                     Pick{language}("文字叙述规则", "rules for running text"));
}

/// An error of `file` whose message does not name it again: where it is printed, the file and the
/// line stand in front. A grammar that is named instead stays in the message with its own line, and
/// no line stands behind the file.
Error without_path(Error error, const std::filesystem::path& file) {
  const std::string path = file.string();
  if (!error.message.starts_with(path + ":")) {
    error.place.clear();
    return error;
  }
  const std::size_t text = error.message.find(": ", path.size());
  if (text != std::string::npos) error.message.erase(0, text + 2);
  return error;
}

}  // namespace

int run_formats_list(Session& session) {
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return session.fail("", layouts.error());
  Json json = Json::array();
  std::string text;
  for (const Layout& layout : (*layouts)->layouts()) {
    json.push_back(summary_json(layout));
    text += summary_text(layout, session.arguments().language);
  }
  const ExitCode code = (*layouts)->diagnostics().empty() ? kDone : kWarnings;
  return session.arguments().json ? print_json(session, json, code)
                                  : print_text(session, text, code);
}

int run_formats_show(Session& session) {
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return session.fail("", layouts.error());
  const std::string& id = session.arguments().inputs.front();
  const Layout* layout = (*layouts)->find(id);
  if (!layout) {
    std::vector<std::string> ids;
    for (const Layout& each : (*layouts)->layouts()) ids.push_back(each.id);
    const std::vector<std::string> near = suggest(id, ids);
    return session.fail("",
                        {.kind = ErrorKind::Usage,
                         .id = "CLI-032",
                         .message = id,
                         .more = {fmt::format("{}", fmt::join(near.empty() ? ids : near, ", "))}});
  }
  return session.arguments().json
             ? print_json(session, layout_json(*layout), kDone)
             : print_text(session, layout_text(*layout, session.arguments().language), kDone);
}

int run_formats_check(Session& session) {
  ExitCode code = kDone;
  std::string text;
  Json results = Json::array();
  const std::vector<std::filesystem::path> folders = session.layout_folders();
  for (const std::string& file : session.arguments().inputs) {
    // The schema of this guifan, unless one lies beside the file.
    const auto checked =
        check_format(file, folders.empty() ? std::filesystem::path() : folders.front());
    Json result{{"input", file}, {"valid", static_cast<bool>(checked)}};
    if (checked && *checked) {
      result["layout"] = summary_json(**checked);
      text += summary_text(**checked, session.arguments().language);
    } else if (checked) {
      result["prose"] = true;
      text += rules_text(file, session.arguments().language);
    } else {
      const Error error = without_path(checked.error(), file);
      result["error"] = to_json(error, session.arguments().language);
      code = worse(code, session.fail(file, error));
    }
    results.push_back(std::move(result));
  }
  return session.arguments().json ? print_json(session, results, code)
                                  : print_text(session, text, code);
}

}  // namespace guifan::cli
