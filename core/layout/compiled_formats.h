// SPDX-License-Identifier: Apache-2.0
// Layouts and prose rules in a form that loads without parsing. The build compiles the files of
// formats/ and links the result into the program (formats/compile); at run time a file whose bytes
// are those that were compiled is taken from there, any other is parsed and checked. The files stay
// the truth: who edits one, or adds one, gets what it says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "layout/format_reader.h"

namespace guifan {

/// Compiles every layout and rule file of the folder, each checked against its grammar. Same files,
/// same bytes. Fails on the first file that does not load without a diagnostic.
Result<std::string> compile_formats(const std::filesystem::path& folder);

/// What was compiled from a file with these bytes, `file` being where it lies now; nullopt: no such
/// file was. Examples in rules are left out, they are for tests.
std::optional<Format> find_compiled(std::string_view compiled, std::string_view file_bytes,
                                    const std::filesystem::path& file);

}  // namespace guifan
