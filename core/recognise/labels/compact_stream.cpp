// SPDX-License-Identifier: Apache-2.0
#include "recognise/labels/compact_stream.h"

#include <algorithm>

#include "text/code_points.h"

namespace guifan {
namespace {

void add_lines(std::vector<Atom>& atoms, const Atom& model) {
  std::string_view rest = model.source->normalised;
  while (true) {
    const std::size_t end = rest.find('\n');
    Atom atom = model;
    atom.text = rest.substr(0, end);
    if (!atom.text.empty()) atoms.push_back(atom);
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

const Locator* place_of(const Text& text) {
  return text.runs.empty() ? nullptr : &text.runs.front().place;
}

void add_table(std::vector<Atom>& atoms, const Table& table, std::uint32_t block) {
  for (const TableCell& cell : table.cells) {
    Atom atom;
    atom.source = &cell.text;
    atom.block = block;
    atom.grid = true;
    atom.row = cell.row;
    atom.column = cell.column;
    atom.row_span = cell.row_span;
    atom.column_span = cell.column_span;
    atom.place = cell.text.runs.empty() ? &table.place : place_of(cell.text);
    const std::size_t before = atoms.size();
    add_lines(atoms, atom);
    if (atoms.size() == before)
      atoms.push_back(atom);  // an empty cell is an atom: blank is not lost
  }
}

/// Most texts are one atom.
std::size_t count_texts(const SourceDocument& document) {
  std::size_t count = 0;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    count += table == nullptr ? 1 : table->cells.size();
  }
  return count;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
  }));
}

}  // namespace

StreamPoint CompactStream::behind(std::size_t i) const {
  StreamPoint point = points[i];
  next_code_point(atoms[point.atom].text, point.byte);
  return point;
}

CompactStream make_stream(const SourceDocument& document, const std::vector<bool>& left_out) {
  CompactStream stream;
  stream.atoms.reserve(count_texts(document));
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    if (block < left_out.size() && left_out[block]) continue;
    if (const auto* table = std::get_if<Table>(&document.blocks[block])) {
      add_table(stream.atoms, *table, block);
      continue;
    }
    const auto& paragraph = std::get<Paragraph>(document.blocks[block]);
    if (paragraph.kind == ParagraphKind::Furniture) continue;
    Atom atom;
    atom.source = &paragraph.text;
    atom.block = block;
    atom.place = place_of(paragraph.text);
    add_lines(stream.atoms, atom);
  }
  std::size_t characters = 0;
  for (const Atom& atom : stream.atoms) characters += count_characters(atom.text);
  stream.key.resize(characters);
  stream.points.resize(characters);
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < stream.atoms.size(); ++i) {
    const std::string_view text = stream.atoms[i].text;
    for (std::size_t byte = 0; byte < text.size();) {
      if (text[byte] == '(')
        if (const std::size_t mark = blank_mark(text.substr(byte)); mark != 0) {
          byte += mark;
          continue;
        }
      const KeptPoint point{i, static_cast<std::uint32_t>(byte)};
      const char32_t c = next_code_point(text, byte);
      if (!utf8::is_han(c) && !is_ascii_digit(c) && !is_ascii_letter(c)) continue;
      stream.key[kept] = c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
      stream.points[kept] = point;
      ++kept;
    }
  }
  stream.key.resize(kept);
  stream.points.resize(kept);
  return stream;
}

}  // namespace guifan
