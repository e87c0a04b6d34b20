// SPDX-License-Identifier: Apache-2.0
// read_document() for the plugin module: loads the engine when the first PDF comes. PoDoFo brings
// some twenty libraries along, which would cost every run of guifan several milliseconds, whatever
// it reads.
#include "document_reader.h"
#include "engines/load_engine.h"

namespace guifan::pdf {

Document read_document(std::string_view bytes, const ReadOptions& options) {
  using EngineRead = void (*)(const char*, std::size_t, const ReadOptions*, Document*);
  constexpr const char* kFile = "guifan-pdf-engine.so";
  static const Engine engine = load_engine(kFile, "guifan_pdf_engine_read");
  Document document;
  if (engine.function != nullptr) {
    reinterpret_cast<EngineRead>(engine.function)(bytes.data(), bytes.size(), &options, &document);
    return document;
  }
  Message message;
  message.severity = sdk::Severity::Error;
  message.id = "PLG-037";
  message.arguments = {kFile, engine.problem};
  document.messages.push_back(std::move(message));
  document.status = sdk::Status::Internal;
  return document;
}

}  // namespace guifan::pdf
