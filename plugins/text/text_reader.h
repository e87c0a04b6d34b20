// SPDX-License-Identifier: Apache-2.0
// The reader of plain text: scrapes, saved pages, Markdown. A line is a paragraph, unless it is a
// row of a table drawn with tabs, pipes or gaps.
#pragma once

#include "guifan/plugin.h"

namespace guifan::text {

class TextReader : public sdk::Reader {
 public:
  sdk::Probe probe(const sdk::Input& input) const override;
  sdk::Status read(const sdk::Context& context, const sdk::Input& input,
                   sdk::DocumentBuilder& document) const override;
};

}  // namespace guifan::text
