// SPDX-License-Identifier: Apache-2.0
#include "plugin/foreign_file.h"

#include <string>

namespace guifan::plugin {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view signature, name;
  bool picture;
};

constexpr Kind kKinds[] = {
    {"\x89PNG\r\n\x1A\n"sv, "PNG", true},
    {"\xFF\xD8\xFF"sv, "JPEG", true},
    {"GIF8"sv, "GIF", true},
    {"II*\0"sv, "TIFF", true},
    {"MM\0*"sv, "TIFF", true},
    {"Rar!\x1A\x07"sv, "RAR", false},
    {"7z\xBC\xAF\x27\x1C"sv, "7z", false},
    {"\x1F\x8B\x08"sv, "gzip", false},
    {"PK\x03\x04"sv, "ZIP", false},
};

}  // namespace

std::optional<Error> foreign_file(std::string_view head) {
  for (const Kind& kind : kKinds)
    if (head.starts_with(kind.signature))
      return Error{ErrorKind::Unsupported, kind.picture ? "PLG-035" : "PLG-036",
                   std::string(kind.name)};
  return std::nullopt;
}

}  // namespace guifan::plugin
