// SPDX-License-Identifier: Apache-2.0
// Pages that are pictures: with programs that play their parts, and with the real ones where they
// are installed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

/// A PDF of one page that is nothing but a picture.
std::string picture_only() {
  std::ifstream file(fs::path(GUIFAN_SOURCE_DIR) / "tests/bad/pdf-058-image-only/input.pdf",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Recognition : public CommandLine {
 protected:
  /// Programs that the next run finds in its PATH, as shell scripts.
  void program(const std::string& name, const std::string& script) {
    fs::create_directories(folder_ / "programs");
    const fs::path file = write("programs/" + name, "#!/bin/sh\n" + script);
    fs::permissions(file, fs::perms::owner_all);
  }
  /// Draws a white page.
  void painter() {
    program("pdftoppm",
            "{ printf 'P5\\n600 800\\n255\\n'; head -c 480000 /dev/zero | tr '\\000' '\\377'; } > "
            "page.pgm\n");
  }

  Outcome run_with_programs(std::vector<std::string> arguments) {
    fs::create_directories(folder_ / "programs");
    write("in.pdf", picture_only());
    return run({.arguments = std::move(arguments),
                .variables = {{"PATH", (folder_ / "programs").string()}},
                .seconds = 120});
  }
};

/// A script that answers with these lines, as tesseract's table: a line every 40 pixels, an
/// ideograph 10 pixels wide.
std::string reading(const std::vector<std::string>& lines) {
  std::string script = "cat > page.tsv <<'END'\n";
  for (std::size_t i = 0; i < lines.size(); ++i)
    script += "5\t1\t1\t1\t" + std::to_string(i) + "\t1\t50\t" + std::to_string(40 * i + 40) +
              "\t" + std::to_string(10 * lines[i].size() / 3) + "\t10\t95\t" + lines[i] + "\n";
  return script + "END\n";
}

TEST_F(Recognition, SaysWhatToInstall) {
  const Outcome outcome = run_with_programs({"dump", "in.pdf", "--ocr", "--lang", "en"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("error[PDF-020]: pictures cannot be read: tesseract is not installed"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils"),
            std::string::npos);
}

TEST_F(Recognition, RunsNothingUnlessAsked) {
  painter();
  program("tesseract", "touch " + (folder_ / "ran").string() + "\n");
  const Outcome outcome = run_with_programs({"dump", "in.pdf", "--lang", "en"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("--ocr"), std::string::npos) << outcome.err;
  EXPECT_FALSE(exists("ran"));
}

TEST_F(Recognition, FlagsEveryCellForReview) {
  painter();
  program("tesseract",
          reading({"石门区某局2014年政府信息公开工作年度报告", "一、概述",
                   "二、主动公开政府信息情况", "本局网站公开信息3条。",
                   "三、依申请公开政府信息情况", "2014年，本局共收到政府信息公开申请12件。"}));
  const Outcome dump = run_with_programs({"dump", "in.pdf", "--ocr", "--lang", "en"});
  EXPECT_EQ(dump.code, 3);
  EXPECT_NE(dump.out.find("本局共收到政府信息公开申请12件"), std::string::npos) << dump.out;
  EXPECT_NE(dump.err.find("in.pdf:p1: warning[PDF-019]"), std::string::npos) << dump.err;

  const Outcome outcome =
      run_with_programs({"convert", "in.pdf", "--ocr", "--to", "json", "-o", "-", "--lang", "en"});
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  const auto cells = outcome.json()["cells"];
  ASSERT_FALSE(cells.empty()) << outcome.out;
  for (const auto& [id, cell] : cells.items())
    EXPECT_NE(cell.value("caveat", "").find("recognised (OCR)"), std::string::npos) << id;
}

TEST_F(Recognition, SaysWhatWentWrong) {
  painter();
  program("tesseract", "exit 1\n");
  const Outcome failed = run_with_programs({"dump", "in.pdf", "--ocr", "--lang", "en"});
  EXPECT_EQ(failed.code, 2);
  EXPECT_NE(failed.err.find("error[PDF-021]: the picture of page 1 could not be read "
                            "(tesseract: exit status 1)"),
            std::string::npos)
      << failed.err;
  program("tesseract", "kill -9 $$\n");
  EXPECT_NE(run_with_programs({"dump", "in.pdf", "--ocr", "--lang", "en"}).err.find("signal 9"),
            std::string::npos);
  program("tesseract", reading({"text"}));
  program("pdftoppm", "echo nonsense > page.pgm\n");
  EXPECT_NE(run_with_programs({"dump", "in.pdf", "--ocr", "--lang", "en"}).err.find("no picture"),
            std::string::npos);
}

TEST_F(Recognition, ReadsARealPicture) {
  for (const char* program : {"/usr/bin/tesseract", "/usr/bin/pdftoppm"})
    if (!fs::exists(program)) GTEST_SKIP() << "not installed: " << program;
  bool chinese = false;
  std::error_code none;
  for (const auto& entry : fs::recursive_directory_iterator("/usr/share/tesseract-ocr", none))
    chinese = chinese || entry.path().filename() == "chi_sim.traineddata";
  if (!chinese) GTEST_SKIP() << "not installed: tesseract-ocr-chi-sim";
  // The picture: a page of a PDF whose text pdftoppm draws, so that nothing but it is needed.
  write(
      "text.pdf",
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 5 0 R/Resources<</Font<</F "
      "4 0 R>>>>>>endobj\n"
      "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
      "5 0 obj<</Length 40>>stream\nBT /F 24 Tf 40 40 Td (2014 2015) Tj ET \nendstream endobj\n"
      "trailer<</Root 1 0 R>>\n");
  ASSERT_EQ(run_shell("pdftoppm -r 150 -gray -singlefile text.pdf drawn", folder_).code, 0);
  const std::string drawn = content(folder_ / "drawn.pgm");
  ASSERT_GT(drawn.size(), 625U * 208);
  std::string pixels = drawn.substr(drawn.find("255\n") + 4);
  const std::string size = drawn.substr(3, drawn.find('\n', 3) - 3);  // "625 209"
  const std::string width = size.substr(0, size.find(' ')),
                    height = size.substr(size.find(' ') + 1);
  write("in.pdf",
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 5 0 R/Resources<<"
        "/XObject<</I 4 0 R>>>>>>endobj\n"
        "5 0 obj<</Length 28>>stream\nq 300 0 0 100 0 0 cm /I Do Q\nendstream endobj\n"
        "4 0 obj<</Type/XObject/Subtype/Image/Width " +
            width + "/Height " + height + "/BitsPerComponent 8/ColorSpace/DeviceGray/Length " +
            std::to_string(pixels.size()) + ">>stream\n" + pixels +
            "\nendstream endobj\ntrailer<</Root 1 0 R>>\n");
  const Outcome outcome =
      run({.arguments = {"dump", "in.pdf", "--ocr", "--lang", "en"}, .seconds = 120});
  EXPECT_NE(outcome.out.find("2014"), std::string::npos) << outcome.out << outcome.err;
  EXPECT_NE(outcome.err.find("PDF-019"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace guifan::cli_test
