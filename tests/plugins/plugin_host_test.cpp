// SPDX-License-Identifier: Apache-2.0
// No plugin ever disappears without a sentence: each kind of bad module, its reason and its cure;
// and what a loaded plugin may do to the host.
#include <gtest/gtest.h>
#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <ostream>

#include "guifan/registry.h"
#include "guifan/source_document.h"

namespace guifan {
namespace {

namespace fs = std::filesystem;

const fs::path kModules = TEST_MODULES;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of its own for each test, gone afterwards.
class PluginFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "guifan-plugins-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path add(const std::string& module, const std::string& as = {}) {
    fs::path to = folder_ / (as.empty() ? module + ".so" : as);
    fs::copy_file(kModules / (module + ".so"), to);
    return to;
  }
  fs::path write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  PluginRegistry load(Language language = Language::English) const {
    return PluginRegistry::load(std::vector<fs::path>{folder_}, language);
  }
  static std::span<const std::byte> bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
  }

  fs::path folder_;
};

struct Rejection {
  const char* module;
  const char* id;
  const char* words;  ///< in the reason
};

void PrintTo(const Rejection& rejection, std::ostream* out) {
  *out << rejection.id;
}

class RejectedModule : public PluginFolder, public testing::WithParamInterface<Rejection> {};

TEST_P(RejectedModule, SaysReasonAndCureInBothLanguages) {
  add(GetParam().module);
  for (const Language language : {Language::English, Language::Chinese}) {
    const PluginRegistry registry = load(language);
    ASSERT_EQ(registry.statuses().size(), 1u);
    const PluginStatus& status = registry.statuses().front();
    EXPECT_FALSE(status.loaded);
    EXPECT_EQ(status.id, GetParam().id) << status.reason;
    EXPECT_NE(status.reason.find(GetParam().words), std::string::npos) << status.reason;
    EXPECT_FALSE(status.cure.empty());
    EXPECT_TRUE(registry.reader_ids().empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Each, RejectedModule,
    testing::Values(Rejection{"old-abi", "PLG-008", "0"}, Rejection{"new-abi", "PLG-018", "99"},
                    Rejection{"small-descriptor", "PLG-009", "16"},
                    Rejection{"no-name", "PLG-010", "name"},
                    Rejection{"no-functions", "PLG-011", "read"},
                    Rejection{"no-entry", "PLG-007", "guifan_plugin_entry"},
                    Rejection{"undefined-symbol", "PLG-005", "this_symbol_exists_nowhere"},
                    Rejection{"aborting-constructor", "PLG-013", "SIGABRT"},
                    Rejection{"throwing-constructor", "PLG-013", "SIGABRT"},
                    Rejection{"hanging-constructor", "PLG-014", "5 s"}),
    [](const auto& info) {
      std::string name = info.param.module;
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

TEST_F(PluginFolder, GoodModuleIsListedWithWhatItDoes) {
  add("good");
  const PluginRegistry registry = load();
  ASSERT_EQ(registry.statuses().size(), 1u);
  const PluginStatus& status = registry.statuses().front();
  EXPECT_TRUE(status.loaded) << status.reason;
  EXPECT_EQ(status.name, "good");
  EXPECT_EQ(status.version, "1.2.3");
  EXPECT_EQ(status.abi, GUIFAN_ABI);
  EXPECT_EQ(status.reads, std::vector<std::string>{"good"});
  EXPECT_EQ(status.writes, std::vector<std::string>{"good"});
  EXPECT_EQ(registry.writer_for_extension("gd"), "good");
  EXPECT_EQ(registry.writer_for_extension("nope"), std::nullopt);
  EXPECT_EQ(registry.extension_of_writer("good"), "good");
}

TEST_F(PluginFolder, SecondPluginOfANameIsRejectedAndNamesTheFirst) {
  const fs::path first = add("good", "a.so");
  add("same-name", "b.so");
  const PluginRegistry registry = load();
  ASSERT_EQ(registry.statuses().size(), 2u);
  EXPECT_TRUE(registry.statuses()[0].loaded);
  EXPECT_EQ(registry.statuses()[1].id, "PLG-012");
  EXPECT_NE(registry.statuses()[1].reason.find(first.string()), std::string::npos);
}

TEST_F(PluginFolder, GarbageEmptyAndForeignFilesAreNamed) {
  write("a-empty.so", "");
  write("b-text.so", "not a module at all\n");
  std::string foreign = content(kModules / "good.so");
  foreign[18] = static_cast<char>(0xF3);  // e_machine
  foreign[19] = 0;
  foreign[18] = foreign[18] == content("/proc/self/exe")[18] ? '\x3E' : foreign[18];
  write("c-foreign.so", foreign);
  std::string executable = content(kModules / "good.so");
  executable[16] = 2;  // ET_EXEC
  write("d-executable.so", executable);
  fs::create_directory(folder_ / "e-folder.so");
  write("ignored.txt", "not a candidate");
  const PluginRegistry registry = load();
  std::vector<std::string> ids;
  for (const PluginStatus& status : registry.statuses()) ids.push_back(status.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"PLG-001", "PLG-001", "PLG-003", "PLG-001", "PLG-015"}));
}

// A truncated module ends the process with SIGBUS if dlopen() sees it.
TEST_F(PluginFolder, EveryTruncationIsRejected) {
  const std::string whole = content(kModules / "good.so");
  for (std::size_t size = 1; size < whole.size(); size += 1 + whole.size() / 97) {
    const PluginStatus status =
        check_plugin(write("cut.so", whole.substr(0, size)), Language::English);
    EXPECT_FALSE(status.loaded) << size;
    EXPECT_TRUE(status.id == "PLG-001" || status.id == "PLG-002") << size << ": " << status.id;
  }
}

// Bytes that the headers do not vouch for may crash the dynamic linker: then the child dies, not
// we.
TEST_F(PluginFolder, CorruptedModulesNeverTakeTheHostAlong) {
  const std::string whole = content(kModules / "good.so");
  std::uint64_t random = 20211130;
  for (int round = 0; round < 60; ++round) {
    std::string bad = whole;
    for (int flip = 0; flip < 8; ++flip) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      bad[(random >> 33) % 4096] = static_cast<char>(random >> 20);
    }
    const PluginStatus status =
        check_plugin(write("bad" + std::to_string(round) + ".so", bad), Language::English);
    EXPECT_TRUE(status.loaded || !status.reason.empty());
  }
}

// Such a module once wrote zeros over a string of the test that loaded it.
TEST_F(PluginFolder, SegmentsOutOfOrderAreDamage) {
  std::string bad = content(kModules / "good.so");
  ElfW(Ehdr) header;
  std::memcpy(&header, bad.data(), sizeof header);
  std::vector<std::size_t> loads;
  for (std::size_t i = 0; i < header.e_phnum; ++i) {
    ElfW(Phdr) segment;
    std::memcpy(&segment, bad.data() + header.e_phoff + i * sizeof segment, sizeof segment);
    if (segment.p_type == PT_LOAD) loads.push_back(header.e_phoff + i * sizeof segment);
  }
  ASSERT_GE(loads.size(), 2u);
  std::swap_ranges(bad.begin() + static_cast<std::ptrdiff_t>(loads[0]),
                   bad.begin() + static_cast<std::ptrdiff_t>(loads[0] + sizeof(ElfW(Phdr))),
                   bad.begin() + static_cast<std::ptrdiff_t>(loads[1]));
  EXPECT_EQ(check_plugin(write("order.so", bad), Language::English).id, "PLG-002");
}

// What only the dynamic linker can find wrong comes back in its own words.
TEST_F(PluginFolder, TheDynamicLinkersRefusalsAreSorted) {
  const std::string whole = content(kModules / "good.so");
  std::string foreign_abi = whole;
  foreign_abi[7] = '\x7F';  // EI_OSABI
  EXPECT_EQ(check_plugin(write("abi.so", foreign_abi), Language::English).id, "PLG-004");
  std::string needs_more = whole;
  const std::size_t at = needs_more.find("libc.so.6");
  ASSERT_NE(at, std::string::npos);
  needs_more.replace(at, 9, "libq.so.6");
  const PluginStatus status = check_plugin(write("needs.so", needs_more), Language::English);
  EXPECT_EQ(status.id, "PLG-006");
  EXPECT_NE(status.reason.find("libq.so.6"), std::string::npos) << status.reason;
}

TEST_F(PluginFolder, AnExceptionOutOfAPluginStopsAtTheBorder) {
  add("throwing-reader");
  const PluginRegistry registry = load();
  EXPECT_EQ(registry.probe(bytes("x"), "x").at(0).reason.english.size(), 159u);
  const auto document = registry.read(bytes("x"), "x");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().id, "PLG-028");
}

TEST_F(PluginFolder, ReadsAndFillsTheProvenance) {
  add("good");
  const auto document =
      load().read(bytes("GOODDOC\nWARN\nOPTION\n"), "x.good", "", {{"colour", "red"}});
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->reader, "good");
  EXPECT_EQ(document->media_type, "text/x-good");
  EXPECT_EQ(document->name, "x.good");
  EXPECT_EQ(document->title, "good title");
  EXPECT_EQ(document->sha256, sha256_hex(bytes("GOODDOC\nWARN\nOPTION\n")));
  ASSERT_EQ(document->blocks.size(), 4u);
  EXPECT_EQ(std::get<Paragraph>(document->blocks[2]).text.original, "red");
  ASSERT_EQ(document->diagnostics.size(), 1u);
  EXPECT_EQ(document->diagnostics[0].id, "GOOD-2");
  EXPECT_EQ(document->diagnostics[0].place.line, 2u);
}

TEST_F(PluginFolder, BadTextAndOverlapsAreMendedAndSaid) {
  add("good");
  const auto document = load().read(bytes("GOODDOC\nBADTEXT\nOVERLAP\n"), "x");
  ASSERT_TRUE(document);
  EXPECT_EQ(std::get<Paragraph>(document->blocks[1]).text.original,
            "ab\xEF\xBF\xBD"
            "c");
  std::vector<std::string> ids;
  for (const Diagnostic& diagnostic : document->diagnostics) ids.push_back(diagnostic.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"PLG-031", "PLG-032"}));
}

TEST_F(PluginFolder, TheReadersOwnErrorComesBack) {
  add("good");
  const auto document = load().read(bytes("GOODDOC\nFAIL\n"), "x");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().kind, ErrorKind::Malformed);
  EXPECT_EQ(document.error().id, "GOOD-1");
  EXPECT_EQ(document.error().message, "line says FAIL");
  EXPECT_EQ(document.error().place, "line 2");
}

TEST_F(PluginFolder, ASilentFailureStillGetsASentence) {
  add("good");
  EXPECT_EQ(load().read(bytes("GOODDOC\nSILENT\n"), "x").error().id, "PLG-023");
  EXPECT_EQ(load().read(bytes("GOODDOC\nTHROW\n"), "x").error().id, "PLG-027");
}

TEST_F(PluginFolder, LimitsAreNamed) {
  add("good");
  const auto document = load().read(bytes("GOODDOC\nHUGE\n"), "x");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().kind, ErrorKind::LimitExceeded);
  EXPECT_EQ(document.error().id, "PLG-025");
  EXPECT_EQ(document.error().more, std::vector<std::string>{"table_columns"});
}

TEST_F(PluginFolder, UnknownNamesListTheKnownOnes) {
  add("good");
  const PluginRegistry registry = load();
  const auto reader = registry.read(bytes("GOODDOC\n"), "x", "goood");
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().kind, ErrorKind::Usage);
  EXPECT_EQ(reader.error().more, std::vector<std::string>{"good"});
  const auto writer = registry.write({}, "nope", Language::English);
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().id, "PLG-022");
}

TEST_F(PluginFolder, NobodyTakesIt) {
  EXPECT_EQ(load().read(bytes("x"), "x").error().id, "PLG-029");
  add("good");
  EXPECT_EQ(load().read(bytes("something else"), "x").error().id, "PLG-020");
  EXPECT_EQ(load().read({}, "x").error().id, "PLG-034");
  const auto answers = load().probe(bytes("something else"), "x");
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].reason.english, "does not begin with GOODDOC");
}

TEST_F(PluginFolder, Writes) {
  add("good");
  guifan_report_view view{};
  view.title = {"T", 1};
  const auto bytes = load().write(view, "good", Language::English);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, "title=T\n");
  EXPECT_EQ(load().write(view, "good", Language::English, {{"fail", "yes"}}).error().id, "PLG-024");
  EXPECT_EQ(load().write(view, "good", Language::English, {{"fail", "io"}}).error().id, "PLG-026");
}

TEST(SearchPath, RelativeEntriesOfTheVariableAreLeftOut) {
  setenv("GUIFAN_PLUGIN_PATH", (":.:relative:" + kModules.string() + ":").c_str(), 1);
  const auto folders = plugin_folders({});
  unsetenv("GUIFAN_PLUGIN_PATH");
  EXPECT_EQ(std::count(folders.begin(), folders.end(), fs::canonical(kModules)), 1);
  EXPECT_EQ(std::count(folders.begin(), folders.end(), fs::current_path()), 0);
}

}  // namespace
}  // namespace guifan
