// SPDX-License-Identifier: Apache-2.0
#include "color_operators.h"

#include <algorithm>
#include <cmath>

namespace guifan::pdf {
namespace {

constexpr std::uint32_t kPattern = 0x808080;

std::uint32_t channel(double value) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}
std::uint32_t rgb(double r, double g, double b) {
  return channel(r) << 16 | channel(g) << 8 | channel(b);
}
std::uint32_t cmyk(double c, double m, double y, double k) {
  return rgb((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k));
}

std::uint32_t gray_operand(const Operands& operands) {
  return rgb(operands.number(0), operands.number(0), operands.number(0));
}
std::uint32_t rgb_operands(const Operands& operands) {
  return rgb(operands.number(0), operands.number(1), operands.number(2));
}
std::uint32_t cmyk_operands(const Operands& operands) {
  return cmyk(operands.number(0), operands.number(1), operands.number(2), operands.number(3));
}

/// sc and its kin: the color space is not looked at, the count of numbers tells enough.
std::uint32_t color_by_count(const Operands& operands) {
  switch (std::count_if(operands.begin(), operands.end(),
                        [](const Token& token) { return token.kind == TokenKind::Number; })) {
    case 1:
      return gray_operand(operands);
    case 3:
      return rgb_operands(operands);
    case 4:
      return cmyk_operands(operands);
    default:
      return kPattern;
  }
}

}  // namespace

void set_color(std::string_view name, const Operands& operands, GraphicsState& state) {
  std::uint32_t color = 0;  // cs and CS: black
  if (name == "g" || name == "G")
    color = gray_operand(operands);
  else if (name == "rg" || name == "RG")
    color = rgb_operands(operands);
  else if (name == "k" || name == "K")
    color = cmyk_operands(operands);
  else if (name == "sc" || name == "scn" || name == "SC" || name == "SCN")
    color = color_by_count(operands);
  else if (name != "cs" && name != "CS")
    return;
  const bool stroking = name.front() >= 'A' && name.front() <= 'Z';
  (stroking ? state.stroke : state.fill) = color;
}

}  // namespace guifan::pdf
