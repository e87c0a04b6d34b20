// SPDX-License-Identifier: Apache-2.0
#include "type3_size.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "content_lexer.h"

namespace guifan::pdf {
namespace {

/// Glyphs whose programs are looked at.
constexpr std::size_t kGlyphs = 256;
/// Tokens of a glyph program before its d1.
constexpr int kTokens = 32;
/// Font matrices that make the font size what it says: 1000 or 2048 units an em.
constexpr double kThousandthLow = 0.0004, kThousandthHigh = 0.0025;
/// Glyphs vary, and so does how much of an em their box takes: the font size is believed unless
/// their height is so many times more or less.
constexpr double kFarOff = 2;

/// How far ink reaches below and above the baseline, in glyph units.
struct Reach {
  double low = 0, high = 0;
  double height() const { return high - low; }
};

/// wx wy llx lly urx ury d1: the box of a glyph that takes its color from the page.
std::optional<Reach> reach_of_glyph(const std::string& program) {
  ContentLexer lexer(program);
  std::array<double, 6> last{};
  int numbers = 0;
  for (int i = 0; i < kTokens; ++i) {
    const Token token = lexer.next();
    if (token.kind == TokenKind::Number) {
      std::rotate(last.begin(), last.begin() + 1, last.end());
      last.back() = token.number;
      ++numbers;
      continue;
    }
    if (token.kind != TokenKind::Operator || token.text != "d1" || numbers < 6) return std::nullopt;
    return Reach{std::min(last[3], last[5]), std::max(last[3], last[5])};
  }
  return std::nullopt;
}

Reach reach_of_glyphs(const ObjectStore& store, const Object* font) {
  Reach reach;
  const Object* programs = store.get(font, "CharProcs");
  std::size_t looked_at = 0;
  for (const std::string& name : store.keys(programs)) {
    if (++looked_at > kGlyphs || store.exhausted()) break;
    const auto glyph = reach_of_glyph(store.stream(store.get(programs, name.c_str())));
    if (!glyph) continue;
    reach.low = std::min(reach.low, glyph->low);
    reach.high = std::max(reach.high, glyph->high);
  }
  return reach;
}

double widest(const ObjectStore& store, const Object* font) {
  const Object* widths = store.get(font, "Widths");
  double most = 0;
  for (std::size_t i = 0, size = std::min<std::size_t>(store.size(widths), 256); i < size; ++i)
    most = std::max(most, std::abs(store.number(store.at(widths, i), 0)));
  return most;
}

}  // namespace

double type3_em(const ObjectStore& store, const Object* font) {
  const Matrix matrix =
      store.matrix(store.get(font, "FontMatrix")).value_or(Matrix{0.001, 0, 0, 0.001, 0, 0});
  const double unit = std::abs(matrix.d), width = widest(store, font);
  const bool trusted = unit >= kThousandthLow && unit <= kThousandthHigh;
  Reach reach;
  if (const auto box = store.box(store.get(font, "FontBBox"))) reach = {box->bottom, box->top};
  // Boxes that cannot hold the glyphs are common: all zero, or of one unit.
  if (reach.height() < width / 3 || reach.height() > 20 * width)
    reach = reach_of_glyphs(store, font);
  const double low = std::min(matrix.d * reach.low, matrix.d * reach.high),
               high = std::max(matrix.d * reach.low, matrix.d * reach.high);
  const double sign = high >= -low ? 1 : -1;
  const double em = high > low ? high - low : width * unit;
  if (trusted || !std::isfinite(em) || em <= 0 || (em > 1 / kFarOff && em < kFarOff)) return sign;
  return sign * em;
}

}  // namespace guifan::pdf
