// SPDX-License-Identifier: Apache-2.0
#include "plugin/host_call.h"

#include <memory>

#include "guifan/text.h"

namespace guifan::plugin {
namespace {

constexpr std::size_t kMostDiagnostics = 10'000;
constexpr std::size_t kMostArguments = 10;

HostCall& call_of(void* context) {
  return *static_cast<HostCall*>(context);
}

guifan_decoded host_decode(void* context, const std::uint8_t* bytes, std::size_t size,
                           guifan_string declared) {
  guifan_decoded raw{};
  call_of(context).guarded([&] {
    auto decoded = std::make_unique<DecodedText>(
        decode({reinterpret_cast<const std::byte*>(bytes), bytes ? size : 0}, view(declared)));
    raw.text = borrow(decoded->utf8);
    raw.encoding = borrow(decoded->encoding);
    raw.invalid_sequences = decoded->invalid_sequences;
    raw.declared_wrong = decoded->declared_wrong ? 1 : 0;
    raw.handle = decoded.release();  // comes back through host_release
  });
  return raw;
}

void host_release(void* /*context*/, guifan_decoded* raw) {
  if (!raw) return;
  const std::unique_ptr<DecodedText> taken(static_cast<DecodedText*>(raw->handle));
  *raw = {};
}

Locator to_locator(const guifan_place* place) {
  if (!place) return {};
  return {place->page,   place->line, place->paragraph, place->table, place->row,
          place->column, place->left, place->bottom,    place->right, place->top};
}

void host_diagnose(void* context, std::int32_t severity, guifan_string id,
                   const guifan_string* arguments, std::size_t count, const guifan_place* place) {
  HostCall& call = call_of(context);
  call.guarded([&] {
    if (call.diagnostics().size() >= kMostDiagnostics) return;
    Diagnostic diagnostic;
    diagnostic.id = sanitise_text(view(id));
    diagnostic.severity = severity == GUIFAN_NOTE    ? Severity::Note
                          : severity == GUIFAN_ERROR ? Severity::Error
                                                     : Severity::Warning;
    for (std::size_t i = 0; arguments && i < count && i < kMostArguments; ++i)
      diagnostic.arguments.push_back(sanitise_text(view(arguments[i])));
    diagnostic.place = to_locator(place);
    call.diagnostics().push_back(std::move(diagnostic));
  });
}

/// Runs a builder function; non-zero for the plugin when a limit was hit or memory ran out.
template <typename Function>
std::int32_t into_builder(void* context, Function&& what) {
  HostCall& call = call_of(context);
  bool more = false;
  call.guarded([&] { more = what(call.builder()); });
  return more && !call.out_of_memory() ? 0 : 1;
}

}  // namespace

HostCall::HostCall(Language language) {
  host_.size = sizeof host_;
  host_.abi = GUIFAN_ABI;
  host_.context = this;
  host_.decode = host_decode;
  host_.release = host_release;
  host_.diagnose = host_diagnose;
  host_.language = borrow(language == Language::Chinese ? "zh" : "en");

  sink_.size = sizeof sink_;
  sink_.abi = GUIFAN_ABI;
  sink_.context = this;
  sink_.metadata = [](void* context, guifan_string key, guifan_string value) {
    call_of(context).guarded([&] { call_of(context).builder().metadata(view(key), view(value)); });
  };
  sink_.begin_paragraph = [](void* context, std::uint32_t kind, std::uint32_t level) {
    return into_builder(
        context, [&](DocumentBuilder& builder) { return builder.begin_paragraph(kind, level); });
  };
  sink_.text = [](void* context, guifan_string text, const guifan_place* place) {
    return into_builder(context, [&](DocumentBuilder& builder) {
      return builder.text(view(text), to_locator(place));
    });
  };
  sink_.end_paragraph = [](void* context) {
    call_of(context).guarded([&] { call_of(context).builder().end_paragraph(); });
  };
  sink_.begin_table = [](void* context, const guifan_place* place) {
    return into_builder(
        context, [&](DocumentBuilder& builder) { return builder.begin_table(to_locator(place)); });
  };
  sink_.begin_cell = [](void* context, const guifan_cell_position* position) {
    const guifan_cell_position at = position ? *position : guifan_cell_position{};
    return into_builder(context, [&](DocumentBuilder& builder) {
      return builder.begin_cell(at.row, at.column, at.row_span, at.column_span, at.header != 0);
    });
  };
  sink_.end_cell = [](void* context) {
    call_of(context).guarded([&] { call_of(context).builder().end_cell(); });
  };
  sink_.end_table = [](void* context) {
    call_of(context).guarded([&] { call_of(context).builder().end_table(); });
  };
  sink_.removed = [](void* context, guifan_string text, guifan_string reason,
                     const guifan_place* place) {
    call_of(context).guarded(
        [&] { call_of(context).builder().removed(view(text), view(reason), to_locator(place)); });
  };
}

std::vector<guifan_option> borrow_options(const PluginOptions& options) {
  std::vector<guifan_option> raw;
  raw.reserve(options.size());
  for (const auto& [name, value] : options) raw.push_back({borrow(name), borrow(value)});
  return raw;
}

}  // namespace guifan::plugin
