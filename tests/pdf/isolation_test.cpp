// SPDX-License-Identifier: Apache-2.0
// What becomes of the caller when the parsing process misbehaves: a document that says so.
#include "isolation.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <new>
#include <thread>

#include "pdf_maker.h"

namespace guifan::pdf::testing {
namespace {

/// The only message of a document that failed.
std::string failure(const Document& document) {
  if (document.messages.size() != 1 || !document.blocks.empty()) return "no single message";
  std::string text = document.messages.front().id;
  for (const std::string& argument : document.messages.front().arguments) text += " " + argument;
  return text;
}

/// A document whose only message holds the answer to a question asked in the child.
Document answer(bool yes) {
  Document document;
  document.say(sdk::Severity::Note, yes ? "yes" : "no", {});
  return document;
}

TEST(Isolation, GivesTheSameDocument) {
  PdfMaker maker;
  maker.page(show(72, 700, "Text"));
  EXPECT_EQ(pack(read_isolated(maker.bytes(), {})), pack(read_document(maker.bytes(), {})));
}

TEST(Isolation, OutlivesACrash) {
  const Document document = run_isolated([]() -> Document {
    std::signal(SIGSEGV, SIG_DFL);  // a sanitizer would turn it into an exit
    std::raise(SIGSEGV);
    return {};
  });
  EXPECT_EQ(failure(document), "PDF-013 11");
  EXPECT_EQ(document.status, sdk::Status::Malformed);
}

TEST(Isolation, OutlivesASilentEnd) {
  EXPECT_EQ(failure(run_isolated([]() -> Document { ::_exit(3); })), "PDF-013 -");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Isolation, LimitsMemory) {
  const Document document = run_isolated(
      []() -> Document {
        std::string much(std::size_t{1} << 30, 'x');
        return answer(much.size() > 1);
      },
      {.bytes = std::uint64_t{512} << 20});
  EXPECT_EQ(failure(document), "PDF-004 512");
  EXPECT_EQ(document.status, sdk::Status::LimitExceeded);
}
#endif

TEST(Isolation, LimitsProcessorTime) {
  const Document document = run_isolated(
      []() -> Document {
        for (std::atomic<unsigned> i = 0;; ++i) {
        }
      },
      {.processor_seconds = 1, .wall_seconds = 300});
  EXPECT_EQ(failure(document), "PDF-015 1");
  EXPECT_EQ(document.status, sdk::Status::LimitExceeded);
}

TEST(Isolation, LimitsWallClockTime) {
  const Document document = run_isolated(
      []() -> Document {
        for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
      },
      {.wall_seconds = 1});
  EXPECT_EQ(failure(document).substr(0, 7), "PDF-015");
}

TEST(Isolation, HasNoWayToFilesProgramsAndTheNetwork) {
  const std::string file = ::testing::TempDir() + "guifan-isolation-" + std::to_string(getpid());
  const Document document = run_isolated([&]() -> Document {
    const bool writes = open(file.c_str(), O_WRONLY | O_CREAT, 0600) >= 0;
    const bool connects = socket(AF_INET, SOCK_STREAM, 0) >= 0;
    char program[] = "/bin/true";
    char* arguments[] = {program, nullptr};
    const bool runs = execv(program, arguments) == 0;
    const bool reads = open("/proc/self/status", O_RDONLY) >= 0;
    return answer(reads && !writes && !connects && !runs);
  });
  EXPECT_EQ(failure(document), "yes");
  EXPECT_NE(access(file.c_str(), F_OK), 0);
  unlink(file.c_str());
}

}  // namespace
}  // namespace guifan::pdf::testing
