// SPDX-License-Identifier: Apache-2.0
// The office bridge: what it takes, what it says, and that nothing of a conversion stays behind.
// Most tests put a script in LibreOffice's place; those that need the real one are skipped where it
// is not installed.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "package_maker.h"

namespace guifan::testing {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const std::string kRtf =
    "{\\rtf1\\ansi\\uc1 {\\pard \\u25919?\\u24220?\\u20449?\\u24687?\\par}"
    "\\trowd\\cellx2000\\cellx4000\\intbl \\u35268?\\u31456?\\cell 7\\cell\\row"
    "\\trowd\\cellx2000\\cellx4000\\intbl \\u20854?\\u20182?\\cell 9\\cell\\row\\pard\\par}";

bool has_libreoffice() {
  return fs::exists("/usr/bin/soffice") || fs::exists("/usr/lib/libreoffice/program/soffice.bin");
}

Result<SourceDocument> read_office(std::string_view bytes, const PluginOptions& options = {},
                                   std::string_view name = "a.rtf", std::string_view reader = {}) {
  static const std::array<fs::path, 1> folders = {GUIFAN_PLUGIN_FOLDER};
  static const PluginRegistry registry = PluginRegistry::load(folders, Language::English);
  return registry.read(std::as_bytes(std::span(bytes.data(), bytes.size())), name, reader, options);
}

/// A folder with a script that plays LibreOffice.
class Stand : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "guifan-stand-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }
  PluginOptions script(const std::string& lines) {
    std::ofstream(folder_ / "office.sh") << "#!/bin/sh\n" << lines;
    fs::permissions(folder_ / "office.sh", fs::perms::owner_all);
    return {{"soffice", (folder_ / "office.sh").string()}};
  }
  fs::path folder_;
};

// The output folder is the argument behind --outdir.
const std::string kOutFolder =
    "while [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; shift; done\nmkdir -p \"$out\"\n";

TEST_F(Stand, HandsTheConvertedDocumentOverWithItsOrigin) {
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("政府信息"));
  const auto document = read_office(
      kRtf,
      script(kOutFolder + "cp '" + (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n"));
  ASSERT_TRUE(document) << document.error().id;
  EXPECT_EQ(outline(*document), Lines{"P 政府信息"});
  EXPECT_EQ(document->media_type, "application/rtf");
  EXPECT_EQ(document->reader, "office");
  EXPECT_TRUE(has_message(*document, "OFFICE-005"));
  const auto& data = document->metadata;
  EXPECT_NE(std::find(data.begin(), data.end(),
                      std::pair<std::string, std::string>("original-format", "RTF")),
            data.end());
}

TEST_F(Stand, AFreshProfileThatAsksForARestartGetsIt) {
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("第二次"));
  const std::string mark = (folder_ / "mark").string();
  const auto document = read_office(
      kRtf, script("[ -e '" + mark + "' ] || { touch '" + mark + "'; exit 81; }\n" + kOutFolder +
                   "cp '" + (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n"));
  ASSERT_TRUE(document) << document.error().id;
  EXPECT_EQ(outline(*document), Lines{"P 第二次"});
}

TEST_F(Stand, AHangingConversionIsKilledWithItsChildren) {
  PluginOptions options =
      script("sleep 100 & echo $! > '" + (folder_ / "child").string() + "'\nwait\n");
  options.emplace_back("timeout-seconds", "1");
  const auto begin = std::chrono::steady_clock::now();
  const auto document = read_office(kRtf, options);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-002");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  pid_t child = 0;
  std::ifstream(folder_ / "child") >> child;
  ASSERT_GT(child, 0);
  bool gone = false;  // killed at once; whoever reaps it may take a moment
  for (int i = 0; i < 200 && !gone; ++i) {
    std::ifstream status("/proc/" + std::to_string(child) + "/stat");
    std::string id, name, state;
    status >> id >> name >> state;
    gone = !status || state == "Z";
    if (!gone) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_TRUE(gone);
}

std::size_t lines_in(const fs::path& file) {
  std::ifstream in(file);
  return static_cast<std::size_t>(
      std::count(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(), '\n'));
}

TEST_F(Stand, TheSameFileIsConvertedOnceInARun) {
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("一次"));
  const std::string log = (folder_ / "log").string();
  const PluginOptions options =
      script("echo run >> '" + log + "'\n" + kOutFolder + "cp '" +
             (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n");
  for (const std::string_view name : {"a.rtf", "b.rtf", "a.rtf"}) {
    const auto document = read_office(kRtf, options, name);
    ASSERT_TRUE(document) << document.error().id;
    EXPECT_EQ(outline(*document), Lines{"P 一次"});
    EXPECT_TRUE(has_message(*document, "OFFICE-005"));
  }
  EXPECT_EQ(lines_in(log), 1u);
  EXPECT_TRUE(read_office(kRtf + " ", options));  // one byte more is another file
  EXPECT_EQ(lines_in(log), 2u);
}

TEST_F(Stand, AFileThatFailedIsNotTriedAgain) {
  const std::string log = (folder_ / "log").string();
  const PluginOptions options = script("echo run >> '" + log + "'\nexit 0\n");
  for (int i = 0; i < 3; ++i) {
    const auto document = read_office(kRtf, options);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().id, "OFFICE-003");
  }
  EXPECT_EQ(lines_in(log), 1u);
  PluginOptions patient = options;  // another time limit is another try
  patient.emplace_back("timeout-seconds", "50");
  EXPECT_FALSE(read_office(kRtf, patient));
  EXPECT_EQ(lines_in(log), 2u);
}

TEST_F(Stand, TheNoteNamesTheVersionThatConverted) {
  Parts parts = {{"docProps/app.xml",
                  "<Properties><Application>LibreOffice/7.4.7.2$Linux_X86_64 "
                  "LibreOffice_project/40</Application></Properties>"}};
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("甲"), parts);
  const auto document = read_office(
      kRtf,
      script(kOutFolder + "cp '" + (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n"));
  ASSERT_TRUE(document);
  const auto note = std::ranges::find(document->diagnostics, "OFFICE-005", &Diagnostic::id);
  ASSERT_NE(note, document->diagnostics.end());
  EXPECT_EQ(note->arguments, (Lines{"RTF", "LibreOffice/7.4.7.2"}));
}

TEST_F(Stand, EveryConversionHasAProfileOfItsOwnWithMacrosOff) {
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("甲"));
  const std::string log = (folder_ / "profiles").string();
  const PluginOptions options = script(
      "for a in \"$@\"; do case \"$a\" in -env:UserInstallation=file://*)\n"
      "  p=${a#-env:UserInstallation=file://}; echo \"$p\" >> '" +
      log +
      "'\n  grep -q DisableMacrosExecution \"$p/user/registrymodifications.xcu\" || exit 1\n"
      "esac; done\n[ \"$HOME\" = \"$PWD\" ] || exit 1\n" +
      kOutFolder + "cp '" + (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n");
  ASSERT_TRUE(read_office(kRtf, options));
  ASSERT_TRUE(read_office(kRtf + "\n", options));
  std::ifstream in(log);
  std::string first, second;
  ASSERT_TRUE(std::getline(in, first) && std::getline(in, second));
  EXPECT_NE(first, second);
  EXPECT_FALSE(fs::exists(first));
}

TEST_F(Stand, AConversionWithoutOutputIsAFailure) {
  const auto document = read_office(kRtf, script("exit 0\n"));
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-003");
}

TEST_F(Stand, AHalfWrittenConversionIsNotPassedAsWhole) {
  const auto document =
      read_office(kRtf, script(kOutFolder + "printf 'PK\\003\\004half' > \"$out/source.docx\"\n"));
  EXPECT_FALSE(document);
}

TEST_F(Stand, NothingStaysInTheTemporaryFolder) {
  setenv("TMPDIR", folder_.c_str(), 1);
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("甲"));
  EXPECT_TRUE(read_office(kRtf, script(kOutFolder + "cp '" + (folder_ / "made.docx").string() +
                                       "' \"$out/source.docx\"\n")));
  unsetenv("TMPDIR");
  for (const auto& entry : fs::directory_iterator(folder_))
    EXPECT_FALSE(entry.path().filename().string().starts_with("guifan-office-")) << entry.path();
}

TEST_F(Stand, ATemporaryFolderThatTakesNothingIsSaid) {
  const auto program = script("true\n");
  setenv("TMPDIR", (folder_ / "nowhere").c_str(), 1);
  const auto document = read_office(kRtf, program);
  unsetenv("TMPDIR");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-004");
}

TEST(Office, AFormatOfAnotherReaderIsRefused) {
  const auto document = read_office("plain words", {}, "page.html", "office");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-006");
}

TEST(Office, WithoutLibreOfficeTheMessageSaysHowToInstallIt) {
  const auto document = read_office(kRtf, {{"soffice", "/nowhere/soffice"}});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-001");
  EXPECT_NE(cure_text(to_diagnostic(document.error()), Language::English)
                .find("libreoffice-writer-nogui"),
            std::string::npos);
}

std::string compound_word(bool encrypted) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(2048, '\0');
  bytes.replace(512, 2, "\xEC\xA5");
  bytes[512 + 0x0B] = encrypted ? '\x01' : '\0';
  const std::string_view entry = "WordDocument";
  for (std::size_t i = 0; i < entry.size(); ++i) bytes[1024 + 2 * i] = entry[i];
  return bytes;
}

TEST_F(Stand, EveryFormatIsNamedAndKeepsItsExtension) {
  std::ofstream(folder_ / "made.docx", std::ios::binary) << package(paragraph("甲"));
  const std::string log = (folder_ / "log").string();
  // Its last argument is the file to convert; a spreadsheet is asked for as HTML first.
  const PluginOptions options = script(
      "for a in \"$@\"; do last=$a; done; echo \"${last##*/}\" >> '" + log + "'\n" +
      "case \" $* \" in *' --convert-to html '*) cp \"$last\" \"$PWD/source.html\"; exit;; esac\n" +
      kOutFolder + "cp '" + (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n");
  const std::string open_document = "PK\x03\x04" + std::string(26, '\0') + "mimetypeapplication/";
  const std::string workbook = std::string("PK\x03\x04") + "xl/workbook.xml";
  std::string excel = compound_word(false);
  const std::string_view entry = "Workbook";
  for (std::size_t i = 0; i < 12; ++i) excel[1024 + 2 * i] = i < entry.size() ? entry[i] : '\0';
  const struct {
    std::string bytes, name, format, converted;
  } cases[] = {
      {compound_word(false), "a.doc", "Word 97-2003", "source.doc\n"},
      {compound_word(false), "A.WPS", "WPS", "source.wps\n"},
      {kRtf, "a.doc", "RTF", "source.rtf\n"},
      {open_document + "vnd.oasis.opendocument.text", "a", "OpenDocument text", "source.odt\n"},
      {open_document + "vnd.oasis.opendocument.spreadsheet", "a", "OpenDocument spreadsheet",
       "source.ods\nsource.html\n"},
      {excel, "a.xls", "Excel 97-2003", "source.xls\nsource.html\n"},
      {workbook, "a.xlsx", "Excel workbook", "source.xlsx\nsource.html\n"},
      {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>",
       "a.xml", "Word XML", "source.xml\n"},
  };
  for (const auto& one : cases) {
    fs::remove(log);
    const auto document = read_office(one.bytes, options, one.name);
    ASSERT_TRUE(document) << one.format << ": " << document.error().id;
    EXPECT_EQ(outline(*document), Lines{"P 甲"}) << one.format;
    const auto note = std::ranges::find(document->diagnostics, "OFFICE-005", &Diagnostic::id);
    ASSERT_NE(note, document->diagnostics.end()) << one.format;
    EXPECT_EQ(note->arguments[0], one.format);
    std::ifstream in(log);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), one.converted) << one.format;
  }
}

TEST(Office, PasswordProtectedWordIsNamedBeforeAnythingRuns) {
  const auto document =
      read_office(compound_word(true), {{"soffice", "/nowhere/soffice"}}, "a.doc");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-007");
}

// A report on one sheet: its texts are paragraphs, its tables end where their words end.
TEST_F(Stand, TextsOfAWorksheetStandBetweenItsTables) {
  const auto row = [](std::initializer_list<std::string_view> texts) {
    std::string cells;
    for (const std::string_view text : texts) cells += cell(text);
    return "<w:tr>" + cells + "</w:tr>";
  };
  std::ofstream(folder_ / "made.docx", std::ios::binary)
      << package("<w:tbl>" + row({"某县2012年报告", "", ""}) + row({"", "", ""}) +
                 row({"一、概述", "", ""}) + row({"", "", ""}) + row({"指标", "数量", ""}) +
                 row({"申请总数", "12", ""}) + row({"其中", "", ""}) + row({"当面申请数", "", ""}) +
                 row({"本年度工作有新的进展。", "", ""}) + row({"", "", ""}) +
                 row({"甲", "乙", "丙"}) + row({"1", "", ""}) + row({"", "", ""}) + "</w:tbl>");
  const PluginOptions options = script(
      "for a in \"$@\"; do last=$a; done\n"
      "case \" $* \" in *' --convert-to html '*) cp \"$last\" \"$PWD/source.html\"; exit;; esac\n" +
      kOutFolder + "cp '" + (folder_ / "made.docx").string() + "' \"$out/source.docx\"\n");
  const auto document =
      read_office(std::string("PK\x03\x04") + "xl/workbook.xml", options, "a.xlsx");
  ASSERT_TRUE(document) << document.error().id;
  EXPECT_EQ(outline(*document), (Lines{"P 某县2012年报告", "H1 一、概述",
                                       "T [指标|数量] [申请总数|12] [其中|] [当面申请数|]",
                                       "P 本年度工作有新的进展。", "T [甲|乙|丙] [1||]"}));
  EXPECT_EQ(to_string(std::get<Table>(document->blocks.back()).cells.front().text.place()),
            "t1 r11 c1");
}

TEST(Office, APackageInOneXmlFileIsNoPlainText) {
  const auto document = read_office(
      "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package "
      "xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"></pkg:package>",
      {}, "a.xml");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-008");
}

TEST(Office, ContentDecidesNotTheName) {
  const auto document =
      read_office(compound_word(false), {{"soffice", "/nowhere/soffice"}}, "a.docx");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "OFFICE-001");
}

TEST(OfficeWithLibreOffice, ReadsRtf) {
  if (!has_libreoffice()) GTEST_SKIP() << "LibreOffice is not installed";
  const auto document = read_office(kRtf);
  ASSERT_TRUE(document) << document.error().id << document.error().message;
  EXPECT_EQ(outline(*document), (Lines{"P 政府信息", "T [规章|7] [其他|9]"}));
}

TEST(OfficeWithLibreOffice, ReadsAWorkbook) {
  if (!fs::exists("/usr/lib/libreoffice/program/libsclo.so"))
    GTEST_SKIP() << "LibreOffice Calc is not installed";
  const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string kRelations =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const auto text = [](std::string_view place, std::string_view words) {
    return "<c r=\"" + std::string(place) + "\" t=\"inlineStr\"><is><t>" + std::string(words) +
           "</t></is></c>";
  };
  const std::string bytes = zip({
      {"[Content_Types].xml",
       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
       "Extension=\"rels\" "
       "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
       "<Override PartName=\"/xl/workbook.xml\" "
       "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/"
       ">"
       "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
       "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/"
       "></Types>"},
      {"_rels/.rels",
       "<Relationships "
       "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
       "Id=\"r1\" Type=\"" +
           kRelations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kRelations +
           "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships "
       "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
       "Id=\"r1\" Type=\"" +
           kRelations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + kMain + "\"><sheetData><row r=\"1\">" +
                                       text("A1", "项目") + text("B1", "数量") +
                                       "</row><row r=\"2\">" + text("A2", "规章") +
                                       "<c r=\"B2\"><v>7</v></c></row></sheetData></worksheet>"},
  });
  const auto document = read_office(bytes, {}, "a.xlsx");
  ASSERT_TRUE(document) << document.error().id << document.error().message;
  EXPECT_EQ(outline(*document), Lines{"T [项目|数量] [规章|7]"});
}

}  // namespace
}  // namespace guifan::testing
