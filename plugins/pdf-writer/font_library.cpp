// SPDX-License-Identifier: Apache-2.0
#include "font_library.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace guifan::pdfwriter {
namespace {

/// What stands for a character that no font has: 〓, with which Chinese printers have always marked
/// a missing sort; if even that is missing, a question mark.
constexpr char32_t kSubstitutes[] = {0x3013, 0x25A1, U'?'};
/// Looking a character up all over the system is slow.
constexpr std::size_t kMostSearches = 64;

std::string key_of(const FontFile& file) {
  return file.file.string() + "#" + (file.index ? std::to_string(*file.index) : "");
}

}  // namespace

std::optional<FontLibrary> FontLibrary::open(const Choice& choice, Problem& problem) {
  FontLibrary library;
  library.folder_ = choice.folder;
  constexpr FontRole kRoles[] = {FontRole::Text, FontRole::Strong};
  if (!choice.font.empty()) {
    const FontFile file = parse_font_option(choice.font);
    FontFace::Problem reason{};
    auto face = FontFace::open(file.file, file.index, reason);
    if (!face) {
      problem = {reason == FontFace::Problem::Restricted ? "PDF-103" : "PDF-102",
                 {std::string(choice.font)}};
      return std::nullopt;
    }
    library.faces_.push_back({std::move(*face), "F1"});
    for (const FontRole role : kRoles) library.by_role_[role] = 0;
    return library;
  }
  for (const FontRole role : {FontRole::Text, FontRole::Strong, FontRole::Sans}) {
    if (role == FontRole::Sans && !library.by_role_.empty()) break;
    const auto file = find_font(role, library.folder_);
    if (const auto face = file ? library.load(*file) : std::nullopt) library.by_role_[role] = *face;
  }
  if (library.by_role_.empty()) {
    problem = {"PDF-101"};
    return std::nullopt;
  }
  for (const FontRole role : kRoles)
    library.by_role_.emplace(role, library.by_role_.begin()->second);
  return library;
}

std::optional<std::uint16_t> FontLibrary::load(const FontFile& file) {
  const auto known = by_file_.find(key_of(file));
  if (known != by_file_.end()) return known->second;
  FontFace::Problem reason{};
  auto face = FontFace::open(file.file, file.index, reason);
  if (!face) return std::nullopt;
  const auto index = static_cast<std::uint16_t>(faces_.size());
  faces_.push_back({std::move(*face), "F" + std::to_string(index + 1)});
  by_file_.emplace(key_of(file), index);
  return index;
}

std::optional<Glyph> FontLibrary::in_face(std::uint16_t face, char32_t character) const {
  const FontFace& font = faces_[face].face;
  const std::uint16_t glyph = font.glyph(character);
  if (glyph == 0) return std::nullopt;
  const auto width = static_cast<std::uint16_t>(std::clamp(font.width(glyph), 0, 4000));
  return Glyph{face, glyph, width, character, 0};
}

std::optional<Glyph> FontLibrary::elsewhere(char32_t character) {
  if (!fallbacks_) {
    std::vector<std::uint16_t> loaded;
    for (const FontRole role : {FontRole::Text, FontRole::Sans})
      if (const auto file = find_font(role, folder_))
        if (const auto face = load(*file)) loaded.push_back(*face);
    for (const FontFile& file : folder_.empty() ? fallback_fonts() : std::vector<FontFile>{})
      if (const auto face = load(file)) loaded.push_back(*face);
    fallbacks_ = std::move(loaded);
  }
  for (const std::uint16_t face : *fallbacks_)
    if (const auto found = in_face(face, character)) return found;
  if (!folder_.empty() || missing_.size() >= kMostSearches) return std::nullopt;
  if (const auto file = find_font_with(character))
    if (const auto face = load(*file)) return in_face(*face, character);
  return std::nullopt;
}

std::optional<Glyph> FontLibrary::look_up(FontRole role, char32_t character) {
  if (const auto found = in_face(by_role_[role], character)) return found;
  const auto code_point = static_cast<UChar32>(character);
  if (u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return std::nullopt;
  if (const auto found = elsewhere(character)) return found;
  if (u_isUWhiteSpace(code_point)) return in_face(by_role_[role], U' ');
  missing_ += character;
  for (const char32_t substitute : kSubstitutes)
    for (std::size_t face = 0; face < faces_.size(); ++face)
      if (auto found = in_face(static_cast<std::uint16_t>(face), substitute)) {
        found->character = character;
        found->mark = substitute;
        return found;
      }
  return std::nullopt;
}

std::optional<Glyph> FontLibrary::glyph(FontRole role, char32_t character) {
  const std::uint64_t key = static_cast<std::uint64_t>(role) << 32 | character;
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  const std::optional<Glyph> found = look_up(role, character);
  known_.emplace(key, found);
  return found;
}

bool FontLibrary::use(const Glyph& glyph) {
  UsedFace& used = faces_[glyph.face];
  const std::uint16_t code = used.face.code(glyph.glyph);
  used.glyphs.emplace(code, glyph.glyph);
  // Every code stands for a character, also that of the mark.
  const char32_t printed = glyph.mark != 0 ? glyph.mark : glyph.character;
  return used.characters.emplace(code, printed).first->second == glyph.character;
}

}  // namespace guifan::pdfwriter
