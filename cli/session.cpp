// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <algorithm>
#include <utility>

#include "guifan/folders.h"
#include "guifan/recognise.h"
#include "input_file.h"

namespace guifan::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

Session::Session(Arguments arguments)
    : arguments_(std::move(arguments)),
      messages_(arguments_.language, arguments_.quiet, arguments_.colour) {
  for (const auto* folders : {&arguments_.plugin_dirs, &arguments_.formats_dirs})
    for (const fs::path& folder : *folders) {
      std::error_code error;
      if (!fs::is_directory(folder, error))
        messages_.print(folder.string(), make_diagnostic("CLI-014", {}));
    }
}

const PluginRegistry& Session::plugins() {
  if (!plugins_)
    plugins_ = PluginRegistry::load(plugin_folders(arguments_.plugin_dirs), arguments_.language);
  return *plugins_;
}

std::vector<fs::path> Session::layout_folders() const {
  std::vector<fs::path> folders;
  if (const fs::path here = executable_folder(); !here.empty())
    add_folder(folders, here / ".." / "share" / "guifan" / "formats");
  if (folders.empty())
    add_folder(folders, fs::path(GUIFAN_INSTALL_FULL_DATADIR) / "guifan" / "formats");
  for (const fs::path& folder : listed_folders("GUIFAN_FORMATS_PATH")) add_folder(folders, folder);
  for (const fs::path& folder : arguments_.formats_dirs) add_folder(folders, folder);
  return folders;
}

Result<const LayoutLibrary*> Session::layouts() {
  if (!layouts_) {
    Result<LayoutLibrary> loaded = LayoutLibrary::load(layout_folders(), shipped_formats());
    if (!loaded) return loaded.error();
    layouts_ = std::move(*loaded);
    for (const Diagnostic& diagnostic : layouts_->diagnostics()) messages_.print("", diagnostic);
  }
  return &*layouts_;
}

Result<Source> Session::load(const std::string& path) const {
  Result<std::string> bytes = path == "-" ? read_standard_input() : read_file(path);
  if (!bytes) return bytes.error();
  return Source{path, path == "-" ? "stdin" : fs::path(path).filename().string(),
                std::move(*bytes)};
}

Result<SourceDocument> Session::read(const Source& source) {
  return plugins().read(source.view(), source.name, arguments_.reader, arguments_.options);
}

Result<Recognised> Session::recognise(const Source& source) {
  const Result<const LayoutLibrary*> layouts = this->layouts();
  if (!layouts) return layouts.error();
  Result<SourceDocument> document = read(source);
  if (!document) return document.error();
  Result<Report> report = guifan::recognise(*document, **layouts);
  if (!report) return report.error();
  return Recognised{std::move(*document), std::move(*report)};
}

Result<Converted> Session::convert(const Source& source) {
  Result<Recognised> recognised = recognise(source);
  if (!recognised) return recognised.error();
  Converted converted{std::move(*recognised), {}, nullptr};
  const LayoutLibrary& layouts = *layouts_;
  const Result<const Layout*> target =
      choose_template(converted.report, layouts, conversion_options());
  if (!target) return target.error();
  converted.target = *target;
  Result<StandardReport> standard =
      guifan::convert(converted.document, converted.report, layouts, conversion_options());
  if (!standard) return standard.error();
  converted.standard = std::move(*standard);
  // These stand in the standard report now; a report with thousands of them needs the room.
  converted.report.residue = std::vector<Residue>();
  converted.report.tokens = std::vector<NumericToken>();
  return converted;
}

ExitCode Session::fail(std::string_view file, const Error& error) {
  messages_.print(file, error);
  const bool about_plugins =
      error.id.starts_with("PLG-") &&
      (error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Usage) && plugins_;
  if (about_plugins) {
    const auto rejected = std::count_if(plugins_->statuses().begin(), plugins_->statuses().end(),
                                        [](const PluginStatus& status) { return !status.loaded; });
    if (rejected != 0) messages_.print("", make_diagnostic("CLI-016", {std::to_string(rejected)}));
  }
  return exit_code(error);
}

ExitCode Session::report(std::string_view file, std::span<const Diagnostic> diagnostics) const {
  ExitCode code = kDone;
  for (const Diagnostic& diagnostic : diagnostics) {
    messages_.print(file, diagnostic);
    if (diagnostic.severity != Severity::Note) code = kWarnings;
  }
  return code;
}

}  // namespace guifan::cli
