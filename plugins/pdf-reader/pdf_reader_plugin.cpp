// SPDX-License-Identifier: Apache-2.0
// The plugin: PDF files through the SDK.
#include "guifan/plugin.h"
#include "isolation.h"
#include "text_recognition.h"

namespace guifan::pdf {
namespace {

constexpr guifan_format kFormats[] = {
    {"pdf", "Portable Document Format", "pdf", "application/pdf application/x-pdf",
     "fmt/14 fmt/15 fmt/16 fmt/17 fmt/18 fmt/19 fmt/20 fmt/276 fmt/95 fmt/354 fmt/476 fmt/477 "
     "fmt/478 fmt/479 fmt/480 fmt/481"}};

void replay_pieces(const std::vector<Piece>& pieces, sdk::DocumentBuilder& builder, bool& more) {
  for (const Piece& piece : pieces) more = more && builder.text(piece.text, piece.place);
}

/// False where the host's limits were hit.
bool replay(const Document& document, sdk::DocumentBuilder& builder) {
  builder.metadata("media-type", "application/pdf");
  for (const auto& [key, value] : document.metadata) builder.metadata(key, value);
  bool more = true;
  for (const auto& block : document.blocks) {
    if (!more) return false;
    if (const auto* paragraph = std::get_if<OutParagraph>(&block)) {
      more = builder.begin_paragraph(paragraph->kind, paragraph->level);
      replay_pieces(paragraph->pieces, builder, more);
      builder.end_paragraph();
      continue;
    }
    const OutTable& table = std::get<OutTable>(block);
    more = builder.begin_table(table.place);
    for (const OutCell& cell : table.cells) {
      if (!more) break;
      more = builder.begin_cell(cell.row, cell.column, cell.row_span, cell.column_span);
      replay_pieces(cell.pieces, builder, more);
      builder.end_cell();
    }
    builder.end_table();
  }
  for (const OutRemoved& removed : document.removed)
    builder.removed(removed.text, removed.reason, removed.place);
  return more;
}

void replay_message(const Message& message, const sdk::Context& context) {
  const auto argument = [&](std::size_t i) {
    return i < message.arguments.size() ? std::string_view(message.arguments[i])
                                        : std::string_view();
  };
  context.diagnose(message.severity, message.id, {argument(0), argument(1), argument(2)},
                   message.place);
}

/// The pages that were said to have no text layer.
std::vector<std::uint32_t> picture_pages(const Document& document) {
  std::vector<std::uint32_t> pages;
  for (const Message& message : document.messages)
    if (message.id == "PDF-007") pages.push_back(message.place.page);
  return pages;
}

class PdfReader : public sdk::Reader {
 public:
  sdk::Probe probe(const sdk::Input& input) const override {
    const std::string_view head = input.bytes().first(4096).text();
    const std::size_t header = head.find("%PDF-");
    if (header == 0) return {1.0, "以 %PDF- 开头\tbegins with %PDF-"};
    if (header != std::string_view::npos)
      return {0.9, "前 4096 字节内有 %PDF-\t%PDF- within the first 4096 bytes"};
    const std::string_view all = input.bytes().text();
    if (all.find(" obj") != std::string_view::npos &&
        all.find("endobj") != std::string_view::npos &&
        all.find("stream") != std::string_view::npos)
      return {0.6, "有 PDF 对象，没有文件头\tPDF objects without a header"};
    return {0.0, "没有 %PDF- 文件头\tno %PDF- header"};
  }

  sdk::Status read(const sdk::Context& context, const sdk::Input& input,
                   sdk::DocumentBuilder& builder) const override {
    ReadOptions options;
    options.password = input.option("password");
    const std::string_view bytes = input.bytes().text();
    const bool here = input.option("isolation") == "off";
    const auto read_once = [&] {
      return here ? read_document(bytes, options) : read_isolated(bytes, options);
    };
    Document document = read_once();
    if (const auto pictures = picture_pages(document);
        !pictures.empty() && input.option("ocr") == "on") {
      Recognition recognition = recognise_pages(bytes, pictures);
      options.recognised = std::move(recognition.pages);
      if (!options.recognised.empty()) document = read_once();
      for (Message& message : recognition.messages) {
        // Where nothing could be read, the last error is the reason that people see.
        if (document.status != sdk::Status::Ok) message.severity = sdk::Severity::Error;
        document.messages.push_back(std::move(message));
      }
    }
    for (const Message& message : document.messages) replay_message(message, context);
    if (!replay(document, builder)) return sdk::Status::LimitExceeded;
    return document.status;
  }
};

}  // namespace
}  // namespace guifan::pdf

GUIFAN_READER_PLUGIN(
    guifan::pdf::PdfReader,
    (guifan::sdk::About{.name = "pdf-reader",
                        .version = GUIFAN_VERSION,
                        .license = "Apache-2.0",
                        .contact = "guifan",
                        .description = "Reads PDF files; PoDoFo finds the objects",
                        .options = "password: opens encrypted files\n"
                                   "ocr: on reads pages that are pictures, with tesseract\n"
                                   "isolation: off reads in the calling process, for debugging\n"}),
    guifan::pdf::kFormats)
