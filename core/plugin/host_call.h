// SPDX-License-Identifier: Apache-2.0
// The host's side of one call into a plugin: the services it offers and the sink that receives a
// document. No exception of ours reaches the plugin.
#pragma once

#include <string_view>
#include <vector>

#include "document/document_builder.h"
#include "guifan/diagnostic.h"
#include "guifan/plugin_abi.h"
#include "guifan/registry.h"

namespace guifan::plugin {

/// The text of a guifan_string, with a null pointer as empty.
inline std::string_view view(guifan_string text) {
  return text.data ? std::string_view(text.data, text.size) : std::string_view();
}
inline guifan_string borrow(std::string_view text) {
  return {text.data(), text.size()};
}

class HostCall {
 public:
  explicit HostCall(Language language);
  HostCall(const HostCall&) = delete;
  HostCall& operator=(const HostCall&) = delete;

  const guifan_host& host() const { return host_; }
  const guifan_sink& sink() const { return sink_; }
  DocumentBuilder& builder() { return builder_; }
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
  bool out_of_memory() const { return out_of_memory_; }

  /// `what` with what it throws caught; remembers that memory ran out.
  template <typename Function>
  void guarded(Function&& what) noexcept {
    try {
      what();
    } catch (...) {  // only allocation can fail in here
      out_of_memory_ = true;
    }
  }

 private:
  guifan_host host_{};
  guifan_sink sink_{};
  DocumentBuilder builder_;
  std::vector<Diagnostic> diagnostics_;
  bool out_of_memory_ = false;
};

/// Borrows the options as the C table wants them. Valid while `options` lives.
std::vector<guifan_option> borrow_options(const PluginOptions& options);

}  // namespace guifan::plugin
