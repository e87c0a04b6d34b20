// SPDX-License-Identifier: Apache-2.0
// A reader's events as text, to be compared with what a test expects:
//   P 12 text | H2 3 text | L1 4 text | F 9 text | T 5 rows × columns | C
//   row,column[+rowspan×colspan][!] line text | X 7 reason: text
// '\n' inside a text is printed as ¶. The host decodes with guifan's own decode().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::testing {

struct RecordedDocument {
  sdk::Status status = sdk::Status::Ok;
  std::vector<std::string> events;       ///< paragraphs, tables, cells, removed texts, in order
  std::vector<std::string> metadata;     ///< key=value
  std::vector<std::string> diagnostics;  ///< id, arguments joined with '|'
  std::vector<std::string> lines_of(std::string_view kind) const;
};

/// Runs `reader` in process. `event_limit`: the sink refuses after so many events.
RecordedDocument record(const sdk::Reader& reader, std::string_view bytes,
                        std::string_view name = "page", std::size_t event_limit = SIZE_MAX);
double probe(const sdk::Reader& reader, std::string_view bytes, std::string_view name = "page");

}  // namespace guifan::testing
