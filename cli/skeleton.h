// SPDX-License-Identifier: Apache-2.0
// The files of `guifan plugins new`, with @NAME@, @CLASS@ and @INCLUDE@ to be filled.
#pragma once

#include <string_view>

namespace guifan::cli::skeleton {

inline constexpr std::string_view kCmake = R"(# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.16)
project(guifan-@NAME@ LANGUAGES CXX)

# The folder that holds guifan/plugin.h. A plugin includes that header and links nothing of guifan.
set(GUIFAN_INCLUDE_DIR "@INCLUDE@" CACHE PATH "Folder that holds guifan/plugin.h")

add_library(guifan-@NAME@ MODULE @NAME@.cpp)
target_compile_features(guifan-@NAME@ PRIVATE cxx_std_20)
target_include_directories(guifan-@NAME@ PRIVATE "${GUIFAN_INCLUDE_DIR}")
set_target_properties(guifan-@NAME@ PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden)
# Missing symbols show when linking, not when guifan loads the module.
target_link_options(guifan-@NAME@ PRIVATE -Wl,-z,defs)
)";

inline constexpr std::string_view kSource = R"(// SPDX-License-Identifier: Apache-2.0
// A reader of one document format. It says how sure it is that a file is its own (probe), and hands the document over
// in reading order (read). It keeps no state: one object serves all threads.
#include <guifan/plugin.h>

namespace {

using namespace guifan::sdk;

class @CLASS@Reader : public Reader {
 public:
  // By content; the file name is a hint at most. 0: not mine, 1: certain.
  Probe probe(const Input& input) const override {
    const bool mine = input.bytes().text().starts_with("@NAME@\n");
    return {mine ? 0.9 : 0.0, mine ? "begins with the line @NAME@" : "does not begin with the line @NAME@"};
  }

  // Here: every line is a paragraph. Use begin_table() and begin_cell() for tables; give each text its place.
  Status read(const Context& context, const Input& input, DocumentBuilder& document) const override {
    const Decoded decoded = context.decode(input.bytes());
    document.metadata("encoding", decoded.encoding());
    std::string_view rest = decoded.text();
    std::uint32_t number = 0;
    while (!rest.empty()) {
      const std::string_view words = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(words.size() < rest.size() ? words.size() + 1 : rest.size());
      ++number;
      if (number == 1 || words.empty()) continue;  // the signature line is no text of the report
      if (!document.paragraph(words, line(number))) return Status::LimitExceeded;
    }
    return Status::Ok;
  }
};

constexpr guifan_format kFormats[] = {
    {"@NAME@", "@NAME@ document", "@NAME@", "text/x-@NAME@", ""},  // id, name, extensions, media types, PRONOM ids
};

}  // namespace

GUIFAN_READER_PLUGIN(@CLASS@Reader,
                     (About{.name = "@NAME@",
                            .version = "0.1.0",
                            .license = "Apache-2.0",
                            .contact = "you@example.org",
                            .description = "Reads @NAME@ documents"}),
                     kFormats)
)";

inline constexpr std::string_view kReadme = R"(# guifan-@NAME@

A guifan plugin. Build it, vet it, use it:

```sh
cmake -S . -B build
cmake --build build
guifan plugins check build/guifan-@NAME@.so
printf '@NAME@\nhello\n' > example.@NAME@
guifan dump example.@NAME@ --plugin-dir build
```

Put `guifan-@NAME@.so` into a folder of `GUIFAN_PLUGIN_PATH` to have it always. `guifan/plugin.h` is the manual.
)";

}  // namespace guifan::cli::skeleton
