// SPDX-License-Identifier: Apache-2.0
#include "arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "guifan/plugin_abi.h"
#include "help.h"
#include "mistakes.h"
#include "pick.h"
#include "workers.h"

namespace guifan::cli {
namespace {

/// The first of the POSIX variables that is set decides, as for every other program: zh* is
/// Chinese, all else English.
Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return std::string_view(value).starts_with("zh") ? Language::Chinese : Language::English;
  return Language::English;
}

/// --lang decides the language of help and of mistakes too, so it is looked for before the real
/// parse.
std::optional<std::string> early_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    if (word.starts_with("--lang=")) return std::string(word.substr(7));
    if (word == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return std::nullopt;
}

struct Raw {
  std::string language, colour = "auto", to;
  std::vector<std::string> options, plugin_dirs, formats_dirs;
  bool version = false, ocr = false;
};

void add_common_options(CLI::App& app, Arguments& arguments, Raw& raw, Language language) {
  const Pick pick{language};
  app.add_option("--template", arguments.template_id,
                 pick("目标模板：standard-2021（默认）、standard-2019，\n或 same（原件所用的版本）",
                      "target: standard-2021 (default), standard-2019,\nor same (the edition the "
                      "source is printed in)"))
      ->type_name("ID");
  app.add_flag("--approximate", arguments.approximate,
               pick("也填写只能近似对应的单元格，逐个标明",
                    "also fill cells that correspond only roughly, each marked as such"));
  app.add_flag("--ocr", raw.ocr,
               pick("识别 PDF 中图片页的文字（需要 tesseract），\n识别得来的数字都要核对",
                    "recognise the text of PDF pages that are pictures (needs\ntesseract); every "
                    "figure from them is flagged for review"));
  app.add_option("--reader", arguments.reader,
                 pick("指定读取器，不再自动判断", "force this reader instead of asking all"))
      ->type_name("ID");
  app.add_option("--option", raw.options,
                 pick("传给插件的选项，可重复", "an option for the plugins, repeatable"))
      ->type_name("NAME=VALUE")
      ->expected(1)
      ->take_all();
  app.add_flag("--json", arguments.json, pick("结果用 JSON 输出", "answer in JSON"));
  app.add_option("--lang", raw.language,
                 pick("语言：zh 或 en；不写则消息随系统、文档用中文",
                      "zh or en; without it messages follow the locale,\ndocuments are in Chinese"))
      ->type_name("zh|en");
  app.add_flag("--quiet,-q", arguments.quiet, pick("只显示错误", "errors only"));
  app.add_option("--color", raw.colour,
                 pick("彩色消息：auto、always、never", "coloured messages: auto, always, never"))
      ->type_name("WHEN");
  app.add_option("--plugin-dir", raw.plugin_dirs,
                 pick("另一个插件文件夹，可重复", "one more plugin folder, repeatable"))
      ->type_name("DIR")
      ->expected(1)
      ->take_all();
  app.add_option("--formats-dir", raw.formats_dirs,
                 pick("另一个版式文件夹，可重复", "one more folder of layouts, repeatable"))
      ->type_name("DIR")
      ->expected(1)
      ->take_all();
  app.add_flag("--version,-V", raw.version, pick("显示版本", "print the version"));
}

std::string version_text(bool json) {
  if (json)
    return nlohmann::ordered_json{
               {"name", "guifan"}, {"version", GUIFAN_VERSION}, {"plugin_abi", GUIFAN_ABI}}
               .dump() +
           "\n";
  return fmt::format("guifan {} (plugin ABI {})\n", GUIFAN_VERSION, GUIFAN_ABI);
}

/// What CLI11 has no words for in two languages.
Parsed finish(Arguments arguments, const Raw& raw, Language language) {
  arguments.language = language;
  if (!raw.language.empty()) {
    if (raw.language != "zh" && raw.language != "en")
      return mistake(language, "CLI-006", {"--lang", raw.language, "zh, en"});
    arguments.document_language = language;
  }
  if (raw.colour == "always") {
    arguments.colour = Colour::Always;
  } else if (raw.colour == "never") {
    arguments.colour = Colour::Never;
  } else if (raw.colour != "auto") {
    return mistake(language, "CLI-006", {"--color", raw.colour, "auto, always, never"});
  }
  constexpr int kMostJobs = kMostWorkers;
  if (arguments.jobs < 1 || arguments.jobs > kMostJobs)
    return mistake(language, "CLI-006",
                   {"--jobs", std::to_string(arguments.jobs), fmt::format("1-{}", kMostJobs)});
  if (arguments.force && arguments.skip_existing)
    return mistake(language, "CLI-043", {"--force", "--skip-existing"});
  for (const std::string& option : raw.options) {
    const std::size_t equals = option.find('=');
    if (equals == std::string::npos || equals == 0)
      return mistake(language, "CLI-006", {"--option", option, "NAME=VALUE"});
    arguments.options.emplace_back(option.substr(0, equals), option.substr(equals + 1));
  }
  if (raw.ocr) arguments.options.emplace_back("ocr", "on");
  for (const std::string& folder : raw.plugin_dirs) arguments.plugin_dirs.emplace_back(folder);
  for (const std::string& folder : raw.formats_dirs) arguments.formats_dirs.emplace_back(folder);
  std::string_view rest = raw.to;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    if (one.empty()) continue;
    if (std::find(arguments.to.begin(), arguments.to.end(), one) == arguments.to.end())
      arguments.to.emplace_back(one);
  }
  return arguments;
}

/// `guifan help [COMMAND]`, which people type first, is `guifan [COMMAND] --help`.
std::vector<const char*> with_help_as_option(int argc, const char* const* argv) {
  std::vector<const char*> words(argv, argv + argc);
  if (words.size() > 1 && std::string_view(words[1]) == "help") {
    words.erase(words.begin() + 1);
    words.push_back("--help");
  }
  return words;
}

}  // namespace

Parsed parse_arguments(int argc, const char* const* argv) {
  const std::optional<std::string> early = early_language(argc, argv);
  const Language language = early == "zh"   ? Language::Chinese
                            : early == "en" ? Language::English
                                            : locale_language();
  const Pick pick{language};

  Arguments arguments;
  Raw raw;
  CLI::App app(pick("guifan（规范）：读取各种旧式政府信息公开工作年度报告，写成标准模板。",
                    "guifan reads old Chinese government disclosure reports in any shape and "
                    "writes the standard template."));
  const auto formatter = std::make_shared<HelpFormatter>(language);
  app.formatter(formatter);
  app.set_help_flag("--help,-h", pick("显示帮助", "print this help"));
  app.fallthrough();
  app.require_subcommand(0, 1);  // after one command every word is an argument, also "check"
  add_common_options(app, arguments, raw, language);
  formatter->add_page(
      &app,
      {pick("命令 [选项] ...", "COMMAND [OPTIONS] ..."), "",
       pick("guifan convert 旧报告.html -o 新报告.docx\nguifan explain 旧报告.html "
            "requests.new.total\n"
            "guifan convert --help",
            "guifan convert old.html -o new.docx\nguifan explain old.html requests.new.total\n"
            "guifan convert --help")});
  add_commands(app, arguments, raw.to, *formatter, language);

  try {
    const std::vector<const char*> words = with_help_as_option(argc, argv);
    app.parse(static_cast<int>(words.size()), words.data());
  } catch (const CLI::CallForHelp&) {
    return PrintAndLeave{formatter->make_help(&chosen_command(app), "", CLI::AppFormatMode::Normal),
                         language};
  } catch (const CLI::ParseError& error) {
    return explain(error, app, language);
  }
  if (raw.version) return PrintAndLeave{version_text(arguments.json), language};

  const CLI::App* level = &app;
  while (!level->get_subcommands().empty()) {
    level = level->get_subcommands().front();
    arguments.command += (arguments.command.empty() ? "" : " ") + level->get_name();
  }
  if (!command_names(*level).empty())
    return mistake(language, "CLI-008",
                   {fmt::format("{}", fmt::join(command_names(*level), ", ")),
                    arguments.command.empty() ? "" : arguments.command + " "});
  if (arguments.inputs.empty() && needs_input(arguments.command))
    return mistake(language, "CLI-009", {arguments.command});
  return finish(std::move(arguments), raw, language);
}

}  // namespace guifan::cli
