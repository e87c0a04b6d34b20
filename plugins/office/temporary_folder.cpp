// SPDX-License-Identifier: Apache-2.0
#include "temporary_folder.h"

#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace guifan::office {
namespace {

constexpr pid_t kNobody = -1, kCleanedUp = 0;

// Between fork and exec only async-signal-safe calls: the host may have other threads.
[[noreturn]] void wait_and_clean(int orders, char* const* remove_folder) {
  setsid();  // what a terminal sends to this process's group is not meant for the janitor
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) signal(number, SIG_IGN);
  dup2(orders, STDIN_FILENO);
  // Nothing of the host's stays open: neither its outputs nor the sockets of other janitors.
  syscall(SYS_close_range, STDIN_FILENO + 1U, ~0U, 0U);
  pid_t group = kNobody;
  for (;;) {
    pid_t order = kNobody;
    const ssize_t got = read(STDIN_FILENO, &order, sizeof order);
    if (got < 0 && errno == EINTR) continue;
    if (got != static_cast<ssize_t>(sizeof order)) break;  // the host is gone
    if (order == kCleanedUp) _exit(0);
    group = order;
  }
  if (group > 1) kill(-group, SIGKILL);
  char* const no_environment[] = {nullptr};
  execve(remove_folder[0], remove_folder, no_environment);
  _exit(127);
}

}  // namespace

std::optional<TemporaryFolder> TemporaryFolder::make() {
  std::error_code failure;
  const std::filesystem::path base = std::filesystem::temp_directory_path(failure);
  if (failure) return std::nullopt;
  std::string pattern = (base / "guifan-office-XXXXXX").string();
  if (!mkdtemp(pattern.data())) return std::nullopt;
  TemporaryFolder folder(pattern);
  folder.start_janitor();
  return folder;
}

// Without a janitor (no process, no socket) the folder still goes away in the ordinary way.
void TemporaryFolder::start_janitor() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
  std::array<std::string, 4> words = {"/bin/rm", "-rf", "--", path_.string()};
  std::array<char*, 5> arguments = {words[0].data(), words[1].data(), words[2].data(),
                                    words[3].data(), nullptr};
  janitor_ = fork();
  if (janitor_ == 0) wait_and_clean(ends[0], arguments.data());
  close(ends[0]);
  if (janitor_ < 0) {
    close(ends[1]);
  } else {
    to_janitor_ = ends[1];
  }
}

void TemporaryFolder::tell(pid_t group) const {
  if (to_janitor_ < 0) return;
  while (send(to_janitor_, &group, sizeof group, MSG_NOSIGNAL) < 0 && errno == EINTR) {
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  if (to_janitor_ < 0) return;
  tell(kCleanedUp);
  close(to_janitor_);
  while (waitpid(janitor_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace guifan::office
