// SPDX-License-Identifier: Apache-2.0
// Values as bytes and back, for the compiled formats. Both directions follow one list of members
// for each type, so they cannot disagree:
//
//   template <>
//   struct Members<Label> : WholeList {
//     static constexpr auto list = std::tuple(&Label::text, &Label::spellings);
//   };
//
// The bytes are read by the program that was built with them: little thought is given to their
// size, none to other machines.
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace guifan::archive {

/// The members of T that are stored, as a tuple of pointers to members named `list`.
template <typename T>
struct Members;

/// Base of the lists that leave nothing out.
struct WholeList {
  static constexpr std::size_t omitted = 0;
};

/// Converts to anything: counts the members of an aggregate.
struct Anything {
  template <typename T>
  operator T() const;
};
template <typename T, typename... Parts>
consteval std::size_t member_count() {
  if constexpr (requires { T{Parts{}..., Anything{}}; })
    return member_count<T, Parts..., Anything>();
  else
    return sizeof...(Parts);
}

template <typename T>
concept Listed = requires {
  Members<T>::list;
};

template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Encoder {
 public:
  template <Plain T>
  void put(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(std::string_view text) {
    put(text.size());
    bytes_.append(text);
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  template <std::size_t bits>
  void put(const std::bitset<bits>& set) {
    for (std::size_t at = 0; at < bits; at += 64)
      put((set >> at & std::bitset<bits>(UINT64_MAX)).to_ullong());
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename First, typename Second>
  void put(const std::pair<First, Second>& pair) {
    put(pair.first);
    put(pair.second);
  }
  void put(const std::u32string& text) { put_items(text); }
  template <typename T>
  void put(const std::vector<T>& items) {
    put_items(items);
  }
  template <Listed T>
  void put(const T& value) {
    static_assert(
        std::tuple_size_v<decltype(Members<T>::list)> + Members<T>::omitted == member_count<T>(),
        "a member of T is missing in its list");
    std::apply([&](auto... member) { (put(value.*member), ...); }, Members<T>::list);
  }

  std::string take() && { return std::move(bytes_); }

 private:
  template <typename Items>
  void put_items(const Items& items) {
    put(items.size());
    if constexpr (Plain<typename Items::value_type>) {
      bytes_.append(reinterpret_cast<const char*>(items.data()),
                    items.size() * sizeof(typename Items::value_type));
    } else {
      for (const auto& item : items) put(item);
    }
  }

  std::string bytes_;
};

/// Reads what an Encoder wrote. Bytes that end too early set failed() and yield empty values.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  template <Plain T>
  void get(T& value) {
    if (const char* from = take(sizeof value)) std::memcpy(&value, from, sizeof value);
  }
  void get(std::string& text) {
    const std::size_t size = count(1);
    if (const char* from = take(size)) text.assign(from, size);
  }
  template <std::size_t bits>
  void get(std::bitset<bits>& set) {
    for (std::size_t at = 0; at < bits; at += 64) {
      unsigned long long word = 0;
      get(word);
      set |= std::bitset<bits>(word) << at;
    }
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (there) get(value.emplace());
  }
  template <typename First, typename Second>
  void get(std::pair<First, Second>& pair) {
    get(pair.first);
    get(pair.second);
  }
  void get(std::u32string& text) { get_items(text); }
  template <typename T>
  void get(std::vector<T>& items) {
    get_items(items);
  }
  template <Listed T>
  void get(T& value) {
    std::apply([&](auto... member) { (get(value.*member), ...); }, Members<T>::list);
  }

  bool failed() const { return failed_; }
  /// Everything was read and nothing was missing.
  bool finished() const { return !failed_ && rest_.empty(); }

 private:
  const char* take(std::size_t size) {
    if (size > rest_.size()) {
      failed_ = true;
      rest_ = {};
      return nullptr;
    }
    const char* from = rest_.data();
    rest_.remove_prefix(size);
    return from;
  }
  /// A number of items that take at least `bytes` each; 0 where so many cannot follow.
  std::size_t count(std::size_t bytes) {
    std::size_t items = 0;
    get(items);
    if (items > rest_.size() / bytes) {
      failed_ = true;
      rest_ = {};
      return 0;
    }
    return items;
  }
  template <typename Items>
  void get_items(Items& items) {
    using Item = typename Items::value_type;
    if constexpr (Plain<Item>) {
      items.resize(count(sizeof(Item)));
      if (const char* from = take(items.size() * sizeof(Item)); from && !items.empty())
        std::memcpy(items.data(), from, items.size() * sizeof(Item));
    } else {
      items.resize(count(1));
      for (Item& item : items) get(item);
    }
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace guifan::archive
