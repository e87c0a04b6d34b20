// SPDX-License-Identifier: Apache-2.0
// A value or the reason why there is none. guifan returns errors as values at every boundary;
// exceptions stay inside a function that calls a library which throws.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace guifan {

/// The closed vocabulary of failures. Each maps to one exit code of the command line
/// (docs/exit-codes-and-messages.md).
enum class ErrorKind {
  Malformed,      ///< the input is damaged beyond reading (exit 2)
  Unsupported,    ///< no reader or writer takes it (exit 2)
  NotAReport,     ///< read well, but it is not an annual report (exit 2)
  LimitExceeded,  ///< a limit of limits.h was hit (exit 2)
  Io,             ///< the file system said no (exit 2, or 75 where trying again can help)
  Usage,          ///< the caller asked for something that does not exist (exit 64)
  Internal,       ///< a broken promise of our own, such as a lost figure (exit 2)
};

/// Why something failed: a catalogue id (see diagnostic.h) with its arguments, and where.
struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string id;            ///< stable message id, e.g. "READ-101"
  std::string message = {};  ///< argument {0} of the catalogue message, or the whole text for ids
                             ///< outside the catalogue
  std::string place = {};    ///< printed locator; empty where the whole file is meant
  bool passing = false;      ///< trying again can help (disk full, cannot fork)
  std::vector<std::string> more = {};  ///< arguments {1}, {2}, ... of the catalogue message
};

/// Either a T or an Error. `if (!result) return result.error();`
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  explicit operator bool() const { return state_.index() == 0; }
  /// REQUIRES: the result holds a value.
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  /// REQUIRES: the result holds an error.
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace guifan
