// SPDX-License-Identifier: Apache-2.0
// read_document() for the plugin module: loads the engine when the first PDF comes. PoDoFo brings
// some twenty libraries along, which would cost every run of guifan several milliseconds, whatever
// it reads.
#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "document_reader.h"

namespace guifan::pdf {
namespace {

using EngineRead = void (*)(const char*, std::size_t, const ReadOptions*, Document*);

struct Engine {
  EngineRead read = nullptr;
  std::string problem;
};

/// ../engines beside the folder that this module was loaded from. Never unloaded.
Engine load_engine() {
  Engine engine;
  Dl_info here{};
  if (dladdr(reinterpret_cast<const void*>(&load_engine), &here) == 0 ||
      here.dli_fname == nullptr) {
    engine.problem = "the module does not know its own place";
    return engine;
  }
  const auto file = std::filesystem::path(here.dli_fname).parent_path() / ".." / "engines" /
                    "guifan-pdf-engine.so";
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_NODELETE);
  void* symbol = library != nullptr ? dlsym(library, "guifan_pdf_engine_read") : nullptr;
  if (symbol == nullptr) {
    const char* reason = dlerror();
    engine.problem = reason != nullptr ? reason : "unknown reason";
  }
  engine.read = reinterpret_cast<EngineRead>(symbol);
  return engine;
}

}  // namespace

Document read_document(std::string_view bytes, const ReadOptions& options) {
  static const Engine engine = load_engine();
  Document document;
  if (engine.read != nullptr) {
    engine.read(bytes.data(), bytes.size(), &options, &document);
    return document;
  }
  Message message;
  message.severity = sdk::Severity::Error;
  message.id = "PDF-018";
  message.arguments = {engine.problem};
  document.messages.push_back(std::move(message));
  document.status = sdk::Status::Internal;
  return document;
}

}  // namespace guifan::pdf
