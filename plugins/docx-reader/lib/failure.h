// SPDX-License-Identifier: Apache-2.0
// A value or the reason why there is none, inside the DOCX reader. A Failure becomes a diagnostic
// of severity Error and the status that read() returns.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::docx {

struct Failure {
  sdk::Status status = sdk::Status::Malformed;
  std::string id;                      ///< message id of the catalogue
  std::vector<std::string> arguments;  ///< at most four
};

/// Either a T or a Failure.
template <typename T>
class [[nodiscard]] Expected {
 public:
  Expected(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Expected(Failure failure)
      : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT: implicit by design
  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Failure& failure() const { return std::get<1>(state_); }

 private:
  std::variant<T, Failure> state_;
};

/// Says the failure and returns its status.
sdk::Status report(const sdk::Context& context, const Failure& failure);

}  // namespace guifan::docx
