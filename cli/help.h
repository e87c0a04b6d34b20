// SPDX-License-Identifier: Apache-2.0
// Help pages: CLI11 knows the options, this prints them in the asked language with usage and
// examples.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "pick.h"

namespace guifan::cli {

/// The parts of a help page that CLI11 has no room for.
struct HelpPage {
  std::string usage;     ///< after "guifan "
  std::string details;   ///< paragraphs; may be empty
  std::string examples;  ///< one command a line, "# " lines explain
};

class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(Language language) : pick_{language} {}
  void add_page(const CLI::App* app, HelpPage page) { pages_[app] = std::move(page); }
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;

 private:
  /// The options that `app` itself declares, but for `hidden`.
  std::string options_of(const CLI::App& app, std::string_view heading,
                         const CLI::Option* hidden) const;
  Pick pick_;
  std::map<const CLI::App*, HelpPage> pages_;
};

}  // namespace guifan::cli
