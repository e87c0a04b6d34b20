// SPDX-License-Identifier: Apache-2.0
// A report layout: the official word (《年度报告格式》) for which tables a report has and what its
// cells mean. Layouts are data (formats/*.xml, checked by formats/layout.rng); adding one needs no
// C++.
//
// A layout's tables are written as the printed grid: rows of slots in reading order. The same grid
// serves the recogniser (the sequence of labels it expects, and the value slots between them) and,
// for the standard templates, the writers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/result.h"

namespace guifan {

/// A label as printed, and every other way in which reports spell it.
struct Label {
  std::string text;                    ///< official wording, as printed
  std::vector<std::string> spellings;  ///< other wordings seen; raw, compare through label_key()
  /// Derived by the loader for the labels of slots: label_key() of the text; the keys of text and
  /// spellings, ordered, each once, none empty; the enumerator that the label is printed with ("2"
  /// of "2.其他...", "三" of "（三）不予公开"), empty for none.
  std::u32string key = {};
  std::vector<std::u32string> search_keys = {};
  std::string enumerator = {};
};

enum class SlotKind : std::uint8_t {
  Label,  ///< fixed text
  Value,  ///< one figure
  Unit,   ///< a unit column's text (条, 件); an atom of the row that is no value
  Code,   ///< a code column's text (01, 02); digits that are no value
  Blank,  ///< an always empty position of the printed grid
};

/// One position of the printed grid. (row, column) are resolved grid coordinates, spans applied.
struct Slot {
  SlotKind kind = SlotKind::Label;
  Label label;            ///< Label slots
  std::string text;       ///< Unit and Code slots: the printed text
  std::string indicator;  ///< Value slots: id, unique in the layout; for standard templates the
                          ///< cell id that every output uses
  std::string unit;  ///< Value slots: unit of the printed figure; empty where the form names none
  bool fixed_unit =
      false;  ///< Value slots: the template fixes the unit, other units are shifted exactly
  bool signed_value = false;  ///< Value slots: negative numbers occur (本年增/减)
  bool optional = false;      ///< the slot is missing in some printings (code column, unit column,
                              ///< second value column)
  std::uint32_t row = 0, column = 0;
  std::uint32_t row_span = 1, column_span = 1;
  /// Derived by the loader for Value slots: labels of the same row, outermost first, and labels
  /// above, outermost first. For a table with one record a line these are the parent labels (其中:
  /// chains) and the column header.
  std::vector<std::string> row_labels, column_labels;
};

struct SlotRow {
  std::vector<Slot> slots;
  bool header = false;  ///< a header row: labels only, repeated when the table breaks across pages
  std::uint32_t level = 0;  ///< nesting of a record row (其中:), 0 for top
  bool optional = false;    ///< the row is missing in some printings of this layout
};

struct LayoutTable {
  bool alternative = false;   ///< another printing of figures that stand in an earlier table too;
                              ///< read, never written
  std::string id;             ///< e.g. "requests"
  std::uint32_t chapter = 0;  ///< chapter of the standard template where it belongs (1..6)
  std::vector<Label> titles;  ///< captions seen above the table; evidence, never required
  std::uint32_t columns = 0;  ///< grid width
  std::vector<SlotRow> rows;
};

enum class Relation : std::uint8_t { Equal, LessEqual };
enum class Standing : std::uint8_t {
  Official,      ///< printed in the official form (一+二=三+四)
  Definitional,  ///< follows from the labels (总计 = sum of its parts); reports break it, then it
                 ///< is reported
  Hint,          ///< sensible, not official: never used to choose a reading
};

/// sum(left) RELATION sum(right), over indicator ids of one layout.
struct Identity {
  std::string id;     ///< e.g. "requests.balance.natural"
  std::string check;  ///< catalogue id of the diagnostic when it is broken, e.g. "CHK-001"
  Relation relation = Relation::Equal;
  Standing standing = Standing::Definitional;
  std::vector<std::string> left, right;
  std::vector<std::string> last_year;  ///< more terms of the right side, out of the report of the
                                       ///< year before; only in Layout::year_identities
  std::string source;                  ///< document and article, or "follows from the labels"
};

/// What the figures of a row say of the cell; docs/layouts.md explains each.
enum class CrosswalkStatus : std::uint8_t {
  Exact,
  ExactFlagged,
  Sum,
  Zero,
  Approximate,
  NoCounterpart,
  NotDerivable,
  Forbidden
};

/// One line of the crosswalk: which figures of this layout may fill which cell of which template,
/// and why.
struct CrosswalkRow {
  std::vector<std::string> templates;  ///< "standard-2021", "standard-2019"
  std::vector<std::string>
      targets;  ///< cell ids; several: a joint figure, fillable only when it is 0
  std::vector<std::string> sources;  ///< indicator ids of this layout; several are summed
  CrosswalkStatus status = CrosswalkStatus::NoCounterpart;
  std::string reason;  ///< in words, Chinese
  std::string reason_english;
  std::string article;  ///< source of the rule
  std::vector<std::string>
      when_zero_or_absent;  ///< the row holds only if these indicators are 0 or not printed
  std::vector<std::string> when_equal_or_absent;  ///< the row holds only if these indicators are
                                                  ///< equal to the sum of sources, or not printed
  std::vector<std::string> when_identities_hold;  ///< the row holds only if these identities hold
                                                  ///< with every term printed
  bool zero_approximate = false;  ///< Approximate row whose printed 0 is still only approximate
};

/// A figure that reports state although the template has no cell for it: the sum of these cells. 0
/// forces each of them; anything else says nothing about one.
struct JointFigure {
  std::string id;                  ///< e.g. "litigation.total"
  std::vector<std::string> parts;  ///< indicator ids
};

/// A chapter of the printed report: number, official title, keywords of legacy headings that belong
/// to it.
struct LayoutChapter {
  std::uint32_t number = 0;
  std::string title;
};

/// One layout file.
struct Layout {
  std::string id;    ///< e.g. "shanghai-35"
  std::string name;  ///< Chinese name
  std::string name_english;
  std::string source;                   ///< document that fixes it
  bool is_template = false;             ///< a standard template that writers print
  std::vector<LayoutChapter> chapters;  ///< templates only
  std::vector<LayoutTable> tables;
  std::vector<JointFigure> joints;  ///< templates only
  std::vector<Identity> identities;
  std::vector<Identity> year_identities;  ///< over two successive reports of one body; never used
                                          ///< to choose a reading or to fill a cell
  std::vector<CrosswalkRow> crosswalk;
  std::filesystem::path file;

  /// The value slot with this indicator, or nullptr.
  const Slot* find(std::string_view indicator) const;
};

class LabelIndex;

/// Holds the label index of a library, made on first use.
class LabelIndexHolder {
 public:
  LabelIndexHolder();
  LabelIndexHolder(const LabelIndexHolder&);  // a copied library has layouts of its own, so it gets
                                              // an index of its own
  LabelIndexHolder& operator=(const LabelIndexHolder&);
  LabelIndexHolder(LabelIndexHolder&&) noexcept = default;
  LabelIndexHolder& operator=(LabelIndexHolder&&) noexcept = default;
  ~LabelIndexHolder() = default;
  /// The index over `layouts`; every call must pass the same layouts.
  const LabelIndex& get(std::span<const Layout> layouts) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

struct ProseRules;  // core/layout/prose_rules.h; the format is described in docs/prose.md

/// All layouts that were loaded, ordered by id. Immutable after load; share it between threads.
class LayoutLibrary {
 public:
  /// Loads every *.xml of the folders (later folders win over earlier ones for the same id). A file
  /// that breaks the schema is left out with a diagnostic that holds file and line; the others
  /// load. Fails only when no template loads. `compiled`: shipped_formats(), or nothing; files that
  /// are the same as at build time are then taken from there, which makes loading fast and changes
  /// nothing else.
  static Result<LayoutLibrary> load(std::span<const std::filesystem::path> folders,
                                    std::string_view compiled = {});

  std::span<const Layout> layouts() const { return layouts_; }
  /// Every label of every layout, ready to be searched for (layout/label_index.h).
  const LabelIndex& label_index() const { return index_.get(layouts_); }
  const Layout* find(std::string_view id) const;
  std::span<const Diagnostic> diagnostics() const { return diagnostics_; }
  /// The rules for figures in running text (prose.xml of the last folder that has one), or nullptr.
  const ProseRules* prose() const { return prose_.get(); }

 private:
  std::vector<Layout> layouts_;
  std::shared_ptr<const ProseRules> prose_;
  std::vector<Diagnostic> diagnostics_;
  LabelIndexHolder index_;
};

/// What the build compiled formats/ to. Lives in a library of its own, guifan_shipped_formats,
/// which is built with the help of this one.
std::string_view shipped_formats();

/// Reads and checks one layout file against layout.rng (looked for beside the file, then in
/// `schema_folder`).
Result<Layout> load_layout(const std::filesystem::path& file,
                           const std::filesystem::path& schema_folder);

/// The same for a file of either kind, a layout or prose rules: the layout, or nullopt where the
/// rules are sound.
Result<std::optional<Layout>> check_format(const std::filesystem::path& file,
                                           const std::filesystem::path& schema_folder);

}  // namespace guifan
