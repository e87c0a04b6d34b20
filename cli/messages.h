// SPDX-License-Identifier: Apache-2.0
// Messages to standard error, in the form that scripts rely on:
//   FILE:PLACE: severity[ID]: what is wrong
//     help: the cure
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "arguments.h"
#include "guifan/diagnostic.h"
#include "guifan/result.h"

namespace guifan::cli {

class Messages {
 public:
  Messages(Language language, bool quiet, Colour colour);

  /// Prints one message about `file` (may be empty: about guifan itself). --quiet leaves errors
  /// only.
  void print(std::string_view file, const Diagnostic& diagnostic) const;
  void print(std::string_view file, const Error& error) const;
  /// Messages that another process printed with these settings.
  void print_captured(std::string_view text) const;
  /// Shows `line` as the last line of the terminal until the next message, or takes it away when
  /// empty. Nothing where standard error is no terminal, or with --quiet.
  void show_status(std::string_view line) const;

 private:
  void print(std::string_view file, std::string_view place, const Diagnostic& diagnostic) const;

  Language language_;
  bool quiet_;
  bool coloured_;
  mutable bool status_shown_ = false;  ///< of the terminal, not of this object
};

/// The diagnostic for "diagnostics" arrays: id, severity, message, help, place, cells.
nlohmann::ordered_json to_json(const Diagnostic& diagnostic, Language language);
nlohmann::ordered_json to_json(const Error& error, Language language);

/// The exit code that an error stands for.
ExitCode exit_code(const Error& error);
/// The one of two exit codes that matters more to a caller: 64, 2, 75, 3, 0.
ExitCode worse(ExitCode one, ExitCode other);

}  // namespace guifan::cli
