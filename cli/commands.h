// SPDX-License-Identifier: Apache-2.0
// The commands: what each takes, and what each does. Every run_* returns an exit code
// (docs/exit-codes-and-messages.md).
#pragma once

#include <string>
#include <string_view>

#include "arguments.h"

namespace CLI {
class App;
}

namespace guifan::cli {

class HelpFormatter;
class Session;

/// Declares every command on `app`. `to` receives the comma-separated value of --to.
void add_commands(CLI::App& app, Arguments& arguments, std::string& to, HelpFormatter& help,
                  Language language);
/// The command cannot do without an IN, NAME, ID or FILE.
bool needs_input(std::string_view command);
/// Runs arguments.command.
int run_command(Session& session);

int run_convert(Session& session);
int run_identify(Session& session);
int run_check(Session& session);
int run_explain(Session& session);
int run_dump(Session& session);
int run_plugins_list(Session& session);
int run_plugins_check(Session& session);
int run_plugins_new(Session& session);
int run_formats_list(Session& session);
int run_formats_show(Session& session);
int run_formats_check(Session& session);

}  // namespace guifan::cli
