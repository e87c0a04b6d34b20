// SPDX-License-Identifier: Apache-2.0
// Stands in until the library has its own: linked after it, so the library's definition wins.
#include "guifan/convert.h"

#include "guifan/recognise.h"

namespace guifan {

Result<StandardReport> convert(const SourceDocument&, const Report&, const LayoutLibrary&,
                               const ConversionOptions&) {
  return Error{ErrorKind::Internal, "INT-001"};
}

}  // namespace guifan
