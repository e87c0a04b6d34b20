// SPDX-License-Identifier: Apache-2.0
// Prints the text of a DOCX as the reader sees it, one line a paragraph or cell; for measurements,
// without the host.
//   docx_text FILE [--removed]      exit status: that of the reader
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "guifan/text.h"
#include "read_docx.h"

namespace {

struct Printer {
  bool removed = false;
};

void print(guifan_string text) {
  if (text.data) std::fwrite(text.data, 1, text.size, stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 64;
  Printer printer;
  printer.removed = argc > 2 && std::strcmp(argv[2], "--removed") == 0;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());

  guifan_host host{};
  host.size = sizeof host;
  host.abi = GUIFAN_ABI;
  host.decode = [](void*, const std::uint8_t* bytes, size_t size, guifan_string declared) {
    auto decoded = std::make_unique<guifan::DecodedText>(guifan::decode(
        {reinterpret_cast<const std::byte*>(bytes), size}, guifan::sdk::view(declared)));
    guifan_decoded raw{};
    raw.text = guifan::sdk::borrow(decoded->utf8);
    raw.encoding = guifan::sdk::borrow(decoded->encoding);
    raw.invalid_sequences = decoded->invalid_sequences;
    raw.declared_wrong = decoded->declared_wrong ? 1 : 0;
    raw.handle = decoded.release();
    return raw;
  };
  host.release = [](void*, guifan_decoded* raw) {
    delete static_cast<guifan::DecodedText*>(raw->handle);
  };
  host.diagnose = [](void*, std::int32_t severity, guifan_string id, const guifan_string* arguments,
                     size_t count, const guifan_place*) {
    std::fprintf(stderr, "%d %.*s", severity, static_cast<int>(id.size), id.data);
    for (size_t i = 0; i < count; ++i)
      std::fprintf(stderr, " | %.*s", static_cast<int>(arguments[i].size), arguments[i].data);
    std::fputc('\n', stderr);
  };
  guifan_sink sink{};
  sink.size = sizeof sink;
  sink.abi = GUIFAN_ABI;
  sink.context = &printer;
  sink.metadata = [](void*, guifan_string, guifan_string) {};
  sink.begin_paragraph = [](void*, std::uint32_t, std::uint32_t) { return 0; };
  sink.text = [](void*, guifan_string text, const guifan_place*) {
    print(text);
    return 0;
  };
  sink.end_paragraph = [](void*) { std::fputc('\n', stdout); };
  sink.begin_table = [](void*, const guifan_place*) { return 0; };
  sink.begin_cell = [](void*, const guifan_cell_position*) { return 0; };
  sink.end_cell = [](void*) { std::fputc('\n', stdout); };
  sink.end_table = [](void*) { std::fputc('\n', stdout); };
  sink.removed = [](void* context, guifan_string text, guifan_string, const guifan_place*) {
    if (!static_cast<Printer*>(context)->removed) return;
    print(text);
    std::fputc('\n', stdout);
  };
  guifan::sdk::DocumentBuilder document(sink);
  return static_cast<int>(guifan::docx::read_docx(guifan::sdk::Context(host), bytes, document));
}
