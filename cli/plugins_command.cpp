// SPDX-License-Identifier: Apache-2.0
// guifan plugins list | check FILE...
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "display_width.h"
#include "json_output.h"
#include "pick.h"
#include "session.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const PluginStatus& status) {
  Json json{{"file", status.file.string()}, {"loaded", status.loaded}};
  if (!status.name.empty()) json["name"] = status.name;
  if (!status.version.empty()) json["version"] = status.version;
  if (!status.license.empty()) json["license"] = status.license;
  if (!status.contact.empty()) json["contact"] = status.contact;
  if (!status.description.empty()) json["description"] = status.description;
  if (status.abi != 0) json["abi"] = status.abi;
  json["reads"] = status.reads;
  json["writes"] = status.writes;
  if (status.loaded) json["formats"] = Json::array();
  for (const PluginFormat& format : status.formats)
    json["formats"].push_back({{"id", format.id},
                               {"name", format.name},
                               {"extensions", format.extensions},
                               {"media_types", format.media_types},
                               {"pronom", format.pronom}});
  if (!status.options.empty()) json["options"] = status.options;
  if (!status.loaded) {
    json["id"] = status.id;
    json["reason"] = status.reason;
    json["help"] = status.cure;
  }
  return json;
}

std::string loaded_text(const PluginStatus& status, Language language) {
  const Pick pick{language};
  std::string out = fmt::format("{} {} {}", pad_right(status.name, 12),
                                pad_right(status.version, 8), pad_right(status.license, 12));
  if (!status.reads.empty())
    out += fmt::format(" {}: {}", pick("读", "reads"), fmt::join(status.reads, " "));
  if (!status.writes.empty())
    out += fmt::format(" {}: {}", pick("写", "writes"), fmt::join(status.writes, " "));
  out += fmt::format("\n  {}\n", printable(status.file.string()));
  if (!status.description.empty()) out += fmt::format("  {}\n", printable(status.description));
  std::string_view options = status.options;
  while (!options.empty()) {
    const std::string_view line = options.substr(0, options.find('\n'));
    options.remove_prefix(std::min(options.size(), line.size() + 1));
    if (!line.empty()) out += fmt::format("  --option {}\n", printable(line));
  }
  return out;
}

std::string rejected_text(const PluginStatus& status, Language language) {
  return fmt::format(
      "{}  {}\n  [{}] {}\n  help: {}\n", language == Language::Chinese ? "已拒绝" : "rejected",
      printable(status.file.string()), status.id, printable(status.reason), printable(status.cure));
}

}  // namespace

int run_plugins_list(Session& session) {
  const Language language = session.arguments().language;
  std::string loaded, rejected;
  Json plugins = Json::array();
  for (const PluginStatus& status : session.plugins().statuses()) {
    plugins.push_back(as_json(status));
    (status.loaded ? loaded : rejected) +=
        status.loaded ? loaded_text(status, language) : rejected_text(status, language);
  }
  Json folders = Json::array();
  for (const auto& folder : plugin_folders(session.arguments().plugin_dirs))
    folders.push_back(folder.string());
  if (folders.empty() || plugins.empty())
    session.messages().print("", make_diagnostic("PLG-029", {}));
  const ExitCode code = rejected.empty() ? kDone : kWarnings;
  if (session.arguments().json)
    return print_json(session, {{"folders", folders}, {"plugins", plugins}}, code);
  return print_text(session, loaded + rejected, code);
}

int run_plugins_check(Session& session) {
  const Language language = session.arguments().language;
  ExitCode code = kDone;
  std::string text;
  Json results = Json::array();
  for (const std::string& file : session.arguments().inputs) {
    const PluginStatus status = check_plugin(file, language);
    if (!status.loaded) {
      Error error{ErrorKind::Unsupported, status.id, status.reason};
      code = worse(code, exit_code(error));
    }
    text += status.loaded ? loaded_text(status, language) : rejected_text(status, language);
    results.push_back(as_json(status));
  }
  return session.arguments().json ? print_json(session, results, code)
                                  : print_text(session, text, code);
}

}  // namespace guifan::cli
