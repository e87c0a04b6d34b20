// SPDX-License-Identifier: Apache-2.0
// From the report model to the standard template, the checks, and the view that writers print.
#pragma once

#include <memory>
#include <string_view>

#include "guifan/layout.h"
#include "guifan/plugin_abi.h"
#include "guifan/report.h"
#include "guifan/standard_report.h"

namespace guifan {

struct ConversionOptions {
  std::string template_id = "standard-2021";  ///< or "standard-2019", or "same"
  bool approximate = false;  ///< also fill cells that the crosswalk marks approximate
};

/// The template that `options` ask for, given what the report is printed in; points into `layouts`.
/// Errors: Usage (XWK-005) where there is no such template.
Result<const Layout*> choose_template(const Report& report, const LayoutLibrary& layouts,
                                      const ConversionOptions& options);

/// Crosswalk: figures -> cells, blanks with reasons, residue. Does not check sums.
StandardReport cross_walk(const Report& report, const LayoutLibrary& layouts, const Layout& target,
                          const ConversionOptions& options);

/// The reconciliation rules on the source's own figures (layout identities), text against table,
/// total against parts. Reports, never repairs.
std::vector<Diagnostic> check_report(const Report& report, const LayoutLibrary& layouts);

/// Counts numeric tokens and blocks: each in exactly one place. An Error of kind Internal names the
/// first one lost.
Result<bool> verify_conservation(const SourceDocument& document, const Report& report,
                                 const StandardReport& standard);

/// cross_walk + check_report + verify_conservation. Errors: those of choose_template and
/// verify_conservation.
Result<StandardReport> convert(const SourceDocument& document, const Report& report,
                               const LayoutLibrary& layouts, const ConversionOptions& options);

/// Owns copies of all strings and arrays behind a guifan_report_view, ready for a writer plugin;
/// the arguments may go after construction. The view lives as long as this, also when it is moved.
class PrintedReport {
 public:
  PrintedReport(const SourceDocument& document, const Report& report,
                const StandardReport& standard, const Layout& target, const LayoutLibrary& layouts,
                Language language);
  PrintedReport(PrintedReport&&) noexcept;
  ~PrintedReport();
  const guifan_report_view& view() const;

 private:
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

}  // namespace guifan
