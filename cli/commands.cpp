// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "session.h"

namespace guifan::cli {
namespace {

struct CommandRun {
  std::string_view name;
  int (*run)(Session&);
  bool needs_input;
};

constexpr CommandRun kCommands[] = {
    {"convert", run_convert, true},
    {"identify", run_identify, true},
    {"check", run_check, true},
    {"explain", run_explain, true},
    {"dump", run_dump, true},
    {"plugins list", run_plugins_list, false},
    {"plugins check", run_plugins_check, true},
    {"plugins new", run_plugins_new, true},
    {"formats list", run_formats_list, false},
    {"formats show", run_formats_show, true},
    {"formats check", run_formats_check, true},
};

/// The first --option that no loaded plugin declares: a mistyped one would change nothing,
/// silently.
std::optional<Error> unknown_option(Session& session) {
  if (session.arguments().options.empty()) return std::nullopt;
  std::vector<std::string> known;
  for (const PluginStatus& plugin : session.plugins().statuses()) {
    std::istringstream lines(plugin.loaded ? plugin.options : std::string());
    for (std::string line; std::getline(lines, line);)
      if (const std::size_t colon = line.find(':'); colon != std::string::npos)
        known.push_back(line.substr(0, colon));
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const auto& [name, value] : session.arguments().options)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return Error{.kind = ErrorKind::Usage,
                   .id = "CLI-018",
                   .message = name,
                   .more = {fmt::format("{}", fmt::join(known, ", "))}};
  return std::nullopt;
}

}  // namespace

bool needs_input(std::string_view command) {
  for (const CommandRun& each : kCommands)
    if (each.name == command) return each.needs_input;
  return false;
}

int run_command(Session& session) {
  if (const auto mistake = unknown_option(session)) return session.fail("", *mistake);
  for (const CommandRun& each : kCommands)
    if (each.name == session.arguments().command) return each.run(session);
  return kUsage;  // parse_arguments() lets no other command through
}

}  // namespace guifan::cli
