# SPDX-License-Identifier: Apache-2.0
# Warnings for our own code only: imported targets are SYSTEM and stay silent.
add_library(guifan_warnings INTERFACE)
target_compile_options(guifan_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                       $<$<BOOL:${GUIFAN_WERROR}>:-Werror>)
# GCC 12 sees overlapping copies in plain std::string code (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(guifan_warnings INTERFACE -Wno-restrict)
endif()
if(GUIFAN_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(GUIFAN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
