// SPDX-License-Identifier: Apache-2.0
#include "plugin/child_probe.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "guifan/plugin_abi.h"
#include "guifan/unique_fd.h"

namespace guifan::plugin {
namespace {

constexpr int kTimeLimitMilliseconds = 5'000;

/// In the child: never returns, and noexcept so that what a static constructor throws ends the
/// child here instead of unwinding into a second copy of the caller.
[[noreturn]] void try_module(const char* file, int answer) noexcept {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (const int null = open("/dev/null", O_RDWR | O_CLOEXEC); null >= 0) {
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);  // a module that prints while loading must not spoil data on
                                // standard output
    dup2(null, STDERR_FILENO);
  }
  if (void* module = dlopen(file, RTLD_NOW | RTLD_LOCAL)) {
    if (void* symbol = dlsym(module, GUIFAN_PLUGIN_ENTRY)) {
      const auto entry = reinterpret_cast<guifan_plugin_entry_function>(symbol);
      const guifan_plugin* plugin = entry();
      volatile std::uint32_t touched = plugin ? plugin->size + plugin->abi : 0;
      (void)touched;
    }
  }
  const char done = '.';
  (void)!write(answer, &done, 1);
  _exit(0);
}

std::string how_it_ended(int status) {
  if (!WIFSIGNALED(status)) return fmt::format("exit status {}", WEXITSTATUS(status));
  const char* name = sigabbrev_np(WTERMSIG(status));
  return name ? fmt::format("SIG{}", name) : fmt::format("signal {}", WTERMSIG(status));
}

}  // namespace

ChildReport probe_in_child(const std::filesystem::path& file) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {ChildOutcome::NoChild, std::strerror(errno)};
  const UniqueFd from_child(ends[0]);
  UniqueFd to_parent(ends[1]);
  const pid_t child = fork();
  if (child < 0) return {ChildOutcome::NoChild, std::strerror(errno)};
  if (child == 0) try_module(file.c_str(), to_parent.get());
  to_parent.reset();

  pollfd wait{from_child.get(), POLLIN, 0};
  int ready = 0;
  do ready = poll(&wait, 1, kTimeLimitMilliseconds);
  while (ready < 0 && errno == EINTR);
  char answer = 0;
  const bool answered = ready > 0 && read(from_child.get(), &answer, 1) == 1;
  if (!answered && ready == 0) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (answered) return {};
  if (ready == 0) return {ChildOutcome::Hung, fmt::format("{} s", kTimeLimitMilliseconds / 1000)};
  return {ChildOutcome::Crashed, how_it_ended(status)};
}

}  // namespace guifan::plugin
