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

int run(int argc, char** argv) {
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
  cli::Session session(std::move(std::get<cli::Arguments>(parsed)));
  const int code = cli::run_command(session);
#if !defined(__SANITIZE_ADDRESS__)
  // Everything is written: giving back layouts and plugins piece by piece would only cost time.
  std::fflush(nullptr);
  std::_Exit(code);
#endif
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  cli::install_signal_handlers();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("guifan: error[CLI-017]: out of memory\n", stderr);
    return cli::kTryAgain;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "guifan: error[INT-001]: internal error: %s\n", error.what());
    return cli::kFailed;
  }
}
