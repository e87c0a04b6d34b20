// SPDX-License-Identifier: Apache-2.0
// What stands before an operator in a content stream. A missing operand reads as 0.
#pragma once

#include <vector>

#include "content_lexer.h"
#include "geometry.h"
#include "reader_limits.h"

namespace guifan::pdf {

class Operands {
 public:
  void push(const Token& token) {
    if (tokens_.size() < limits::operands) tokens_.push_back(token);
  }
  void clear() { tokens_.clear(); }
  void swap(Operands& other) { tokens_.swap(other.tokens_); }

  bool empty() const { return tokens_.empty(); }
  std::size_t size() const { return tokens_.size(); }
  auto begin() const { return tokens_.begin(); }
  auto end() const { return tokens_.end(); }
  const Token& operator[](std::size_t index) const { return tokens_[index]; }
  const Token& front() const { return tokens_.front(); }
  const Token& back() const { return tokens_.back(); }

  double number(std::size_t index) const {
    return index < tokens_.size() ? tokens_[index].number : 0;
  }
  Matrix matrix() const {
    return {number(0), number(1), number(2), number(3), number(4), number(5)};
  }

 private:
  std::vector<Token> tokens_;
};

}  // namespace guifan::pdf
