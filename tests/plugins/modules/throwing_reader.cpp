// SPDX-License-Identifier: Apache-2.0
// A plugin that does not use the facade and lets exceptions out of its functions.
#include <cstdint>
#include <stdexcept>

#include "guifan/plugin_abi.h"

namespace {

void probe(const guifan_input*, guifan_probe* out) {
  out->confidence = 1.0;
  for (char& c : out->reason) c = 'x';  // and it forgets the NUL
}
std::int32_t read(const guifan_host*, const guifan_input*, const guifan_sink*) {
  throw std::runtime_error("out of a plugin");
}

const guifan_reader_functions kReader{sizeof(guifan_reader_functions), probe, read};
const guifan_format kFormats[] = {{"throws", "Throws", "throws", "text/x-throws", ""}};
const guifan_plugin kPlugin{sizeof(guifan_plugin),
                            GUIFAN_ABI,
                            "throws",
                            "1",
                            "Apache-2.0",
                            "tests",
                            "test",
                            kFormats,
                            1,
                            &kReader,
                            nullptr,
                            ""};

}  // namespace

extern "C" __attribute__((visibility("default"))) const guifan_plugin* guifan_plugin_entry() {
  return &kPlugin;
}
