// SPDX-License-Identifier: Apache-2.0
// guifan plugins new NAME: a plugin that compiles, loads, and shows where one's own code goes.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands.h"
#include "guifan/folders.h"
#include "json_output.h"
#include "output_file.h"
#include "session.h"
#include "skeleton.h"

namespace guifan::cli {
namespace {

namespace fs = std::filesystem;

/// Where guifan/plugin.h is: beside the installed executable, else in the source tree it was built
/// from.
fs::path header_folder() {
  if (const fs::path here = executable_folder(); !here.empty()) {
    std::error_code error;
    fs::path installed = here.parent_path() / "include";
    if (fs::exists(installed / "guifan" / "plugin.h", error)) return installed;
  }
  return GUIFAN_SOURCE_INCLUDE;
}

/// NAME as a C++ class: "my-format" becomes "MyFormat".
std::string class_name(std::string_view name) {
  std::string out;
  bool upper = true;
  for (const char c : name) {
    if (c == '-') {
      upper = true;
      continue;
    }
    out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = false;
  }
  return out;
}

std::string fill(std::string_view pattern, std::string_view name) {
  const std::pair<std::string_view, std::string> slots[] = {
      {"@NAME@", std::string(name)},
      {"@CLASS@", class_name(name)},
      {"@INCLUDE@", header_folder().string()}};
  std::string out(pattern);
  for (const auto& [slot, value] : slots)
    for (std::size_t at = out.find(slot); at != std::string::npos;
         at = out.find(slot, at + value.size()))
      out.replace(at, slot.size(), value);
  return out;
}

}  // namespace

int run_plugins_new(Session& session) {
  const std::string& name = session.arguments().inputs.front();
  const bool sound = !name.empty() && name.size() <= 40 && name.front() >= 'a' &&
                     name.front() <= 'z' && std::all_of(name.begin(), name.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                     });
  if (!sound) return session.fail("", {ErrorKind::Usage, "CLI-040", name});
  std::error_code error;
  if (fs::exists(name, error)) return session.fail("", {ErrorKind::Usage, "CLI-041", name});
  fs::create_directory(name, error);
  if (error) return session.fail("", folder_error(name, error));
  const std::pair<std::string, std::string_view> files[] = {{"CMakeLists.txt", skeleton::kCmake},
                                                            {name + ".cpp", skeleton::kSource},
                                                            {"README.md", skeleton::kReadme}};
  std::string text;
  for (const auto& [file, pattern] : files) {
    const fs::path path = fs::path(name) / file;
    const Result<bool> written = write_file(path, fill(pattern, name), false);
    if (!written) return session.fail(path.string(), written.error());
    text += path.string() + "\n";
  }
  session.messages().print("", make_diagnostic("CLI-042", {name}));
  return print_text(session, text, kDone);
}

}  // namespace guifan::cli
