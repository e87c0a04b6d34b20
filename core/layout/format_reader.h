// SPDX-License-Identifier: Apache-2.0
// The files of a formats folder: which they are, and what one of them says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "guifan/layout.h"
#include "layout/prose_rules.h"
#include "layout/schema.h"

namespace guifan {

/// What one file of formats/ holds.
using Format = std::variant<Layout, ProseRules>;

/// The XML files of a folder in the order of their names; a missing folder has none.
std::vector<std::filesystem::path> format_files(const std::filesystem::path& folder);

/// Parses and checks the files of one folder.
class FormatReader {
 public:
  /// Grammars are looked for in `folder`, then in `fallback`, and read when the first file asks for
  /// them.
  FormatReader(std::filesystem::path folder, std::filesystem::path fallback)
      : folder_(std::move(folder)), fallback_(std::move(fallback)) {}

  /// nullopt: XML of another kind, which is none of ours. Errors: LAY-003 to LAY-006, with the
  /// line.
  Result<std::optional<Format>> read(const std::filesystem::path& file, std::string_view bytes);

 private:
  using Grammar = std::optional<Result<LayoutSchema>>;
  /// Nothing, or why the file does not follow its grammar.
  std::optional<Error> check(const XmlFile& file, const char* name, Grammar& grammar) const;

  std::filesystem::path folder_, fallback_;
  Grammar layout_grammar_, prose_grammar_;
};

}  // namespace guifan
