// SPDX-License-Identifier: Apache-2.0
// Cuts a paragraph at the headings found in its normalised text. The original is cut at the same
// words: the k-th 三、 of the one is the k-th 三、 of the other. Whether that held is tried: the
// pieces must read as the whole did.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "guifan/text.h"
#include "recognise/chapters/run_on.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/words/word_table.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::string_view kMark = "、";

/// The number of the heading with its mark: "三、". Empty where a space stands between them.
std::string_view sign_of(std::string_view normalised, std::size_t begin) {
  const std::size_t mark = normalised.find(kMark, begin);
  if (mark == std::string_view::npos || mark - begin > 9) return {};
  const std::string_view sign = normalised.substr(begin, mark + kMark.size() - begin);
  return sign.find(' ') == std::string_view::npos ? sign : std::string_view();
}

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size()))
    ++found;
  return found;
}

/// The place of the n-th `word` (from 0); npos for none.
std::size_t find_nth(std::string_view text, std::string_view word, std::size_t n) {
  std::size_t at = text.find(word);
  for (; n > 0 && at != std::string_view::npos; --n) at = text.find(word, at + word.size());
  return at;
}

class Splitter {
 public:
  Splitter(const Paragraph& paragraph, std::size_t toned_notes)
      : paragraph_(paragraph), toned_notes_(toned_notes) {}

  /// The pieces in order, or none where the paragraph has to stay whole.
  std::vector<Paragraph> pieces(const std::vector<RunOnHeading>& headings) {
    std::vector<std::size_t> cuts;
    const std::string& original = paragraph_.text.original;
    for (const RunOnHeading& heading : headings) {
      const auto begin = begin_in_original(heading);
      if (!begin || (!cuts.empty() && *begin <= cuts.back())) return {};
      if (*begin > 0) cuts.push_back(*begin);
      if (heading.end <= heading.begin) continue;
      const auto end = end_in_original(heading, *begin);
      if (end && *end < original.size()) cuts.push_back(*end);
    }
    std::vector<Paragraph> out;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : cuts[i - 1];
      const std::size_t end = i == cuts.size() ? original.size() : cuts[i];
      out.push_back(piece(begin, end));
    }
    if (!reads_as_before(out)) out.clear();
    return out;
  }

 private:
  std::optional<std::size_t> begin_in_original(const RunOnHeading& heading) const {
    const std::string_view normalised = paragraph_.text.normalised;
    const std::string_view sign = sign_of(normalised, heading.begin);
    if (sign.empty() || count(normalised, sign) != count(paragraph_.text.original, sign))
      return std::nullopt;
    const std::size_t at =
        find_nth(paragraph_.text.original, sign, count(normalised.substr(0, heading.begin), sign));
    return at == std::string_view::npos ? std::nullopt : std::optional(at);
  }

  /// The longest stretch of the original that reads as the heading: notes and spaces behind its
  /// last word are its own.
  std::optional<std::size_t> end_in_original(const RunOnHeading& heading, std::size_t begin) const {
    const std::string_view original = paragraph_.text.original;
    const std::string wanted =
        paragraph_.text.normalised.substr(heading.begin, heading.end - heading.begin);
    const std::size_t limit = std::min(original.size(), begin + 12 * wanted.size());
    std::optional<std::size_t> end;
    for (std::size_t at = begin; at < limit;) {
      at += utf8::decode(original, at).length;
      if (at - begin < wanted.size() / 3) continue;
      const std::string words = normalise_text(original.substr(begin, at - begin), toned_notes_);
      if (words == wanted) end = at;
      if (words.size() > wanted.size() + kLongestNote) break;
    }
    return end;
  }

  Paragraph piece(std::size_t begin, std::size_t end) const {
    Paragraph part;
    part.kind = paragraph_.kind;
    part.level = paragraph_.level;
    const Text& whole = paragraph_.text;
    part.text.original = whole.original.substr(begin, end - begin);
    part.text.normalised = normalise_text(part.text.original, toned_notes_);
    part.text.runs.push_back({0, whole.place_at(begin)});
    for (const Run& run : whole.runs)
      if (run.begin > begin && run.begin < end)
        part.text.runs.push_back({run.begin - begin, run.place});
    return part;
  }

  bool reads_as_before(const std::vector<Paragraph>& parts) const {
    std::string joined;
    for (const Paragraph& part : parts) joined += without_spaces(part.text.normalised);
    return joined == without_spaces(paragraph_.text.normalised);
  }

  static constexpr std::size_t kLongestNote = 24;  ///< a pinyin note that is not closed yet

  const Paragraph& paragraph_;
  const std::size_t toned_notes_;
};

std::size_t toned_notes_of(const SourceDocument& document) {
  std::size_t notes = 0;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph*) {
    notes += count_toned_pinyin_notes(text.original);
    return true;
  });
  return notes;
}

}  // namespace

void split_run_on_paragraphs(SourceDocument& document) {
  std::vector<std::pair<std::size_t, std::vector<Paragraph>>> splits;
  std::optional<std::size_t> toned_notes;
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[block]);
    if (paragraph == nullptr || paragraph->kind != ParagraphKind::Body) continue;
    const std::vector<RunOnHeading> headings = find_run_on_headings(paragraph->text.normalised);
    if (headings.empty()) continue;
    if (!toned_notes) toned_notes = toned_notes_of(document);
    std::vector<Paragraph> pieces = Splitter(*paragraph, *toned_notes).pieces(headings);
    if (pieces.size() > 1) splits.emplace_back(block, std::move(pieces));
  }
  if (splits.empty()) return;
  std::vector<Block> blocks;
  auto split = splits.begin();
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    if (split == splits.end() || split->first != block) {
      blocks.push_back(std::move(document.blocks[block]));
      continue;
    }
    std::move(split->second.begin(), split->second.end(), std::back_inserter(blocks));
    ++split;
  }
  document.blocks = std::move(blocks);
}

}  // namespace guifan
