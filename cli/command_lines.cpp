// SPDX-License-Identifier: Apache-2.0
// What each command takes, with its help page.
#include <CLI/CLI.hpp>
#include <functional>

#include "commands.h"
#include "help.h"
#include "pick.h"

namespace guifan::cli {
namespace {

class CommandLines {
 public:
  CommandLines(CLI::App& app, Arguments& arguments, std::string& to, HelpFormatter& help,
               Language language)
      : app_(app), arguments_(arguments), to_(to), help_(help), pick_{language} {}

  void add_all() {
    convert();
    identify();
    check();
    explain();
    dump();
    plugins();
    formats();
  }

 private:
  void convert() {
    CLI::App* convert = add(
        app_, "convert", pick_("把报告转换为标准模板", "convert reports to the standard template"),
        {"convert IN... [-o OUT] [--to docx,html,json,...]",
         pick_(
             "IN 为 - 时读标准输入。OUT 为 - 时写标准输出；OUT 的扩展名决定格式，或用 --to 指定；\n"
             "多个 IN 时 OUT 是文件夹。不写 -o 时，在当前文件夹写出“原名.standard.扩展名”，默认 "
             "docx。\n"
             "IN 也可以是文件夹：转换其中各级文件夹的全部文件，OUT 里保留同样的文件夹。"
             "一份失败不影响其余。\n"
             "同一文件夹里 a.html 与 a.doc 的结果写作 a.html.docx 与 a.doc.docx。\n"
             "原件从不改动；已有文件只有加 --force 才替换；输出要么完整，要么没有。",
             "IN - reads standard input. OUT - writes to standard output; the extension of OUT "
             "decides the format, or --to;\n"
             "with several IN, OUT is a folder. Without -o the file NAME.standard.EXT appears in "
             "the current folder, docx by\n"
             "default. IN may be a folder: all files in it and below are converted, and OUT gets "
             "the same folders. One that\n"
             "fails does not stop the others. Where a.html and a.doc stand in one folder, the "
             "results are a.html.docx and\n"
             "a.doc.docx. Inputs are never modified; an existing file is replaced only with "
             "--force; outputs are whole or\n"
             "not there."),
         pick_("guifan convert 旧报告.html -o 新报告.docx\nguifan convert 旧报告.html --to json -o "
               "-\n"
               "guifan convert 2009.html 2010.html --to docx,html -o 结果\n"
               "guifan convert 旧报告.txt --template standard-2019 --to html\n"
               "guifan convert 旧报告.html -o 新报告.pdf\n"
               "guifan convert 档案 -o 结果 --skip-existing -j 4",
               "guifan convert old.html -o new.docx\nguifan convert old.html --to json -o -\n"
               "guifan convert 2009.html 2010.html --to docx,html -o results\n"
               "guifan convert old.txt --template standard-2019 --to html\n"
               "guifan convert old.html -o new.pdf\n"
               "guifan convert archive -o results --skip-existing -j 4")});
    convert->add_option("IN", arguments_.inputs);
    convert
        ->add_option("-o,--output", arguments_.out,
                     pick_("输出文件、文件夹，或 -", "output file, folder, or -"))
        ->type_name("OUT");
    convert
        ->add_option("--to", to_,
                     pick_("输出格式，用逗号隔开（见 guifan plugins list）",
                           "formats, comma-separated (see guifan plugins list)"))
        ->type_name("FORMATS");
    convert->add_flag("--force,-f", arguments_.force,
                      pick_("替换已有的输出文件", "replace existing output files"));
    convert->add_flag("--skip-existing", arguments_.skip_existing,
                      pick_("已有的输出文件保持不动，只补其余的\n（中断后接着做）",
                            "leave existing output files and make the rest\n(go on after an "
                            "interruption)"));
    convert
        ->add_option("-j,--jobs", arguments_.jobs,
                     pick_("同时转换几份（1–256）；消息和结果仍按原来的次序",
                           "convert so many at the same time (1 to 256);\nmessages and results "
                           "keep the order of the inputs"))
        ->type_name("N");
    convert
        ->add_option_function<std::string>(
            "--font",
            [&arguments = arguments_](const std::string& file) {
              arguments.options.emplace_back("font", file);
            },
            pick_("PDF 用的字体文件；默认 Noto CJK（思源宋体、黑体）",
                  "the font file of a PDF; Noto CJK by default"))
        ->type_name("FILE");
  }

  void identify() {
    CLI::App* identify =
        add(app_, "identify",
            pick_("判断容器、编码、版式、机关与年度",
                  "say what a file is: container, encoding, layout, organisation, year"),
            {"identify IN...",
             pick_("每项都带把握程度（0–1）和理由。IN 可以是文件夹。",
                   "Each with confidence (0 to 1) and reason. IN may be a folder."),
             pick_("guifan identify 旧报告.html\nguifan identify --json *.html",
                   "guifan identify old.html\nguifan identify --json *.html")});
    identify->add_option("IN", arguments_.inputs);
  }

  void check() {
    CLI::App* check =
        add(app_, "check", pick_("核对数字勾稽关系", "check a report's figures against each other"),
            {"check IN...",
             pick_("新旧报告都可以，IN 可以是文件夹；同一机关各年的报告互相核对。只报告，不修改。\n"
                   "无问题时退出码 0，有警告时 3。",
                   "Old reports and new ones; IN may be a folder. Reports of one body are compared "
                   "across years. Reports only,\n"
                   "changes nothing. Exit 0: nothing found; 3: warnings."),
             pick_("guifan check 年报.docx\nguifan check 2021.html 2022.html --json",
                   "guifan check report.docx\nguifan check 2021.html 2022.html --json")});
    check->add_option("IN", arguments_.inputs);
  }

  void explain() {
    CLI::App* explain =
        add(app_, "explain",
            pick_("说明单元格的值从何而来、为何空白",
                  "say why a cell holds what it holds, or why it is blank"),
            {"explain IN [CELL...]",
             pick_("CELL "
                   "可以是编号、编号开头（requests."
                   "new）或中文行列名（本年新收）。不写则列出所有已填单元格。",
                   "CELL is an id, the beginning of one (requests.new), or a Chinese "
                   "label (本年新收). Without CELL: all filled ones."),
             pick_("guifan explain 旧报告.html requests.new.total\nguifan explain "
                   "旧报告.html 上年结转\nguifan explain 旧报告.html --json",
                   "guifan explain old.html requests.new.total\nguifan explain "
                   "old.html 上年结转\nguifan explain old.html --json")});
    explain->add_option_function<std::string>("IN", only_one());
    explain->add_option("CELL", arguments_.cells)->expected(-1);
  }

  void dump() {
    CLI::App* dump =
        add(app_, "dump",
            pick_("显示读取器看到的文档及其位置",
                  "print the document as the reader saw it, with places"),
            {"dump IN [--json]", "",
             pick_("guifan dump 旧报告.html\nguifan dump 旧报告.html --json --reader text",
                   "guifan dump old.html\nguifan dump old.html --json --reader text")});
    dump->add_option_function<std::string>("IN", only_one());
  }

  void plugins() {
    CLI::App* plugins =
        add(app_, "plugins", pick_("查看、检验、新建插件", "list, vet and start plugins"),
            {"plugins list|check|new", "",
             pick_("guifan plugins list\nguifan plugins new my\nguifan plugins check "
                   "my/build/guifan-my.so",
                   "guifan plugins list\nguifan plugins new my\nguifan plugins check "
                   "my/build/guifan-my.so")});
    add(*plugins, "list",
        pick_("已装入的插件，被拒绝的及其原因",
              "plugins that are loaded, and those rejected with the reason"),
        {"plugins list", "", "guifan plugins list\nguifan plugins list --json"});
    add(*plugins, "check", pick_("检验一个插件文件", "vet one plugin file"),
        {"plugins check FILE...", "", "guifan plugins check my/build/guifan-my.so"})
        ->add_option("FILE", arguments_.inputs);
    add(*plugins, "new", pick_("新建一个可编译的插件骨架", "write a plugin skeleton that compiles"),
        {"plugins new NAME",
         pick_("在当前文件夹建立 NAME 文件夹：源码、CMakeLists.txt 与说明。",
               "Makes a folder NAME here: source, CMakeLists.txt and README."),
         "guifan plugins new my"})
        ->add_option_function<std::string>("NAME", only_one());
  }

  void formats() {
    CLI::App* formats =
        add(app_, "formats", pick_("查看、检验报告版式", "list, show and check report layouts"),
            {"formats list|show|check", "",
             "guifan formats list\nguifan formats show standard-2021\nguifan formats check "
             "my-layout.xml"});
    add(*formats, "list", pick_("所有版式", "all layouts"),
        {"formats list", "", "guifan formats list\nguifan formats list --json"});
    add(*formats, "show",
        pick_("一个版式的表格、勾稽关系与对照规则",
              "tables, identities and crosswalk of one layout"),
        {"formats show ID", "",
         "guifan formats show standard-2021\nguifan formats show shanghai-35 --json"})
        ->add_option_function<std::string>("ID", only_one());
    add(*formats, "check",
        pick_("检验版式文件或文字叙述规则", "check files of layouts or prose rules"),
        {"formats check FILE...", "", "guifan formats check my-layout.xml"})
        ->add_option("FILE", arguments_.inputs);
  }

  CLI::App* add(CLI::App& parent, const char* name, const char* words, HelpPage page) {
    CLI::App* command = parent.add_subcommand(name, words);
    command->fallthrough();
    command->require_subcommand(0, 1);
    help_.add_page(command, std::move(page));
    return command;
  }

  /// A command of one input takes no second one. What is declared here runs after this object is
  /// gone, when the words are parsed.
  std::function<void(const std::string&)> only_one() {
    return
        [&arguments = arguments_](const std::string& value) { arguments.inputs.assign(1, value); };
  }

  CLI::App& app_;
  Arguments& arguments_;
  std::string& to_;
  HelpFormatter& help_;
  Pick pick_;
};

}  // namespace

void add_commands(CLI::App& app, Arguments& arguments, std::string& to, HelpFormatter& help,
                  Language language) {
  CommandLines(app, arguments, to, help, language).add_all();
}

}  // namespace guifan::cli
