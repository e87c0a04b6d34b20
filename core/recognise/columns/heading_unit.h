// SPDX-License-Identifier: Apache-2.0
// The unit of money that a column's printed heading names: 本年收费金额(单位:元) where the form has
// 万元.
#pragma once

#include <string>

#include "recognise/labels/table_alignment.h"

namespace guifan {

/// Empty where the nearest heading above `value` was not found or names no unit of money.
std::string heading_unit(const CompactStream& stream, const TableAlignment& alignment,
                         const Slot& value);

}  // namespace guifan
