// SPDX-License-Identifier: Apache-2.0
#include "rebuild.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <vector>

#include "content_lexer.h"
#include "objects.h"
#include "reader_limits.h"

namespace guifan::pdf {
namespace {

constexpr unsigned long kHighestObject = 8'388'607;  // Annex C of the PDF specification

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Found {
  unsigned long generation = 0;
  std::string_view body;  ///< the object without its stream
  std::string_view stream;
  bool has_stream = false;
  std::string owned;  ///< body of an object that came out of an object stream
};

/// Reads a number that ends right before `end` (spaces allowed); `end` moves to its first digit.
std::optional<unsigned long> number_before(std::string_view bytes, std::size_t& end) {
  std::size_t stop = end;
  while (stop > 0 && is_space(bytes[stop - 1])) --stop;
  std::size_t start = stop;
  while (start > 0 && is_digit(bytes[start - 1]) && stop - start < 10) --start;
  unsigned long value = 0;
  if (start == stop ||
      std::from_chars(bytes.data() + start, bytes.data() + stop, value).ec != std::errc())
    return {};
  end = start;
  return value;
}

/// The bytes of the value of `key` on the top level of a dictionary, "" where it is not there.
std::string_view raw_value(std::string_view dictionary, std::string_view key) {
  ContentLexer lexer(dictionary);
  std::size_t depth = 0, value_begin = 0;
  bool in_value = false, wanted = false, value_seen = false;
  for (;;) {
    const std::size_t before = lexer.position();
    const Token token = lexer.next();
    if (token.kind == TokenKind::End) return {};
    const bool closes = token.kind == TokenKind::DictionaryEnd || token.kind == TokenKind::ArrayEnd;
    if (closes && depth > 0) --depth;
    if (closes && depth == 0)
      return wanted ? dictionary.substr(value_begin, before - value_begin) : std::string_view();
    // On the top level a name is a key, unless it directly follows one.
    if (depth == 1 && token.kind == TokenKind::Name && (!in_value || value_seen)) {
      if (wanted) return dictionary.substr(value_begin, before - value_begin);
      wanted = token.text == key;
      value_begin = lexer.position();
      in_value = true;
      value_seen = false;
    } else {
      value_seen = true;
    }
    if (token.kind == TokenKind::DictionaryBegin || token.kind == TokenKind::ArrayBegin) ++depth;
    lexer.forget_strings();
  }
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

unsigned long to_number(std::string_view text) {
  unsigned long value = 0;
  const std::string digits = trimmed(text);
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

  std::string run() {
    scan_objects();
    if (objects_.empty()) return {};
    scan_trailers();
    if (encrypt_.empty()) expand_object_streams();
    return write();
  }

 private:
  void scan_objects() {
    for (std::size_t at = bytes_.find("obj"); at != std::string_view::npos;
         at = bytes_.find("obj", at)) {
      const std::size_t keyword = at;
      at += 3;
      if (objects_.size() >= limits::rebuilt_objects) return;
      std::size_t end = keyword;
      const auto generation = number_before(bytes_, end);
      if (!generation || *generation > 65'535 || end == 0 || !is_space(bytes_[end - 1])) continue;
      const auto number = number_before(bytes_, end);
      if (!number || *number == 0 || *number > kHighestObject) continue;
      Found found;
      found.generation = *generation;
      at = read_body(keyword + 3, found);
      objects_[*number] = std::move(found);  // the last definition in the file wins
    }
  }

  /// Reads the object that starts at `begin`; gives the place where scanning goes on.
  std::size_t read_body(std::size_t begin, Found& found) {
    ContentLexer lexer(bytes_.substr(begin));
    std::size_t depth = 0, end = 0;
    bool complete =
        false;  // a dictionary or an array was closed: what follows is no part of the object
    for (;;) {
      const Token token = lexer.next();
      if (token.kind == TokenKind::End) break;
      if (token.kind == TokenKind::Operator && (token.text == "endobj" || token.text == "obj"))
        break;
      if (token.kind == TokenKind::Operator && token.text.substr(0, 6) == "stream" && depth == 0) {
        found.body = bytes_.substr(begin, end);
        return read_stream(begin + end, found);
      }
      if (complete) break;
      if (token.kind == TokenKind::DictionaryBegin || token.kind == TokenKind::ArrayBegin) ++depth;
      const bool closes =
          token.kind == TokenKind::DictionaryEnd || token.kind == TokenKind::ArrayEnd;
      if (closes && depth > 0) complete = --depth == 0;
      end = lexer.position();
      lexer.forget_strings();
    }
    found.body = bytes_.substr(begin, end);
    return begin + std::max<std::size_t>(end, 1);
  }

  std::size_t read_stream(std::size_t after_dictionary, Found& found) {
    std::size_t begin = bytes_.find("stream", after_dictionary);
    begin = begin == std::string_view::npos ? bytes_.size() : begin + 6;
    if (begin < bytes_.size() && bytes_[begin] == '\r') ++begin;
    if (begin < bytes_.size() && bytes_[begin] == '\n') ++begin;
    begin = std::min(begin, bytes_.size());
    found.has_stream = true;
    // A /Length that leads to endstream is right; any other is not believed.
    const unsigned long length = to_number(raw_value(found.body, "Length"));
    if (length > 0 && length <= bytes_.size() - begin) {
      std::size_t at = begin + length;
      while (at < bytes_.size() && is_space(bytes_[at])) ++at;
      if (bytes_.compare(at, 9, "endstream") == 0) {
        found.stream = bytes_.substr(begin, length);
        return at + 9;
      }
    }
    std::size_t end = bytes_.find("endstream", begin);
    if (end == std::string_view::npos) end = bytes_.find("endobj", begin);
    if (end == std::string_view::npos) end = bytes_.size();
    std::size_t data_end = end;
    if (data_end > begin && bytes_[data_end - 1] == '\n') --data_end;
    if (data_end > begin && bytes_[data_end - 1] == '\r') --data_end;
    found.stream = bytes_.substr(begin, data_end - begin);
    return std::max(end, begin);
  }

  void take_trailer(std::string_view dictionary) {
    const std::string root = trimmed(raw_value(dictionary, "Root"));
    if (!root.empty()) root_ = root;
    const std::string encrypt = trimmed(raw_value(dictionary, "Encrypt"));
    const std::string id = trimmed(raw_value(dictionary, "ID"));
    const std::string info = trimmed(raw_value(dictionary, "Info"));
    if (!encrypt.empty()) encrypt_ = encrypt;
    if (!id.empty()) id_ = id;
    if (!info.empty()) info_ = info;
  }

  void scan_trailers() {
    for (std::size_t at = bytes_.find("trailer"); at != std::string_view::npos;
         at = bytes_.find("trailer", at + 7)) {
      Found found;
      read_body(at + 7, found);
      take_trailer(found.body);
    }
    for (const auto& [number, found] : objects_) {
      const std::string type = trimmed(raw_value(found.body, "Type"));
      if (type == "/XRef") take_trailer(found.body);
      if (type == "/Catalog" && root_.empty())
        root_ = std::to_string(number) + " " + std::to_string(found.generation) + " R";
    }
  }

  void expand_object_streams() {
    std::map<unsigned long, Found> inner;
    std::size_t total = 0;
    for (const auto& [number, found] : objects_) {
      if (!found.has_stream || trimmed(raw_value(found.body, "Type")) != "/ObjStm") continue;
      const std::string filter = trimmed(raw_value(found.body, "Filter"));
      const std::string data = filter.find("FlateDecode") != std::string::npos
                                   ? inflate(found.stream, limits::stream_bytes)
                                   : std::string(found.stream);
      total += data.size();
      if (total > limits::decoded_bytes) return;
      const unsigned long count = to_number(raw_value(found.body, "N")),
                          first = to_number(raw_value(found.body, "First"));
      ContentLexer header(data);
      std::vector<std::pair<unsigned long, std::size_t>> entries;
      for (unsigned long i = 0; i < count && entries.size() < limits::rebuilt_objects; ++i) {
        const Token id = header.next(), offset = header.next();
        if (id.kind != TokenKind::Number || offset.kind != TokenKind::Number || id.number < 1 ||
            offset.number < 0)
          break;
        if (header.position() > first + 1) break;
        if (id.number > static_cast<double>(kHighestObject) ||
            offset.number > static_cast<double>(data.size()))
          continue;
        entries.emplace_back(static_cast<unsigned long>(id.number),
                             first + static_cast<std::size_t>(offset.number));
      }
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto [id, begin] = entries[i];
        const std::size_t end = i + 1 < entries.size() ? entries[i + 1].second : data.size();
        if (begin >= data.size() || end < begin || id > kHighestObject) continue;
        Found object;
        object.owned = data.substr(begin, end - begin);
        inner[id] = std::move(object);
      }
    }
    for (auto& [number, found] : inner) {
      const std::string type = trimmed(raw_value(found.owned, "Type"));
      if (type == "/Catalog" && root_.empty()) root_ = std::to_string(number) + " 0 R";
      objects_.emplace(number,
                       std::move(found));  // an object that also stands alone was updated later
    }
  }

  std::string write() {
    std::string out = "%PDF-1.7\n% rebuilt\n";
    std::map<unsigned long, std::pair<std::size_t, unsigned long>> offsets;
    for (const auto& [number, found] : objects_) {
      const std::string_view body =
          found.owned.empty() ? found.body : std::string_view(found.owned);
      const std::string type = trimmed(raw_value(body, "Type"));
      if (type == "/XRef" || (type == "/ObjStm" && encrypt_.empty())) continue;
      offsets[number] = {out.size(), found.generation};
      out += std::to_string(number) + " " + std::to_string(found.generation) + " obj\n";
      const std::size_t close = found.has_stream ? body.rfind(">>") : std::string_view::npos;
      if (close != std::string_view::npos) {  // the later of two equal keys wins
        out.append(body.substr(0, close));
        out += "/Length " + std::to_string(found.stream.size()) + ">>\nstream\n";
        out.append(found.stream);
        out += "\nendstream";
      } else {
        out.append(body);
      }
      out += "\nendobj\n";
    }
    const unsigned long highest = offsets.empty() ? 0 : offsets.rbegin()->first;
    if (root_.empty()) {
      const unsigned long number = highest + 1;
      root_ = std::to_string(number) + " 0 R";
      offsets[number] = {out.size(), 0};
      out += std::to_string(number) + " 0 obj\n<</Type/Catalog>>\nendobj\n";
    }
    if (offsets.empty()) return {};  // nothing but cross-reference streams
    while (out.size() < 1024)
      out += "% padding: the parser looks for the trailer in the last kilobyte\n";
    const std::size_t xref = out.size();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (const auto& [number, place] : offsets) {
      char entry[64];
      std::snprintf(entry, sizeof entry, "%lu 1\n%010zu %05lu n \n", number, place.first,
                    place.second);
      out += entry;
    }
    out += "trailer\n<</Size " + std::to_string(offsets.rbegin()->first + 1) + "/Root " + root_;
    if (!encrypt_.empty()) out += "/Encrypt " + encrypt_;
    if (!id_.empty())
      out += "/ID " + id_;
    else if (!encrypt_.empty())
      out += "/ID[()()]";  // keys are made with the ID; where there is none, with nothing
    if (!info_.empty()) out += "/Info " + info_;
    out += ">>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
    return out;
  }

  std::string_view bytes_;
  std::map<unsigned long, Found> objects_;
  std::string root_, encrypt_, id_, info_;
};

}  // namespace

std::string rebuild(std::string_view bytes) {
  return Scanner(bytes).run();
}

}  // namespace guifan::pdf
