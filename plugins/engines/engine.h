// SPDX-License-Identifier: Apache-2.0
// The other side of late_plugin.h: a module under lib/guifan/engines that does a plugin's work.
#pragma once

#include "guifan/plugin.h"

/// Exports the reading of READER, an sdk::Reader, for a plugin that loads this module late.
#define GUIFAN_READER_ENGINE(READER)                                                 \
  extern "C" __attribute__((visibility("default"))) std::int32_t guifan_engine_read( \
      const guifan_host* host, const guifan_input* input, const guifan_sink* sink) { \
    return guifan::sdk::detail::read<READER>(host, input, sink);                     \
  }

/// Exports the writing of WRITER, an sdk::Writer.
#define GUIFAN_WRITER_ENGINE(WRITER)                                                           \
  extern "C" __attribute__((visibility("default"))) std::int32_t guifan_engine_write(          \
      const guifan_host* host, const guifan_report_view* report, const guifan_option* options, \
      std::size_t count, const guifan_output* output) {                                        \
    return guifan::sdk::detail::write<WRITER>(host, report, options, count, output);           \
  }
