// SPDX-License-Identifier: Apache-2.0
// What the reader hands over: plain values that cross from the parsing process to the host's.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::pdf {

using sdk::Place;

/// Text with one place.
struct Piece {
  std::string text;
  Place place{};
};

struct OutParagraph {
  sdk::Kind kind = sdk::Kind::Body;
  std::uint32_t level = 0;
  std::vector<Piece> pieces;
};

struct OutCell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  std::vector<Piece> pieces;
};

struct OutTable {
  Place place{};
  std::vector<OutCell> cells;
};

struct OutRemoved {
  std::string text, reason;
  Place place{};
};

struct Message {
  sdk::Severity severity = sdk::Severity::Warning;
  std::string id;
  std::vector<std::string> arguments;
  Place place{};
};

struct Document {
  sdk::Status status = sdk::Status::Ok;
  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<std::variant<OutParagraph, OutTable>> blocks;
  std::vector<OutRemoved> removed;
  std::vector<Message> messages;

  void say(sdk::Severity severity, std::string id, std::vector<std::string> arguments,
           std::uint32_t page = 0) {
    Place place{};
    place.page = page;
    messages.push_back({severity, std::move(id), std::move(arguments), place});
  }
};

/// A document as bytes, and back. unpack() believes nothing: bytes that are no packed document give
/// Status::Internal.
std::string pack(const Document& document);
Document unpack(std::string_view bytes);

}  // namespace guifan::pdf
