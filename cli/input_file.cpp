// SPDX-License-Identifier: Apache-2.0
#include "input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "guifan/limits.h"
#include "guifan/unique_fd.h"

namespace guifan::cli {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

Error read_error(int number) {
  switch (number) {
    case ENOENT:
      return {ErrorKind::Io, "CLI-010"};
    case EACCES:
      return {ErrorKind::Io, "CLI-011"};
    case EISDIR:
      return {ErrorKind::Io, "CLI-012"};
    default:
      return {ErrorKind::Io, "CLI-013", std::strerror(number)};
  }
}

Error too_large() {
  return {.kind = ErrorKind::LimitExceeded,
          .id = "CLI-015",
          .message = "source_bytes",
          .more = {std::to_string(limits::source_bytes)}};
}

/// How much to read first: all of a file, and one byte to see its end. A size is only a hint: the
/// file may grow while it is read.
std::size_t expected_bytes(int file) {
  struct stat facts {};
  if (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size <= 0) return 0;
  return std::min<std::size_t>(static_cast<std::size_t>(facts.st_size), limits::source_bytes) + 1;
}

Result<std::string> read_all(int file) {
  const std::size_t expected = expected_bytes(file);
  std::string bytes;
  for (;;) {
    const std::size_t before = bytes.size();
    const std::size_t room = before < expected ? expected - before : kChunk;
    bytes.resize(before + room);
    const ssize_t got = read(file, bytes.data() + before, room);
    const int error = errno;
    bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0) return bytes;
    if (got < 0 && error != EINTR) return read_error(error);
    if (bytes.size() > limits::source_bytes) return too_large();
  }
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  const UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return read_error(errno);
  return read_all(file.get());
}

Result<std::string> read_standard_input() {
  return read_all(STDIN_FILENO);
}

}  // namespace guifan::cli
