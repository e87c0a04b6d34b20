// SPDX-License-Identifier: Apache-2.0
// How sure the votes of title lines make: measured, not felt (tests/support/calibration.py).
#pragma once

namespace guifan {

/// Votes that no list of other reports gathers.
inline constexpr double kOwnTitle = 3;

/// The confidence (0..1) of a value that got `weight` of votes that weigh `all` together.
double vote_confidence(double weight, double all);

}  // namespace guifan
