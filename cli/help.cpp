// SPDX-License-Identifier: Apache-2.0
#include "help.h"

#include <fmt/format.h>

#include "display_width.h"

namespace guifan::cli {
namespace {

constexpr std::size_t kColumn = 30;

std::string entry(const std::string& name, const std::string& words) {
  std::string line = "  " + name;
  if (display_width(line) + 2 > kColumn) {
    line += "\n" + std::string(kColumn, ' ');
  } else {
    line = pad_right(line, kColumn);
  }
  for (const char c : words) {
    line += c;
    if (c == '\n') line += std::string(kColumn, ' ');
  }
  return line + "\n";
}

std::string indented(const std::string& text) {
  std::string out = text.empty() ? "" : "  ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
  return out + "\n";
}

}  // namespace

std::string HelpFormatter::options_of(const CLI::App& app, std::string_view heading,
                                      const CLI::Option* hidden) const {
  std::string out;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_group().empty() || option == hidden) continue;
    std::string names;
    for (const std::string& name : option->get_snames())
      names += (names.empty() ? "-" : ", -") + name;
    for (const std::string& name : option->get_lnames())
      names += (names.empty() ? "--" : ", --") + name;
    if (option->get_type_size() != 0 && !option->get_type_name().empty())
      names += " " + option->get_type_name();
    out += entry(names, option->get_description());
  }
  return out.empty() ? out : fmt::format("\n{}:\n{}", heading, out);
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string /*name*/,
                                     CLI::AppFormatMode /*mode*/) const {
  std::string out = app->get_description() + "\n";
  const auto page = pages_.find(app);
  if (page != pages_.end()) {
    out += fmt::format("\n{}: guifan {}\n", pick_("用法", "Usage"), page->second.usage);
    if (!page->second.details.empty()) out += "\n" + page->second.details + "\n";
  }
  std::string commands;
  for (const CLI::App* sub : app->get_subcommands({}))
    commands += entry(sub->get_name(), sub->get_description());
  if (!commands.empty()) out += fmt::format("\n{}:\n{}", pick_("命令", "Commands"), commands);
  const CLI::App* root = app;
  while (root->get_parent()) root = root->get_parent();
  if (app != root) out += options_of(*app, pick_("选项", "Options"), nullptr);
  out += options_of(
      *root,
      pick_("通用选项（写在命令前后均可）", "Options everywhere (before or after the command)"),
      app == root ? nullptr : root->get_help_ptr());
  if (page != pages_.end() && !page->second.examples.empty())
    out += fmt::format("\n{}:\n{}", pick_("示例", "Examples"), indented(page->second.examples));
  return out;
}

}  // namespace guifan::cli
