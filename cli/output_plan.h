// SPDX-License-Identifier: Apache-2.0
// Which files a convert run will write: decided before anything is read, so that a mistake costs
// nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "arguments.h"
#include "input_list.h"

namespace guifan::cli {

/// One output of one input. `path` empty: standard output.
struct Output {
  std::string format;
  std::filesystem::path path;
  PluginOptions options = {};  ///< for the writer, on top of the user's own
  bool makes_folder = false;   ///< its folder is made where it is not there yet
};

/// Per input, in the order of `inputs`. Makes the OUT folder, last, where outputs go there.
///
/// OUT as a file: its extension decides the format, or --to where it has none that a writer knows;
/// with several --to it is a stem. OUT as a folder (existing, ending in '/', or with several
/// inputs, or with a folder as input): STEM.EXT inside, in the input's subfolder. Inputs of one
/// stem keep their extension too: a.html.docx and a.doc.docx. No OUT: STEM.standard.EXT in the
/// current folder, docx by default. A CSV table gets its Frictionless descriptor beside it,
/// STEM.datapackage.json.
Result<std::vector<std::vector<Output>>> plan_outputs(const Arguments& arguments,
                                                      const std::vector<Input>& inputs,
                                                      const PluginRegistry& plugins);

}  // namespace guifan::cli
