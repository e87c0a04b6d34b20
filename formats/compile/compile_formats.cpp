// SPDX-License-Identifier: Apache-2.0
// usage: guifan_compile_formats FOLDER OUTPUT
// Part of the build: checks the layout and rule files of FOLDER and writes them to OUTPUT in the
// form that layout/compiled_formats.h describes. A mistake in a shipped file ends the build here.
#include <cstdio>
#include <fstream>

#include "layout/compiled_formats.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: guifan_compile_formats FOLDER OUTPUT\n", stderr);
    return 64;
  }
  const auto compiled = guifan::compile_formats(arguments[1]);
  if (!compiled) {
    std::fprintf(stderr, "%s\n", compiled.error().message.c_str());
    return 1;
  }
  std::ofstream output(arguments[2], std::ios::binary);
  output.write(compiled->data(), static_cast<std::streamsize>(compiled->size())).flush();
  if (!output) {
    std::fprintf(stderr, "cannot write %s\n", arguments[2]);
    return 1;
  }
  return 0;
}
