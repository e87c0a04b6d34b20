// SPDX-License-Identifier: Apache-2.0
// What is wrong with a command line, as a message of the catalogue: CLI11 has words of its own, in
// English and without a cure.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"

namespace guifan::cli {

Parsed mistake(Language language, std::string_view id, std::vector<std::string> arguments);

/// What CLI11 could not make sense of.
Parsed explain(const CLI::ParseError& error, const CLI::App& app, Language language);

/// Words that stand alone where a command is expected.
std::vector<std::string> command_names(const CLI::App& app);

/// The innermost command that was typed; `app` itself where none was.
const CLI::App& chosen_command(const CLI::App& app);

}  // namespace guifan::cli
