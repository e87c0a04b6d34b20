// SPDX-License-Identifier: Apache-2.0
#include "recorded_document.h"

#include <span>

#include "guifan/text.h"

namespace guifan::testing {
namespace {

struct Recorder {
  RecordedDocument document;
  std::string current;  ///< the event that is being built
  std::string text;
  std::uint32_t line = 0;
  std::size_t left = 0;

  int32_t count() {
    if (left == 0) return 1;
    --left;
    return 0;
  }
  void finish() {
    if (current.empty()) return;
    document.events.push_back(current + (line != 0 ? " " + std::to_string(line) : "") +
                              (text.empty() ? "" : " " + text));
    current.clear();
    text.clear();
    line = 0;
  }
};

Recorder& recorder(void* context) {
  return *static_cast<Recorder*>(context);
}

std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("¶") : std::string(1, c);
  return out;
}

std::string kind_name(std::uint32_t kind, std::uint32_t level) {
  const std::string digits = level != 0 ? std::to_string(level) : "";
  switch (kind) {
    case GUIFAN_HEADING:
      return "H" + digits;
    case GUIFAN_LIST_ITEM:
      return "L" + digits;
    case GUIFAN_FURNITURE:
      return "F" + digits;
    case GUIFAN_NOTE_PARAGRAPH:
      return "N" + digits;
    default:
      return "P" + digits;
  }
}

guifan_decoded decode_bytes(void*, const uint8_t* bytes, size_t size, guifan_string declared) {
  auto* text = new DecodedText(decode(std::as_bytes(std::span(bytes, size)), sdk::view(declared)));
  return {sdk::borrow(text->utf8), sdk::borrow(text->encoding), text->invalid_sequences,
          text->declared_wrong ? 1 : 0, text};
}

guifan_sink sink_of(Recorder& target) {
  guifan_sink sink{};
  sink.size = sizeof sink;
  sink.abi = GUIFAN_ABI;
  sink.context = &target;
  sink.metadata = [](void* context, guifan_string key, guifan_string value) {
    recorder(context).document.metadata.push_back(std::string(sdk::view(key)) + "=" +
                                                  std::string(sdk::view(value)));
  };
  sink.begin_paragraph = [](void* context, uint32_t kind, uint32_t level) {
    recorder(context).current = kind_name(kind, level);
    return recorder(context).count();
  };
  sink.text = [](void* context, guifan_string text, const guifan_place* place) {
    if (recorder(context).line == 0) recorder(context).line = place->line;
    recorder(context).text += printable(sdk::view(text));
    return recorder(context).count();
  };
  sink.end_paragraph = [](void* context) { recorder(context).finish(); };
  sink.begin_table = [](void* context, const guifan_place* place) {
    recorder(context).document.events.push_back("T " + std::to_string(place->line));
    return recorder(context).count();
  };
  sink.begin_cell = [](void* context, const guifan_cell_position* at) {
    std::string& current = recorder(context).current;
    current = "C " + std::to_string(at->row) + "," + std::to_string(at->column);
    if (at->row_span != 1 || at->column_span != 1)
      current += "+" + std::to_string(at->row_span) + "x" + std::to_string(at->column_span);
    if (at->header != 0) current += "!";
    return recorder(context).count();
  };
  sink.end_cell = [](void* context) { recorder(context).finish(); };
  sink.end_table = [](void*) {};
  sink.removed = [](void* context, guifan_string text, guifan_string reason,
                    const guifan_place* place) {
    recorder(context).document.events.push_back("X " + std::to_string(place->line) + " " +
                                                std::string(sdk::view(reason)) + ": " +
                                                printable(sdk::view(text)));
  };
  return sink;
}

guifan_host host_of(Recorder& target) {
  guifan_host host{};
  host.size = sizeof host;
  host.abi = GUIFAN_ABI;
  host.context = &target;
  host.decode = &decode_bytes;
  host.release = [](void*, guifan_decoded* decoded) {
    delete static_cast<DecodedText*>(decoded->handle);
  };
  host.diagnose = [](void* context, int32_t, guifan_string id, const guifan_string* arguments,
                     size_t count, const guifan_place*) {
    std::string line(sdk::view(id));
    for (size_t i = 0; i < count; ++i)
      line += (i == 0 ? " " : "|") + std::string(sdk::view(arguments[i]));
    recorder(context).document.diagnostics.push_back(line);
  };
  host.language = sdk::borrow("en");
  return host;
}

guifan_input input_of(std::string_view bytes, std::string_view name) {
  return {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), sdk::borrow(name), nullptr,
          0};
}

}  // namespace

std::vector<std::string> RecordedDocument::lines_of(std::string_view kind) const {
  std::vector<std::string> found;
  for (const std::string& event : events)
    if (event.starts_with(kind)) found.push_back(event);
  return found;
}

RecordedDocument record(const sdk::Reader& reader, std::string_view bytes, std::string_view name,
                        std::size_t event_limit) {
  Recorder target;
  target.left = event_limit;
  const guifan_sink sink = sink_of(target);
  const guifan_host host = host_of(target);
  const guifan_input input = input_of(bytes, name);
  sdk::DocumentBuilder builder(sink);
  target.document.status = reader.read(sdk::Context(host), sdk::Input(input), builder);
  return target.document;
}

double probe(const sdk::Reader& reader, std::string_view bytes, std::string_view name) {
  const guifan_input input = input_of(bytes, name);
  return reader.probe(sdk::Input(input)).confidence;
}

}  // namespace guifan::testing
