// SPDX-License-Identifier: Apache-2.0
#include "guifan/convert.h"

#include <iterator>

namespace guifan {

Result<StandardReport> convert(const SourceDocument& document, const Report& report,
                               const LayoutLibrary& layouts, const ConversionOptions& options) {
  const auto target = choose_template(report, layouts, options);
  if (!target) return target.error();
  StandardReport standard = cross_walk(report, layouts, **target, options);
  // In the order in which a person would look: reading and recognition, then the crosswalk, then
  // the sums.
  std::vector<Diagnostic> diagnostics = report.diagnostics;
  std::move(standard.diagnostics.begin(), standard.diagnostics.end(),
            std::back_inserter(diagnostics));
  std::vector<Diagnostic> checks = check_report(report, layouts);
  std::move(checks.begin(), checks.end(), std::back_inserter(diagnostics));
  standard.diagnostics = std::move(diagnostics);
  if (auto kept = verify_conservation(document, report, standard); !kept) return kept.error();
  return standard;
}

}  // namespace guifan
