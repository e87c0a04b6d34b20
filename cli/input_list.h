// SPDX-License-Identifier: Apache-2.0
// The inputs of a run: files as they were typed, and the files of folders.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "guifan/result.h"

namespace guifan::cli {

/// One input. `place` is where its output belongs below the folder of all outputs: the file's name,
/// with the subfolders between it and the folder that was typed. Several IN keep the name of each
/// folder too, so that 2008/index.html and 2009/index.html do not meet.
struct Input {
  std::string path;
  std::filesystem::path place;
};

/// Folders are walked to the bottom, in the order of the names' bytes. Links to folders are not
/// followed, and files that are no documents of their own are left out: hidden ones and the lock
/// files of Word (~$...). `left_out` (may be empty) is not entered: the outputs' folder is no
/// input. A folder that cannot be read stands in the list itself, so that reading it says why.
/// CLI-044 where there is no file at all.
Result<std::vector<Input>> list_inputs(const std::vector<std::string>& typed,
                                       const std::filesystem::path& left_out);

/// Whether one of them is a folder.
bool names_a_folder(const std::vector<std::string>& typed);

}  // namespace guifan::cli
