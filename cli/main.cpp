// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include "arguments.h"
#include "commands.h"
#include "output_file.h"
#include "session.h"

namespace {

using namespace guifan;

/// `language` becomes that of the command line, for the messages of main().
int run(int argc, char** argv, Language& language) {
  cli::Parsed parsed = cli::parse_arguments(argc, argv);
  if (const auto* mistake = std::get_if<cli::Mistake>(&parsed)) {
    cli::Messages(mistake->language, false, cli::Colour::Auto).print("", mistake->diagnostic);
    return cli::kUsage;
  }
  if (const auto* text = std::get_if<cli::PrintAndLeave>(&parsed)) {
    const Result<bool> written = cli::write_standard_output(text->text);
    if (written) return cli::kDone;
    cli::Messages(text->language, false, cli::Colour::Auto).print("stdout", written.error());
    return cli::exit_code(written.error());
  }
  auto& arguments = std::get<cli::Arguments>(parsed);
  language = arguments.language;
  cli::Session session(std::move(arguments));
  const int code = cli::run_command(session);
#if !defined(__SANITIZE_ADDRESS__)
  // Everything is written: giving back layouts and plugins piece by piece would only cost time.
  std::fflush(nullptr);
  std::_Exit(code);
#endif
  return code;
}

/// The run ended in an exception. What it held is given back by now, so that there is memory for a
/// message; if not, its id must do.
int failed(const Error& error, Language language) {
  try {
    cli::Messages(language, false, cli::Colour::Auto).print("", error);
  } catch (const std::exception&) {
    std::fprintf(stderr, "guifan: error[%s]\n", error.id.c_str());
  }
  return cli::exit_code(error);
}

}  // namespace

int main(int argc, char** argv) {
  cli::install_signal_handlers();
  Language language = Language::English;
  try {
    return run(argc, argv, language);
  } catch (const std::bad_alloc&) {
    return failed({.kind = ErrorKind::Io, .id = "CLI-017", .passing = true}, language);
  } catch (const std::exception& error) {
    return failed({ErrorKind::Internal, "INT-001", error.what()}, language);
  }
}
