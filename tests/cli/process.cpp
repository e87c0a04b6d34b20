// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The two ends of a new terminal; both -1 where the system has none to give.
struct Terminal {
  int master = -1, slave = -1;
};

Terminal open_terminal() {
  Terminal terminal;
  terminal.master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (terminal.master < 0) return {};
  if (grantpt(terminal.master) != 0 || unlockpt(terminal.master) != 0) {
    close(terminal.master);
    return {};
  }
  terminal.slave = open(ptsname(terminal.master), O_RDWR | O_NOCTTY | O_CLOEXEC);
  return terminal;
}

/// What has arrived at the terminal, appended to `text`.
void drain(int master, std::string& text) {
  char chunk[4096];
  for (ssize_t got = 0; (got = read(master, chunk, sizeof chunk)) > 0;)
    text.append(chunk, static_cast<std::size_t>(got));
}

/// The writing end of a FIFO that somebody reads; -1 as long as nobody does. While it is open the
/// reader waits for bytes.
int writer_of(const fs::path& fifo) {
  return open(fifo.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
}

[[noreturn]] void become_guifan(const Invocation& what, const fs::path& folder,
                                const fs::path& streams, int terminal) {
  const int in = open((streams / "in").c_str(), O_RDONLY);
  const int out =
      what.standard_output.empty()
          ? open((streams / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600)
          : open(what.standard_output.c_str(), what.read_only_output ? O_RDONLY : O_WRONLY);
  const int err = terminal >= 0
                      ? terminal
                      : open((streams / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (chdir(folder.c_str()) != 0) _exit(99);
  for (const char* name :
       {"LC_ALL", "LC_MESSAGES", "LANG", "GUIFAN_PLUGIN_PATH", "GUIFAN_FORMATS_PATH", "NO_COLOR"})
    unsetenv(name);
  setenv("LC_ALL", "C.UTF-8", 1);
  for (const auto& [name, value] : what.variables)
    value.empty() ? unsetenv(name.c_str()) : setenv(name.c_str(), value.c_str(), 1);
  if (what.file_size_limit != 0) {
    const rlimit limit{what.file_size_limit, what.file_size_limit};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);  // then write() fails with EFBIG
  }
  if (what.memory_limit != 0) {
    const rlimit limit{what.memory_limit, what.memory_limit};
    setrlimit(RLIMIT_AS, &limit);
  }
  std::vector<char*> argv{const_cast<char*>(what.program.c_str())};
  for (const std::string& argument : what.arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(what.program.c_str(), argv.data());
  _exit(98);
}

}  // namespace

nlohmann::json Outcome::json() const {
  return nlohmann::json::parse(out, nullptr, false);
}

void CommandLine::SetUp() {
  std::string pattern = (fs::temp_directory_path() / "guifan-cli-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  folder_ = fs::path(pattern) / "work";
  fs::create_directory(folder_);
}

void CommandLine::TearDown() {
  fs::remove_all(folder_.parent_path());
}

Outcome CommandLine::run(const Invocation& what) const {
  const fs::path streams = folder_.parent_path();
  std::ofstream(streams / "in", std::ios::binary) << what.input;
  const Terminal terminal = what.terminal ? open_terminal() : Terminal{};
  const pid_t child = fork();
  if (child == 0)
    become_guifan(what, what.folder.empty() ? folder_ : what.folder, streams, terminal.slave);
  Outcome outcome;
  int status = 0;
  const auto begin = std::chrono::steady_clock::now();
  bool signalled = what.signal == 0;
  int fifo = -1;
  while (waitpid(child, &status, WNOHANG) == 0) {
    const auto passed = std::chrono::steady_clock::now() - begin;
    const bool shown = outcome.err.find(what.signal_when) != std::string::npos;
    const bool awaits_read = !what.signal_when_read.empty();
    if (!signalled && awaits_read && fifo < 0) fifo = writer_of(folder_ / what.signal_when_read);
    if (!signalled && shown && (fifo >= 0 || !awaits_read)) {
      kill(child, what.signal);
      signalled = true;
    }
    if (passed >= std::chrono::seconds(what.seconds)) {
      kill(child, SIGKILL);
      outcome.timed_out = true;
    }
    if (terminal.master >= 0) drain(terminal.master, outcome.err);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  if (fifo >= 0) close(fifo);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.killed_by_signal = WIFSIGNALED(status);
  outcome.out = slurp(streams / "out");
  if (terminal.master >= 0) {
    drain(terminal.master, outcome.err);
    close(terminal.slave);
    close(terminal.master);
  } else {
    outcome.err = slurp(streams / "err");
  }
  EXPECT_NE(outcome.code, 1) << "exit code 1 is never used";
  return outcome;
}

Outcome CommandLine::run_shell(const std::string& line, const fs::path& folder) const {
  const std::string path = fs::path(GUIFAN_CLI).parent_path().string() + ":/usr/bin:/bin";
  return run(Invocation{.arguments = {"-c", line},
                        .variables = {{"PATH", path}},
                        .folder = folder,
                        .program = "/bin/sh"});
}

fs::path CommandLine::write(const std::string& name, const std::string& bytes) const {
  fs::path path = folder_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string CommandLine::content(const fs::path& file) const {
  return slurp(file.is_absolute() ? file : folder_ / file);
}

std::vector<std::string> CommandLine::listing(const std::string& inside) const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / inside))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void expect_done(const Outcome& outcome) {
  EXPECT_TRUE(outcome.code == 0 || outcome.code == 3) << outcome.code << "\n" << outcome.err;
}

bool has_terminals() {
  const Terminal terminal = open_terminal();
  if (terminal.slave < 0) return false;
  close(terminal.slave);
  close(terminal.master);
  return true;
}

std::string small_report() {
  return "云溪县水务局2022年政府信息公开工作年度报告\n"
         "\n"
         "一、总体情况\n"
         "2022年，云溪县水务局按照《中华人民共和国政府信息公开条例》的要求开展工作。\n"
         "二、主动公开政府信息情况\n"
         "三、收到和处理政府信息公开申请情况\n"
         "2022年，本机关未收到政府信息公开申请。\n"
         "四、政府信息公开行政复议、行政诉讼情况\n"
         "2022年，本机关没有发生因政府信息公开引起的行政复议、行政诉讼。\n"
         "五、存在的主要问题及改进情况\n"
         "公开内容还不够丰富。\n"
         "六、其他需要报告的事项\n"
         "无。\n";
}

}  // namespace guifan::cli_test
