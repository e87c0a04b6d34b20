// SPDX-License-Identifier: Apache-2.0
// layout.rng, compiled once and used for many layout files.
#pragma once

#include <libxml/relaxng.h>

#include <filesystem>
#include <memory>

#include "guifan/result.h"
#include "layout/xml_file.h"

namespace guifan {

struct RelaxNgDeleter {
  void operator()(xmlRelaxNG* schema) const { xmlRelaxNGFree(schema); }
};

class LayoutSchema {
 public:
  /// Errors: those of read_xml_file(), LAY-006 for a file that is no RELAX NG grammar of its own.
  static Result<LayoutSchema> load(const std::filesystem::path& path);

  /// True, or LAY-004 with the line of the first complaint. May add nothing to the document.
  Result<bool> check(const XmlFile& file) const;

 private:
  explicit LayoutSchema(xmlRelaxNG* schema) : schema_(schema) {}
  std::unique_ptr<xmlRelaxNG, RelaxNgDeleter> schema_;
};

}  // namespace guifan
