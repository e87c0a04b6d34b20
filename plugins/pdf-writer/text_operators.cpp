// SPDX-License-Identifier: Apache-2.0
#include "text_operators.h"

#include "syntax.h"

namespace guifan::pdfwriter {
namespace {

/// Programs that copy text out of a PDF take a gap of a tenth of the font size for a space. A line
/// that is spread further says in words what it holds.
constexpr double kSeenAsSpace = 0.09;
/// Ideographs and full-width punctuation. Width alone does not tell: a Latin m is as wide in some
/// fonts.
bool is_ideographic(const Glyph& glyph) {
  constexpr char32_t kFirstPunctuation = 0x2000, kFirstRadical = 0x2E80;
  constexpr int kFullWidth = 900;
  return glyph.character >= kFirstRadical ||
         (glyph.character >= kFirstPunctuation && glyph.width >= kFullWidth);
}

/// Between characters one of which is an ideograph, and behind spaces.
bool spreads_behind(const TextLine& line, std::size_t i) {
  return i + 1 < line.glyphs.size() &&
         (line.glyphs[i].character == U' ' || is_ideographic(line.glyphs[i]) ||
          is_ideographic(line.glyphs[i + 1]));
}

void begin_actual_text(std::string& out, const Glyph* first, std::size_t count) {
  out += "/Span<</ActualText<FEFF";
  for (std::size_t i = 0; i < count; ++i) append_utf16_hex(out, first[i].character);
  out += ">>>BDC\n";
}

}  // namespace

std::size_t spread_places(const TextLine& line) {
  std::size_t places = 0;
  for (std::size_t i = 0; i < line.glyphs.size(); ++i) places += spreads_behind(line, i) ? 1 : 0;
  return places;
}

void TextOperators::select(std::string& out, std::uint16_t face, double size, double spacing) {
  if (face != face_ || size != size_) {
    out += "/" + fonts_.faces()[face].resource + " " + number(size) + " Tf\n";
    face_ = face;
    size_ = size;
  }
  if (spacing != spacing_) {
    out += number(spacing) + " Tc\n";
    spacing_ = spacing;
  }
}

void TextOperators::append(std::string& out, const TextLine& line, double left, double bottom,
                           double size, double spread) {
  if (line.glyphs.empty()) return;
  out += "BT\n" + coordinate(left) + " " + coordinate(bottom) + " Td\n";
  const bool whole_line = spread > kSeenAsSpace * size;
  if (whole_line) begin_actual_text(out, line.glyphs.data(), line.glyphs.size());
  bool open = false;
  const auto close = [&] {
    if (open) out += ">Tj\n";
    open = false;
  };
  for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
    const Glyph& glyph = line.glyphs[i];
    const double spacing = spreads_behind(line, i) ? spread : 0;
    const bool in_words = !fonts_.use(glyph) && !whole_line;
    if (in_words || glyph.face != face_ || size != size_ || spacing != spacing_) close();
    if (in_words) begin_actual_text(out, &glyph, 1);
    select(out, glyph.face, size, spacing);
    if (!open) out += '<';
    open = true;
    append_hex16(out, fonts_.faces()[glyph.face].face.code(glyph.glyph));
    if (in_words) {
      close();
      out += "EMC\n";
    }
  }
  close();
  if (whole_line) out += "EMC\n";
  out += "ET\n";
}

}  // namespace guifan::pdfwriter
