// SPDX-License-Identifier: Apache-2.0
// What the colours of the file mean.
#pragma once

#include <string>

namespace guifan::pdfwriter {

/// An ICC profile (version 4.2, ICC.1:2004-10) of the sRGB colour space, IEC 61966-2-1: PDF/A wants
/// to be told what the colours of the file mean. Made here from the published numbers.
std::string srgb_profile();

}  // namespace guifan::pdfwriter
