// SPDX-License-Identifier: Apache-2.0
// Stands in until the library has its own: linked after it, so the library's definition wins.
#include "guifan/convert.h"

namespace guifan {

Result<const Layout*> choose_template(const Report&, const LayoutLibrary& layouts,
                                      const ConversionOptions& options) {
  if (const Layout* found = layouts.find(options.template_id)) return found;
  return Error{ErrorKind::Usage, "CLI-032", options.template_id};
}

}  // namespace guifan
