// SPDX-License-Identifier: Apache-2.0
// The object layer behind one small door: PoDoFo finds, decrypts and inflates objects; nothing it
// throws gets past here.
//
// Objects are borrowed pointers that live as long as the store. A null pointer is "not there":
// every function takes one and answers with another null, an empty string or the fallback, so that
// a damaged file reads as a file with holes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geometry.h"

namespace PoDoFo {
class PdfObject;
}

namespace guifan::pdf {

using Object = PoDoFo::PdfObject;

enum class OpenFailure { None, Damaged, NeedsPassword, Unsupported };

class ObjectStore {
 public:
  /// Loads a PDF; `bytes` must outlive the store. Null with `failure` set where it cannot be
  /// loaded. Objects themselves are parsed on first use.
  static std::unique_ptr<ObjectStore> open(std::string_view bytes, const std::string& password,
                                           OpenFailure& failure);
  ~ObjectStore();

  const Object* trailer() const;
  bool encrypted() const;
  /// Every object of the file, for looking for loose pages.
  std::vector<const Object*> all_objects() const;

  /// Follows references; null where they lead nowhere.
  const Object* resolve(const Object* object) const;
  /// The resolved value of a dictionary's (or stream's dictionary's) key.
  const Object* get(const Object* dictionary, const char* key) const;
  /// The same without following a reference: for keys that identify shared objects.
  const Object* get_direct(const Object* dictionary, const char* key) const;
  std::size_t size(const Object* array) const;
  const Object* at(const Object* array, std::size_t index) const;
  /// Dictionary keys in a fixed order.
  std::vector<std::string> keys(const Object* dictionary) const;

  bool is_dictionary(const Object* object) const;  ///< streams count as dictionaries
  bool is_array(const Object* object) const;
  bool is_name(const Object* object) const;
  bool is_stream(const Object* object) const;
  bool is_string(const Object* object) const;
  std::optional<double> number(const Object* object) const;
  double number(const Object* object, double fallback) const {
    return number(object).value_or(fallback);
  }
  long integer(const Object* object, long fallback) const;
  /// The characters of a name, "" for anything else.
  std::string name(const Object* object) const;
  /// The bytes of a string, "" for anything else.
  std::string string(const Object* object) const;
  /// A text string (title, author) as UTF-8.
  std::string text(const Object* object) const;
  std::optional<Matrix> matrix(const Object* array) const;
  std::optional<Box> box(const Object* array) const;

  /// Number that is the same for the same indirect object: "12 0 R" -> 12; 0 for direct objects.
  std::uint64_t identity(const Object* object) const;

  /// The decoded bytes of a stream, as far as they decode. `complete` (may be null) tells whether
  /// the end was reached.
  std::string stream(const Object* object, bool* complete = nullptr) const;
  /// True once the sum of decoded bytes went over its limit; streams are empty from then on.
  bool exhausted() const { return exhausted_; }

 private:
  ObjectStore();
  std::string raw_stream(const Object* object) const;
  std::string filtered_stream(const Object* object, std::size_t limit, bool& complete) const;
  struct State;
  std::unique_ptr<State> state_;
  mutable std::size_t decoded_ = 0;
  mutable bool exhausted_ = false;
};

/// What zlib makes of bytes, up to `limit` or to the first damage; `complete` (may be null): the
/// end was reached.
std::string inflate(std::string_view bytes, std::size_t limit, bool* complete = nullptr);

}  // namespace guifan::pdf
