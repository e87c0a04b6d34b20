// SPDX-License-Identifier: Apache-2.0
#include "object_file.h"

#include <cstdint>

#include "deflate.h"

namespace guifan::pdfwriter {
namespace {

/// Readers unpack a whole object stream for one object of it.
constexpr std::size_t kObjectsInStream = 200;

/// 64-bit FNV-1a.
std::uint64_t hash(std::string_view bytes, std::uint64_t start) {
  std::uint64_t value = start;
  for (const char byte : bytes)
    value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001B3ull;
  return value;
}

std::string identifier(std::string_view bytes) {
  std::string hex;
  for (const std::uint64_t start : {0xCBF29CE484222325ull, 0x9AE16A3B2F90404Full}) {
    const std::uint64_t value = hash(bytes, start);
    for (int shift = 48; shift >= 0; shift -= 16)
      append_hex16(hex, static_cast<std::uint16_t>(value >> shift));
  }
  return hex;
}

void append_big_endian(std::string& out, std::size_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>((value >> shift) & 0xFF);
}

/// Bytes of a row in the cross-reference stream, /W[1 4 2].
constexpr std::size_t kEntryBytes = 7;

/// Each row less the one above (PNG filter 2, "up"): neighbours differ little, which packs well.
std::string differences(const std::string& rows) {
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % kEntryBytes == 0) out += '\x02';
    const int above = i < kEntryBytes ? 0 : static_cast<unsigned char>(rows[i - kEntryBytes]);
    out += static_cast<char>(static_cast<unsigned char>(rows[i]) - above);
  }
  return out;
}

}  // namespace

// The second line tells programs that move files that this is not text.
ObjectFile::ObjectFile() : bytes_("%PDF-1.7\n%\xE8\xA7\x84\xE8\x8C\x83\n") {}

ObjectId ObjectFile::reserve() {
  entries_.emplace_back();
  return static_cast<ObjectId>(entries_.size() - 1);
}

void ObjectFile::put(ObjectId id, std::string_view value) {
  pending_offsets_ += std::to_string(id) + " " + std::to_string(pending_values_.size()) + " ";
  pending_values_ += value;
  pending_values_ += '\n';
  pending_.push_back(id);
  if (pending_.size() == kObjectsInStream) flush_object_stream();
}

ObjectId ObjectFile::add(std::string_view value) {
  const ObjectId id = reserve();
  put(id, value);
  return id;
}

ObjectId ObjectFile::add_stream(std::string_view entries, std::string_view bytes) {
  const ObjectId id = reserve();
  write_stream(id, entries, bytes, true);
  return id;
}

ObjectId ObjectFile::add_plain_stream(std::string_view entries, std::string_view bytes) {
  const ObjectId id = reserve();
  write_stream(id, entries, bytes, false);
  return id;
}

void ObjectFile::write_stream(ObjectId id, std::string_view entries, std::string_view bytes,
                              bool compress) {
  entries_[id].place = bytes_.size();
  const std::string packed = compress ? deflate(bytes) : std::string(bytes);
  bytes_ += std::to_string(id) + " 0 obj\n<<";
  bytes_ += entries;
  if (compress) bytes_ += "/Filter/FlateDecode";
  bytes_ += "/Length " + std::to_string(packed.size()) + ">>\nstream\n";
  bytes_ += packed;
  bytes_ += "\nendstream\nendobj\n";
}

void ObjectFile::flush_object_stream() {
  if (pending_.empty()) return;
  const ObjectId stream = reserve();
  for (std::size_t i = 0; i < pending_.size(); ++i) entries_[pending_[i]] = {stream, i, true};
  write_stream(stream,
               "/Type/ObjStm/N " + std::to_string(pending_.size()) + "/First " +
                   std::to_string(pending_offsets_.size()),
               pending_offsets_ + pending_values_, true);
  pending_.clear();
  pending_offsets_.clear();
  pending_values_.clear();
}

std::string ObjectFile::finish(ObjectId catalogue, ObjectId information) && {
  flush_object_stream();
  const ObjectId cross_reference = reserve();
  const std::string id = identifier(bytes_);
  const std::size_t start = bytes_.size();
  entries_[cross_reference].place = start;
  std::string rows;
  append_big_endian(rows, 0, 5);
  append_big_endian(rows, 0xFFFF, 2);
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    append_big_endian(rows, entries_[i].in_object_stream ? 2 : 1, 1);
    append_big_endian(rows, entries_[i].place, 4);
    append_big_endian(rows, entries_[i].index, 2);
  }
  write_stream(cross_reference,
               "/Type/XRef/Size " + std::to_string(entries_.size()) + "/W[1 4 2]" +
                   "/DecodeParms<</Predictor 12/Columns " + std::to_string(kEntryBytes) +
                   ">>/Root " + reference(catalogue) + "/Info " + reference(information) + "/ID[<" +
                   id + "><" + id + ">]",
               differences(rows), true);
  bytes_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
  return std::move(bytes_);
}

}  // namespace guifan::pdfwriter
