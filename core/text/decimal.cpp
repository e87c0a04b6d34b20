// SPDX-License-Identifier: Apache-2.0
// Exact arithmetic on canonical decimal text. A figure of a report is never a double.
#include <algorithm>
#include <string>
#include <string_view>

#include "guifan/text.h"

namespace guifan {
namespace {

/// sign * digits * 10^-scale; `digits` without leading zeros, empty for zero.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::size_t scale = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void drop_leading_zeros(std::string& digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
}

/// Anything that is no decimal reads as zero: callers pass what parse_number() made.
Decimal parse(std::string_view text) {
  Decimal result;
  std::size_t at = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) result.negative = text[at++] == '-';
  bool point = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '.' && !point) {
      point = true;
    } else if (is_digit(text[at])) {
      result.digits += text[at];
      if (point) ++result.scale;
    } else {
      return {};
    }
  }
  drop_leading_zeros(result.digits);
  return result;
}

std::string print(Decimal number) {
  while (number.scale > 0 && !number.digits.empty() && number.digits.back() == '0') {
    number.digits.pop_back();
    --number.scale;
  }
  if (number.digits.empty()) return "0";
  if (number.digits.size() <= number.scale)
    number.digits.insert(0, number.scale + 1 - number.digits.size(), '0');
  if (number.scale > 0)
    number.digits.insert(number.digits.end() - static_cast<std::ptrdiff_t>(number.scale), '.');
  if (number.negative) number.digits.insert(number.digits.begin(), '-');
  return number.digits;
}

/// Brings both to one scale and one length, with leading zeros.
void align(Decimal& left, Decimal& right) {
  const std::size_t scale = std::max(left.scale, right.scale);
  for (Decimal* number : {&left, &right}) {
    number->digits.append(scale - number->scale, '0');
    number->scale = scale;
  }
  const std::size_t length = std::max(left.digits.size(), right.digits.size());
  for (Decimal* number : {&left, &right})
    number->digits.insert(0, length - number->digits.size(), '0');
}

std::string add_digits(const std::string& left, const std::string& right) {
  std::string sum(left.size() + 1, '0');
  int carry = 0;
  for (std::size_t i = left.size(); i-- > 0;) {
    const int digit = (left[i] - '0') + (right[i] - '0') + carry;
    sum[i + 1] = static_cast<char>('0' + digit % 10);
    carry = digit / 10;
  }
  sum[0] = static_cast<char>('0' + carry);
  return sum;
}

/// REQUIRES: left >= right, equal lengths.
std::string subtract_digits(const std::string& left, const std::string& right) {
  std::string difference(left.size(), '0');
  int borrow = 0;
  for (std::size_t i = left.size(); i-- > 0;) {
    int digit = (left[i] - '0') - (right[i] - '0') - borrow;
    borrow = digit < 0 ? 1 : 0;
    if (digit < 0) digit += 10;
    difference[i] = static_cast<char>('0' + digit);
  }
  return difference;
}

Decimal add(Decimal left, Decimal right) {
  align(left, right);
  Decimal result;
  result.scale = left.scale;
  if (left.negative == right.negative) {
    result.negative = left.negative;
    result.digits = add_digits(left.digits, right.digits);
  } else {
    const bool left_is_larger = left.digits >= right.digits;
    result.negative = left_is_larger ? left.negative : right.negative;
    result.digits = left_is_larger ? subtract_digits(left.digits, right.digits)
                                   : subtract_digits(right.digits, left.digits);
  }
  drop_leading_zeros(result.digits);
  return result;
}

}  // namespace

std::string shift_decimal(std::string_view value, int power) {
  Decimal number = parse(value);
  if (power < 0) {
    number.scale += static_cast<std::size_t>(-static_cast<long>(power));
  } else {
    const auto up = static_cast<std::size_t>(power);
    const std::size_t from_scale = std::min(up, number.scale);
    number.scale -= from_scale;
    if (!number.digits.empty()) number.digits.append(up - from_scale, '0');
  }
  return print(std::move(number));
}

std::string add_decimals(std::string_view left, std::string_view right) {
  return print(add(parse(left), parse(right)));
}

std::string subtract_decimals(std::string_view left, std::string_view right) {
  Decimal negated = parse(right);
  negated.negative = !negated.negative;
  return print(add(parse(left), std::move(negated)));
}

int compare_decimals(std::string_view left, std::string_view right) {
  Decimal negated = parse(right);
  negated.negative = !negated.negative;
  const Decimal difference = add(parse(left), std::move(negated));
  if (difference.digits.empty()) return 0;
  return difference.negative ? -1 : 1;
}

}  // namespace guifan
