// SPDX-License-Identifier: Apache-2.0
// The reader of HTML pages: portal pages, saved web pages, Word's HTML, cut-out fragments.
//
// bytes -> UTF-8 (the host decodes, told what the page declares) -> tokens -> tree -> analysis ->
// document events.
#pragma once

#include "guifan/plugin.h"

namespace guifan::html {

class HtmlReader : public sdk::Reader {
 public:
  sdk::Probe probe(const sdk::Input& input) const override;
  sdk::Status read(const sdk::Context& context, const sdk::Input& input,
                   sdk::DocumentBuilder& document) const override;
};

}  // namespace guifan::html
