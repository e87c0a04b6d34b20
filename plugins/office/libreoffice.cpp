// SPDX-License-Identifier: Apache-2.0
#include "libreoffice.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "child_process.h"
#include "temporary_folder.h"

namespace guifan::office {
namespace {

namespace fs = std::filesystem;
using docx::Expected;
using docx::Failure;
using sdk::Status;

constexpr std::uint64_t kMostOutputBytes = std::uint64_t{512} << 20;
constexpr int kRestartWanted[] = {79, 81};  // a fresh profile was set up: start again

constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
  <prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
  <prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

bool runs(const fs::path& program) {
  std::error_code failure;
  return fs::is_regular_file(program, failure) && access(program.c_str(), X_OK) == 0;
}

// soffice is a shell script around soffice.bin; without the script there is one process to watch.
std::optional<fs::path> program_of(const fs::path& launcher) {
  std::error_code failure;
  const fs::path real = fs::canonical(launcher, failure);
  if (failure) return std::nullopt;
  if (const fs::path beside = real.parent_path() / "soffice.bin"; runs(beside)) return beside;
  if (runs(real)) return real;
  return std::nullopt;
}

bool write_file(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

class Conversion {
 public:
  Conversion(const fs::path& program, const TemporaryFolder& folder,
             std::chrono::steady_clock::time_point deadline)
      : program_(program), folder_(folder), deadline_(deadline) {}

  /// Runs one `--convert-to`; the failure, or nullopt when the output is there.
  std::optional<Failure> run(const std::vector<std::string>& what, const fs::path& output) {
    const fs::path& root = folder_.path();
    std::vector<std::string> arguments = {
        program_.string(),
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "-env:UserInstallation=file://" + (root / "profile").string()};
    arguments.insert(arguments.end(), what.begin(), what.end());
    const std::vector<std::string> environment = {"PATH=/usr/bin:/bin",
                                                  "HOME=" + root.string(),
                                                  "TMPDIR=" + root.string(),
                                                  "LANG=C.UTF-8",
                                                  "LC_ALL=C.UTF-8",
                                                  "SAL_USE_VCLPLUGIN=svp",
                                                  "TZ=UTC"};
    for (int attempt = 0; attempt < 3; ++attempt) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          deadline_ - std::chrono::steady_clock::now());
      if (left.count() <= 0) return Failure{Status::LimitExceeded, "OFFICE-002", {}};
      const ChildEnd end = run_child(arguments, environment, root.string(), left, kMostOutputBytes,
                                     folder_.announcements());
      folder_.nobody_works_here();
      std::error_code missing;
      switch (end.kind) {
        case ChildEnd::Kind::NotStarted:
          return Failure{Status::Io, "OFFICE-003", {"cannot start"}};
        case ChildEnd::Kind::TimedOut:
          return Failure{Status::LimitExceeded, "OFFICE-002", {}};
        case ChildEnd::Kind::Killed:
          return Failure{Status::Malformed, "OFFICE-003", {"signal " + std::to_string(end.code)}};
        case ChildEnd::Kind::Exited:
          break;
      }
      if (end.code == kRestartWanted[0] || end.code == kRestartWanted[1]) continue;
      if (fs::exists(output, missing)) return std::nullopt;
      return Failure{
          Status::Malformed, "OFFICE-003", {"no output, exit status " + std::to_string(end.code)}};
    }
    return Failure{Status::Malformed, "OFFICE-003", {"does not start"}};
  }

 private:
  const fs::path& program_;
  const TemporaryFolder& folder_;
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace

std::optional<fs::path> find_libreoffice(std::string_view wanted) {
  if (!wanted.empty()) return program_of(fs::path(wanted));
  std::string_view folders = std::getenv("PATH") ? std::getenv("PATH") : "";
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const fs::path folder(folders.substr(0, end));
    folders.remove_prefix(std::min(end + 1, folders.size()));
    if (!folder.is_absolute()) continue;  // never the working directory
    for (const char* name : {"soffice", "libreoffice"})
      if (runs(folder / name))
        if (auto program = program_of(folder / name)) return program;
  }
  for (const char* launcher :
       {"/usr/lib/libreoffice/program/soffice", "/usr/lib64/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice"})
    if (auto program = program_of(launcher)) return program;
  return std::nullopt;
}

Expected<std::string> convert_to_docx(const fs::path& program, std::string_view bytes,
                                      const SourceKind& kind, std::chrono::seconds most_time) {
  const auto folder = TemporaryFolder::make();
  if (!folder) return Failure{Status::Io, "OFFICE-004", {}};
  const fs::path& root = folder->path();
  const fs::path input = root / ("source." + std::string(kind.extension));
  std::error_code failure;
  fs::create_directories(root / "profile" / "user", failure);
  if (failure || !write_file(root / "profile" / "user" / "registrymodifications.xcu", kSettings) ||
      !write_file(input, bytes))
    return Failure{Status::Io, "OFFICE-004", {}};

  Conversion conversion(program, *folder, std::chrono::steady_clock::now() + most_time);
  fs::path document = input;
  std::vector<std::string> reading;
  if (kind.spreadsheet) {  // Calc cannot write DOCX: its HTML goes through Writer
    const fs::path page = root / "source.html";
    if (auto failed = conversion.run(
            {"--convert-to", "html", "--outdir", root.string(), input.string()}, page))
      return *std::move(failed);
    document = page;
    reading = {"--infilter=HTML (StarWriter)"};
  }
  const fs::path output = root / "out" / "source.docx";
  reading.insert(reading.end(), {"--convert-to", "docx:MS Word 2007 XML", "--outdir",
                                 output.parent_path().string(), document.string()});
  if (auto failed = conversion.run(reading, output)) return *std::move(failed);
  std::ifstream file(output, std::ios::binary);
  std::string converted((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (converted.empty()) return Failure{Status::Io, "OFFICE-004", {}};
  return converted;
}

}  // namespace guifan::office
