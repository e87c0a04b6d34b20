// SPDX-License-Identifier: Apache-2.0
#include "settings.h"

#include <CLI/CLI.hpp>

namespace guifan::generator {

std::variant<Settings, int> parse_settings(int argc, const char* const* argv) {
  constexpr int kUsage = 64;
  Settings settings;
  CLI::App app(
      "Random reports through the real readers and the whole conversion, compared cell by cell "
      "with what they were made from.\n"
      "Exit 0: no cell wrong, none invented, and none missed in an undamaged report; 1: some are.");
  app.add_option("--count", settings.count, "how many reports (500)");
  app.add_option("--seed", settings.seed, "of all choices; the same seed, the same reports (1)");
  app.add_option("--show", settings.show, "how many bad reports are shrunk and printed (5)");
  app.add_option("--keep", settings.keep, "put these into FOLDER")->type_name("FOLDER");
  auto* write = app.add_option("--write", settings.write,
                               "no run: sound reports as HTML, their truth beside them as JSON")
                    ->type_name("FOLDER");
  app.add_option("--collect", settings.collect,
                 "no run: its reports, damage and all, with gold.jsonl (body, year, layout)")
      ->type_name("FOLDER")
      ->excludes(write);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsage;
  }
  return settings;
}

}  // namespace guifan::generator
