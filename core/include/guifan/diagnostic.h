// SPDX-License-Identifier: Apache-2.0
// Messages for people. Every message has a stable id, a severity, a Chinese and an English text
// and, where there is one, a cure; all of them stand in one catalogue
// (core/diagnostic/catalogue.tsv), which is also the documentation's source.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/locator.h"
#include "guifan/result.h"

namespace guifan {

enum class Severity { Note, Warning, Error };
enum class Language { Chinese, English };

/// The same said in both languages; whoever prints it chooses one.
struct Words {
  std::string chinese = {}, english = {};  ///< without English the Chinese stands for both

  const std::string& in(Language language) const {
    return language == Language::Chinese || english.empty() ? chinese : english;
  }
  bool empty() const { return chinese.empty() && english.empty(); }
  /// Adds to a list, unless it stands there already.
  void add(const Words& more) {
    if (chinese.find(more.chinese) != std::string::npos) return;
    chinese += (chinese.empty() ? "" : "、") + more.chinese;
    english += (english.empty() ? "" : ", ") + more.english;
  }
};

/// One finding about one input. The text is made from the catalogue when it is printed, so that one
/// run can speak either language.
struct Diagnostic {
  std::string id;  ///< catalogue id, e.g. "CHK-003"; a plugin's own ids are allowed too
  Severity severity = Severity::Warning;
  std::vector<std::string> arguments;  ///< fill {0}, {1}, ... of the catalogue text
  Locator place;
  std::vector<std::string> cells;  ///< ids of the template cells it speaks of
  std::vector<std::size_t>
      tokens;  ///< numeric tokens that it accounts for (see report.h, conservation)
};

/// One row of the catalogue. Texts hold {0}-style slots.
struct CatalogueEntry {
  std::string_view id;
  Severity severity;
  std::string_view chinese, english;
  std::string_view chinese_cure, english_cure;  ///< empty where there is no cure
};

/// All catalogue rows, ordered by id.
std::span<const CatalogueEntry> catalogue();
/// The row with this id, or nullopt.
std::optional<CatalogueEntry> find_message(std::string_view id);

/// Makes a diagnostic with the severity that the catalogue gives to `id`.
Diagnostic make_diagnostic(std::string_view id, std::vector<std::string> arguments,
                           Locator place = {}, std::vector<std::string> cells = {});
/// The message in words. An id that the catalogue does not know prints its first argument.
std::string message_text(const Diagnostic& diagnostic, Language language);
/// The cure in words, empty where there is none.
std::string cure_text(const Diagnostic& diagnostic, Language language);
std::string_view to_string(Severity severity);  ///< "note", "warning", "error"
/// An Error as the diagnostic of severity Error that the command line prints.
Diagnostic to_diagnostic(const Error& error);

}  // namespace guifan
