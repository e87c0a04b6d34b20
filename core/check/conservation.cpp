// SPDX-License-Identifier: Apache-2.0
// Nothing lost, nothing twice: every numeric token and every block of the source is in exactly one
// place.
#include <map>
#include <optional>
#include <string>

#include "guifan/convert.h"

namespace guifan {
namespace {

Error broken(std::string what, const Locator& place) {
  Error error;
  error.kind = ErrorKind::Internal;
  error.id = "INT-002";
  error.place = to_string(place);
  error.message = error.place.empty() ? std::move(what) : what + " (" + error.place + ")";
  return error;
}

enum class Home : std::uint8_t { None, Cells, Residue, Diagnostic };

/// Every token of the report has one home: cells (several may rest on one figure), one residue
/// entry or one diagnostic.
class TokenCount {
 public:
  explicit TokenCount(const Report& report)
      : report_(report), homes_(report.tokens.size(), Home::None) {}

  void cells(const StandardReport& standard) {
    for (const StandardCell& cell : standard.cells) {
      if (!cell.filled) continue;
      for (const CellSource& source : cell.sources) {
        if (source.figure >= report_.figures.size()) {
          say("a source of cell " + cell.id + " is no figure", source.place);
          continue;
        }
        for (const std::size_t token : report_.figures[source.figure].tokens)
          give(token, Home::Cells);
      }
    }
  }
  void residue(const std::vector<Residue>& residue) {
    for (const Residue& entry : residue) {
      for (const std::size_t token : entry.tokens) give(token, Home::Residue);
    }
  }
  void diagnostics(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      for (const std::size_t token : diagnostic.tokens) give(token, Home::Diagnostic);
    }
  }

  std::optional<Error> result() {
    for (std::size_t token = 0; token < homes_.size() && !problem_; ++token) {
      if (homes_[token] == Home::None)
        say("the figure " + report_.tokens[token].text + " was lost", report_.tokens[token].place);
    }
    return problem_;
  }

 private:
  void give(std::size_t token, Home home) {
    if (token >= homes_.size())
      return say("token " + std::to_string(token) + " does not exist", {});
    Home& now = homes_[token];
    if (now == Home::None || (now == Home::Cells && home == Home::Cells)) {
      now = home;
    } else {
      say("the figure " + report_.tokens[token].text + " stands in two places",
          report_.tokens[token].place);
    }
  }
  void say(std::string what, const Locator& place) {
    if (!problem_) problem_ = broken(std::move(what), place);
  }

  const Report& report_;
  std::vector<Home> homes_;
  std::optional<Error> problem_;
};

/// Blocks that are in no chapter must stand in the list of removed texts, each on its own.
std::optional<Error> check_blocks(const SourceDocument& document, const Report& report) {
  std::vector<std::size_t> seen(document.blocks.size(), 0);
  for (const Chapter& chapter : report.chapters) {
    for (const ReportBlock& block : chapter.blocks) {
      if (block.source_block >= seen.size())
        return broken("a chapter holds a block that is not in the source", block.place);
      if (++seen[block.source_block] > 1)
        return broken("a paragraph stands in two chapters", block.place);
    }
  }
  std::multimap<std::string, const RemovedText*> removed_texts;
  std::map<std::string, std::size_t> removed_places;
  for (const RemovedText& removed : report.removed) {
    removed_texts.emplace(removed.text, &removed);
    ++removed_places[to_string(removed.place)];
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] != 0) continue;
    if (const auto* table = std::get_if<Table>(&document.blocks[i])) {
      auto place = removed_places.find(to_string(table->place));
      if (place == removed_places.end() || place->second == 0)
        return broken("a table was lost", table->place);
      --place->second;
      continue;
    }
    const auto& text = std::get<Paragraph>(document.blocks[i]).text;
    const auto found = removed_texts.find(text.original);
    if (found == removed_texts.end()) return broken("a paragraph was lost", text.place());
    removed_texts.erase(found);
  }
  return std::nullopt;
}

}  // namespace

Result<bool> verify_conservation(const SourceDocument& document, const Report& report,
                                 const StandardReport& standard) {
  TokenCount count(report);
  count.cells(standard);
  count.residue(standard.residue);
  count.diagnostics(standard.diagnostics);
  if (auto problem = count.result()) return *std::move(problem);
  if (auto problem = check_blocks(document, report)) return *std::move(problem);
  return true;
}

}  // namespace guifan
