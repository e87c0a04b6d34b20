// SPDX-License-Identifier: Apache-2.0
#include "written.h"

#include <dlfcn.h>

#include <vector>

namespace guifan::test {
namespace {

guifan_string borrow(std::string_view text) {
  return {text.data(), text.size()};
}

const guifan_writer_functions* load_writer(std::string_view module) {
  const std::string file =
      std::string(GUIFAN_PLUGIN_FOLDER "/guifan-") + std::string(module) + ".so";
  void* handle = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return nullptr;
  const auto entry =
      reinterpret_cast<guifan_plugin_entry_function>(dlsym(handle, GUIFAN_PLUGIN_ENTRY));
  return entry == nullptr ? nullptr : entry()->writer;
}

std::int32_t call(std::string_view module, const guifan_report_view& view, OptionList options,
                  const guifan_output& output) {
  const guifan_writer_functions* writer = load_writer(module);
  if (writer == nullptr) return -1;
  std::vector<guifan_option> raw;
  for (const auto& [name, value] : options) raw.push_back({borrow(name), borrow(value)});
  guifan_host host{};
  host.size = sizeof host;
  host.abi = GUIFAN_ABI;
  host.language = borrow("zh");
  return writer->write(&host, &view, raw.data(), raw.size(), &output);
}

}  // namespace

Written write_with(std::string_view module, const guifan_report_view& view, OptionList options) {
  Written written;
  const guifan_output output{
      &written.bytes, [](void* context, const std::uint8_t* bytes, std::size_t size) {
        static_cast<std::string*>(context)->append(reinterpret_cast<const char*>(bytes), size);
        return std::int32_t{0};
      }};
  written.status = call(module, view, options, output);
  return written;
}

std::int32_t write_to_full_disk(std::string_view module, const guifan_report_view& view) {
  const guifan_output output{
      nullptr, [](void*, const std::uint8_t*, std::size_t) { return std::int32_t{1}; }};
  return call(module, view, {}, output);
}

}  // namespace guifan::test
