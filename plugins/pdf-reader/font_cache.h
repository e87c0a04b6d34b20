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

  /// The font behind `reference` (a reference or a direct dictionary); missing() where there is
  /// none.
  Font* find(const Object* reference) {
    const Object* dictionary = store_.resolve(reference);
    if (!store_.is_dictionary(dictionary)) return missing();
    auto& font = fonts_[dictionary];
    if (!font) font = std::make_unique<Font>(store_, dictionary);
    return font.get();
  }

  Font* missing() { return &missing_; }

 private:
  const ObjectStore& store_;
  std::map<const Object*, std::unique_ptr<Font>> fonts_;
  Font missing_;
};

}  // namespace guifan::pdf
