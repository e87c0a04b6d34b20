// SPDX-License-Identifier: Apache-2.0
// Reading in a process of its own: whatever a hostile file does to the parser, it does there.
#pragma once

#include <string_view>

#include "document_reader.h"

namespace guifan::pdf {

/// read_document() in a child process under limits on memory, processor and wall clock time. A
/// child that dies or runs out gives a document with the reason in it and nothing else; where no
/// child can be made, Status::Io.
Document read_isolated(std::string_view bytes, const ReadOptions& options);

}  // namespace guifan::pdf
