// SPDX-License-Identifier: Apache-2.0
// What the commands share in one run: arguments, messages, and the plugins and layouts, loaded when
// first asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "arguments.h"
#include "guifan/convert.h"
#include "guifan/layout.h"
#include "guifan/registry.h"
#include "messages.h"

namespace guifan::cli {

/// One input file in memory.
struct Source {
  std::string path;  ///< as typed; "-" for standard input
  std::string name;  ///< without folders
  std::string bytes;
  std::span<const std::byte> view() const { return std::as_bytes(std::span(bytes)); }
};

/// A report as the source has it.
struct Recognised {
  SourceDocument document;
  Report report;
};

/// A report that went the whole way.
struct Converted : Recognised {
  StandardReport standard;
  const Layout* target = nullptr;
};

class Session {
 public:
  /// Warns of --plugin-dir and --formats-dir folders that are not there.
  explicit Session(Arguments arguments);

  const Arguments& arguments() const { return arguments_; }
  const Messages& messages() const { return messages_; }
  ConversionOptions conversion_options() const {
    return {arguments_.template_id, arguments_.approximate};
  }

  /// Loaded when first asked for; what was rejected stands in statuses().
  const PluginRegistry& plugins();
  /// All layouts; warnings about broken layout files are printed once.
  Result<const LayoutLibrary*> layouts();
  /// Where layouts are looked for: beside the executable, GUIFAN_FORMATS_PATH, --formats-dir. Only
  /// folders that are there, each once.
  std::vector<std::filesystem::path> layout_folders() const;

  /// The bytes of a file, or of standard input for "-". CLI-010 to CLI-015 say why not.
  Result<Source> load(const std::string& path) const;
  /// The document as the best reader sees it, or the one of --reader.
  Result<SourceDocument> read(const Source& source);
  /// Reads and recognises.
  Result<Recognised> recognise(const Source& source);
  /// Reads, recognises and fills the template that the arguments ask for.
  Result<Converted> convert(const Source& source);

  /// Prints the error of one input, with what may lie behind it (rejected plugins), and returns its
  /// exit code.
  ExitCode fail(std::string_view file, const Error& error);
  /// Prints the messages about one input and returns kWarnings if one of them needs a person.
  ExitCode report(std::string_view file, std::span<const Diagnostic> diagnostics) const;

 private:
  Arguments arguments_;
  Messages messages_;
  std::optional<PluginRegistry> plugins_;
  std::optional<LayoutLibrary> layouts_;
};

}  // namespace guifan::cli
