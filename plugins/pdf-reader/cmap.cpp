// SPDX-License-Identifier: Apache-2.0
#include "cmap.h"

#include <algorithm>

#include "content_lexer.h"
#include "reader_limits.h"

namespace guifan::pdf {
namespace {

/// The big-endian value of a code string of 1 to 4 bytes.
std::optional<std::uint32_t> code_value(const Token& token) {
  if (token.kind != TokenKind::String || token.text.empty() || token.text.size() > 4)
    return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : token.text) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

class Parser {
 public:
  explicit Parser(std::string_view program) : lexer_(program) {}

  CMap run() {
    for (;;) {
      const Token token = lexer_.next();
      if (token.kind == TokenKind::End) break;
      if (token.kind != TokenKind::Operator) {
        if (operands_.size() < limits::operands) operands_.push_back(token);
        continue;
      }
      handle(token.text);
      operands_.clear();
      lexer_.forget_strings();
    }
    finish();
    return std::move(map_);
  }

 private:
  void handle(std::string_view name) {
    if (name == "endcodespacerange") codespaces();
    if (name == "endcidrange") cid_ranges(3);
    if (name == "endcidchar") cid_ranges(2);
    if (name == "endbfrange") unicode_ranges();
    if (name == "endbfchar") unicode_characters();
    if (name == "usecmap" && !operands_.empty() && operands_.back().kind == TokenKind::Name)
      map_.base = operands_.back().text;
    if (name == "def" && operands_.size() >= 2 &&
        operands_[operands_.size() - 2].kind == TokenKind::Name &&
        operands_[operands_.size() - 2].text == "WMode")
      map_.vertical = operands_.back().number == 1;
  }

  bool room() {
    if (map_.cids.size() + map_.unicode.size() + map_.codespaces.size() < limits::cmap_entries)
      return true;
    map_.truncated = true;
    return false;
  }

  void codespaces() {
    for (std::size_t i = 0; i + 1 < operands_.size() && room(); i += 2) {
      const auto low = code_value(operands_[i]), high = code_value(operands_[i + 1]);
      if (!low || !high) continue;
      map_.codespaces.push_back(
          {*low, *high, static_cast<std::uint32_t>(operands_[i + 1].text.size())});
    }
  }

  void cid_ranges(std::size_t step) {
    for (std::size_t i = 0; i + step <= operands_.size() && room(); i += step) {
      const auto low = code_value(operands_[i]), high = code_value(operands_[i + step - 2]);
      const Token& cid = operands_[i + step - 1];
      if (!low || !high || *high < *low || cid.kind != TokenKind::Number || cid.number < 0 ||
          cid.number > 0xffffff)
        continue;
      map_.cids.push_back({*low, *high, static_cast<std::uint32_t>(cid.number),
                           static_cast<std::uint32_t>(operands_[i].text.size())});
    }
  }

  void unicode_characters() {
    for (std::size_t i = 0; i + 1 < operands_.size() && room(); i += 2) {
      const auto code = code_value(operands_[i]);
      if (code && operands_[i + 1].kind == TokenKind::String)
        add_unicode(*code, *code, operands_[i + 1].text);
    }
  }

  void unicode_ranges() {
    for (std::size_t i = 0; i + 2 < operands_.size() && room();) {
      const auto low = code_value(operands_[i]), high = code_value(operands_[i + 1]);
      i += 2;
      if (operands_[i].kind == TokenKind::ArrayBegin) {
        std::uint32_t offset = 0;
        for (++i; i < operands_.size() && operands_[i].kind != TokenKind::ArrayEnd; ++i, ++offset)
          if (low && operands_[i].kind == TokenKind::String && room())
            add_unicode(*low + offset, *low + offset, operands_[i].text);
        ++i;
      } else {
        if (low && high && *high >= *low && operands_[i].kind == TokenKind::String)
          add_unicode(*low, *high, operands_[i].text);
        ++i;
      }
    }
  }

  void add_unicode(std::uint32_t low, std::uint32_t high, std::string_view utf16) {
    map_.unicode.push_back({low, high, from_utf16be(utf16)});
  }

  /// Later definitions win: stable sort by start keeps their order, lookups take the last that
  /// fits.
  void finish() {
    std::stable_sort(map_.cids.begin(), map_.cids.end(), [](const CidRange& a, const CidRange& b) {
      return a.bytes != b.bytes ? a.bytes < b.bytes : a.low < b.low;
    });
    std::stable_sort(map_.unicode.begin(), map_.unicode.end(),
                     [](const UnicodeRange& a, const UnicodeRange& b) { return a.low < b.low; });
  }

  ContentLexer lexer_;
  std::vector<Token> operands_;
  CMap map_;
};

/// How far a lookup walks back over ranges that start before the code; nested ranges deeper than
/// this do not occur.
constexpr std::size_t kOverlap = 8;

}  // namespace

bool Codespace::contains(std::uint32_t code) const {
  for (std::uint32_t shift = 0; shift < bytes * 8; shift += 8) {
    const std::uint32_t byte = code >> shift & 0xff;
    if (byte < (low >> shift & 0xff) || byte > (high >> shift & 0xff)) return false;
  }
  return true;
}

std::optional<std::u32string> CMap::text(std::uint32_t code) const {
  auto after = std::upper_bound(
      unicode.begin(), unicode.end(), code,
      [](std::uint32_t key, const UnicodeRange& range) { return key < range.low; });
  for (std::size_t step = 0; step < kOverlap && after != unicode.begin(); ++step) {
    --after;
    if (code > after->high) continue;
    std::u32string text = after->text;
    if (!text.empty()) text.back() += code - after->low;
    return text;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> CMap::cid(std::uint32_t code, std::uint32_t bytes) const {
  auto after = std::upper_bound(
      cids.begin(), cids.end(), code, [bytes](std::uint32_t key, const CidRange& range) {
        return bytes != range.bytes ? bytes < range.bytes : key < range.low;
      });
  for (std::size_t step = 0; step < kOverlap && after != cids.begin(); ++step) {
    --after;
    if (after->bytes != bytes) break;
    if (code <= after->high) return after->cid + (code - after->low);
  }
  return std::nullopt;
}

CMap parse_cmap(std::string_view program) {
  return Parser(program).run();
}

std::u32string from_utf16be(std::string_view bytes) {
  std::u32string text;
  if (bytes.size() == 1) return std::u32string(1, static_cast<unsigned char>(bytes[0]));
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto unit = [&](std::size_t at) {
      return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                   static_cast<unsigned char>(bytes[at + 1]));
    };
    char32_t c = unit(i);
    if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low < 0xdc00 || low >= 0xe000) continue;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      i += 2;
    } else if (c >= 0xd800 && c < 0xe000) {
      continue;
    }
    text += c;
  }
  return text;
}

}  // namespace guifan::pdf
