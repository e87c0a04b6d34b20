// SPDX-License-Identifier: Apache-2.0
// The reader alone, for measuring: a PDF's text on standard output, one paragraph or table row a
// line. Reads in a child process as the plugin does.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "isolation.h"

int main(int count, char** arguments) {
  if (count != 2) return 64;
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const guifan::pdf::Document document = guifan::pdf::read_isolated(bytes, {});
  std::string text;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<guifan::pdf::OutParagraph>(&block)) {
      for (const auto& piece : paragraph->pieces) text += piece.text;
    } else {
      std::uint32_t row = 0;
      for (const auto& cell : std::get<guifan::pdf::OutTable>(block).cells) {
        text += cell.row == row ? '\t' : '\n';
        row = cell.row;
        for (const auto& piece : cell.pieces) text += piece.text;
      }
    }
    text += '\n';
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
  return document.status == guifan::sdk::Status::Ok ? 0 : 2;
}
