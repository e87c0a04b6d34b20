// SPDX-License-Identifier: Apache-2.0
#include "layout/format_reader.h"

#include <algorithm>

#include "layout/layout_reader.h"
#include "layout/xml_file.h"

namespace guifan {
namespace {

Result<LayoutSchema> load_grammar(const std::filesystem::path& folder,
                                  const std::filesystem::path& fallback, const char* name) {
  std::error_code ignored;
  for (const auto& candidate : {folder / name, fallback / name}) {
    if (std::filesystem::exists(candidate, ignored)) return LayoutSchema::load(candidate);
  }
  return layout_error("LAY-006", fallback / name, 0, "no such file");
}

template <typename T>
Result<std::optional<Format>> as_format(Result<T> read) {
  if (!read) return read.error();
  return std::optional<Format>(*std::move(read));
}

}  // namespace

std::vector<std::filesystem::path> format_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".xml") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<Error> FormatReader::check(const XmlFile& file, const char* name,
                                         Grammar& grammar) const {
  if (!grammar) grammar = load_grammar(folder_, fallback_, name);
  if (!*grammar) return grammar->error();
  if (const auto checked = (*grammar)->check(file); !checked) return checked.error();
  return std::nullopt;
}

Result<std::optional<Format>> FormatReader::read(const std::filesystem::path& file,
                                                 std::string_view bytes) {
  const auto xml = parse_xml(file, bytes);
  if (!xml) return xml.error();
  const std::string_view kind = element_name(*xml->root());
  if (kind == "layout") {
    if (const auto error = check(*xml, "layout.rng", layout_grammar_)) return *error;
    return as_format(read_layout(*xml));
  }
  if (kind == "prose") {
    if (const auto error = check(*xml, "prose.rng", prose_grammar_)) return *error;
    return as_format(read_prose_rules(*xml));
  }
  return std::optional<Format>();
}

}  // namespace guifan
