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

/// A report that went the whole way.
struct Converted {
  SourceDocument document;
  Report report;
  StandardReport standard;
  const Layout* target = nullptr;
};

class Session {
 public:
  explicit Session(Arguments arguments);

  const Arguments& arguments() const { return arguments_; }
  const Messages& messages() const { return messages_; }
  ConversionOptions conversion_options() const {
    return {arguments_.template_id, arguments_.approximate};
  }

  const PluginRegistry& plugins();
  /// All layouts; warnings about broken layout files are printed once.
  Result<const LayoutLibrary*> layouts();
  std::vector<std::filesystem::path> layout_folders() const;

  Result<Source> load(const std::string& path) const;
  Result<SourceDocument> read(const Source& source);
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
