// SPDX-License-Identifier: Apache-2.0
#include "isolation.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include "sandbox.h"

#if defined(__SANITIZE_ADDRESS__)
#define GUIFAN_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GUIFAN_ADDRESS_SANITIZER 1
#endif
#endif

namespace guifan::pdf {
namespace {

using sdk::Severity;
using sdk::Status;
using Clock = std::chrono::steady_clock;

constexpr int kPipeBytes = 1 << 20;
constexpr std::size_t kAnswerBytes = std::size_t{512} << 20;

Document failed(Status status, const char* id, std::vector<std::string> arguments = {}) {
  Document document;
  document.status = status;
  document.say(Severity::Error, id, std::move(arguments));
  return document;
}

class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(static_cast<__rlimit_resource_t>(resource),
            &both);  // a sandbox that forbids it has its own limits
}

void set_limits(const ProcessLimits& limits) {
#if !defined(GUIFAN_ADDRESS_SANITIZER)
  limit(RLIMIT_AS, limits.bytes);  // AddressSanitizer reserves terabytes of address space
#endif
  limit(RLIMIT_CPU, limits.processor_seconds);
  limit(RLIMIT_CORE, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/// The process is gone before long: memory that is freed is kept for the next page instead of being
/// given back and asked for again.
void use_memory_freely() {
#if defined(M_TRIM_THRESHOLD) && defined(M_MMAP_THRESHOLD) && defined(M_TOP_PAD)
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 2 << 20);
#endif
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

[[noreturn]] void child(int pipe, const std::function<Document()>& work,
                        const ProcessLimits& limits) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTERM, SIGINT, SIGXCPU})
    ::signal(signal, SIG_DFL);
  ::signal(SIGPIPE, SIG_IGN);
  set_limits(limits);
  enter_sandbox();
  use_memory_freely();
  std::string answer;
  try {
    answer = pack(work());
  } catch (const std::bad_alloc&) {
    answer = pack(failed(Status::LimitExceeded, "PDF-004", {std::to_string(limits.bytes >> 20)}));
  } catch (...) {
    answer = pack(failed(Status::Malformed, "PDF-001"));
  }
  // No destructors, no atexit handlers: they belong to the parent.
  ::_exit(write_all(pipe, answer) ? 0 : 1);
}

/// Reads until the child closes its end. False: the time ran out or the answer is too long.
bool read_answer(int fd, Clock::time_point deadline, std::string& answer) {
  char buffer[65'536];
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd event{fd, POLLIN, 0};
    const int ready = poll(&event, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t size = ::read(fd, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return size == 0;
    answer.append(buffer, static_cast<std::size_t>(size));
    if (answer.size() > kAnswerBytes) return false;
  }
}

}  // namespace

Document run_isolated(const std::function<Document()>& work, const ProcessLimits& limits) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return failed(Status::Io, "PDF-014", {std::strerror(errno)});
  FileDescriptor reading(ends[0]), writing(ends[1]);
#if defined(F_SETPIPE_SZ)
  fcntl(ends[1], F_SETPIPE_SZ, kPipeBytes);  // fewer turns; where it is refused, more turns
#endif
  const pid_t process = fork();
  if (process < 0) return failed(Status::Io, "PDF-014", {std::strerror(errno)});
  if (process == 0) child(writing.get(), work, limits);
  writing.close();
  std::string answer;
  const bool complete =
      read_answer(reading.get(), Clock::now() + std::chrono::seconds(limits.wall_seconds), answer);
  if (!complete) kill(process, SIGKILL);
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  if (!complete || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) ||
      (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL))
    return failed(Status::LimitExceeded, "PDF-015", {std::to_string(limits.processor_seconds)});
  if (WIFSIGNALED(status))
    return failed(Status::Malformed, "PDF-013", {std::to_string(WTERMSIG(status))});
  Document document = unpack(answer);
  if (document.status == Status::Internal && document.messages.empty())
    return failed(Status::Malformed, "PDF-013", {"-"});
  return document;
}

Document read_isolated(std::string_view bytes, const ReadOptions& options) {
  return run_isolated([&] { return read_document(bytes, options); });
}

}  // namespace guifan::pdf
