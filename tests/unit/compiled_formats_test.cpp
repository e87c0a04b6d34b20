// SPDX-License-Identifier: Apache-2.0
// The compiled formats say what the files say, and an edited file wins over them.
#include "layout/compiled_formats.h"

#include <gtest/gtest.h>

#include <array>

#include "layout/archive.h"
#include "layout/xml_file.h"

namespace guifan {
namespace {

namespace fs = std::filesystem;

const fs::path kFormats = fs::path(GUIFAN_SOURCE_DIR) / "formats";

std::string bytes_of(const fs::path& file) {
  const auto bytes = read_format_bytes(file);
  EXPECT_TRUE(bytes) << file;
  return bytes ? *bytes : std::string();
}

TEST(CompiledFormats, HoldEveryShippedFileAsTheBuildLinkedIt) {
  const auto compiled = compile_formats(kFormats);
  ASSERT_TRUE(compiled) << compiled.error().message;
  EXPECT_TRUE(*compiled == shipped_formats()) << "same files, same bytes";
  const auto files = format_files(kFormats);
  EXPECT_GE(files.size(), 9U);
  for (const auto& file : files)
    EXPECT_TRUE(find_compiled(shipped_formats(), bytes_of(file), file)) << file;
}

TEST(CompiledFormats, GiveTheSameLibraryAsTheFiles) {
  const auto parsed = LayoutLibrary::load(std::array{kFormats});
  const auto compiled = LayoutLibrary::load(std::array{kFormats}, shipped_formats());
  ASSERT_TRUE(parsed);
  ASSERT_TRUE(compiled);
  EXPECT_TRUE(compiled->diagnostics().empty());
  ASSERT_EQ(parsed->layouts().size(), compiled->layouts().size());
  for (std::size_t i = 0; i < parsed->layouts().size(); ++i) {
    const Layout &one = parsed->layouts()[i], &other = compiled->layouts()[i];
    EXPECT_EQ(one.id, other.id);
    EXPECT_EQ(one.file, other.file);
    EXPECT_EQ(one.tables.size(), other.tables.size());
    ASSERT_EQ(one.crosswalk.size(), other.crosswalk.size());
    for (std::size_t row = 0; row < one.crosswalk.size(); ++row) {
      EXPECT_EQ(one.crosswalk[row].targets, other.crosswalk[row].targets);
      EXPECT_EQ(one.crosswalk[row].status, other.crosswalk[row].status);
      EXPECT_EQ(one.crosswalk[row].reason_english, other.crosswalk[row].reason_english);
    }
  }
  ASSERT_NE(compiled->prose(), nullptr);
  EXPECT_EQ(parsed->prose()->rules.size(), compiled->prose()->rules.size());
  EXPECT_EQ(parsed->prose()->vocabulary.size, compiled->prose()->vocabulary.size);
  const std::u32string sentence = U"全年未收到政府信息公开申请";
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const auto hit = parsed->prose()->vocabulary.longest(sentence, at);
    const auto same = compiled->prose()->vocabulary.longest(sentence, at);
    EXPECT_EQ(hit.length, same.length);
    EXPECT_EQ(hit.word, same.word);
  }
}

TEST(CompiledFormats, KnowNoEditedFile) {
  std::string bytes = bytes_of(kFormats / "standard-2021.xml");
  ASSERT_TRUE(find_compiled(shipped_formats(), bytes, "standard-2021.xml"));
  for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
    std::string edited = bytes;
    edited[at] = static_cast<char>(edited[at] ^ 1);
    EXPECT_FALSE(find_compiled(shipped_formats(), edited, "standard-2021.xml")) << at;
  }
  EXPECT_FALSE(find_compiled(shipped_formats(), bytes + "\n", "standard-2021.xml"));
  EXPECT_FALSE(find_compiled({}, bytes, "standard-2021.xml"));
}

TEST(CompiledFormats, YieldNothingWhenCutOff) {
  const std::string bytes = bytes_of(kFormats / "fujian-2009.xml");  // the first in the file
  ASSERT_TRUE(find_compiled(shipped_formats(), bytes, "x"));
  for (const std::size_t size : {0U, 1U, 24U, 25U, 100U, 2'000U})
    EXPECT_FALSE(find_compiled(shipped_formats().substr(0, size), bytes, "x")) << size;
}

TEST(Archive, ReadsBackWhatItWroteAndNoMore) {
  archive::Encoder encoder;
  const std::vector<std::pair<std::string, std::u32string>> items{{"表", U"一二"}, {"", U""}};
  const std::optional<int> some = 7, none;
  const std::bitset<96> set("1" + std::string(69, '0') + "101");
  encoder.put(items);
  encoder.put(some);
  encoder.put(none);
  encoder.put(set);
  const std::string bytes = std::move(encoder).take();
  const auto read = [&](std::string_view from) {
    archive::Decoder decoder(from);
    std::vector<std::pair<std::string, std::u32string>> items_read;
    std::optional<int> some_read, none_read;
    std::bitset<96> set_read;
    decoder.get(items_read);
    decoder.get(some_read);
    decoder.get(none_read);
    decoder.get(set_read);
    if (!decoder.finished()) return false;
    EXPECT_EQ(items_read, items);
    EXPECT_EQ(some_read, some);
    EXPECT_EQ(none_read, none);
    EXPECT_EQ(set_read, set);
    return true;
  };
  EXPECT_TRUE(read(bytes));
  EXPECT_FALSE(read(bytes + '\0'));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(read(std::string_view(bytes).substr(0, size))) << size;
}

}  // namespace
}  // namespace guifan
