// SPDX-License-Identifier: Apache-2.0
// Rescue of damaged files: the cross-reference table is thrown away and made anew from the objects
// that are really there.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdf {

/// A PDF with the same objects behind a fresh cross-reference table: found by scanning for "N G
/// obj", with /Length taken from where endstream stands, object streams unpacked (not in encrypted
/// files), root found or made up. Empty where no object is found at all.
std::string rebuild(std::string_view bytes);

}  // namespace guifan::pdf
