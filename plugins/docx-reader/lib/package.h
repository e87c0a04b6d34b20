// SPDX-License-Identifier: Apache-2.0
// The open packaging layer: which part is the document, and which parts it names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "archive.h"
#include "failure.h"

namespace guifan::docx {

struct Relationship {
  std::string type;    ///< last segment of the type URI: "styles", "numbering", "header", ...
  std::string target;  ///< part key, or the URI where external
  bool external = false;
};

/// The relationships of one part, by id.
using Relationships = std::map<std::string, Relationship, std::less<>>;

class Package {
 public:
  /// `context` decodes parts that are not UTF-8; it must outlive the package.
  Package(const sdk::Context& context, Archive archive)
      : context_(context), archive_(std::move(archive)) {}
  /// Finds the main part: through _rels/.rels, else by content type, else word/document.xml. Fails
  /// with DOCX-003 where there is none, DOCX-010 where the package is another kind of document.
  Expected<std::string> find_main_part();
  /// The relationships of a part; empty where it has none. `source` empty: of the package itself.
  Relationships relationships_of(std::string_view source);
  /// The first relationship target of this type, empty for none.
  static std::string target_of(const Relationships& relationships, std::string_view type);
  Archive& archive() { return archive_; }
  /// Parts that were wanted and could not be read, with the failure: they make the reading
  /// incomplete.
  std::vector<Failure>& unreadable() { return unreadable_; }
  /// The text of a part in UTF-8; a failure names the part.
  Expected<std::string> read(std::string_view part);
  /// Reads a part that the document can do without; empty where it is missing, remembered where it
  /// is damaged.
  std::string read_optional(std::string_view part);
  /// The declared content type, empty where there is none.
  std::string content_type_of(std::string_view part);

 private:
  void load_content_types();
  std::string name_of_other_kind();

  const sdk::Context& context_;
  Archive archive_;
  std::vector<Failure> unreadable_;
  bool content_types_loaded_ = false;
  std::map<std::string, std::string, std::less<>> type_of_part_, type_of_extension_;
};

}  // namespace guifan::docx
