// SPDX-License-Identifier: Apache-2.0
// The plugin host: finds modules, shakes hands, keeps a sentence about every candidate, calls
// readers and writers. Loaded plugins are never unloaded. Safe to share between threads after
// load().
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/plugin_abi.h"
#include "guifan/result.h"
#include "guifan/source_document.h"

namespace guifan {

/// A document format, as its plugin describes it.
struct PluginFormat {
  std::string id, name;
  std::vector<std::string> extensions, media_types;  ///< preferred first
  std::vector<std::string> pronom;                   ///< PRONOM ids, as archives use them
};

/// What became of one candidate file.
struct PluginStatus {
  std::filesystem::path file;
  bool loaded = false;
  std::string name, version, license, description;  ///< loaded, or as far as they could be read
  std::string contact, options;                     ///< options: "name: what it does" lines
  std::uint32_t abi = 0;                            ///< 0: could not be read
  std::vector<std::string> reads, writes;           ///< format ids
  std::vector<PluginFormat> formats;                ///< loaded
  std::string id;                                   ///< rejected: catalogue id of the reason
  std::string reason, cure;  ///< rejected: why, and what to do; in the language asked for
};

/// One reader's answer to "is this yours?"
struct ProbeAnswer {
  std::string reader;  ///< format id of the reader
  double confidence = 0;
  Words reason;
};

using PluginOptions = std::vector<std::pair<std::string, std::string>>;

class PluginRegistry {
 public:
  /// Tries every *.so of the folders, in order, by file name within a folder. A plugin whose name
  /// is already there is rejected with a reason. A file outside the built-in folders is first
  /// loaded in a child process, so that a module that crashes on loading cannot take guifan along.
  /// Never fails: an empty registry says so through statuses().
  static PluginRegistry load(std::span<const std::filesystem::path> folders, Language language);

  std::span<const PluginStatus> statuses() const { return statuses_; }
  std::vector<std::string> reader_ids() const;
  std::vector<std::string> writer_ids() const;
  /// The writer format id for a file extension (without dot), or nullopt.
  std::optional<std::string> writer_for_extension(std::string_view extension) const;

  /// The extension (without dot) of files in this writer format, or nullopt for an unknown format.
  std::optional<std::string> extension_of_writer(std::string_view id) const;

  /// All readers' answers, best first; ties by reader id.
  std::vector<ProbeAnswer> probe(std::span<const std::byte> bytes, std::string_view name) const;

  /// Reads with the best reader (or the one named in `forced`). When the best one fails, its own
  /// error is returned. The document has name, sha256, media_type, encoding and reader filled.
  Result<SourceDocument> read(std::span<const std::byte> bytes, std::string_view name,
                              std::string_view forced = {},
                              const PluginOptions& options = {}) const;

  /// Writes a report view in one format into memory. `said`: what the writer had to say on a
  /// success; may be nullptr.
  Result<std::string> write(const guifan_report_view& report, std::string_view format,
                            Language language, const PluginOptions& options = {},
                            std::vector<Diagnostic>* said = nullptr) const;

 private:
  struct Loaded;
  struct Candidate {
    const Loaded* plugin;
    ProbeAnswer answer;
  };
  std::vector<Candidate> ask_all(std::span<const std::byte> bytes, std::string_view name) const;

  std::vector<std::shared_ptr<const Loaded>> plugins_;
  std::vector<PluginStatus> statuses_;
  Language language_ = Language::Chinese;
};

/// The plugin folders beside the executable, or, where there are none, that of the installation.
/// Modules there came with guifan.
std::vector<std::filesystem::path> builtin_plugin_folders();
/// Where plugins are looked for: `asked` (--plugin-dir), then GUIFAN_PLUGIN_PATH (colon-separated),
/// then the built-in folders. Never the working directory: empty and relative entries of the
/// variable are left out.
std::vector<std::filesystem::path> plugin_folders(std::span<const std::filesystem::path> asked);

/// Tries one file the way load() would and says what became of it (`guifan plugins check FILE`).
PluginStatus check_plugin(const std::filesystem::path& file, Language language);

/// Lower-case hex SHA-256.
std::string sha256_hex(std::span<const std::byte> bytes);

}  // namespace guifan
