// SPDX-License-Identifier: Apache-2.0
// Bytes of a PDF file to a document: open, rebuild where needed, read the pages, lay them out,
// assemble.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document_model.h"
#include "recognised_page.h"

namespace guifan::pdf {

struct ReadOptions {
  std::string password;                    ///< UTF-8; empty: the empty user password
  std::vector<RecognisedPage> recognised;  ///< for pages that are pictures
};

/// Reads a whole file in this process. Throws std::bad_alloc only; hostile files can use much time
/// and memory: callers other than tests go through read_isolated().
Document read_document(std::string_view bytes, const ReadOptions& options);

}  // namespace guifan::pdf
