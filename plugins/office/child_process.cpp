// SPDX-License-Identifier: Apache-2.0
#include "child_process.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace guifan::office {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& text : texts)
    out.push_back(const_cast<char*>(text.c_str()));  // NOLINT: execve's interface
  out.push_back(nullptr);
  return out;
}

// Between fork and exec only async-signal-safe calls: the host may have other threads.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* folder,
                         pid_t parent, std::uint64_t most_file_bytes, int announce_to) {
  setpgid(0, 0);
  const pid_t group = getpid();
  if (announce_to >= 0) send(announce_to, &group, sizeof group, MSG_NOSIGNAL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);  // the parent died before the line above
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  unshare(
      CLONE_NEWNET);  // needs privilege; without it the profile's settings alone keep links closed
  const rlimit files{most_file_bytes, most_file_bytes};
  setrlimit(RLIMIT_FSIZE, &files);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0 || chdir(folder) != 0) _exit(127);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment, const std::string& folder,
                   std::chrono::milliseconds most_time, std::uint64_t most_file_bytes,
                   int announce_to) {
  const std::vector<char*> argument_list = pointers(arguments),
                           environment_list = pointers(environment);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) return {};
  if (child == 0)
    become(argument_list.data(), environment_list.data(), folder.c_str(), parent, most_file_bytes,
           announce_to);
  setpgid(child, child);  // whoever comes first

  const auto deadline = std::chrono::steady_clock::now() + most_time;
  ChildEnd end;
  int status = 0;
  for (;;) {
    const pid_t done = waitpid(child, &status, WNOHANG);
    if (done == child) break;
    if (done < 0 && errno != EINTR) return {};
    if (std::chrono::steady_clock::now() >= deadline) {
      kill(-child, SIGKILL);
      while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
      }
      end.kind = ChildEnd::Kind::TimedOut;
      return end;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  kill(-child, SIGKILL);  // whatever it left behind
  end.kind = WIFEXITED(status) ? ChildEnd::Kind::Exited : ChildEnd::Kind::Killed;
  end.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
  return end;
}

}  // namespace guifan::office
