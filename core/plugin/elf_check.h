// SPDX-License-Identifier: Apache-2.0
// A look at a module's ELF headers before the dynamic linker sees it: dlopen() of a truncated file
// ends the process with SIGBUS, so a file whose headers point past its end must never get that far.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace guifan::plugin {

enum class ElfFault {
  NotElf,             ///< no ELF magic, or too short to have one
  NotSharedObject,    ///< ELF, but an executable or an object file
  WrongArchitecture,  ///< another machine, word size or byte order than this program
  Damaged,            ///< headers, segments or sections lie outside the file
};

struct ElfFinding {
  ElfFault fault;
  std::string detail;  ///< e.g. "AArch64, 64-bit"; "section 12 ends at byte 88120 of 65536"
};

/// What is wrong with the module in `file` (its whole bytes), or nullopt. Reads headers only.
std::optional<ElfFinding> check_elf(std::span<const std::byte> file);

/// Machine and word size of this program, as the wrong-architecture message prints it.
std::string own_architecture();

}  // namespace guifan::plugin
