// SPDX-License-Identifier: Apache-2.0
// Plugins whose work stands in an engine, a module of its own that is loaded for the first file.
// Every run of guifan loads every plugin to ask whether it takes a file; libraries that only some
// files need would cost all of them milliseconds.
#pragma once

#include "engines/load_engine.h"
#include "guifan/plugin.h"

namespace guifan {

/// The engine's function, or nullptr when the host was told that and why it cannot be loaded.
template <typename Function>
Function function_of(const Engine& engine, const char* file, const guifan_host* host) {
  if (engine.function == nullptr)
    sdk::Context(*host).diagnose(sdk::Severity::Error, "PLG-037", {file, engine.problem});
  return reinterpret_cast<Function>(engine.function);
}

/// `File` has a static `kFile`, the engine's file name.
template <typename File>
std::int32_t read_with_engine(const guifan_host* host, const guifan_input* input,
                              const guifan_sink* sink) {
  static const Engine engine = load_engine(File::kFile, "guifan_engine_read");
  const auto read = function_of<decltype(guifan_reader_functions::read)>(engine, File::kFile, host);
  return read == nullptr ? GUIFAN_INTERNAL : read(host, input, sink);
}

template <typename File>
std::int32_t write_with_engine(const guifan_host* host, const guifan_report_view* report,
                               const guifan_option* options, std::size_t count,
                               const guifan_output* output) {
  static const Engine engine = load_engine(File::kFile, "guifan_engine_write");
  const auto write =
      function_of<decltype(guifan_writer_functions::write)>(engine, File::kFile, host);
  return write == nullptr ? GUIFAN_INTERNAL : write(host, report, options, count, output);
}

}  // namespace guifan

namespace guifan::sdk::detail {

/// A reader that answers probe() itself and has its engine read.
template <typename Prober, typename File>
const guifan_plugin* describe_late_reader(const About& about,
                                          std::span<const guifan_format> formats) {
  static const guifan_reader_functions table{sizeof(guifan_reader_functions), &probe<Prober>,
                                             &read_with_engine<File>};
  static guifan_plugin plugin = *describe<NoReader, NoWriter>(about, formats);
  plugin.reader = &table;
  return &plugin;
}

template <typename File>
const guifan_plugin* describe_late_writer(const About& about,
                                          std::span<const guifan_format> formats) {
  static const guifan_writer_functions table{sizeof(guifan_writer_functions),
                                             &write_with_engine<File>};
  static guifan_plugin plugin = *describe<NoReader, NoWriter>(about, formats);
  plugin.writer = &table;
  return &plugin;
}

}  // namespace guifan::sdk::detail

/// Exports a reader plugin. PROBER has a probe() like an sdk::Reader; ENGINE names the file.
#define GUIFAN_LATE_READER_PLUGIN(PROBER, ENGINE, ABOUT, FORMATS)                                \
  extern "C" __attribute__((visibility("default"))) const guifan_plugin* guifan_plugin_entry() { \
    return guifan::sdk::detail::describe_late_reader<PROBER, ENGINE>(ABOUT, FORMATS);            \
  }
#define GUIFAN_LATE_WRITER_PLUGIN(ENGINE, ABOUT, FORMATS)                                        \
  extern "C" __attribute__((visibility("default"))) const guifan_plugin* guifan_plugin_entry() { \
    return guifan::sdk::detail::describe_late_writer<ENGINE>(ABOUT, FORMATS);                    \
  }
