// SPDX-License-Identifier: Apache-2.0
#include "guifan/registry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "guifan/limits.h"
#include "plugin/foreign_file.h"
#include "plugin/host_call.h"
#include "plugin/module.h"

namespace guifan {

struct PluginRegistry::Loaded : plugin::Module {
  explicit Loaded(const plugin::Module& module) : plugin::Module(module) {}
};

namespace {

namespace fs = std::filesystem;
using plugin::Module;

std::vector<fs::path> modules_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".so") files.push_back(at->path());
  std::sort(files.begin(), files.end());
  return files;
}

bool is_builtin(const fs::path& file, std::span<const fs::path> builtin) {
  std::error_code error;
  const fs::path folder = fs::canonical(file, error).parent_path();
  return !error && std::find(builtin.begin(), builtin.end(), folder) != builtin.end();
}

const PluginFormat* find_format(const Module& module, std::string_view id) {
  const auto found = std::find_if(module.formats.begin(), module.formats.end(),
                                  [&](const auto& f) { return f.id == id; });
  return found == module.formats.end() ? nullptr : &*found;
}

Error unknown(std::string_view id, std::string_view asked, const std::vector<std::string>& known) {
  return {.kind = ErrorKind::Usage,
          .id = std::string(id),
          .message = std::string(asked),
          .more = {fmt::format("{}", fmt::join(known, ", "))}};
}

Error over_limit(std::string_view who, std::string_view limit) {
  return {.kind = ErrorKind::LimitExceeded,
          .id = "PLG-025",
          .message = std::string(who),
          .more = {std::string(limit)}};
}

ErrorKind kind_of(std::int32_t status) {
  switch (status) {
    case GUIFAN_MALFORMED:
      return ErrorKind::Malformed;
    case GUIFAN_UNSUPPORTED:
      return ErrorKind::Unsupported;
    case GUIFAN_LIMIT:
      return ErrorKind::LimitExceeded;
    case GUIFAN_IO:
      return ErrorKind::Io;
    default:
      return ErrorKind::Internal;
  }
}

/// The plugin's own last error in words, else a sentence for its status.
Error failure(std::int32_t status, std::string_view name, std::span<const Diagnostic> said) {
  const auto own = std::find_if(said.rbegin(), said.rend(),
                                [](const auto& d) { return d.severity == Severity::Error; });
  if (own != said.rend()) {
    Error error{kind_of(status), own->id, own->arguments.empty() ? "" : own->arguments.front(),
                to_string(own->place)};
    if (own->arguments.size() > 1)
      error.more.assign(own->arguments.begin() + 1, own->arguments.end());
    return error;
  }
  const char* id = "PLG-027";
  if (status == GUIFAN_MALFORMED) id = "PLG-023";
  if (status == GUIFAN_UNSUPPORTED) id = "PLG-024";
  if (status == GUIFAN_LIMIT) id = "PLG-025";
  if (status == GUIFAN_IO) id = "PLG-026";
  return {.kind = kind_of(status),
          .id = id,
          .message = std::string(name),
          .more = {status == GUIFAN_LIMIT ? "memory" : std::to_string(status)}};
}

guifan_input input_of(std::span<const std::byte> bytes, std::string_view name,
                      std::span<const guifan_option> options) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), plugin::borrow(name),
          options.data(), options.size()};
}

}  // namespace

PluginRegistry PluginRegistry::load(std::span<const fs::path> folders, Language language) {
  PluginRegistry registry;
  registry.language_ = language;
  const std::vector<fs::path> builtin = builtin_plugin_folders();
  for (const fs::path& folder : folders) {
    for (const fs::path& file : modules_in(folder)) {
      plugin::OpenedModule opened = plugin::open_module(file, is_builtin(file, builtin), language);
      if (opened.module) {
        const auto same = std::find_if(
            registry.statuses_.begin(), registry.statuses_.end(),
            [&](const auto& status) { return status.loaded && status.name == opened.status.name; });
        if (same != registry.statuses_.end()) {
          plugin::reject(opened.status, "PLG-012", {opened.status.name, same->file.string()},
                         language);
        } else {
          registry.plugins_.push_back(std::make_shared<const Loaded>(*opened.module));
        }
      }
      registry.statuses_.push_back(std::move(opened.status));
    }
  }
  return registry;
}

PluginStatus check_plugin(const fs::path& file, Language language) {
  return plugin::open_module(fs::absolute(file), false, language).status;
}

std::vector<std::string> PluginRegistry::reader_ids() const {
  std::vector<std::string> ids;
  for (const auto& loaded : plugins_)
    if (loaded->reader) ids.push_back(loaded->formats.front().id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::string> PluginRegistry::writer_ids() const {
  std::vector<std::string> ids;
  for (const auto& loaded : plugins_)
    if (loaded->writer)
      for (const auto& format : loaded->formats) ids.push_back(format.id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::optional<std::string> PluginRegistry::writer_for_extension(std::string_view extension) const {
  for (const auto& loaded : plugins_) {
    if (!loaded->writer) continue;
    for (const auto& format : loaded->formats)
      if (std::find(format.extensions.begin(), format.extensions.end(), extension) !=
          format.extensions.end())
        return format.id;
  }
  return std::nullopt;
}

std::optional<std::string> PluginRegistry::extension_of_writer(std::string_view id) const {
  for (const auto& loaded : plugins_)
    if (const auto* format = loaded->writer ? find_format(*loaded, id) : nullptr)
      return format->extensions.empty() ? format->id : format->extensions.front();
  return std::nullopt;
}

std::vector<PluginRegistry::Candidate> PluginRegistry::ask_all(std::span<const std::byte> bytes,
                                                               std::string_view name) const {
  std::vector<Candidate> candidates;
  const guifan_input input = input_of(bytes, name, {});
  for (const auto& loaded : plugins_) {
    if (!loaded->reader) continue;
    guifan_probe raw{};
    try {
      loaded->reader->probe(&input, &raw);
    } catch (...) {  // a plugin that does not use the facade and throws all the same
      raw = {};
    }
    raw.reason[sizeof raw.reason - 1] = '\0';
    const double confidence =
        std::isfinite(raw.confidence) ? std::clamp(raw.confidence, 0.0, 1.0) : 0.0;
    // The facade cuts a long reason at a byte, perhaps inside a character.
    std::string said = raw.reason;
    const std::size_t tab = said.find('\t');
    Words reason{sanitise_text(said.substr(0, tab)),
                 sanitise_text(tab == std::string::npos ? said : said.substr(tab + 1))};
    for (std::string* words : {&reason.chinese, &reason.english})
      if (words->ends_with("\xEF\xBF\xBD")) words->resize(words->size() - 3);
    candidates.push_back(
        {loaded.get(), {loaded->formats.front().id, confidence, std::move(reason)}});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.answer.confidence != b.answer.confidence
                                ? a.answer.confidence > b.answer.confidence
                                : a.answer.reader < b.answer.reader;
                   });
  return candidates;
}

std::vector<ProbeAnswer> PluginRegistry::probe(std::span<const std::byte> bytes,
                                               std::string_view name) const {
  std::vector<ProbeAnswer> answers;
  for (Candidate& candidate : ask_all(bytes, name)) answers.push_back(std::move(candidate.answer));
  return answers;
}

Result<SourceDocument> PluginRegistry::read(std::span<const std::byte> bytes, std::string_view name,
                                            std::string_view forced,
                                            const PluginOptions& options) const {
  if (bytes.size() > limits::source_bytes) return over_limit("guifan", "source_bytes");
  const std::vector<std::string> readers = reader_ids();
  if (readers.empty()) return Error{ErrorKind::Unsupported, "PLG-029", ""};
  const Loaded* chosen = nullptr;
  std::string id;
  if (!forced.empty()) {
    for (const auto& loaded : plugins_)
      if (!chosen && loaded->reader && (loaded->name == forced || find_format(*loaded, forced)))
        chosen = loaded.get();
    if (!chosen) return unknown("PLG-021", forced, readers);
    id = find_format(*chosen, forced) ? std::string(forced) : chosen->formats.front().id;
  } else {
    const std::vector<Candidate> candidates = ask_all(bytes, name);
    if (candidates.front().answer.confidence <= 0) {
      if (bytes.empty()) return Error{ErrorKind::Unsupported, "PLG-034", ""};
      if (auto known =
              plugin::foreign_file({reinterpret_cast<const char*>(bytes.data()), bytes.size()}))
        return *known;
      return Error{ErrorKind::Unsupported, "PLG-020", fmt::format("{}", fmt::join(readers, ", "))};
    }
    chosen = candidates.front().plugin;
    id = candidates.front().answer.reader;
  }

  PluginOptions all = options;
  all.emplace_back("format", id);
  const std::vector<guifan_option> raw_options = plugin::borrow_options(all);
  const guifan_input input = input_of(bytes, name, raw_options);
  plugin::HostCall call(language_);
  std::int32_t status = GUIFAN_INTERNAL;
  try {
    status = chosen->reader->read(&call.host(), &input, &call.sink());
  } catch (...) {  // a plugin that does not use the facade and throws all the same
    return Error{ErrorKind::Internal, "PLG-028", chosen->name};
  }
  if (call.out_of_memory()) return over_limit(chosen->name, "memory");
  if (!call.builder().limit_hit().empty())
    return over_limit(chosen->name, call.builder().limit_hit());
  if (status != GUIFAN_OK) return failure(status, chosen->name, call.diagnostics());

  SourceDocument document = call.builder().finish();
  document.name = sanitise_text(name);
  document.sha256 = sha256_hex(bytes);
  document.reader = id;
  if (document.media_type.empty())
    if (const auto* format = find_format(*chosen, id); format && !format->media_types.empty())
      document.media_type = format->media_types.front();
  document.diagnostics.insert(document.diagnostics.begin(),
                              std::make_move_iterator(call.diagnostics().begin()),
                              std::make_move_iterator(call.diagnostics().end()));
  return document;
}

Result<std::string> PluginRegistry::write(const guifan_report_view& report, std::string_view format,
                                          Language language, const PluginOptions& options,
                                          std::vector<Diagnostic>* said) const {
  const Loaded* chosen = nullptr;
  for (const auto& loaded : plugins_)
    if (!chosen && loaded->writer && find_format(*loaded, format)) chosen = loaded.get();
  if (!chosen) return unknown("PLG-022", format, writer_ids());

  PluginOptions all = options;
  all.emplace_back("format", format);
  const std::vector<guifan_option> raw_options = plugin::borrow_options(all);
  plugin::HostCall call(language);
  std::string bytes;
  const guifan_output output{
      &bytes, [](void* context, const std::uint8_t* data, std::size_t size) -> std::int32_t {
        try {
          static_cast<std::string*>(context)->append(reinterpret_cast<const char*>(data), size);
          return 0;
        } catch (...) {  // memory: the plugin stops and says Io
          return 1;
        }
      }};
  std::int32_t status = GUIFAN_INTERNAL;
  try {
    status = chosen->writer->write(&call.host(), &report, raw_options.data(), raw_options.size(),
                                   &output);
  } catch (...) {
    return Error{ErrorKind::Internal, "PLG-028", chosen->name};
  }
  if (status != GUIFAN_OK) return failure(status, chosen->name, call.diagnostics());
  if (said != nullptr)
    said->insert(said->end(), call.diagnostics().begin(), call.diagnostics().end());
  return bytes;
}

}  // namespace guifan
