// SPDX-License-Identifier: Apache-2.0
#include "guifan/diagnostic.h"

#include <algorithm>
#include <array>

#include "diagnostic/detail_words.h"

namespace guifan {
namespace {

constexpr std::string_view kCatalogueText =
#include "catalogue.inc"
    ;

Severity parse_severity(std::string_view word) {
  if (word == "error") return Severity::Error;
  return word == "note" ? Severity::Note : Severity::Warning;
}

std::vector<CatalogueEntry> parse_catalogue() {
  std::vector<CatalogueEntry> entries;
  std::string_view rest = kCatalogueText;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string_view, 6> fields{};
    std::size_t begin = 0;
    for (std::string_view& field : fields) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      field = line.substr(begin, end - begin);
      begin = std::min(end + 1, line.size());
    }
    entries.push_back(
        {fields[0], parse_severity(fields[1]), fields[2], fields[3], fields[4], fields[5]});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.id < b.id; });
  return entries;
}

/// Replaces {0}..{9}; anything else in braces stays.
std::string fill(std::string_view pattern, std::span<const std::string> arguments) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                      pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!slot) {
      text += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (index < arguments.size()) text += arguments[index];
    i += 2;
  }
  return text;
}

}  // namespace

std::span<const CatalogueEntry> catalogue() {
  static const std::vector<CatalogueEntry> entries = parse_catalogue();
  return entries;
}

std::optional<CatalogueEntry> find_message(std::string_view id) {
  const auto entries = catalogue();
  const auto found = std::lower_bound(entries.begin(), entries.end(), id,
                                      [](const auto& entry, auto key) { return entry.id < key; });
  if (found == entries.end() || found->id != id) return std::nullopt;
  return *found;
}

Diagnostic make_diagnostic(std::string_view id, std::vector<std::string> arguments, Locator place,
                           std::vector<std::string> cells) {
  const auto entry = find_message(id);
  Diagnostic diagnostic;
  diagnostic.id = std::string(id);
  diagnostic.severity = entry ? entry->severity : Severity::Warning;
  diagnostic.arguments = std::move(arguments);
  diagnostic.place = place;
  diagnostic.cells = std::move(cells);
  return diagnostic;
}

std::string message_text(const Diagnostic& diagnostic, Language language) {
  const auto entry = find_message(diagnostic.id);
  if (!entry) return diagnostic.arguments.empty() ? diagnostic.id : diagnostic.arguments.front();
  if (language == Language::English) return fill(entry->english, diagnostic.arguments);
  std::vector<std::string> arguments;
  for (const std::string& argument : diagnostic.arguments)
    arguments.push_back(detail_in_chinese(argument));
  return fill(entry->chinese, arguments);
}

std::string cure_text(const Diagnostic& diagnostic, Language language) {
  const auto entry = find_message(diagnostic.id);
  if (!entry) return {};
  return fill(language == Language::Chinese ? entry->chinese_cure : entry->english_cure,
              diagnostic.arguments);
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "error";
}

Diagnostic to_diagnostic(const Error& error) {
  std::vector<std::string> arguments{error.message};
  arguments.insert(arguments.end(), error.more.begin(), error.more.end());
  Diagnostic diagnostic = make_diagnostic(error.id, std::move(arguments));
  diagnostic.severity = Severity::Error;
  return diagnostic;
}

}  // namespace guifan
