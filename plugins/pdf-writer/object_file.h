// SPDX-License-Identifier: Apache-2.0
// A PDF file as it grows: objects, streams, cross-reference stream.
//
// Written by hand, not with PoDoFo: PoDoFo 0.9.8 writes no object streams, and the tags of a page
// of tables alone are some hundred small objects, which fill kilobytes each page unless they are
// compressed together; it frees pages while one still holds them; and it brings twenty libraries
// along. What is needed of the file format is this page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "syntax.h"

namespace guifan::pdfwriter {

class ObjectFile {
 public:
  ObjectFile();

  /// A number for an object that is put later. Every reserved number must be put.
  ObjectId reserve();
  /// A dictionary, array or any value but a stream; goes into a compressed object stream.
  void put(ObjectId id, std::string_view value);
  ObjectId add(std::string_view value);
  /// `entries`: of the dictionary, without /Length and /Filter.
  ObjectId add_stream(std::string_view entries, std::string_view bytes);
  /// Readable without a PDF library, as metadata must be.
  ObjectId add_plain_stream(std::string_view entries, std::string_view bytes);

  /// The whole file. Its identifier is made of its bytes: same content, same identifier.
  std::string finish(ObjectId catalogue, ObjectId information) &&;

 private:
  struct Entry {
    std::size_t place = 0;  ///< offset in the file, or number of the object stream
    std::size_t index = 0;  ///< in the object stream
    bool in_object_stream = false;
  };
  void write_stream(ObjectId id, std::string_view entries, std::string_view bytes, bool compress);
  void flush_object_stream();

  std::string bytes_;
  std::vector<Entry> entries_{1};  ///< by object number; 0 is the head of the free list
  std::vector<ObjectId> pending_;  ///< objects of the next object stream
  std::string pending_offsets_, pending_values_;
};

}  // namespace guifan::pdfwriter
