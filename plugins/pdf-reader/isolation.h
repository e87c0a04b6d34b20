// SPDX-License-Identifier: Apache-2.0
// Reading in a process of its own: whatever a hostile file does to the parser, it does there.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "document_reader.h"
#include "reader_limits.h"

namespace guifan::pdf {

struct ProcessLimits {
  std::uint64_t bytes = limits::process_bytes;           ///< address space
  unsigned processor_seconds = limits::process_seconds;  ///< of all its threads together
  unsigned wall_seconds = limits::process_seconds + 2;
};

/// What `work` gives in a child process under limits on memory, processor and wall clock time, and
/// without a way to other programs, files and the network. A child that dies or runs out gives a
/// document with the reason in it and nothing else; where no child can be made, Status::Io.
Document run_isolated(const std::function<Document()>& work, const ProcessLimits& limits = {});

/// read_document() in a child process.
Document read_isolated(std::string_view bytes, const ReadOptions& options);

}  // namespace guifan::pdf
