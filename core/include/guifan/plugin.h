// SPDX-License-Identifier: Apache-2.0
// The page for plugin authors: what to derive from, what you are given, how to export it.
// Header-only; a plugin includes this file and links nothing of guifan.
//
//   class CsvReader : public guifan::sdk::Reader {
//     Probe probe(const Input& input) const override { return {0.6, "commas in every line"}; }
//     Status read(const Context& context, const Input& input, DocumentBuilder& document) const
//     override {
//       auto text = context.decode(input.bytes());
//       document.paragraph("...", guifan::sdk::line(1));
//       return Status::Ok;
//     }
//   };
//   GUIFAN_READER_PLUGIN(CsvReader, guifan::sdk::About{.name = "csv", ...}, kFormats)
//
// Readers and writers hold no state: one object serves all threads.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include "guifan/plugin_abi.h"

namespace guifan::sdk {

inline std::string_view view(guifan_string text) {
  return {text.data ? text.data : "", text.data ? text.size : 0};
}
inline guifan_string borrow(std::string_view text) {
  return {text.data(), text.size()};
}

using Place = guifan_place;
/// A place that is a line of text (1-based).
inline Place line(std::uint32_t number) {
  Place place{};
  place.line = number;
  return place;
}

enum class Status : std::int32_t {
  Ok = GUIFAN_OK,
  Malformed = GUIFAN_MALFORMED,
  Unsupported = GUIFAN_UNSUPPORTED,
  LimitExceeded = GUIFAN_LIMIT,
  Io = GUIFAN_IO,
  Internal = GUIFAN_INTERNAL,
};

/// Bytes with bounds: take() and peek() never read past the end.
class ByteView {
 public:
  ByteView() = default;
  ByteView(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  const std::uint8_t* data() const { return data_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  /// The first n bytes, or as many as there are; advances past them.
  ByteView take(std::size_t n) {
    const ByteView head = first(n);
    data_ += head.size_;
    size_ -= head.size_;
    return head;
  }
  ByteView first(std::size_t n) const { return {data_, n < size_ ? n : size_}; }
  std::string_view text() const { return {reinterpret_cast<const char*>(data_), size_}; }

 private:
  const std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
};

/// One input: bytes, file name, options.
class Input {
 public:
  explicit Input(const guifan_input& raw) : raw_(&raw) {}
  ByteView bytes() const { return {raw_->bytes, raw_->size}; }
  std::string_view name() const { return view(raw_->name); }
  /// The value of an option, or `fallback`.
  std::string_view option(std::string_view name, std::string_view fallback = {}) const {
    for (std::size_t i = 0; i < raw_->option_count; ++i)
      if (view(raw_->options[i].name) == name) return view(raw_->options[i].value);
    return fallback;
  }

 private:
  const guifan_input* raw_;
};

/// Decoded text; gives the host's memory back when it goes.
class Decoded {
 public:
  Decoded(const guifan_host* host, guifan_decoded raw) : host_(host), raw_(raw) {}
  Decoded(const Decoded&) = delete;
  Decoded& operator=(const Decoded&) = delete;
  ~Decoded() { host_->release(host_->context, &raw_); }
  std::string_view text() const { return view(raw_.text); }
  std::string_view encoding() const { return view(raw_.encoding); }
  std::size_t invalid_sequences() const { return raw_.invalid_sequences; }
  bool declared_wrong() const { return raw_.declared_wrong != 0; }

 private:
  const guifan_host* host_;
  guifan_decoded raw_;
};

enum class Severity : std::int32_t {
  Note = GUIFAN_NOTE,
  Warning = GUIFAN_WARNING,
  Error = GUIFAN_ERROR
};

/// What the host does for a plugin during one call.
class Context {
 public:
  explicit Context(const guifan_host& host) : host_(&host) {}
  /// Bytes of any encoding to UTF-8; `declared` is a label the container gives, if any.
  Decoded decode(ByteView bytes, std::string_view declared = {}) const {
    return {host_, host_->decode(host_->context, bytes.data(), bytes.size(), borrow(declared))};
  }
  /// Says something about the input. `id` is a catalogue id, arguments fill its slots; or an id of
  /// the plugin's own with the whole text as the only argument.
  void diagnose(Severity severity, std::string_view id,
                std::initializer_list<std::string_view> arguments, const Place& place = {}) const {
    guifan_string raw[8];
    std::size_t count = 0;
    for (std::string_view argument : arguments)
      if (count < 8) raw[count++] = borrow(argument);
    host_->diagnose(host_->context, static_cast<std::int32_t>(severity), borrow(id), raw, count,
                    &place);
  }
  bool chinese() const { return view(host_->language) != "en"; }

 private:
  const guifan_host* host_;
};

enum class Kind : std::uint32_t {
  Body = GUIFAN_BODY,
  Heading = GUIFAN_HEADING,
  ListItem = GUIFAN_LIST_ITEM,
  Furniture = GUIFAN_FURNITURE,
  Note = GUIFAN_NOTE_PARAGRAPH,
};

/// Receives the document in reading order. Functions return false when a limit was hit: stop and
/// return LimitExceeded.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(const guifan_sink& sink) : sink_(&sink) {}

  /// "title", "encoding", "media-type", "published", or any other name the container has.
  void metadata(std::string_view key, std::string_view value) {
    sink_->metadata(sink_->context, borrow(key), borrow(value));
  }
  /// A whole paragraph in one run.
  bool paragraph(std::string_view text, const Place& place, Kind kind = Kind::Body,
                 std::uint32_t level = 0) {
    const bool more = begin_paragraph(kind, level) && this->text(text, place);
    end_paragraph();
    return more;
  }
  bool begin_paragraph(Kind kind = Kind::Body, std::uint32_t level = 0) {
    return sink_->begin_paragraph(sink_->context, static_cast<std::uint32_t>(kind), level) == 0;
  }
  /// A run of text with its own place, inside a paragraph or a cell.
  bool text(std::string_view text, const Place& place) {
    return sink_->text(sink_->context, borrow(text), &place) == 0;
  }
  void end_paragraph() { sink_->end_paragraph(sink_->context); }

  bool begin_table(const Place& place) { return sink_->begin_table(sink_->context, &place) == 0; }
  /// (row, column) 0-based in the resolved grid.
  bool begin_cell(std::uint32_t row, std::uint32_t column, std::uint32_t row_span = 1,
                  std::uint32_t column_span = 1, bool header = false) {
    const guifan_cell_position position{row, column, row_span, column_span, header ? 1u : 0u};
    return sink_->begin_cell(sink_->context, &position) == 0;
  }
  void end_cell() { sink_->end_cell(sink_->context); }
  void end_table() { sink_->end_table(sink_->context); }

  /// Text that is left out on purpose. docs/outputs.md lists the reasons in use ("page-furniture",
  /// "hidden-text", "deleted-text", ...); a reason of the plugin's own is allowed.
  void removed(std::string_view text, std::string_view reason, const Place& place) {
    sink_->removed(sink_->context, borrow(text), borrow(reason), &place);
  }

 private:
  const guifan_sink* sink_;
};

struct Probe {
  double confidence = 0;
  std::string reason;  ///< in words: Chinese, a tab, English; or one text for both
};

class Reader {
 public:
  virtual ~Reader() = default;
  virtual Probe probe(const Input& input) const = 0;
  virtual Status read(const Context& context, const Input& input,
                      DocumentBuilder& document) const = 0;
};

using ReportView = guifan_report_view;
using BlockView = guifan_block;
using CellView = guifan_cell;

/// Where a writer puts its bytes. write() returns false when they could not be taken.
class Output {
 public:
  explicit Output(const guifan_output& raw) : raw_(&raw) {}
  bool write(std::string_view bytes) {
    return raw_->write(raw_->context, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                       bytes.size()) == 0;
  }

 private:
  const guifan_output* raw_;
};

/// Named options of one call.
class Options {
 public:
  Options(const guifan_option* options, std::size_t count) : options_(options), count_(count) {}
  std::string_view get(std::string_view name, std::string_view fallback = {}) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (view(options_[i].name) == name) return view(options_[i].value);
    return fallback;
  }

 private:
  const guifan_option* options_;
  std::size_t count_;
};

class Writer {
 public:
  virtual ~Writer() = default;
  virtual Status write(const Context& context, const ReportView& report, const Options& options,
                       Output& output) const = 0;
};

/// Who made the plugin. All strings have static lifetime.
struct About {
  const char* name = "";
  const char* version = "";
  const char* license = "";
  const char* contact = "";
  const char* description = "";
  const char* options = "";
};

namespace detail {

template <typename R>
const R& instance() {
  static const R object;
  return object;
}

template <typename R>
void probe(const guifan_input* input, guifan_probe* out) {
  out->confidence = 0;
  out->reason[0] = '\0';
  try {
    const Probe result = instance<R>().probe(Input(*input));
    out->confidence = result.confidence;
    std::snprintf(out->reason, sizeof out->reason, "%s", result.reason.c_str());
  } catch (...) {  // nothing thrown crosses the border
  }
}

template <typename R>
std::int32_t read(const guifan_host* host, const guifan_input* input, const guifan_sink* sink) {
  try {
    DocumentBuilder builder(*sink);
    return static_cast<std::int32_t>(instance<R>().read(Context(*host), Input(*input), builder));
  } catch (const std::bad_alloc&) {
    return GUIFAN_LIMIT;
  } catch (...) {
    return GUIFAN_INTERNAL;
  }
}

template <typename W>
std::int32_t write(const guifan_host* host, const guifan_report_view* report,
                   const guifan_option* options, std::size_t count, const guifan_output* output) {
  try {
    Output out(*output);
    return static_cast<std::int32_t>(
        instance<W>().write(Context(*host), *report, Options(options, count), out));
  } catch (const std::bad_alloc&) {
    return GUIFAN_LIMIT;
  } catch (...) {
    return GUIFAN_INTERNAL;
  }
}

struct NoReader {};
struct NoWriter {};

template <typename R>
const guifan_reader_functions* reader_table() {
  static const guifan_reader_functions table{sizeof(guifan_reader_functions), &probe<R>, &read<R>};
  return &table;
}
template <>
inline const guifan_reader_functions* reader_table<NoReader>() {
  return nullptr;
}
template <typename W>
const guifan_writer_functions* writer_table() {
  static const guifan_writer_functions table{sizeof(guifan_writer_functions), &write<W>};
  return &table;
}
template <>
inline const guifan_writer_functions* writer_table<NoWriter>() {
  return nullptr;
}

template <typename R, typename W>
const guifan_plugin* describe(const About& about, std::span<const guifan_format> formats) {
  static const guifan_plugin plugin{sizeof(guifan_plugin), GUIFAN_ABI,        about.name,
                                    about.version,         about.license,     about.contact,
                                    about.description,     formats.data(),    formats.size(),
                                    reader_table<R>(),     writer_table<W>(), about.options};
  return &plugin;
}

}  // namespace detail
}  // namespace guifan::sdk

/// Exports one plugin. FORMATS is an array of guifan_format with static lifetime.
#define GUIFAN_PLUGIN(READER, WRITER, ABOUT, FORMATS)                                            \
  extern "C" __attribute__((visibility("default"))) const guifan_plugin* guifan_plugin_entry() { \
    return guifan::sdk::detail::describe<READER, WRITER>(ABOUT, FORMATS);                        \
  }
#define GUIFAN_READER_PLUGIN(READER, ABOUT, FORMATS) \
  GUIFAN_PLUGIN(READER, guifan::sdk::detail::NoWriter, ABOUT, FORMATS)
#define GUIFAN_WRITER_PLUGIN(WRITER, ABOUT, FORMATS) \
  GUIFAN_PLUGIN(guifan::sdk::detail::NoReader, WRITER, ABOUT, FORMATS)
