// SPDX-License-Identifier: Apache-2.0
#include "plugin/module.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "document/document_builder.h"
#include "plugin/child_probe.h"
#include "plugin/elf_check.h"
#include "plugin/mapped_file.h"

namespace guifan::plugin {
namespace {

constexpr std::size_t kMostFormats = 64;

std::string word(const char* text) {
  return text ? sanitise_text(text) : std::string();
}

std::vector<std::string> words(const char* text) {
  std::vector<std::string> list;
  std::string rest = word(text);
  std::size_t begin = 0;
  while ((begin = rest.find_first_not_of(' ', begin)) != std::string::npos) {
    const std::size_t end = std::min(rest.find(' ', begin), rest.size());
    list.push_back(rest.substr(begin, end - begin));
    begin = end;
  }
  return list;
}

/// What stands between `before` and the next of `ends`, or empty.
std::string between(std::string_view text, std::string_view before, std::string_view ends) {
  const std::size_t at = text.find(before);
  if (at == text.npos) return {};
  text.remove_prefix(at + before.size());
  return std::string(text.substr(0, text.find_first_of(ends)));
}

bool looks_sound(const std::filesystem::path& file, PluginStatus& status, Language language) {
  const MappedFile bytes(file);
  if (!bytes.error().empty()) {
    reject(status, "PLG-015", {bytes.error()}, language);
    return false;
  }
  const auto finding = check_elf(bytes.bytes());
  if (!finding) return true;
  switch (finding->fault) {
    case ElfFault::NotElf:
    case ElfFault::NotSharedObject:
      reject(status, "PLG-001", {finding->detail}, language);
      break;
    case ElfFault::Damaged:
      reject(status, "PLG-002", {finding->detail}, language);
      break;
    case ElfFault::WrongArchitecture:
      reject(status, "PLG-003", {finding->detail, own_architecture()}, language);
      break;
  }
  return false;
}

bool survives_in_child(const std::filesystem::path& file, PluginStatus& status, Language language) {
  const ChildReport report = probe_in_child(file);
  switch (report.outcome) {
    case ChildOutcome::Survived:
      return true;
    case ChildOutcome::Crashed:
      reject(status, "PLG-013", {report.detail}, language);
      return false;
    case ChildOutcome::Hung:
      reject(status, "PLG-014", {report.detail}, language);
      return false;
    case ChildOutcome::NoChild:
      reject(status, "PLG-016", {report.detail}, language);
      return false;
  }
  return false;
}

/// The dynamic linker's words, sorted into the three cases that have different cures.
void reject_unloadable(PluginStatus& status, std::string_view words, Language language) {
  if (const std::string symbol = between(words, "undefined symbol: ", " ,\n]"); !symbol.empty())
    return reject(status, "PLG-005", {symbol}, language);
  if (words.find("cannot open shared object file") != words.npos) {
    // "...: libfoo.so.1: cannot open shared object file: ..."
    const std::string_view head = words.substr(0, words.find(": cannot open shared object file"));
    const std::size_t colon = head.rfind(": ");
    const std::size_t begin = std::max(colon == head.npos ? 0 : colon + 2,
                                       head.rfind('(') == head.npos ? 0 : head.rfind('(') + 1);
    return reject(status, "PLG-006", {std::string(head.substr(begin))}, language);
  }
  reject(status, "PLG-004", {sanitise_text(words)}, language);
}

/// Copies the names out of a descriptor whose size and ABI are ours. False: rejected.
bool take_descriptor(const guifan_plugin& plugin, Module& module, PluginStatus& status,
                     Language language) {
  status.name = module.name = word(plugin.name);
  status.version = word(plugin.version);
  status.license = word(plugin.license);
  status.contact = word(plugin.contact);
  status.description = word(plugin.description);
  status.options = word(plugin.options);
  const auto incomplete = [&](std::string_view what) {
    reject(status, "PLG-010", {std::string(what)}, language);
    return false;
  };
  if (module.name.empty()) return incomplete("name");
  if (!plugin.formats || plugin.format_count == 0) return incomplete("formats");
  if (plugin.format_count > kMostFormats)
    return incomplete(fmt::format("formats: {} > {}", plugin.format_count, kMostFormats));
  for (std::size_t i = 0; i < plugin.format_count; ++i) {
    const guifan_format& raw = plugin.formats[i];
    PluginFormat format{word(raw.id), word(raw.name), words(raw.extensions), words(raw.media_types),
                        words(raw.pronom)};
    const bool plain =
        !format.id.empty() && std::all_of(format.id.begin(), format.id.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' ||
                 c == '.';
        });
    if (!plain) return incomplete(fmt::format("formats[{}].id", i));
    module.formats.push_back(std::move(format));
  }
  const auto missing = [&](std::string_view what) {
    reject(status, "PLG-011", {std::string(what)}, language);
    return false;
  };
  if (!plugin.reader && !plugin.writer) return missing("reader, writer");
  if (plugin.reader) {
    if (plugin.reader->size < sizeof(guifan_reader_functions) || !plugin.reader->probe ||
        !plugin.reader->read)
      return missing("reader: probe, read");
    module.reader = plugin.reader;
  }
  if (plugin.writer) {
    if (plugin.writer->size < sizeof(guifan_writer_functions) || !plugin.writer->write)
      return missing("writer: write");
    module.writer = plugin.writer;
  }
  return true;
}

}  // namespace

void reject(PluginStatus& status, std::string_view id, std::vector<std::string> arguments,
            Language language) {
  const Diagnostic diagnostic = make_diagnostic(id, std::move(arguments));
  status.loaded = false;
  status.id = id;
  status.reason = message_text(diagnostic, language);
  status.cure = cure_text(diagnostic, language);
}

OpenedModule open_module(const std::filesystem::path& file, bool trusted, Language language) {
  OpenedModule opened;
  PluginStatus& status = opened.status;
  status.file = file;
  if (!looks_sound(file, status, language)) return opened;
  if (!trusted && !survives_in_child(file, status, language)) return opened;
  auto module = std::make_shared<Module>();
  try {
    // The constructor that throws: the error_code overloads of Boost 1.74 say "Bad file descriptor"
    // whatever happened, while the exception's text holds dlerror(). All symbols of a foreign
    // module now: a missing one must fail here and not in a call. Our own modules were linked and
    // tested together with their libraries; binding thousands of symbols that one run never calls
    // would be a tenth of a small conversion.
    const auto binding =
        trusted ? boost::dll::load_mode::rtld_lazy : boost::dll::load_mode::rtld_now;
    module->library = boost::dll::shared_library(
        file, binding | static_cast<boost::dll::load_mode::type>(RTLD_NODELETE));
    if (!module->library.has(GUIFAN_PLUGIN_ENTRY)) {
      reject(status, "PLG-007", {GUIFAN_PLUGIN_ENTRY}, language);
      return opened;
    }
    const guifan_plugin* plugin =
        module->library.get<const guifan_plugin*()>(GUIFAN_PLUGIN_ENTRY)();
    if (!plugin) {
      reject(status, "PLG-010", {"null"}, language);
      return opened;
    }
    status.abi = plugin->abi;
    if (plugin->abi != GUIFAN_ABI) {
      reject(status, plugin->abi < GUIFAN_ABI ? "PLG-008" : "PLG-018",
             {std::to_string(plugin->abi), std::to_string(GUIFAN_ABI)}, language);
      return opened;
    }
    if (plugin->size < sizeof(guifan_plugin)) {
      reject(status, "PLG-009",
             {std::to_string(plugin->size), std::to_string(sizeof(guifan_plugin))}, language);
      return opened;
    }
    if (!take_descriptor(*plugin, *module, status, language)) return opened;
  } catch (const std::exception& error) {
    reject_unloadable(status, error.what(), language);
    return opened;
  } catch (...) {  // another language's exception out of the entry function
    reject(status, "PLG-013", {"exception"}, language);
    return opened;
  }
  status.formats = module->formats;
  for (const PluginFormat& format : module->formats) {
    if (module->reader) status.reads.push_back(format.id);
    if (module->writer) status.writes.push_back(format.id);
  }
  status.loaded = true;
  opened.module = std::move(module);
  return opened;
}

}  // namespace guifan::plugin
