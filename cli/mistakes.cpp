// SPDX-License-Identifier: Apache-2.0
#include "mistakes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>
#include <utility>

#include "suggest.h"
#include "workers.h"

namespace guifan::cli {
namespace {

/// "unknown X" with or without suggestions: the ids of the two messages stand side by side in the
/// catalogue.
Parsed unknown(Language language, std::string_view plain_id, std::string_view suggesting_id,
               const std::string& typed, std::span<const std::string> known) {
  const std::vector<std::string> near = suggest(typed, known);
  if (near.empty())
    return mistake(language, plain_id, {typed, fmt::format("{}", fmt::join(known, ", "))});
  return mistake(language, suggesting_id, {typed, fmt::format("{}", fmt::join(near, ", "))});
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// What CLI11 could not place: an unknown option, an unknown command, or one word too many.
Parsed explain_extras(const CLI::App& app, const std::vector<std::string>& extras,
                      Language language) {
  const std::string& first = extras.front();
  const CLI::App* level = &chosen_command(app);
  if (first.size() > 1 && first.front() == '-')
    return unknown(language, "CLI-003", "CLI-004", first.substr(0, first.find('=')),
                   option_names(*level));
  const std::vector<std::string> commands = command_names(*level);
  if (!commands.empty()) return unknown(language, "CLI-001", "CLI-002", first, commands);
  return mistake(language, "CLI-005", {first});
}

/// An option without its value. CLI11 says "--lang: 1 required ...".
Parsed explain_mismatch(const CLI::App& app, const std::string& words, Language language) {
  const std::string name = words.substr(0, words.find(':'));
  const CLI::App* level = &chosen_command(app);
  for (; level; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      if (option->get_name() == name && option->get_type_size() != 0)
        return mistake(language, "CLI-019", {name, option->get_type_name()});
  return mistake(language, "CLI-007", {words});
}

/// A value that is none for its option. CLI11 says "Could not convert: --jobs = x".
Parsed explain_conversion(const CLI::App& app, const std::string& words, Language language) {
  const std::size_t colon = words.find(": "), equals = words.find(" = ");
  if (colon == std::string::npos || equals == std::string::npos || equals < colon)
    return mistake(language, "CLI-007", {words});
  const std::string name = words.substr(colon + 2, equals - colon - 2);
  const std::string value = words.substr(equals + 3);
  for (const CLI::App* level = &chosen_command(app); level; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      if (option->get_name() == name && option->get_expected_max() == 0)
        return mistake(language, "CLI-029", {name, value});
  return mistake(language, "CLI-006", {name, value, fmt::format("1-{}", kMostWorkers)});
}

}  // namespace

Parsed mistake(Language language, std::string_view id, std::vector<std::string> arguments) {
  return Mistake{make_diagnostic(id, std::move(arguments)), language};
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands({})) names.push_back(sub->get_name());
  return names;
}

const CLI::App& chosen_command(const CLI::App& app) {
  const CLI::App* level = &app;
  while (!level->get_subcommands().empty()) level = level->get_subcommands().front();
  return *level;
}

Parsed explain(const CLI::ParseError& error, const CLI::App& app, Language language) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return explain_extras(app, app.remaining(true), language);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return explain_mismatch(app, error.what(), language);
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
    return explain_conversion(app, error.what(), language);
  return mistake(language, "CLI-007", {error.what()});
}

}  // namespace guifan::cli
