// SPDX-License-Identifier: Apache-2.0
// A reader that takes the whole process down.
#include <guifan/plugin.h>

#include <cstdlib>

namespace {

using namespace guifan::sdk;

class Crashing : public Reader {
 public:
  Probe probe(const Input& input) const override {
    return {input.bytes().text().starts_with("crash") ? 1.0 : 0.0, "begins with crash"};
  }
  Status read(const Context&, const Input&, DocumentBuilder&) const override { std::abort(); }
};

constexpr guifan_format kFormats[] = {{"crash", "Crash", "crash", "text/x-crash", ""}};

}  // namespace

GUIFAN_READER_PLUGIN(Crashing,
                     (About{.name = "crash",
                            .version = "1",
                            .license = "Apache-2.0",
                            .contact = "tests",
                            .description = "test"}),
                     kFormats)
