// SPDX-License-Identifier: Apache-2.0
// Fonts of one document, each loaded once. Producers switch fonts with every word.
#pragma once

#include <map>
#include <memory>

#include "font.h"
#include "objects.h"

namespace guifan::pdf {

class FontCache {
 public:
  explicit FontCache(const ObjectStore& store) : store_(store) {}

  /// The font behind `reference` (a reference or a direct dictionary); null where there is none.
  Font* find(const Object* reference) {
    const Object* dictionary = store_.resolve(reference);
    if (!store_.is_dictionary(dictionary)) return nullptr;
    auto& font = fonts_[dictionary];
    if (!font) font = std::make_unique<Font>(store_, dictionary);
    return font.get();
  }

 private:
  const ObjectStore& store_;
  std::map<const Object*, std::unique_ptr<Font>> fonts_;
};

}  // namespace guifan::pdf
