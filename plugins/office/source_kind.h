// SPDX-License-Identifier: Apache-2.0
// Which old or foreign office format some bytes are.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace guifan::office {

/// A format that LibreOffice reads and guifan does not.
struct SourceKind {
  std::string_view name;       ///< for people: "Word 97-2003"
  std::string_view extension;  ///< without dot
  std::string_view media_type;
  bool spreadsheet = false;  ///< goes to DOCX by way of HTML
  double confidence = 0;
};

/// Decides by content; `file_name` only tells apart what the content cannot (WPS from Word).
std::optional<SourceKind> identify_source(std::string_view bytes, std::string_view file_name);

/// A Word package written out as one XML file ("Word XML document"). LibreOffice takes it for plain
/// text, tags and all.
bool is_flat_package(std::string_view bytes);

/// A legacy Word document whose header says that it is encrypted.
bool is_encrypted_word(std::string_view bytes);

}  // namespace guifan::office
