// SPDX-License-Identifier: Apache-2.0
#include "text_recognition.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "child_process.h"
#include "scanned_rulings.h"
#include "temporary_folder.h"

namespace guifan::pdf {
namespace {

namespace fs = std::filesystem;
using office::ChildEnd;
using Clock = std::chrono::steady_clock;

constexpr int kDotsPerInch = 300;               ///< what tesseract is trained on
constexpr std::uint32_t kShortestRuling = 120;  ///< pixels: longer than the strokes of large titles
constexpr auto kPageTime = std::chrono::seconds(60);
constexpr auto kFileTime = std::chrono::minutes(20);
constexpr std::uint64_t kMostFileBytes = std::uint64_t{256} << 20;

std::optional<fs::path> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view folders = path != nullptr ? path : "";
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const fs::path folder(folders.substr(0, end));
    folders.remove_prefix(std::min(end + 1, folders.size()));
    std::error_code failure;
    const fs::path program = folder / name;
    if (folder.is_absolute() &&
        fs::is_regular_file(program, failure) &&  // never the working directory
        access(program.c_str(), X_OK) == 0)
      return program;
  }
  return std::nullopt;
}

std::string read_file(const fs::path& file) {
  std::error_code failure;
  const auto size = fs::file_size(file, failure);
  if (failure || size > kMostFileBytes) return {};
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool write_file(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

Message message(sdk::Severity severity, const char* id, std::vector<std::string> arguments,
                std::uint32_t page = 0) {
  Document document;
  document.say(severity, id, std::move(arguments), page);
  return document.messages.front();
}

/// What became of a program in words, empty where it did its work.
std::string trouble(const std::string& program, const ChildEnd& end) {
  switch (end.kind) {
    case ChildEnd::Kind::NotStarted:
      return program + ": cannot start";
    case ChildEnd::Kind::TimedOut:
      return program + ": more than " + std::to_string(kPageTime.count()) + " s";
    case ChildEnd::Kind::Killed:
      return program + ": signal " + std::to_string(end.code);
    case ChildEnd::Kind::Exited:
      break;
  }
  return end.code == 0 ? "" : program + ": exit status " + std::to_string(end.code);
}

class Recogniser {
 public:
  /// `folder` holds input.pdf and outlives this.
  Recogniser(fs::path painter, fs::path reader, const office::TemporaryFolder& folder)
      : painter_(std::move(painter)),
        reader_(std::move(reader)),
        place_(folder),
        folder_(folder.path()) {
    environment_ = {"PATH=/usr/bin:/bin", "HOME=" + folder_.string(), "TMPDIR=" + folder_.string(),
                    "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"};
    if (const char* data = std::getenv("TESSDATA_PREFIX"))
      environment_.push_back(std::string("TESSDATA_PREFIX=") + data);
  }

  /// The page, or what went wrong.
  std::optional<RecognisedPage> page(std::uint32_t number, std::string& problem) const {
    const std::string n = std::to_string(number);
    problem = run(painter_, {"-r", std::to_string(kDotsPerInch), "-gray", "-cropbox", "-f", n, "-l",
                             n, "-singlefile", "input.pdf", "page"});
    if (!problem.empty()) return std::nullopt;
    auto picture = parse_pgm(read_file(folder_ / "page.pgm"));
    if (!picture) {
      problem = painter_.filename().string() + ": no picture";
      return std::nullopt;
    }
    RecognisedPage result;
    result.page = number;
    result.width = picture->width;
    result.height = picture->height;
    result.rulings = find_scanned_rulings(*picture, kShortestRuling);
    erase_rulings(*picture, result.rulings);
    if (!write_file(folder_ / "page.pgm", to_pgm(*picture))) {
      problem = "disk full";
      return std::nullopt;
    }
    problem = run(reader_, {"page.pgm", "page", "-l", "chi_sim", "--dpi",
                            std::to_string(kDotsPerInch), "--psm", "6", "tsv"});
    if (!problem.empty()) return std::nullopt;
    result.words = parse_recognised_words(read_file(folder_ / "page.tsv"));
    std::error_code ignored;
    fs::remove(folder_ / "page.tsv", ignored);  // the next page's failure must not find it
    return result;
  }

 private:
  std::string run(const fs::path& program, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), program.string());
    const ChildEnd end = office::run_child(arguments, environment_, folder_.string(), kPageTime,
                                           kMostFileBytes, place_.announcements());
    place_.nobody_works_here();
    return trouble(program.filename().string(), end);
  }

  fs::path painter_, reader_;
  const office::TemporaryFolder& place_;
  fs::path folder_;
  std::vector<std::string> environment_;
};

}  // namespace

Recognition recognise_pages(std::string_view bytes, std::span<const std::uint32_t> pages) {
  Recognition result;
  const auto painter = find_program("pdftoppm"), reader = find_program("tesseract");
  if (!painter || !reader) {
    result.messages.push_back(
        message(sdk::Severity::Error, "PDF-020", {reader ? "pdftoppm" : "tesseract"}));
    return result;
  }
  const auto folder = office::TemporaryFolder::make();
  if (!folder || !write_file(folder->path() / "input.pdf", bytes)) {
    result.messages.push_back(message(sdk::Severity::Error, "PDF-014", {"no temporary folder"}));
    return result;
  }
  const Recogniser recogniser(*painter, *reader, *folder);
  const auto deadline = Clock::now() + kFileTime;
  for (const std::uint32_t number : pages) {
    std::string problem = "more than " + std::to_string(kFileTime.count()) + " min";
    if (Clock::now() < deadline) {
      if (auto page = recogniser.page(number, problem)) {
        result.pages.push_back(*std::move(page));
        continue;
      }
    }
    result.messages.push_back(
        message(sdk::Severity::Warning, "PDF-021", {std::to_string(number), problem}, number));
  }
  return result;
}

}  // namespace guifan::pdf
