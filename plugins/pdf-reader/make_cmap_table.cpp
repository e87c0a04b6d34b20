// SPDX-License-Identifier: Apache-2.0
// Build tool: packs Debian's poppler-data CMaps into the table that predefined_cmaps.h describes.
//   make_cmap_table POPPLER_DATA_FOLDER OUTPUT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "cmap.h"
#include "predefined_cmaps.h"

namespace {

namespace fs = std::filesystem;
using namespace guifan::pdf;

constexpr const char* kCollections[] = {"GB1", "CNS1", "Japan1", "Korea1"};

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Source {
  CMap cmap;
  std::uint32_t collection = 0;
};

template <typename T>
void put(std::ostream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()),
            static_cast<std::streamsize>(items.size() * sizeof(T)));
}

/// One code point a line, line n for CID n; a comma separates characters of which the first is the
/// usual one.
std::vector<std::uint32_t> read_cid_to_unicode(const fs::path& file,
                                               const std::string& collection) {
  std::vector<std::uint32_t> words;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::uint32_t code = 0;
    try {
      code = static_cast<std::uint32_t>(std::stoul(line.substr(0, line.find(',')), nullptr, 16));
    } catch (const std::exception&) {
    }
    // CIDs 814..907 of Adobe-GB1 are half-width forms; the file gives the full-width twins.
    const std::size_t cid = words.size();
    if (collection == "GB1" && cid >= 814 && cid <= 907 && code >= 0xff01 && code <= 0xff5e)
      code -= 0xfee0;
    words.push_back(code);
  }
  return words;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 64;
  const fs::path folder = arguments[1];
  std::map<std::string, Source> sources;  // ordered by name, as lookups need it
  std::vector<PackedCollection> collections;
  std::vector<std::uint32_t> words;
  std::string names;
  const auto add_name = [&names](const std::string& name) {
    const auto offset = static_cast<std::uint32_t>(names.size());
    names += name + '\0';
    return offset;
  };

  for (std::uint32_t index = 0; index < std::size(kCollections); ++index) {
    const std::string collection = kCollections[index];
    const auto cids =
        read_cid_to_unicode(folder / "cidToUnicode" / ("Adobe-" + collection), collection);
    if (cids.empty()) {
      std::cerr << "make_cmap_table: no " << folder / "cidToUnicode"
                << " (install poppler-data)\n";
      return 1;
    }
    collections.push_back({add_name(collection), static_cast<std::uint32_t>(words.size()),
                           static_cast<std::uint32_t>(cids.size())});
    words.insert(words.end(), cids.begin(), cids.end());
    for (const auto& file : fs::directory_iterator(folder / "cMap" / ("Adobe-" + collection))) {
      const std::string name = file.path().filename();
      // Adobe-* and *-UCS2 map CIDs or codes to Unicode for other purposes; PDF files cannot name
      // them as encodings.
      const bool encoding =
          name.rfind("Adobe-", 0) != 0 && name.rfind("UCS2-", 0) != 0 &&
          (name.ends_with("-H") || name.ends_with("-V") || name == "H" || name == "V") &&
          name.find("UTF8") == std::string::npos && name.find("UTF32") == std::string::npos;
      if (encoding) sources[name] = {parse_cmap(read_file(file.path())), index};
    }
  }

  std::map<std::string, std::uint32_t> index_of;
  for (const auto& [name, source] : sources)
    index_of.emplace(name, static_cast<std::uint32_t>(index_of.size()));

  std::vector<PackedCMap> cmaps;
  std::vector<PackedCodespace> codespaces;
  std::vector<PackedRange> ranges;
  for (const auto& [name, source] : sources) {
    PackedCMap entry{};
    entry.name = add_name(name);
    entry.first_codespace = static_cast<std::uint32_t>(codespaces.size());
    entry.codespace_count = static_cast<std::uint32_t>(source.cmap.codespaces.size());
    for (const Codespace& space : source.cmap.codespaces)
      codespaces.push_back({space.low, space.high, space.bytes});
    entry.first_range = static_cast<std::uint32_t>(ranges.size());
    entry.range_count = static_cast<std::uint32_t>(source.cmap.cids.size());
    for (const CidRange& range : source.cmap.cids)
      ranges.push_back({range.low, range.high, range.bytes << 24 | range.cid});
    const auto base = index_of.find(source.cmap.base);
    entry.base = base == index_of.end() ? 0 : base->second + 1;
    entry.vertical = source.cmap.vertical ? 1 : 0;
    entry.collection = source.collection;
    cmaps.push_back(entry);
  }

  while (names.size() % 4 != 0) names += '\0';
  const PackedHeader header{kPackedMagic,
                            static_cast<std::uint32_t>(cmaps.size()),
                            static_cast<std::uint32_t>(collections.size()),
                            static_cast<std::uint32_t>(codespaces.size()),
                            static_cast<std::uint32_t>(ranges.size()),
                            static_cast<std::uint32_t>(words.size()),
                            static_cast<std::uint32_t>(names.size())};
  std::ofstream out(arguments[2], std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  put(out, cmaps);
  put(out, collections);
  put(out, codespaces);
  put(out, ranges);
  put(out, words);
  out << names;
  out.close();
  return out ? 0 : 1;
}
