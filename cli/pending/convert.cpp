// SPDX-License-Identifier: Apache-2.0
// Stands in until the library has its own: linked after it, so the library's definition wins.
#include "guifan/convert.h"

namespace guifan {

Result<StandardReport> convert(const SourceDocument&, const Report& report,
                               const LayoutLibrary& layouts, const ConversionOptions& options) {
  const Result<const Layout*> target = choose_template(report, layouts, options);
  if (!target) return target.error();
  return cross_walk(report, layouts, **target, options);
}

}  // namespace guifan
