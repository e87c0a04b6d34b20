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

/// Adobe-* and *-UCS2 map CIDs or codes to Unicode for other purposes; PDF files cannot name them
/// as encodings.
bool is_encoding(const std::string& name) {
  return !name.starts_with("Adobe-") && !name.starts_with("UCS2-") &&
         (name.ends_with("-H") || name.ends_with("-V") || name == "H" || name == "V") &&
         name.find("UTF8") == std::string::npos && name.find("UTF32") == std::string::npos;
}

std::uint32_t size_of(const auto& items) {
  return static_cast<std::uint32_t>(items.size());
}

/// The table under construction.
class Packer {
 public:
  void add_collection(const std::string& name, const std::vector<std::uint32_t>& cids) {
    collections_.push_back({add_name(name), size_of(words_), size_of(cids)});
    words_.insert(words_.end(), cids.begin(), cids.end());
  }

  void add_cmaps(const std::map<std::string, Source>& sources) {
    std::map<std::string, std::uint32_t> index_of;
    for (const auto& [name, source] : sources) index_of.emplace(name, size_of(index_of));
    for (const auto& [name, source] : sources) {
      const auto base = index_of.find(source.cmap.base);
      add_cmap(name, source, base == index_of.end() ? 0 : base->second + 1);
    }
  }

  bool write(const fs::path& file) {
    while (names_.size() % 4 != 0) names_ += '\0';
    const PackedHeader header{kPackedMagic,     size_of(cmaps_),  size_of(collections_),
                              size_of(spaces_), size_of(ranges_), size_of(words_),
                              size_of(names_)};
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    put(out, cmaps_);
    put(out, collections_);
    put(out, spaces_);
    put(out, ranges_);
    put(out, words_);
    out << names_;
    out.close();
    return out.good();
  }

 private:
  std::uint32_t add_name(const std::string& name) {
    const std::uint32_t offset = size_of(names_);
    names_ += name + '\0';
    return offset;
  }

  /// `base`: see PackedCMap.
  void add_cmap(const std::string& name, const Source& source, std::uint32_t base) {
    PackedCMap entry{};
    entry.name = add_name(name);
    entry.first_codespace = size_of(spaces_);
    entry.codespace_count = size_of(source.cmap.codespaces);
    for (const Codespace& space : source.cmap.codespaces)
      spaces_.push_back({space.low, space.high, space.bytes});
    entry.first_range = size_of(ranges_);
    entry.range_count = size_of(source.cmap.cids);
    for (const CidRange& range : source.cmap.cids)
      ranges_.push_back({range.low, range.high, range.bytes << 24 | range.cid});
    entry.base = base;
    entry.vertical = source.cmap.vertical ? 1 : 0;
    entry.collection = source.collection;
    cmaps_.push_back(entry);
  }

  std::vector<PackedCMap> cmaps_;
  std::vector<PackedCollection> collections_;
  std::vector<PackedCodespace> spaces_;
  std::vector<PackedRange> ranges_;
  std::vector<std::uint32_t> words_;
  std::string names_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_cmap_table POPPLER_DATA_FOLDER OUTPUT\n";
    return 64;
  }
  const fs::path folder = arguments[1];
  Packer packer;
  std::map<std::string, Source> sources;  // ordered by name, as lookups need it
  for (std::uint32_t index = 0; index < std::size(kCollections); ++index) {
    const std::string collection = kCollections[index];
    const fs::path unicode = folder / "cidToUnicode" / ("Adobe-" + collection);
    const auto cids = read_cid_to_unicode(unicode, collection);
    if (cids.empty()) {
      std::cerr << "make_cmap_table: no " << unicode << " (install poppler-data)\n";
      return 2;
    }
    packer.add_collection(collection, cids);
    for (const auto& file : fs::directory_iterator(folder / "cMap" / ("Adobe-" + collection)))
      if (const std::string name = file.path().filename(); is_encoding(name))
        sources[name] = {parse_cmap(read_file(file.path())), index};
  }
  packer.add_cmaps(sources);
  if (packer.write(arguments[2])) return 0;
  std::cerr << "make_cmap_table: cannot write " << arguments[2] << "\n";
  return 2;
}
