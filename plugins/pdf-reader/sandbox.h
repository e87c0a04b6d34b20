// SPDX-License-Identifier: Apache-2.0
// What the parsing process gives up before it sees a hostile byte.
#pragma once

namespace guifan::pdf {

/// From here on this process starts no program, opens no connection, and writes, removes or renames
/// no file: the system answers EPERM. Reading files and writing to what is already open go on.
/// False where the system has no seccomp or forbids it: the process's other limits still hold.
bool enter_sandbox();

}  // namespace guifan::pdf
