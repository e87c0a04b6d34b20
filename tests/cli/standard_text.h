// SPDX-License-Identifier: Apache-2.0
// Reports of the 2021 form for tests, as tab-separated text: all cells 0 but those that a test
// sets.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace guifan::cli_test {

struct StandardText {
  std::string organisation = "云溪县水务局";
  int year = 2022;
  std::string words = {};  ///< a paragraph for chapter three
  std::map<std::string, std::string>
      cells;  ///< cell id -> printed value, "0" where it is not named

  /// 140 cells or more in the form's own rows. A cell id that the form does not have fails the
  /// test.
  std::string text() const;
};

}  // namespace guifan::cli_test
