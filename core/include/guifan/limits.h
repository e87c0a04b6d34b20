// SPDX-License-Identifier: Apache-2.0
// The limits of the library, unit in the name; readers have more of their own. A limit that is hit
// is always said, with its name.
#pragma once

#include <cstddef>

namespace guifan::limits {

inline constexpr std::size_t source_bytes = std::size_t{256} << 20;  ///< one input file
inline constexpr std::size_t decoded_text_bytes = std::size_t{64}
                                                  << 20;  ///< text of one document after decoding
inline constexpr std::size_t blocks_per_document = 2'000'000;
inline constexpr std::size_t tables_per_document = 20'000;
inline constexpr std::size_t table_rows = 100'000;
inline constexpr std::size_t table_columns = 1'000;
inline constexpr std::size_t table_cells = 2'000'000;
inline constexpr std::size_t element_depth = 10'000;  ///< nesting of HTML or XML elements
inline constexpr std::size_t layout_file_bytes = std::size_t{4} << 20;
inline constexpr std::size_t layout_ids =
    200'000;  ///< slots, and ids in identities and crosswalk rows, once expanded
inline constexpr std::size_t layout_label_bytes = std::size_t{32}
                                                  << 20;  ///< derived labels of one layout's table
inline constexpr std::size_t layout_header_rows = 64;     ///< of one table of a layout
inline constexpr std::size_t reading_search_nodes =
    200'000;  ///< search over readings of one damaged table
inline constexpr std::size_t readings_per_row = 4'096;

}  // namespace guifan::limits
