// SPDX-License-Identifier: Apache-2.0
// The compiled formats as read-only data of the program: pages of it are read when they are used.
#include "guifan/layout.h"

asm(R"(
  .section .rodata
  .balign 16
guifan_compiled_formats_begin:
  .incbin ")" GUIFAN_COMPILED_FORMATS R"("
guifan_compiled_formats_end:
  .byte 0
  .previous
)");

extern "C" const char guifan_compiled_formats_begin[];
extern "C" const char guifan_compiled_formats_end[];

std::string_view guifan::shipped_formats() {
  return {guifan_compiled_formats_begin,
          static_cast<std::size_t>(guifan_compiled_formats_end - guifan_compiled_formats_begin)};
}
