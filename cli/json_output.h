// SPDX-License-Identifier: Apache-2.0
// Answers of --json.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "arguments.h"
#include "guifan/locator.h"

namespace guifan::cli {

class Session;

/// Prints `json`, two spaces deep, to standard output. Returns `code`, or the code of a failed
/// write.
int print_json(Session& session, const nlohmann::ordered_json& json, ExitCode code);
/// Prints `text` to standard output. Returns `code`, or the code of a failed write.
int print_text(Session& session, std::string_view text, ExitCode code);

}  // namespace guifan::cli
