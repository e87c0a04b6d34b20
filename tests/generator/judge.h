// SPDX-License-Identifier: Apache-2.0
// Sends a document through the real readers and the whole conversion, and compares the cells with
// what the document was made from.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "guifan/layout.h"
#include "guifan/registry.h"
#include "guifan/standard_report.h"
#include "model.h"
#include "render.h"

namespace guifan::generator {

struct Verdict {
  std::size_t right = 0, wrong = 0, invented = 0, missed = 0;
  std::string first;  ///< the first difference in words
  /// `complete`: the document lost nothing, so that nothing may be missed.
  bool bad(bool complete) const { return wrong + invented > 0 || (complete && missed > 0); }
  void add(const Verdict& other);  ///< all but the words
};

class Judge {
 public:
  Judge(PluginRegistry registry, LayoutLibrary layouts)
      : registry_(std::move(registry)), layouts_(std::move(layouts)) {}

  const LayoutLibrary& layouts() const { return layouts_; }

  Verdict judge(const Model& model, const Document& document) const;

 private:
  PluginRegistry registry_;
  LayoutLibrary layouts_;
};

}  // namespace guifan::generator
