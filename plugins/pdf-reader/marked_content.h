// SPDX-License-Identifier: Apache-2.0
// Marked content: layers that are off, page furniture that the producer named, and text that
// stands for glyphs (ActualText).
#pragma once

#include <string>
#include <vector>

#include "layers.h"
#include "objects.h"
#include "operands.h"
#include "page_content.h"

namespace guifan::pdf {

class MarkedContent {
 public:
  /// All arguments must outlive this.
  MarkedContent(const ObjectStore& store, const Layers& layers, PageContent& page)
      : store_(store), layers_(layers), page_(page) {}

  /// BMC and BDC; BDC is the one `with_properties`, which may stand in `resources`.
  void begin(const Operands& operands, bool with_properties, const Object* resources);
  /// EMC. Puts ActualText in the place of the glyphs since the mark began.
  void end();
  void clear();

  bool hidden() const { return hidden_ > 0; }
  bool furniture() const { return furniture_ > 0; }

 private:
  struct Mark {
    bool furniture = false, hidden = false, replaces = false;
    std::u32string actual_text;
    std::size_t first_character = 0;
  };
  void read_properties(const Operands& operands, const Object* resources, Mark& mark) const;
  void replace_text(const Mark& mark);

  const ObjectStore& store_;
  const Layers& layers_;
  PageContent& page_;
  std::vector<Mark> marks_;
  std::size_t hidden_ = 0, furniture_ = 0;
};

}  // namespace guifan::pdf
