// SPDX-License-Identifier: Apache-2.0
#include "font_search.h"

#include <fontconfig/fontconfig.h>

#include <charconv>

namespace guifan::pdfwriter {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNotoFolders[] = {
    "/usr/share/fonts/opentype/noto",    // Debian, Ubuntu: fonts-noto-cjk
    "/usr/share/fonts/noto-cjk",         // Arch
    "/usr/share/fonts/google-noto-cjk",  // Fedora
};

struct Wanted {
  const char* file;
  const char* family;
  int weight;
};

Wanted wanted(FontRole role) {
  switch (role) {
    case FontRole::Sans:
      return {"NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", FC_WEIGHT_REGULAR};
    case FontRole::Strong:
      return {"NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", FC_WEIGHT_BOLD};
    case FontRole::Text:
      break;
  }
  return {"NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", FC_WEIGHT_REGULAR};
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

using ConfigHandle = std::unique_ptr<FcConfig, Destroyer<FcConfigDestroy>>;
using PatternHandle = std::unique_ptr<FcPattern, Destroyer<FcPatternDestroy>>;
using CharSetHandle = std::unique_ptr<FcCharSet, Destroyer<FcCharSetDestroy>>;

/// Loaded once; fontconfig locks itself.
FcConfig* configuration() {
  static const ConfigHandle loaded(FcInitLoadConfigAndFonts());
  return loaded.get();
}

/// The best match, which may have nothing to do with what was asked for.
PatternHandle match(FcPattern* asked) {
  FcConfig* config = configuration();
  if (config == nullptr) return nullptr;
  FcPatternAddBool(asked, FC_SCALABLE, FcTrue);
  FcConfigSubstitute(config, asked, FcMatchPattern);
  FcDefaultSubstitute(asked);
  FcResult result{};
  return PatternHandle(FcFontMatch(config, asked, &result));
}

std::optional<FontFile> file_of(FcPattern* found) {
  FcChar8* file = nullptr;
  if (FcPatternGetString(found, FC_FILE, 0, &file) != FcResultMatch) return std::nullopt;
  int index = 0;
  FcPatternGetInteger(found, FC_INDEX, 0, &index);
  // The upper half names an instance of a variable font, which the file's default stands in for.
  return FontFile{reinterpret_cast<const char*>(file), static_cast<unsigned>(index & 0xFFFF)};
}

std::optional<FontFile> find_family(const Wanted& what) {
  const PatternHandle asked(FcPatternCreate());
  FcPatternAddString(asked.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(what.family));
  FcPatternAddInteger(asked.get(), FC_WEIGHT, what.weight);
  const PatternHandle found = match(asked.get());
  if (!found) return std::nullopt;
  FcChar8* family = nullptr;
  for (int i = 0; FcPatternGetString(found.get(), FC_FAMILY, i, &family) == FcResultMatch; ++i)
    if (std::string_view(reinterpret_cast<const char*>(family)) == what.family)
      return file_of(found.get());
  return std::nullopt;
}

}  // namespace

std::optional<FontFile> find_font(FontRole role, const std::filesystem::path& folder) {
  const Wanted what = wanted(role);
  if (!folder.empty()) {
    fs::path path = folder / what.file;
    return is_file(path) ? std::optional(FontFile{std::move(path), std::nullopt}) : std::nullopt;
  }
  for (const char* place : kNotoFolders)
    if (fs::path path = fs::path(place) / what.file; is_file(path))
      return FontFile{std::move(path), std::nullopt};
  return find_family(what);
}

std::vector<FontFile> fallback_fonts() {
  std::vector<FontFile> found;
  for (const char* path : {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                           "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
                           "/usr/share/fonts/truetype/arphic/uming.ttc"})
    if (is_file(path)) found.push_back({path, std::nullopt});
  return found;
}

std::optional<FontFile> find_font_with(char32_t character) {
  const CharSetHandle characters(FcCharSetCreate());
  FcCharSetAddChar(characters.get(), character);
  const PatternHandle asked(FcPatternCreate());
  FcPatternAddCharSet(asked.get(), FC_CHARSET, characters.get());
  const PatternHandle found = match(asked.get());
  FcCharSet* covered = nullptr;
  if (!found || FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &covered) != FcResultMatch ||
      FcCharSetHasChar(covered, character) == FcFalse)
    return std::nullopt;
  return file_of(found.get());
}

FontFile parse_font_option(std::string_view option) {
  const std::size_t hash = option.rfind('#');
  if (hash == std::string_view::npos || is_file(option)) return {option, std::nullopt};
  const std::string_view digits = option.substr(hash + 1);
  unsigned index = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
    return {option, std::nullopt};
  return {option.substr(0, hash), index};
}

}  // namespace guifan::pdfwriter
