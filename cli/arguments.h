// SPDX-License-Identifier: Apache-2.0
// The command line as values.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/registry.h"

namespace guifan::cli {

/// Exit codes (docs/exit-codes-and-messages.md). 1 is never used.
enum ExitCode : int {
  kDone = 0,
  kFailed = 2,
  kWarnings = 3,
  kUsage = 64,
  kTryAgain = 75,
};

enum class Colour { Auto, Always, Never };

struct Arguments {
  std::string command;  ///< "convert", "plugins list", ...

  std::vector<std::string>
      inputs;                      ///< IN...; NAME, ID or FILE for the plugins and formats commands
  std::vector<std::string> cells;  ///< explain: CELL...
  std::string out;                 ///< -o; empty: not given
  std::vector<std::string> to;     ///< --to; empty: not given
  bool force = false;
  bool skip_existing = false;
  int jobs = 1;  ///< -j: processes that convert at the same time

  std::string template_id = "standard-2021";
  bool approximate = false;
  std::string reader;
  PluginOptions options;  ///< --option NAME=VALUE
  std::vector<std::filesystem::path> plugin_dirs, formats_dirs;

  bool json = false;
  bool quiet = false;
  Colour colour = Colour::Auto;
  Language language = Language::English;  ///< of messages: --lang, else the locale
  /// Of what is written: --lang, else Chinese, so that the same command gives the same bytes under
  /// any locale.
  Language document_language = Language::Chinese;
};

/// What the command line asks for: something to do, or text to print (help, version), or a mistake.
struct PrintAndLeave {
  std::string text;
  Language language;
};
struct Mistake {
  Diagnostic diagnostic;
  Language language;
};
using Parsed = std::variant<Arguments, PrintAndLeave, Mistake>;

/// Reads the command line. Mistakes are said in the language of --lang, else of the locale.
Parsed parse_arguments(int argc, const char* const* argv);

}  // namespace guifan::cli
