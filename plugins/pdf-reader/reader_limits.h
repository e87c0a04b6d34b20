// SPDX-License-Identifier: Apache-2.0
// Every limit of the PDF reader, unit in the name. A limit that is hit is always said.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guifan::pdf::limits {

inline constexpr std::size_t dictionary_depth =
    100;  ///< nested `<<`; copying them is cubic in PoDoFo
inline constexpr std::size_t reference_hops =
    32;  ///< indirect object that is an indirect object that ...
inline constexpr std::size_t pages = 20'000;
inline constexpr std::size_t page_tree_nodes = 100'000;
inline constexpr std::size_t stream_bytes = std::size_t{64} << 20;  ///< one decoded stream
inline constexpr std::size_t decoded_bytes = std::size_t{512}
                                             << 20;   ///< all decoded streams of one file
inline constexpr std::size_t operands = 100'000;      ///< of one content operator
inline constexpr std::size_t operators = 50'000'000;  ///< of one document
inline constexpr std::size_t characters = 8'000'000;  ///< of one document
inline constexpr std::size_t page_rulings = 200'000;  ///< lines and filled boxes of one page
inline constexpr std::size_t forms = 50'000;          ///< Form XObjects drawn in one document
inline constexpr std::size_t form_depth = 16;         ///< Form XObjects inside each other
inline constexpr std::size_t graphics_states = 512;   ///< unmatched `q`
inline constexpr std::size_t cmap_entries = 1'000'000;
inline constexpr std::size_t cmap_depth = 8;      ///< usecmap chains
inline constexpr std::size_t grid_lines = 1'000;  ///< distinct rows or columns of one ruled table
inline constexpr std::size_t grid_positions = 250'000;
inline constexpr std::size_t rebuilt_objects = 1'000'000;

inline constexpr std::uint64_t process_bytes = std::uint64_t{2}
                                               << 30;  ///< address space of the parsing process
inline constexpr unsigned process_seconds = 15;        ///< its processor and wall clock time

}  // namespace guifan::pdf::limits
