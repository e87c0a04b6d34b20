// SPDX-License-Identifier: Apache-2.0
#include "output_file.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace guifan::cli {
namespace {

/// Path of the temporary file of the write under way, for the signal handler: plain memory, no
/// allocation.
std::array<char, 4096> g_temporary{};
std::atomic<bool> g_temporary_exists{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void end_by_signal(int number) {
  if (g_temporary_exists.load()) unlink(g_temporary.data());
  _exit(128 + number);
}

Error write_error(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return {.kind = ErrorKind::Io, .id = "OUT-003", .passing = true};
    case EEXIST:
      return {ErrorKind::Io, "OUT-001"};
    case EACCES:
    case EPERM:
    case EROFS:
      return {ErrorKind::Io, "OUT-004"};
    case ENOENT:
    case ENOTDIR:
      return {ErrorKind::Io, "OUT-005"};
    case EMFILE:
    case ENFILE:
    case ENOMEM:
      return {.kind = ErrorKind::Io,
              .id = "OUT-002",
              .message = std::strerror(number),
              .passing = true};
    default:
      return {ErrorKind::Io, "OUT-002", std::strerror(number)};
  }
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return 0;
}

/// 0 or errno. Not replacing is one step where the file system can do it, so that two runs cannot
/// overwrite each other.
int put_in_place(const char* from, const char* to, bool replace) {
  if (replace) return std::rename(from, to) == 0 ? 0 : errno;
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (access(to, F_OK) == 0) return EEXIST;
  return std::rename(from, to) == 0 ? 0 : errno;
}

/// A device, pipe or socket takes bytes and keeps no file: it is written to. Renaming over
/// /dev/null would take it away from everybody.
bool takes_a_stream(const struct stat& facts) {
  return !S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode);
}

/// 0 or errno.
int write_stream(const char* path, std::string_view bytes) {
  const int file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (file < 0) return errno;
  int error = write_all(file, bytes);
  if (close(file) != 0 && error == 0) error = errno;
  return error;
}

}  // namespace

bool would_replace(const std::filesystem::path& path) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) == 0) return !takes_a_stream(facts);
  return lstat(path.c_str(), &facts) == 0;  // a link that leads nowhere
}

Result<bool> write_file(const std::filesystem::path& asked, std::string_view bytes, bool replace) {
  // A link stays one: what it leads to is replaced.
  std::error_code nowhere;
  const std::filesystem::path target = std::filesystem::canonical(asked, nowhere);
  const std::filesystem::path& path = nowhere ? asked : target;
  struct stat facts {};
  const bool exists = stat(path.c_str(), &facts) == 0;
  if (exists && takes_a_stream(facts)) {
    if (const int error = write_stream(path.c_str(), bytes); error != 0) return write_error(error);
    return true;
  }
  if (!replace && would_replace(path)) return write_error(EEXIST);
  if (exists && S_ISDIR(facts.st_mode)) return Error{ErrorKind::Io, "OUT-006"};
  // A short name of its own: the final name may already be as long as the file system allows.
  const std::string pattern = (path.parent_path() / ".guifan-XXXXXX").string();
  if (pattern.size() + 1 > g_temporary.size()) return write_error(ENAMETOOLONG);
  std::memcpy(g_temporary.data(), pattern.c_str(), pattern.size() + 1);
  const int file = mkostemp(g_temporary.data(), O_CLOEXEC);
  if (file < 0) return write_error(errno);
  g_temporary_exists = true;

  int error = write_all(file, bytes);
  const mode_t mask = umask(0);
  umask(mask);
  if (error == 0 && fchmod(file, exists ? facts.st_mode & 0777 : 0666 & ~mask) != 0) error = errno;
  if (error == 0 && fsync(file) != 0 && errno != EINVAL) error = errno;
  if (close(file) != 0 && error == 0) error = errno;
  if (error == 0) error = put_in_place(g_temporary.data(), path.c_str(), replace);
  if (error != 0) unlink(g_temporary.data());
  g_temporary_exists = false;
  if (error != 0) return write_error(error);
  return true;
}

Error folder_error(const std::string& folder, const std::error_code& error) {
  return {.kind = ErrorKind::Io,
          .id = "OUT-008",
          .message = folder,
          .passing = error == std::errc::no_space_on_device,
          .more = {error.message()}};
}

Result<bool> write_standard_output(std::string_view bytes) {
  std::fflush(stdout);
  if (const int error = write_all(STDOUT_FILENO, bytes); error != 0) {
    Error failed = write_error(error);
    if (!failed.passing) failed = {ErrorKind::Io, "OUT-007", std::strerror(error)};
    return failed;
  }
  return true;
}

void install_signal_handlers() {
  struct sigaction action {};
  action.sa_handler = end_by_signal;
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGINT);
  sigaddset(&action.sa_mask, SIGTERM);
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // A program started in the background of a script has SIGINT ignored: leave it so.
    if (sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction(number, &action, nullptr);
  }
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

}  // namespace guifan::cli
