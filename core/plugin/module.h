// SPDX-License-Identifier: Apache-2.0
// One module file: from candidate to a checked descriptor, or to a sentence that says why not.
#pragma once

#include <boost/dll/shared_library.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "guifan/plugin_abi.h"
#include "guifan/registry.h"

namespace guifan::plugin {

/// A loaded module. Its code stays in memory for the life of the process (RTLD_NODELETE), so that
/// nothing that it gave away can dangle.
struct Module {
  boost::dll::shared_library library;
  std::string name;
  std::vector<PluginFormat> formats;  ///< copied out of the descriptor and sanitised; never empty
  const guifan_reader_functions* reader = nullptr;
  const guifan_writer_functions* writer = nullptr;
};

struct OpenedModule {
  PluginStatus status;
  std::shared_ptr<const Module> module;  ///< null when rejected
};

/// `trusted`: the file came with guifan, no child process tries it first.
OpenedModule open_module(const std::filesystem::path& file, bool trusted, Language language);

/// Marks `status` as rejected for the reason with this catalogue id.
void reject(PluginStatus& status, std::string_view id, std::vector<std::string> arguments,
            Language language);

}  // namespace guifan::plugin
