// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <sstream>

#include "help.h"
#include "pick.h"
#include "session.h"

namespace guifan::cli {
namespace {

struct CommandRun {
  std::string_view name;
  int (*run)(Session&);
  bool needs_input;
};

constexpr CommandRun kCommands[] = {
    {"convert", run_convert, true},
    {"identify", run_identify, true},
    {"check", run_check, true},
    {"explain", run_explain, true},
    {"dump", run_dump, true},
    {"plugins list", run_plugins_list, false},
    {"plugins check", run_plugins_check, true},
    {"plugins new", run_plugins_new, true},
    {"formats list", run_formats_list, false},
    {"formats show", run_formats_show, true},
    {"formats check", run_formats_check, true},
};

}  // namespace

namespace {

/// The first --option that no loaded plugin declares: a mistyped one would change nothing,
/// silently.
std::optional<Error> unknown_option(Session& session) {
  if (session.arguments().options.empty()) return std::nullopt;
  std::vector<std::string> known;
  for (const PluginStatus& plugin : session.plugins().statuses()) {
    std::istringstream lines(plugin.loaded ? plugin.options : std::string());
    for (std::string line; std::getline(lines, line);)
      if (const std::size_t colon = line.find(':'); colon != std::string::npos)
        known.push_back(line.substr(0, colon));
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const auto& [name, value] : session.arguments().options)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return Error{ErrorKind::Usage,
                   "CLI-018",
                   name,
                   "",
                   false,
                   {fmt::format("{}", fmt::join(known, ", "))}};
  return std::nullopt;
}

}  // namespace

bool needs_input(std::string_view command) {
  for (const CommandRun& each : kCommands)
    if (each.name == command) return each.needs_input;
  return false;
}

int run_command(Session& session) {
  if (const auto mistake = unknown_option(session)) return session.fail("", *mistake);
  for (const CommandRun& each : kCommands)
    if (each.name == session.arguments().command) return each.run(session);
  return kUsage;  // parse_arguments() lets no other command through
}

void add_commands(CLI::App& app, Arguments& arguments, std::string& to, HelpFormatter& help,
                  Language language) {
  const Pick pick{language};
  const auto add = [&](CLI::App& parent, const char* name, const char* words, HelpPage page) {
    CLI::App* sub = parent.add_subcommand(name, words);
    sub->fallthrough();
    sub->require_subcommand(0, 1);
    help.add_page(sub, std::move(page));
    return sub;
  };
  // A command of one input takes no second one.
  const std::function<void(const std::string&)> only_one = [&arguments](const std::string& value) {
    arguments.inputs.assign(1, value);
  };

  CLI::App* convert = add(
      app, "convert", pick("把报告转换为标准模板", "convert reports to the standard template"),
      {"convert IN... [-o OUT] [--to docx,html,json,...]",
       pick("IN 为 - 时读标准输入。OUT 为 - 时写标准输出；OUT 的扩展名决定格式，或用 --to 指定；\n"
            "多个 IN 时 OUT 是文件夹。不写 -o 时，在当前文件夹写出“原名.standard.扩展名”，默认 "
            "docx。\n"
            "原件从不改动；已有文件只有加 --force 才替换；输出要么完整，要么没有。",
            "IN - reads standard input. OUT - writes to standard output; the extension of OUT "
            "decides the format, or --to;\n"
            "with several IN, OUT is a folder. Without -o the file NAME.standard.EXT appears in "
            "the current folder, docx by\n"
            "default. Inputs are never modified; an existing file is replaced only with --force; "
            "outputs are whole or not\n"
            "there."),
       pick("guifan convert 旧报告.html -o 新报告.docx\nguifan convert 旧报告.html --to json -o -\n"
            "guifan convert 2009.html 2010.html --to docx,html -o 结果\n"
            "guifan convert 旧报告.txt --template standard-2019 --to html\n"
            "guifan convert 旧报告.html -o 新报告.pdf",
            "guifan convert old.html -o new.docx\nguifan convert old.html --to json -o -\n"
            "guifan convert 2009.html 2010.html --to docx,html -o results\n"
            "guifan convert old.txt --template standard-2019 --to html\n"
            "guifan convert old.html -o new.pdf")});
  convert->add_option("IN", arguments.inputs);
  convert
      ->add_option("-o,--output", arguments.out,
                   pick("输出文件、文件夹，或 -", "output file, folder, or -"))
      ->type_name("OUT");
  convert
      ->add_option("--to", to,
                   pick("输出格式，用逗号隔开（见 guifan plugins list）",
                        "formats, comma-separated (see guifan plugins list)"))
      ->type_name("FORMATS");
  convert->add_flag("--force,-f", arguments.force,
                    pick("替换已有的输出文件", "replace existing output files"));
  convert
      ->add_option_function<std::string>(
          "--font",
          [&arguments](const std::string& file) { arguments.options.emplace_back("font", file); },
          pick("PDF 用的字体文件；默认 Noto CJK（思源宋体、黑体）",
               "the font file of a PDF; Noto CJK by default"))
      ->type_name("FILE");

  CLI::App* identify =
      add(app, "identify",
          pick("判断容器、编码、版式、机关与年度",
               "say what a file is: container, encoding, layout, organisation, year"),
          {"identify IN...",
           pick("每项都带把握程度（0–1）和理由。", "Each with confidence (0 to 1) and reason."),
           pick("guifan identify 旧报告.html\nguifan identify --json *.html",
                "guifan identify old.html\nguifan identify --json *.html")});
  identify->add_option("IN", arguments.inputs);

  CLI::App* check =
      add(app, "check", pick("核对数字勾稽关系", "check a report's figures against each other"),
          {"check IN...",
           pick("新旧报告都可以。只报告，不修改。无问题时退出码 0，有警告时 3。",
                "Old reports and new ones. Reports only, changes nothing. Exit 0: nothing found; "
                "3: warnings."),
           pick("guifan check 年报.docx\nguifan check 2021.html 2022.html --json",
                "guifan check report.docx\nguifan check 2021.html 2022.html --json")});
  check->add_option("IN", arguments.inputs);

  CLI::App* explain = add(app, "explain",
                          pick("说明单元格的值从何而来、为何空白",
                               "say why a cell holds what it holds, or why it is blank"),
                          {"explain IN [CELL...]",
                           pick("CELL "
                                "可以是编号、编号开头（requests."
                                "new）或中文行列名（本年新收）。不写则列出所有已填单元格。",
                                "CELL is an id, the beginning of one (requests.new), or a Chinese "
                                "label (本年新收). Without CELL: all filled ones."),
                           pick("guifan explain 旧报告.html requests.new.total\nguifan explain "
                                "旧报告.html 上年结转\nguifan explain 旧报告.html --json",
                                "guifan explain old.html requests.new.total\nguifan explain "
                                "old.html 上年结转\nguifan explain old.html --json")});
  explain->add_option_function<std::string>("IN", only_one);
  explain->add_option("CELL", arguments.cells)->expected(-1);

  CLI::App* dump = add(
      app, "dump",
      pick("显示读取器看到的文档及其位置", "print the document as the reader saw it, with places"),
      {"dump IN [--json]", "",
       pick("guifan dump 旧报告.html\nguifan dump 旧报告.html --json --reader text",
            "guifan dump old.html\nguifan dump old.html --json --reader text")});
  dump->add_option_function<std::string>("IN", only_one);

  CLI::App* plugins = add(
      app, "plugins", pick("查看、检验、新建插件", "list, vet and start plugins"),
      {"plugins list|check|new", "",
       pick(
           "guifan plugins list\nguifan plugins new my\nguifan plugins check my/build/guifan-my.so",
           "guifan plugins list\nguifan plugins new my\nguifan plugins check "
           "my/build/guifan-my.so")});
  add(*plugins, "list",
      pick("已装入的插件，被拒绝的及其原因",
           "plugins that are loaded, and those rejected with the reason"),
      {"plugins list", "", "guifan plugins list\nguifan plugins list --json"});
  add(*plugins, "check", pick("检验一个插件文件", "vet one plugin file"),
      {"plugins check FILE...", "", "guifan plugins check my/build/guifan-my.so"})
      ->add_option("FILE", arguments.inputs);
  add(*plugins, "new", pick("新建一个可编译的插件骨架", "write a plugin skeleton that compiles"),
      {"plugins new NAME",
       pick("在当前文件夹建立 NAME 文件夹：源码、CMakeLists.txt 与说明。",
            "Makes a folder NAME here: source, CMakeLists.txt and README."),
       "guifan plugins new my"})
      ->add_option_function<std::string>("NAME", only_one);

  CLI::App* formats =
      add(app, "formats", pick("查看、检验报告版式", "list, show and check report layouts"),
          {"formats list|show|check", "",
           "guifan formats list\nguifan formats show standard-2021\nguifan formats check "
           "my-layout.xml"});
  add(*formats, "list", pick("所有版式", "all layouts"),
      {"formats list", "", "guifan formats list\nguifan formats list --json"});
  add(*formats, "show",
      pick("一个版式的表格、勾稽关系与对照规则", "tables, identities and crosswalk of one layout"),
      {"formats show ID", "",
       "guifan formats show standard-2021\nguifan formats show shanghai-35 --json"})
      ->add_option_function<std::string>("ID", only_one);
  add(*formats, "check", pick("检验一个版式文件", "check a layout file"),
      {"formats check FILE...", "", "guifan formats check my-layout.xml"})
      ->add_option("FILE", arguments.inputs);
}

}  // namespace guifan::cli
