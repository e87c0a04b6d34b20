// SPDX-License-Identifier: Apache-2.0
// Limits of the DOCX reader, unit in the name. Sizes that a ZIP declares are never believed: these
// count what really comes out.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guifan::docx::limits {

inline constexpr std::size_t archive_entries = 20'000;
inline constexpr std::size_t part_bytes = std::size_t{128} << 20;  ///< one part, unpacked
inline constexpr std::size_t package_bytes = std::size_t{256}
                                             << 20;  ///< all parts that were unpacked
/// Unpacked to packed bytes. Tables are repetitive (60:1 is common), bombs live near deflate's own
/// limit of 1032:1.
inline constexpr std::size_t inflate_ratio = 400;
inline constexpr std::size_t inflate_ratio_from_bytes =
    std::size_t{8} << 20;  ///< smaller parts may have any ratio

inline constexpr std::size_t element_depth = 2'000;  ///< nesting of XML elements
inline constexpr std::size_t attributes_per_element = 1'000;
inline constexpr std::size_t paragraphs = 2'000'000;
inline constexpr std::size_t tables = 20'000;
inline constexpr std::size_t table_depth = 64;  ///< tables inside tables
inline constexpr std::uint32_t table_columns = 1'000;
inline constexpr std::uint32_t table_rows = 100'000;
inline constexpr std::size_t table_cells = 2'000'000;
inline constexpr std::size_t style_chain = 64;  ///< basedOn steps; also the guard against cycles
inline constexpr std::size_t field_depth = 64;
inline constexpr std::size_t header_parts = 200;  ///< header and footer parts of one document

}  // namespace guifan::docx::limits
