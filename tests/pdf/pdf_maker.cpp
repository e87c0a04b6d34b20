// SPDX-License-Identifier: Apache-2.0
#include "pdf_maker.h"

#include <fmt/format.h>

namespace guifan::pdf::testing {

PdfMaker::PdfMaker() {
  objects_ = {"<</Type/Catalog/Pages 2 0 R>>", "",
              "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
}

std::size_t PdfMaker::object(std::string body) {
  objects_.push_back(std::move(body));
  return objects_.size();
}

std::size_t PdfMaker::stream(std::string dictionary_entries, std::string_view data) {
  return object(fmt::format("<<{}/Length {}>>\nstream\n{}\nendstream", dictionary_entries,
                            data.size(), data));
}

void PdfMaker::page(std::string_view content, std::string fonts, std::string page_entries) {
  const std::size_t contents = stream("", content);
  pages_.push_back(
      object(fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 "
                         "R/Resources<</Font<</F1 3 0 R{}>>>>{}>>",
                         contents, fonts, page_entries)));
}

std::string PdfMaker::bytes() const {
  std::string kids;
  for (const std::size_t page : pages_) kids += fmt::format("{} 0 R ", page);
  std::string out = "%PDF-1.7\n";
  std::string xref = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects_.size() + 1);
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    xref += fmt::format("{:010} 00000 n \n", out.size());
    const std::string tree = fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages_.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1,
                       i == 1 && objects_[i].empty() ? tree : objects_[i]);
  }
  const std::size_t start = out.size();
  out += xref + fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
                            objects_.size() + 1, start);
  return out;
}

std::vector<std::string> read(std::string_view bytes, const ReadOptions& options) {
  const Document document = read_document(bytes, options);
  std::vector<std::string> lines;
  const auto text = [](const std::vector<Piece>& pieces) {
    std::string all;
    for (const Piece& piece : pieces) all += piece.text;
    return all;
  };
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<OutParagraph>(&block)) {
      const std::string kind =
          paragraph->kind == sdk::Kind::Heading ? fmt::format("H{}", paragraph->level) : "B";
      lines.push_back(kind + " " + text(paragraph->pieces));
      continue;
    }
    const OutTable& table = std::get<OutTable>(block);
    lines.emplace_back("T");
    for (const OutCell& cell : table.cells) {
      std::string span = cell.row_span * cell.column_span > 1
                             ? fmt::format(" {}x{}", cell.row_span, cell.column_span)
                             : "";
      lines.push_back(fmt::format("{},{}{} {}", cell.row, cell.column, span, text(cell.pieces)));
    }
  }
  for (const OutRemoved& removed : document.removed)
    lines.push_back("X " + removed.reason + ": " + removed.text);
  for (const Message& message : document.messages) {
    std::string line = "! " + message.id;
    for (const std::string& argument : message.arguments) line += " " + argument;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string show(double x, double y, std::string_view text) {
  return fmt::format("BT /F1 12 Tf {} {} Td ({}) Tj ET\n", x, y, text);
}

std::string line(double x0, double y0, double x1, double y1) {
  return fmt::format("{} {} m {} {} l S\n", x0, y0, x1, y1);
}

std::string grid(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::string content;
  for (const double x : xs) content += line(x, ys.front(), x, ys.back());
  for (const double y : ys) content += line(xs.front(), y, xs.back(), y);
  return content;
}

}  // namespace guifan::pdf::testing
