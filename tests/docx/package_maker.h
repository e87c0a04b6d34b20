// SPDX-License-Identifier: Apache-2.0
// Makes small Word packages in memory and reads them back through the plugin host.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/registry.h"

namespace guifan::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive of these parts, in order.
std::string zip(const Parts& parts);
/// Content types and package relationships of an ordinary document.
Parts usual_frame();
/// document.xml around `body`, all usual prefixes declared.
std::string document_xml(std::string_view body);
/// A package with this body and further parts; relationships to styles, numbering and notes exist
/// where the parts do.
std::string package(std::string_view body, const Parts& more = {});
/// A paragraph, with properties if wanted.
std::string paragraph(std::string_view text, std::string_view properties = {});
/// A table cell that holds one paragraph.
std::string cell(std::string_view text, std::string_view properties = {});
/// styles.xml around its styles; numbering.xml around its lists.
std::string styles_xml(std::string_view styles);
std::string numbering_xml(std::string_view lists);

Result<SourceDocument> read(std::string_view bytes, std::string_view name = "report.docx");
/// REQUIRES: it can be read; a failed read gives an empty document and a test failure.
SourceDocument read_package(std::string_view body, const Parts& more = {});

/// The blocks in short: paragraphs as "P text", headings "H1 text", list items "L1 text", notes "N
/// text", furniture "F text", tables "T [cell|cell] [cell]" with spans as "cell{rows x columns}".
std::vector<std::string> outline(const SourceDocument& document);
bool has_message(const SourceDocument& document, std::string_view id);
/// Removed texts of this reason, joined with "|".
std::string removed(const SourceDocument& document, std::string_view reason);

}  // namespace guifan::testing
