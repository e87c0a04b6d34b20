// SPDX-License-Identifier: Apache-2.0
// Pinyin notes: some scrapers convert a page's script and leave the reading of each odd character
// behind it, 國(guó)務(wù).
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "guifan/text.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::size_t kMostLetters = 6;  // zhuang, chuang, shuang
constexpr std::size_t kTonedNotesNeeded =
    5;  // before a toneless syllable in brackets counts as a note

constexpr auto kTonedLetters = std::to_array<std::pair<char32_t, char>>(
    {{U'ā', 'a'}, {U'á', 'a'}, {U'ǎ', 'a'}, {U'à', 'a'}, {U'ē', 'e'}, {U'é', 'e'}, {U'ě', 'e'},
     {U'è', 'e'}, {U'ê', 'e'}, {U'ī', 'i'}, {U'í', 'i'}, {U'ǐ', 'i'}, {U'ì', 'i'}, {U'ō', 'o'},
     {U'ó', 'o'}, {U'ǒ', 'o'}, {U'ò', 'o'}, {U'ū', 'u'}, {U'ú', 'u'}, {U'ǔ', 'u'}, {U'ù', 'u'},
     {U'ǖ', 'v'}, {U'ǘ', 'v'}, {U'ǚ', 'v'}, {U'ǜ', 'v'}, {U'ń', 'n'}, {U'ň', 'n'}, {U'ǹ', 'n'},
     {U'ḿ', 'm'}, {U'ă', 'a'}, {U'ĕ', 'e'}, {U'ĭ', 'i'}, {U'ŏ', 'o'}, {U'ŭ', 'u'}});

constexpr auto kInitials =
    std::to_array<std::string_view>({"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                     "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""});
constexpr auto kFinals = std::to_array<std::string_view>(
    {"a",   "o",  "e",   "ai",  "ei",   "ao",  "ou", "an",   "en",  "ang",  "eng", "ong", "er",
     "i",   "ia", "ie",  "iao", "iu",   "ian", "in", "iang", "ing", "iong", "u",   "ua",  "uo",
     "uai", "ui", "uan", "un",  "uang", "ue",  "v",  "ve",   "n",   "ng",   "m"});

/// Initial and final of the syllable table; a few combinations that Chinese does not use are let
/// through.
bool is_syllable(std::string_view letters) {
  return std::any_of(kInitials.begin(), kInitials.end(), [&](std::string_view initial) {
    return letters.starts_with(initial) &&
           std::find(kFinals.begin(), kFinals.end(), letters.substr(initial.size())) !=
               kFinals.end();
  });
}

/// A note "(guó)" that opens at a bracket.
struct Note {
  std::size_t length = 0;
  bool toned = false;
};

std::size_t opening_length(std::string_view text, std::size_t at) {
  if (text[at] == '(') return 1;
  return text.substr(at).starts_with("（") ? 3 : 0;
}

/// The note at `at`, or nullopt where something else stands in the brackets.
std::optional<Note> note_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  std::size_t end = at + opening_length(text, at);
  if (end == at) return std::nullopt;
  std::string letters;
  bool toned = false;
  while (end < text.size()) {
    const utf8::CodePoint point = utf8::decode(text, end);
    end += point.length;
    if (point.value == ')' || point.value == U'）') {
      if (letters.empty() || !is_syllable(letters)) return std::nullopt;
      return Note{end - at, toned};
    }
    if (point.value >= 'a' && point.value <= 'z') {
      letters += static_cast<char>(point.value);
    } else if (point.value == U'ü') {
      letters += 'v';
    } else if (point.value == 0x300 || point.value == 0x301 || point.value == 0x304 ||
               point.value == 0x30C) {
      toned = true;  // the tone mark as a combining character
    } else {
      const auto known = std::find_if(kTonedLetters.begin(), kTonedLetters.end(),
                                      [&](const auto& row) { return row.first == point.value; });
      if (known == kTonedLetters.end()) return std::nullopt;
      letters += known->second;
      toned = true;
    }
    if (letters.size() > kMostLetters) return std::nullopt;
  }
  return std::nullopt;
}

/// Finds the brackets that stand directly behind a Chinese character, from left to right. Each kind
/// of bracket is searched for once, however often it is asked for.
class BracketFinder {
 public:
  explicit BracketFinder(std::string_view text) : text_(text) {}

  /// The next one at or after `at`, which never goes back; npos for none.
  std::size_t next(std::size_t at) {
    while (true) {
      narrow_ = seek(narrow_, "(", at);
      wide_ = seek(wide_, "（", at);
      const std::size_t bracket = std::min(narrow_, wide_);
      if (bracket == std::string_view::npos) return bracket;
      if (bracket > 0 && utf8::is_han(utf8::decode_before(text_, bracket).value)) return bracket;
      at = bracket + 1;
    }
  }

 private:
  std::size_t seek(std::size_t found, std::string_view bracket, std::size_t at) const {
    if (found != kUnknown && found >= at) return found;  // npos is behind everything
    return text_.find(bracket, at);
  }

  static constexpr std::size_t kUnknown = std::string_view::npos - 1;
  std::string_view text_;
  std::size_t narrow_ = kUnknown, wide_ = kUnknown;
};

}  // namespace

std::size_t count_toned_pinyin_notes(std::string_view utf8) {
  std::size_t count = 0;
  BracketFinder brackets(utf8);
  for (std::size_t at = brackets.next(0); at != std::string_view::npos;
       at = brackets.next(at + 1)) {
    for (auto note = note_at(utf8, at); note; note = note_at(utf8, at)) {
      if (note->toned) ++count;
      at += note->length;
    }
    if (at >= utf8.size()) break;
  }
  return count;
}

std::string remove_pinyin_notes(std::string_view utf8, std::size_t toned_notes) {
  std::string kept;
  std::size_t copied = 0;
  BracketFinder brackets(utf8);
  for (std::size_t at = brackets.next(0); at != std::string_view::npos; at = brackets.next(at)) {
    kept.append(utf8, copied, at - copied);
    copied = at;
    for (auto note = note_at(utf8, at); note && (note->toned || toned_notes >= kTonedNotesNeeded);
         note = note_at(utf8, at)) {
      at += note->length;
      copied = at;
    }
    if (copied == at && at < utf8.size()) ++at;
  }
  kept.append(utf8, copied);
  return kept;
}

}  // namespace guifan
