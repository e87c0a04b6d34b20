// SPDX-License-Identifier: Apache-2.0
// The intermediate report model: what the recogniser understood of one source document, with
// evidence for each figure.
//
// Conservation. Every numeric token inside a recognised table or statement gets a number (an index
// into Report::tokens). When conversion is done each token is accounted for exactly once: by a
// cell's sources, by a residue entry or by a diagnostic. verify_conservation() counts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/locator.h"
#include "guifan/source_document.h"

namespace guifan {

/// What stands in a value position of the source. Blank, dash and 0 are different things and stay
/// different.
enum class Printed : std::uint8_t {
  Number,
  Dash,       ///< "—", "/", "-", "－"
  Empty,      ///< the cell is there and holds nothing
  Lost,       ///< the scrape lost it: there is no atom for it
  Ambiguous,  ///< more than one reading fits
};

/// Where a figure was found.
enum class Evidence : std::uint8_t { Table, Prose };

/// Period and scope of a prose statement, as far as it says them.
enum class Scope : std::uint8_t { Unstated, OwnBody, WholeArea };

/// One figure of the source.
struct Figure {
  std::string layout;     ///< layout id, e.g. "shanghai-35", "prose"
  std::string indicator;  ///< indicator id in that layout; for "prose" an id of the prose rules (=
                          ///< template cell id or ind.*)
  std::string label;      ///< label as the source prints it (joined row and column labels)
  Printed printed = Printed::Number;
  std::string value;  ///< canonical decimal for Number; printed mark for Dash; empty otherwise
  std::string unit;   ///< unit printed beside the value (项, 万元) or in the unit column
  Evidence evidence = Evidence::Table;
  Scope scope = Scope::Unstated;
  bool chosen_by_identities = false;  ///< placement was not fixed by boundaries alone
  bool zero_statement = false;  ///< prose: "未收到...", "无。" rather than a printed digit
  std::string caveat;  ///< e.g. "low-confidence" reading of a zero statement; empty for none
  std::string quote;   ///< original words around it
  Locator place;
  std::vector<std::size_t>
      tokens;             ///< indices into Report::tokens; empty for zero statements and blanks
  std::size_t table = 0;  ///< 1-based index of the recognised table it came from; 0 for prose
};

/// A numeric token of a recognised table or statement.
struct NumericToken {
  std::string text;  ///< canonical decimal
  Locator place;
};

/// A figure or number without a cell of its own in the target: printed in chapter six.
struct Residue {
  std::string label, unit, value;
  Locator place;
  std::string reason;  ///< "no-counterpart", "not-derivable", "forbidden", "unrecognised-row",
                       ///< "approximate-only", "conflict", ...
  std::vector<std::size_t> tokens;
};

/// A piece of a chapter in source order.
struct ReportBlock {
  enum class Kind : std::uint8_t { Heading, Paragraph, Table };
  Kind kind = Kind::Paragraph;
  std::uint32_t level = 0;  ///< headings: 1 = chapter's own heading of the source
  std::string text;         ///< original words; for tables: cells joined by tabs and line breaks
  Locator place;
  std::size_t source_block = 0;  ///< index into SourceDocument::blocks
  bool recognised_figures =
      false;  ///< the block is (part of) a table whose figures went to cells or residue
};

struct Chapter {
  std::uint32_t number = 0;  ///< 1..6 of the standard template
  std::vector<ReportBlock> blocks;
};

/// Something that guifan read out of the source, how sure it is (0..1) and why, in words.
struct Finding {
  std::string value;
  double confidence = 0;
  Words reason;
};

struct Identification {
  Finding organisation;  ///< e.g. "高亭镇人民政府"; empty value where unknown
  Finding year;          ///< "2017"
  Finding title;
  Finding published;  ///< ISO date
  Finding layout;     ///< layout of the report's tables; "prose" where there are none
  bool is_report = true;
  Words not_report_reason;  ///< what was found instead
};

struct Report {
  Identification identity;
  std::vector<std::string> layouts;  ///< every layout found, in document order
  std::vector<Chapter> chapters;     ///< always six
  std::vector<Figure> figures;
  std::vector<NumericToken> tokens;
  std::vector<Residue> residue;  ///< what the recogniser already knows to have no indicator
  std::vector<RemovedText> removed;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace guifan
