// SPDX-License-Identifier: Apache-2.0
#include "recognised_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "reader_limits.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

double to_number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, -1.0, 1e6);
}

/// Strict UTF-8 as code points; nothing where it is none.
std::u32string code_points(std::string_view text) {
  std::u32string out;
  if (!is_utf8(text)) return out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    char32_t c = more == 0 ? lead : lead & (0x3fU >> more);
    for (std::size_t k = 1; k <= more; ++k) c = c << 6 | (text[i + k] & 0x3f);
    out += c;
    i += more + 1;
  }
  return out;
}

bool is_figure(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= 0xff10 && c <= 0xff19);
}

}  // namespace

std::vector<RecognisedWord> parse_recognised_words(std::string_view table) {
  std::vector<RecognisedWord> words;
  Box line;
  std::array<std::string_view, 4> place;  // page, block, paragraph, line of the last word
  for (std::string_view row : split(table, '\n')) {
    if (row.ends_with('\r')) row.remove_suffix(1);
    const auto fields = split(row, '\t');
    if (fields.size() < 12 || words.size() >= limits::characters) continue;
    const double left = to_number(fields[6]), top = to_number(fields[7]),
                 right = left + to_number(fields[8]), bottom = top + to_number(fields[9]);
    if (fields[0] == "4") line = {left, bottom, right, top};
    if (fields[0] != "5" || right <= left || bottom <= top) continue;
    // Words of one line come in reading order, but their boxes overlap: each keeps its half.
    const bool same_line = std::equal(place.begin(), place.end(), fields.begin() + 1);
    std::copy_n(fields.begin() + 1, place.size(), place.begin());
    RecognisedWord word;
    word.text = fields[11];
    word.confidence = to_number(fields[10]);
    word.box = {left, std::max(line.bottom, bottom), right,
                line.top < bottom && line.bottom > top ? std::min(line.top, top) : top};
    if (same_line && !words.empty() && words.back().box.right > word.box.left) {
      Box& before = words.back().box;
      const double middle = std::max((before.right + word.box.left) / 2, before.left + 1);
      before.right = middle;
      word.box.left = middle;
      word.box.right = std::max(word.box.right, middle + 1);
    }
    words.push_back(std::move(word));
  }
  return words;
}

std::size_t add_recognised(const RecognisedPage& recognised, PageContent& page) {
  if (recognised.width == 0 || recognised.height == 0) return 0;
  const double sx = page.width / recognised.width, sy = page.height / recognised.height;
  for (const Ruling& ruling : recognised.rulings) {
    Ruling placed = ruling;
    if (ruling.horizontal) {
      placed.position = page.height - ruling.position * sy;
      placed.low = ruling.low * sx;
      placed.high = ruling.high * sx;
      placed.thickness = ruling.thickness * sy;
    } else {
      placed.position = ruling.position * sx;
      placed.low = page.height - ruling.high * sy;
      placed.high = page.height - ruling.low * sy;
      placed.thickness = ruling.thickness * sx;
    }
    if (page.rulings.size() < limits::page_rulings) page.rulings.push_back(placed);
  }
  std::uint32_t run = page.characters.empty() ? 0 : page.characters.back().run;
  std::size_t unsure = 0;
  for (const RecognisedWord& word : recognised.words) {
    const std::u32string text = code_points(word.text);
    double units = 0;  // an ideograph is as wide as two figures
    for (const char32_t c : text) units += is_wide(c) ? 2 : 1;
    double x = word.box.left * sx;
    const double unit = units > 0 ? word.box.width() * sx / units : 0;
    ++run;
    for (const char32_t c : text) {
      Character character;
      const bool guess = word.confidence < kSureFigure && is_figure(c);
      unsure += guess ? 1 : 0;
      character.code = guess ? U'\ufffd' : fold_character(c);
      const double width = unit * (is_wide(c) ? 2 : 1);
      character.box = {x, page.height - word.box.bottom * sy, x + width,
                       page.height - word.box.top * sy};
      character.size = static_cast<float>(character.box.height());
      character.run = run;
      x += width;
      if (character.code >= 0x20 && character.code != U' ' &&
          page.characters.size() < limits::characters)
        page.characters.push_back(character);
    }
  }
  return unsure;
}

}  // namespace guifan::pdf
