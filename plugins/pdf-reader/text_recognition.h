// SPDX-License-Identifier: Apache-2.0
// Text recognition (OCR) with programs that may be installed: pdftoppm draws a page, tesseract
// reads it. Both run as processes of their own and never longer than allowed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document_model.h"
#include "recognised_page.h"

namespace guifan::pdf {

struct Recognition {
  std::vector<RecognisedPage> pages;
  std::vector<Message> messages;  ///< programs that are missing, pages that failed
};

/// Reads the pictures of these pages (1-based) of a PDF file. Looks for both programs in the
/// folders of PATH.
Recognition recognise_pages(std::string_view bytes, std::span<const std::uint32_t> pages);

}  // namespace guifan::pdf
