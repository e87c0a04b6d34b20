// SPDX-License-Identifier: Apache-2.0
#include "messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "display_width.h"

namespace guifan::cli {
namespace {

bool wants_colour(Colour colour) {
  if (colour != Colour::Auto) return colour == Colour::Always;
  const char* no_colour = std::getenv("NO_COLOR");  // https://no-color.org
  if (no_colour && *no_colour) return false;
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) && !(terminal && std::string_view(terminal) == "dumb");
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "\x1b[36m";
    case Severity::Warning:
      return "\x1b[33m";
    case Severity::Error:
      return "\x1b[1;31m";
  }
  return "";
}

/// In messages a line is its number alone, as editors and compilers write it: "a.html:83: ...".
std::string message_place(std::string_view place) {
  return std::string(place.starts_with("line ") ? place.substr(5) : place);
}

int rank(ExitCode code) {
  switch (code) {
    case kDone:
      return 0;
    case kWarnings:
      return 1;
    case kTryAgain:
      return 2;
    case kFailed:
      return 3;
    case kUsage:
      return 4;
  }
  return 3;
}

/// Line breaks of a message's arguments (quotes of a source) stay inside the message's own lines.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\t' ? ' ' : c;
  return printable(line);
}

}  // namespace

Messages::Messages(Language language, bool quiet, Colour colour)
    : language_(language), quiet_(quiet), coloured_(wants_colour(colour)) {}

void Messages::print(std::string_view file, std::string_view place,
                     const Diagnostic& diagnostic) const {
  if (quiet_ && diagnostic.severity != Severity::Error) return;
  std::string out = printable(file.empty() ? "guifan" : file);
  if (!place.empty()) out += ":" + message_place(place);
  const std::string severity = fmt::format("{}[{}]", to_string(diagnostic.severity), diagnostic.id);
  out += coloured_ ? fmt::format(": {}{}\x1b[0m: ", colour_of(diagnostic.severity), severity)
                   : ": " + severity + ": ";
  out += one_line(message_text(diagnostic, language_)) + "\n";
  if (const std::string cure = cure_text(diagnostic, language_); !cure.empty())
    out += fmt::format("  {}: {}\n", coloured_ ? "\x1b[1mhelp\x1b[0m" : "help", one_line(cure));
  show_status("");
  std::fwrite(out.data(), 1, out.size(), stderr);
}

void Messages::print_captured(std::string_view text) const {
  if (text.empty()) return;
  show_status("");
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Messages::show_status(std::string_view line) const {
  if (status_shown_) std::fputs("\r\x1b[K", stderr);
  status_shown_ = !line.empty() && !quiet_ && isatty(STDERR_FILENO);
  if (status_shown_) std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
}

void Messages::print(std::string_view file, const Diagnostic& diagnostic) const {
  print(file, to_string(diagnostic.place), diagnostic);
}

void Messages::print(std::string_view file, const Error& error) const {
  print(file, error.place, to_diagnostic(error));
}

nlohmann::ordered_json to_json(const Diagnostic& diagnostic, Language language) {
  nlohmann::ordered_json json{{"id", diagnostic.id},
                              {"severity", to_string(diagnostic.severity)},
                              {"message", message_text(diagnostic, language)}};
  if (std::string cure = cure_text(diagnostic, language); !cure.empty())
    json["help"] = std::move(cure);
  if (!diagnostic.cells.empty()) json["cells"] = diagnostic.cells;
  if (std::string place = to_string(diagnostic.place); !place.empty())
    json["place"] = std::move(place);
  return json;
}

nlohmann::ordered_json to_json(const Error& error, Language language) {
  nlohmann::ordered_json json = to_json(to_diagnostic(error), language);
  if (!error.place.empty()) json["place"] = error.place;
  return json;
}

ExitCode exit_code(const Error& error) {
  if (error.kind == ErrorKind::Usage) return kUsage;
  return error.passing ? kTryAgain : kFailed;
}

ExitCode worse(ExitCode one, ExitCode other) {
  return rank(one) < rank(other) ? other : one;
}

}  // namespace guifan::cli
