// SPDX-License-Identifier: Apache-2.0
#include "json_output.h"

#include <nlohmann/json.hpp>

#include "output_file.h"
#include "session.h"

namespace guifan::cli {

int print_json(Session& session, const nlohmann::ordered_json& json, ExitCode code) {
  // File names may hold bytes that are no UTF-8: they are replaced, never a reason to fail.
  return print_text(
      session, json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n",
      code);
}

int print_text(Session& session, std::string_view text, ExitCode code) {
  const Result<bool> written = write_standard_output(text);
  return written ? code : session.fail("stdout", written.error());
}

}  // namespace guifan::cli
