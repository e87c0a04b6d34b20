// SPDX-License-Identifier: Apache-2.0
// The packed form: fields in order, numbers as 4 bytes little-endian, strings and lists with their
// count in front.
#include "document_model.h"

namespace guifan::pdf {
namespace {

constexpr std::uint32_t kMagic = 0x31464450;  // "PDF1"

class Packer {
 public:
  std::string bytes;

  void number(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 0xff);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes.append(value);
  }
  void place(const Place& p) {
    for (const std::uint32_t value : {p.page, p.line, p.paragraph, p.table, p.row, p.column})
      number(value);
    for (const std::int32_t value : {p.left, p.bottom, p.right, p.top})
      number(static_cast<std::uint32_t>(value));
  }
  void pieces(const std::vector<Piece>& list) {
    number(static_cast<std::uint32_t>(list.size()));
    for (const Piece& piece : list) {
      text(piece.text);
      place(piece.place);
    }
  }
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  bool failed = false;

  std::uint32_t number() {
    if (rest_.size() < 4) {
      failed = true;
      return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value |= std::uint32_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    rest_.remove_prefix(4);
    return value;
  }
  std::string text() {
    const std::uint32_t size = number();
    if (size > rest_.size()) {
      failed = true;
      return {};
    }
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  Place place() {
    Place p{};
    for (std::uint32_t* field : {&p.page, &p.line, &p.paragraph, &p.table, &p.row, &p.column})
      *field = number();
    for (std::int32_t* field : {&p.left, &p.bottom, &p.right, &p.top})
      *field = static_cast<std::int32_t>(number());
    return p;
  }
  /// Calls `item` as often as the count in front says, as long as there are bytes.
  template <typename F>
  void list(F&& item) {
    const std::uint32_t count = number();
    for (std::uint32_t i = 0; i < count && !failed; ++i) item();
  }
  std::vector<Piece> pieces() {
    std::vector<Piece> all;
    list([&] {
      Piece piece;
      piece.text = text();
      piece.place = place();
      all.push_back(std::move(piece));
    });
    return all;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace

std::string pack(const Document& document) {
  Packer out;
  out.number(kMagic);
  out.number(static_cast<std::uint32_t>(document.status));
  out.number(static_cast<std::uint32_t>(document.metadata.size()));
  for (const auto& [key, value] : document.metadata) {
    out.text(key);
    out.text(value);
  }
  out.number(static_cast<std::uint32_t>(document.blocks.size()));
  for (const auto& block : document.blocks) {
    out.number(static_cast<std::uint32_t>(block.index()));
    if (const auto* paragraph = std::get_if<OutParagraph>(&block)) {
      out.number(static_cast<std::uint32_t>(paragraph->kind));
      out.number(paragraph->level);
      out.pieces(paragraph->pieces);
      continue;
    }
    const OutTable& table = std::get<OutTable>(block);
    out.place(table.place);
    out.number(static_cast<std::uint32_t>(table.cells.size()));
    for (const OutCell& cell : table.cells) {
      for (const std::uint32_t value : {cell.row, cell.column, cell.row_span, cell.column_span})
        out.number(value);
      out.pieces(cell.pieces);
    }
  }
  out.number(static_cast<std::uint32_t>(document.removed.size()));
  for (const OutRemoved& removed : document.removed) {
    out.text(removed.text);
    out.text(removed.reason);
    out.place(removed.place);
  }
  out.number(static_cast<std::uint32_t>(document.messages.size()));
  for (const Message& message : document.messages) {
    out.number(static_cast<std::uint32_t>(message.severity));
    out.text(message.id);
    out.number(static_cast<std::uint32_t>(message.arguments.size()));
    for (const std::string& argument : message.arguments) out.text(argument);
    out.place(message.place);
  }
  return std::move(out.bytes);
}

Document unpack(std::string_view bytes) {
  Unpacker in(bytes);
  Document document;
  Document broken;
  broken.status = sdk::Status::Internal;
  if (in.number() != kMagic) return broken;
  document.status = static_cast<sdk::Status>(in.number());
  in.list([&] {
    std::string key = in.text();
    document.metadata.emplace_back(std::move(key), in.text());
  });
  in.list([&] {
    if (in.number() == 0) {
      OutParagraph paragraph;
      paragraph.kind = static_cast<sdk::Kind>(in.number());
      paragraph.level = in.number();
      paragraph.pieces = in.pieces();
      document.blocks.emplace_back(std::move(paragraph));
      return;
    }
    OutTable table;
    table.place = in.place();
    in.list([&] {
      OutCell cell;
      for (std::uint32_t* field : {&cell.row, &cell.column, &cell.row_span, &cell.column_span})
        *field = in.number();
      cell.pieces = in.pieces();
      table.cells.push_back(std::move(cell));
    });
    document.blocks.emplace_back(std::move(table));
  });
  in.list([&] {
    OutRemoved removed;
    removed.text = in.text();
    removed.reason = in.text();
    removed.place = in.place();
    document.removed.push_back(std::move(removed));
  });
  in.list([&] {
    Message message;
    message.severity = static_cast<sdk::Severity>(in.number());
    message.id = in.text();
    in.list([&] { message.arguments.push_back(in.text()); });
    message.place = in.place();
    document.messages.push_back(std::move(message));
  });
  return in.failed || !in.done() ? broken : document;
}

}  // namespace guifan::pdf
