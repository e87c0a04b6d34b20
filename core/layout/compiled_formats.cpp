// SPDX-License-Identifier: Apache-2.0
#include "layout/compiled_formats.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "layout/archive.h"

namespace guifan {
namespace {

enum class Kind : std::uint8_t { Layout, Prose };

/// Stands before the encoded content of one file.
struct Entry {
  std::uint64_t fingerprint = 0, file_size = 0;
  std::uint64_t size = 0;  ///< of the content that follows
  Kind kind = Kind::Layout;
};
constexpr std::size_t kEntrySize = 3 * sizeof(std::uint64_t) + sizeof(Kind);

}  // namespace

namespace archive {

template <>
struct Members<Label> : WholeList {
  using T = Label;
  static constexpr auto list =
      std::tuple(&T::text, &T::spellings, &T::key, &T::search_keys, &T::enumerator);
};

template <>
struct Members<Slot> : WholeList {
  using T = Slot;
  static constexpr auto list =
      std::tuple(&T::kind, &T::label, &T::text, &T::indicator, &T::unit, &T::fixed_unit,
                 &T::signed_value, &T::optional, &T::row, &T::column, &T::row_span, &T::column_span,
                 &T::row_labels, &T::column_labels);
};

template <>
struct Members<SlotRow> : WholeList {
  using T = SlotRow;
  static constexpr auto list = std::tuple(&T::slots, &T::header, &T::level, &T::optional);
};

template <>
struct Members<LayoutTable> : WholeList {
  using T = LayoutTable;
  static constexpr auto list =
      std::tuple(&T::alternative, &T::id, &T::chapter, &T::titles, &T::columns, &T::rows);
};

template <>
struct Members<Identity> : WholeList {
  using T = Identity;
  static constexpr auto list = std::tuple(&T::id, &T::check, &T::relation, &T::standing, &T::left,
                                          &T::right, &T::last_year, &T::source);
};

template <>
struct Members<CrosswalkRow> : WholeList {
  using T = CrosswalkRow;
  static constexpr auto list =
      std::tuple(&T::templates, &T::targets, &T::sources, &T::status, &T::reason,
                 &T::reason_english, &T::article, &T::when_zero_or_absent, &T::when_equal_or_absent,
                 &T::when_identities_hold, &T::zero_approximate);
};

template <>
struct Members<JointFigure> : WholeList {
  using T = JointFigure;
  static constexpr auto list = std::tuple(&T::id, &T::parts);
};

template <>
struct Members<LayoutChapter> : WholeList {
  using T = LayoutChapter;
  static constexpr auto list = std::tuple(&T::number, &T::title);
};

template <>
struct Members<Layout> {
  using T = Layout;
  static constexpr std::size_t omitted = 1;  // where the file lies
  static constexpr auto list =
      std::tuple(&T::id, &T::name, &T::name_english, &T::source, &T::is_template, &T::chapters,
                 &T::tables, &T::joints, &T::identities, &T::year_identities, &T::crosswalk);
};

template <>
struct Members<prose::Word> : WholeList {
  using T = prose::Word;
  static constexpr auto list = std::tuple(&T::classes, &T::indicator, &T::part, &T::zeros);
};

template <>
struct Members<prose::Vocabulary> : WholeList {
  using T = prose::Vocabulary;
  static constexpr auto list = std::tuple(&T::first_edge, &T::edges, &T::word_of_node, &T::meanings,
                                          &T::size, &T::begins_word, &T::begun_before);
};

template <>
struct Members<prose::Topic> : WholeList {
  using T = prose::Topic;
  static constexpr auto list =
      std::tuple(&T::id, &T::indicator, &T::classes, &T::rank, &T::absorbs);
};

template <>
struct Members<prose::Element> : WholeList {
  using T = prose::Element;
  static constexpr auto list =
      std::tuple(&T::kind, &T::classes, &T::topic, &T::any_topic, &T::optional);
};

template <>
struct Members<prose::Pattern> : WholeList {
  using T = prose::Pattern;
  static constexpr auto list = std::tuple(&T::elements, &T::required, &T::counts);
};

template <>
struct Members<prose::Guard> : WholeList {
  using T = prose::Guard;
  static constexpr auto list = std::tuple(&T::within, &T::needs, &T::classes, &T::at_least);
};

template <>
struct Members<prose::Rule> {
  using T = prose::Rule;
  static constexpr std::size_t omitted = 1;  // the examples
  static constexpr auto list =
      std::tuple(&T::id, &T::kind, &T::indicator, &T::from, &T::patterns, &T::counters, &T::guards,
                 &T::parents, &T::spoils, &T::caveat, &T::single, &T::supersedes, &T::unknown);
};

template <>
struct Members<ProseRules> : WholeList {
  using T = ProseRules;
  static constexpr auto list =
      std::tuple(&T::class_names, &T::class_slots, &T::vocabulary, &T::counters, &T::topics,
                 &T::rules, &T::noun_classes, &T::siblings);
};

template <>
struct Members<Entry> : WholeList {
  using T = Entry;
  static constexpr auto list = std::tuple(&T::fingerprint, &T::file_size, &T::size, &T::kind);
};

}  // namespace archive

namespace {

/// A number that tells the bytes of two files apart. Every step maps different sums to different
/// sums, so that one edit is never overlooked; it is no defence against somebody who searches for
/// two files with one fingerprint, for the files of an installation are trusted as its program is.
std::uint64_t fingerprint(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += sizeof sum) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    sum = (sum ^ word) * 0x9E3779B97F4A7C15U;
    sum ^= sum >> 32U;
  }
  return sum;
}

template <typename T>
std::optional<Format> decode(std::string_view content) {
  archive::Decoder decoder(content);
  T value;
  decoder.get(value);
  if (!decoder.finished()) return std::nullopt;
  return Format(std::move(value));
}

}  // namespace

Result<std::string> compile_formats(const std::filesystem::path& folder) {
  // The library sees what no single file shows: a crosswalk into cells that no template has.
  const auto library = LayoutLibrary::load(std::array{folder});
  if (!library) return library.error();
  if (!library->diagnostics().empty()) {
    const Diagnostic& first = library->diagnostics().front();
    return Error{ErrorKind::Malformed, "LAY-005", message_text(first, Language::English)};
  }
  std::string compiled;
  FormatReader reader(folder, folder);
  for (const auto& file : format_files(folder)) {
    const auto bytes = read_format_bytes(file);
    if (!bytes) return bytes.error();
    const auto format = reader.read(file, *bytes);
    if (!format) return format.error();
    if (!*format) continue;
    archive::Encoder content;
    std::visit([&](const auto& value) { content.put(value); }, **format);
    const std::string encoded = std::move(content).take();
    archive::Encoder entry;
    entry.put(Entry{fingerprint(*bytes), bytes->size(), encoded.size(),
                    std::holds_alternative<Layout>(**format) ? Kind::Layout : Kind::Prose});
    compiled += std::move(entry).take() + encoded;
  }
  return compiled;
}

std::optional<Format> find_compiled(std::string_view compiled, std::string_view file_bytes,
                                    const std::filesystem::path& file) {
  if (compiled.empty()) return std::nullopt;
  const std::uint64_t wanted = fingerprint(file_bytes);
  while (compiled.size() >= kEntrySize) {
    Entry entry;
    archive::Decoder(compiled.substr(0, kEntrySize)).get(entry);
    compiled.remove_prefix(kEntrySize);
    const std::string_view content = compiled.substr(0, entry.size);
    if (entry.fingerprint == wanted && entry.file_size == file_bytes.size()) {
      auto format =
          entry.kind == Kind::Layout ? decode<Layout>(content) : decode<ProseRules>(content);
      if (format && entry.kind == Kind::Layout) std::get<Layout>(*format).file = file;
      return format;
    }
    compiled.remove_prefix(content.size());
  }
  return std::nullopt;
}

}  // namespace guifan
