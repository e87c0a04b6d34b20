// SPDX-License-Identifier: Apache-2.0
#include "workers.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#include "guifan/unique_fd.h"

namespace guifan::cli {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// In memory that all processes see.
struct Shared {
  std::atomic<std::size_t> next{0};
  std::array<std::atomic<std::size_t>, kMostWorkers>
      under_work;  ///< per worker: its input, or kNone
};
static_assert(std::atomic<std::size_t>::is_always_lock_free);
struct Unmap {
  void operator()(Shared* shared) const { munmap(shared, sizeof(Shared)); }
};

/// Ahead of each result in a worker's pipe.
struct Header {
  std::uint64_t index, code, result_size, messages_size;
};

struct Worker {
  pid_t process = -1;
  UniqueFd from;         ///< its results; none: it has ended
  std::string received;  ///< not yet a whole result
};

void send(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) _exit(0);  // nobody listens any more
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

[[noreturn]] void be_a_worker(Shared& shared, std::size_t number, std::size_t count, pid_t parent,
                              int to, const std::function<Work(std::size_t)>& work) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(0);
  for (;;) {
    const std::size_t index = shared.next++;
    if (index >= count) _exit(0);
    shared.under_work[number] = index;
    // The messages of one input stay together: this process prints nothing itself.
    char* text = nullptr;
    std::size_t size = 0;
    stderr = open_memstream(&text, &size);
    if (stderr == nullptr) _exit(0);
    const Work done = work(index);
    std::fclose(stderr);
    const Header header{index, static_cast<std::uint64_t>(done.code), done.result.size(), size};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes += done.result;
    bytes.append(text, size);
    std::free(text);
    send(to, bytes);
    shared.under_work[number] = kNone;
  }
}

class Run {
 public:
  Run(std::size_t count, unsigned workers, const std::function<Work(std::size_t)>& work)
      : count_(count),
        heard_(count, false),
        workers_(std::min<std::size_t>({workers, count, kMostWorkers})),
        work_(work) {}
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    for (Worker& worker : workers_) end(worker, true);
  }

  int go(const std::function<bool(std::size_t, const Work&)>& take) {
    void* memory =
        mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return errno;
    shared_.reset(new (memory) Shared);
    for (std::size_t i = 0; i < workers_.size(); ++i)
      if (const int error = start(i); error != 0) return error;
    std::size_t taken = 0;
    while (taken < count_) {
      if (const int error = listen(); error != 0) return error;
      for (auto next = done_.find(taken); next != done_.end(); next = done_.find(taken)) {
        const bool go_on = take(taken++, next->second);
        done_.erase(next);
        if (!go_on) return 0;
      }
    }
    return 0;
  }

 private:
  int start(std::size_t number) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    UniqueFd from(ends[0]), to(ends[1]);
    shared_->under_work[number] = kNone;
    std::fflush(nullptr);
    const pid_t parent = getpid();
    const pid_t process = fork();
    if (process < 0) return errno;
    if (process == 0) {
      for (Worker& other : workers_) other.from.reset();
      from.reset();
      be_a_worker(*shared_, number, count_, parent, to.get(), work_);
    }
    workers_[number] = {process, std::move(from), {}};
    return 0;
  }

  /// Waits for the next bytes of any worker.
  int listen() {
    std::vector<pollfd> files;
    for (const Worker& worker : workers_) files.push_back({worker.from.get(), POLLIN, 0});
    if (std::ranges::all_of(files, [](const pollfd& file) { return file.fd < 0; })) return EIO;
    while (poll(files.data(), files.size(), -1) < 0)
      if (errno != EINTR) return errno;
    for (std::size_t i = 0; i < files.size(); ++i)
      if (files[i].revents != 0)
        if (const int error = hear(i); error != 0) return error;
    return 0;
  }

  int hear(std::size_t number) {
    Worker& worker = workers_[number];
    std::array<char, 65536> buffer;
    const ssize_t got = read(worker.from.get(), buffer.data(), buffer.size());
    if (got < 0) return errno == EINTR ? 0 : errno;
    if (got == 0) return ended(number);
    worker.received.append(buffer.data(), static_cast<std::size_t>(got));
    Header header;
    std::size_t at = 0;
    while (worker.received.size() - at >= sizeof header) {
      std::memcpy(&header, worker.received.data() + at, sizeof header);
      const std::size_t all = sizeof header + header.result_size + header.messages_size;
      if (worker.received.size() - at < all) break;
      const std::size_t result = at + sizeof header;
      heard_[header.index] = true;
      done_[header.index] = {
          static_cast<int>(header.code), worker.received.substr(result, header.result_size),
          worker.received.substr(result + header.result_size, header.messages_size), 0};
      at += all;
    }
    worker.received.erase(0, at);
    return 0;
  }

  /// A worker that ended with an input in its hands was killed by it; another takes its place.
  int ended(std::size_t number) {
    const int status = end(workers_[number], false);
    const std::size_t lost = shared_->under_work[number];
    if (lost == kNone || heard_[lost]) return 0;
    heard_[lost] = true;
    done_[lost].signal = WIFSIGNALED(status) ? WTERMSIG(status) : SIGKILL;
    return start(number);
  }

  static int end(Worker& worker, bool at_once) {
    int status = 0;
    if (!worker.from) return status;
    if (at_once) kill(worker.process, SIGTERM);
    worker.from.reset();
    while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
  }

  std::size_t count_;
  std::vector<bool> heard_;  ///< per input: its result has come
  std::vector<Worker> workers_;
  const std::function<Work(std::size_t)>& work_;
  std::unique_ptr<Shared, Unmap> shared_;
  std::map<std::size_t, Work> done_;  ///< not taken yet
};

}  // namespace

int run_in_workers(std::size_t count, unsigned workers,
                   const std::function<Work(std::size_t)>& work,
                   const std::function<bool(std::size_t, const Work&)>& take) {
  return Run(count, workers, work).go(take);
}

}  // namespace guifan::cli
