// SPDX-License-Identifier: Apache-2.0
#include "text_lines.h"

#include <unicode/utf16.h>

#include <new>

#include "characters.h"
#include "writing/markup.h"

namespace guifan::pdfwriter {
namespace {

bool is_space(const Glyph& glyph) {
  return glyph.character == U' ' || glyph.character == 0x3000;
}

/// One line of the source: its glyphs, and before which of them a new line may begin.
struct Breakable {
  std::vector<Glyph> glyphs;
  std::vector<bool> may_begin;
};

/// A line from `begin`, without the white space around it; `next` is where the following begins.
TextLine cut(const Breakable& text, std::size_t begin, double width, std::size_t& next) {
  std::size_t fitting = begin;  // behind the last glyph that fits
  std::size_t chosen = begin;   // the last place to break that fits
  double reached = 0;
  for (std::size_t i = begin; i <= text.glyphs.size(); ++i) {
    if (i == text.glyphs.size() || (i > begin && text.may_begin[i])) chosen = i;
    if (i == text.glyphs.size()) break;
    reached += text.glyphs[i].width;
    // White space at the end of a line may stick out: it is not printed.
    if (reached > width && !is_space(text.glyphs[i])) break;
    fitting = i + 1;
  }
  next = chosen > begin ? chosen : std::max(fitting, begin + 1);
  TextLine line;
  line.full = next < text.glyphs.size();
  line.cut = chosen == begin;
  std::size_t end = next;
  while (end > begin && is_space(text.glyphs[end - 1])) --end;
  line.glyphs.assign(text.glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.glyphs.begin() + static_cast<std::ptrdiff_t>(end));
  for (const Glyph& glyph : line.glyphs) line.width += glyph.width;
  while (next < text.glyphs.size() && is_space(text.glyphs[next])) ++next;
  return line;
}

}  // namespace

LineBreaker::LineBreaker(FontLibrary& fonts) : fonts_(fonts) {
  UErrorCode error = U_ZERO_ERROR;
  iterator_.reset(ubrk_open(UBRK_LINE, "zh@lb=strict", nullptr, 0, &error));
  if (U_FAILURE(error)) throw std::bad_alloc();  // ICU's own data; nothing else can be wrong
}

std::vector<TextLine> LineBreaker::lines(FontRole role, std::string_view text, double width,
                                         double indent) {
  std::vector<TextLine> out;
  writing::for_each_line(text,
                         [&](std::string_view line) { break_one(role, line, width, indent, out); });
  return out;
}

void LineBreaker::break_one(FontRole role, std::string_view text, double width, double indent,
                            std::vector<TextLine>& out) {
  Breakable breakable;
  std::u16string units;
  std::vector<std::size_t> glyph_at;  // by code unit: the first glyph that begins there or behind
  for (const char32_t character : characters_of(text)) {
    const std::size_t glyph_index = breakable.glyphs.size();
    if (const auto glyph = fonts_.glyph(role, character)) breakable.glyphs.push_back(*glyph);
    glyph_at.push_back(glyph_index);
    if (character >= 0x10000) {
      units += static_cast<char16_t>(U16_LEAD(character));
      glyph_at.push_back(glyph_index);
      units += static_cast<char16_t>(U16_TRAIL(character));
    } else {
      units += static_cast<char16_t>(character);
    }
  }
  breakable.may_begin.assign(breakable.glyphs.size() + 1, false);
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(iterator_.get(), units.data(), static_cast<std::int32_t>(units.size()), &error);
  if (U_SUCCESS(error))
    for (std::int32_t at = ubrk_first(iterator_.get()); at != UBRK_DONE;
         at = ubrk_next(iterator_.get()))
      if (static_cast<std::size_t>(at) < glyph_at.size())
        breakable.may_begin[glyph_at[static_cast<std::size_t>(at)]] = true;
  double room = width - indent;
  for (std::size_t begin = 0; begin < breakable.glyphs.size();) {
    out.push_back(cut(breakable, begin, room, begin));
    room = width;
  }
}

}  // namespace guifan::pdfwriter
