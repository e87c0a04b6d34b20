// SPDX-License-Identifier: Apache-2.0
#include "font_program.h"

#include "big_endian.h"

namespace guifan::pdf {

BuiltInEncoding read_built_in_encoding(const ObjectStore& store, const Object* descriptor) {
  if (const Object* type1 = store.get(descriptor, "FontFile"))
    return type1_encoding(store.stream(type1));
  const Object* file = store.get(descriptor, "FontFile3");
  if (store.name(store.get(file, "Subtype")) == "Type1C") return cff_encoding(store.stream(file));
  return {};
}

std::unordered_map<std::uint32_t, char32_t> read_cid_characters(const ObjectStore& store,
                                                                const Object* descendant,
                                                                const Object* descriptor) {
  const Object* file = store.get(descriptor, "FontFile2");
  if (file == nullptr) return {};
  auto glyphs = truetype_characters(store.stream(file));
  const Object* map = store.get(descendant, "CIDToGIDMap");
  if (!store.is_stream(map)) return glyphs;
  const std::string bytes = store.stream(map);
  std::unordered_map<std::uint32_t, char32_t> characters;
  for (std::size_t cid = 0; 2 * cid + 1 < bytes.size() && cid < 65'536; ++cid) {
    const auto found = glyphs.find(Cursor(bytes, 2 * cid).take(2));
    if (found != glyphs.end()) characters.emplace(static_cast<std::uint32_t>(cid), found->second);
  }
  return characters;
}

}  // namespace guifan::pdf
