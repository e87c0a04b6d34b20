// SPDX-License-Identifier: Apache-2.0
// Which chapter of the standard template a heading opens, by the words of formats/headings.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace guifan {

/// 1..6; 0 where the line is a row label of a table; nullopt where no word fits. `new_form`: the
/// report follows the regulation of 2019, in which 主动公开政府信息情况 is chapter two.
std::optional<std::uint32_t> chapter_of_heading(std::string_view normalised_heading, bool new_form);

}  // namespace guifan
