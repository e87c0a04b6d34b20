// SPDX-License-Identifier: Apache-2.0
// Which encoding: scored candidates, because declarations lie and detectors call a UTF-8 page with
// one bad byte something else.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "guifan/text.h"
#include "text/codec.h"
#include "text/han_plausibility.h"

namespace guifan {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{1}
                                     << 18;  // enough to judge; the choice then decodes everything
constexpr double kMostlyUtf8 =
    0.7;  // share of well-formed sequences: GBK text reaches a few percent by chance
constexpr double kDeclaredBonus = 0.08;  // a declaration decides only between near equals

struct ByteOrderMark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr auto kMarks = std::to_array<ByteOrderMark>({{"\xEF\xBB\xBF", Encoding::Utf8},
                                                      {"\xFF\xFE", Encoding::Utf16Le},
                                                      {"\xFE\xFF", Encoding::Utf16Be},
                                                      {"\x84\x31\x95\x33", Encoding::Gb18030}});

std::optional<Encoding> encoding_of_label(std::string_view label) {
  std::string name;
  for (const char c : label) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
  }
  if (name == "utf8" || name == "unicode11utf8") return Encoding::Utf8;
  for (const std::string_view gb :
       {"gb2312", "gbk", "gb18030", "gb231280", "xgbk", "eucCN", "euccn", "cp936", "936", "ms936",
        "windows936", "chinese", "csgb2312"})
    if (name == gb) return Encoding::Gb18030;
  for (const std::string_view big5 :
       {"big5", "big5hkscs", "xxbig5", "cnbig5", "csbig5", "cp950", "950", "windows950"})
    if (name == big5) return Encoding::Big5;
  if (name == "utf16le" || name == "utf16" || name == "unicode") return Encoding::Utf16Le;
  if (name == "utf16be") return Encoding::Utf16Be;
  return std::nullopt;
}

/// Drops NUL, turns CR LF and CR into LF.
std::string plain_lines(std::string text) {
  if (text.find('\0') == std::string::npos && text.find('\r') == std::string::npos) return text;
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\0') continue;
    if (c != '\r') {
      plain += c;
    } else {
      plain += '\n';
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    }
  }
  return plain;
}

/// The part of the bytes to judge: from the first byte that is not ASCII on, at an even offset.
std::string_view sample_of(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  std::size_t begin = first == bytes.end() ? 0 : static_cast<std::size_t>(first - bytes.begin());
  begin -= begin % 2;
  return bytes.substr(begin, kSampleBytes);
}

bool all_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return c != '\0' && static_cast<unsigned char>(c) < 0x80; });
}

struct Candidate {
  Encoding encoding;
  double score = 0;
};

double multibyte_score(std::string_view sample, Encoding encoding) {
  const Transcoded text = transcode(sample, encoding);
  const double all = static_cast<double>(text.sequences + text.invalid);
  if (all == 0) return 0;
  return std::max(0.0, han_plausibility(text.utf8) - 3.0 * static_cast<double>(text.invalid) / all);
}

/// UTF-16 without a mark: only where the bytes hold NUL or read as plausible Chinese. `bytes` is
/// the beginning of the file, because the pairing counts from there.
double utf16_score(std::string_view bytes, Encoding encoding) {
  if (bytes.size() < 4) return 0;
  const Transcoded text = transcode(bytes, encoding);
  std::size_t ascii = 0, other = 0;
  for (const char c : text.utf8)
    (static_cast<unsigned char>(c) < 0x80 && c != '\0' ? ascii : other) += 1;
  const double invalid_share =
      static_cast<double>(text.invalid) / (static_cast<double>(bytes.size()) / 2);
  if (text.sequences == 0)
    return ascii > 0 && other == 0 && bytes.find('\0') != std::string_view::npos ? 0.9 : 0;
  return std::max(0.0, han_plausibility(text.utf8) - 3.0 * invalid_share);
}

/// Which encoding, how sure, and why.
struct Judgement {
  Encoding encoding = Encoding::Utf8;
  double confidence = 0;
  Words reason;
};

/// The two encodings of two and more bytes, the better one first. A declared one has an advantage.
std::array<Candidate, 2> multibyte_candidates(std::string_view sample,
                                              std::optional<Encoding> label) {
  std::array<Candidate, 2> candidates{
      {{Encoding::Gb18030, multibyte_score(sample, Encoding::Gb18030)},
       {Encoding::Big5, multibyte_score(sample, Encoding::Big5)}}};
  for (Candidate& candidate : candidates)
    if (label == candidate.encoding) candidate.score += kDeclaredBonus;
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& left, const Candidate& right) { return left.score > right.score; });
  return candidates;
}

Judgement as_multibyte(const Candidate& best, const Candidate& second, bool declared_so) {
  return {
      best.encoding,
      0.5 + std::min(0.49, best.score - second.score),
      {fmt::format("{}按 {} 读得通（{:.2f}，按 {} 是 {:.2f}）", declared_so ? "网页声明如此；" : "",
                   to_string(best.encoding), best.score, to_string(second.encoding), second.score),
       fmt::format("{}{} reads as Chinese text ({:.2f} against {:.2f} for {})",
                   declared_so ? "declared; " : "", to_string(best.encoding), best.score,
                   second.score, to_string(second.encoding))}};
}

/// In what is looked at of a file.
bool has_nul(std::string_view text) {
  return text.substr(0, kSampleBytes).find('\0') != std::string_view::npos;
}

/// Text that holds no NUL and breaks no rule of UTF-8 is UTF-8: nothing else needs to be tried.
Judgement sound_utf8() {
  return {Encoding::Utf8, 0.99, {"按 UTF-8 解码无误", "decodes as UTF-8 without error"}};
}

/// REQUIRES: `all` has no byte-order mark and holds more than ASCII.
Judgement judge(std::string_view all, std::optional<Encoding> label) {
  const std::string_view head = all.substr(0, kSampleBytes);
  const bool nul = has_nul(all);
  const std::string_view sample = sample_of(all);
  const Transcoded utf8 = transcode(sample, Encoding::Utf8);
  const bool sound = utf8.invalid == 0 && utf8.sequences > 0;  // as far as the sample goes
  if (sound && !nul) return sound_utf8();

  const double little = utf16_score(head, Encoding::Utf16Le);
  const double big = utf16_score(head, Encoding::Utf16Be);
  Judgement wide{little >= big ? Encoding::Utf16Le : Encoding::Utf16Be,
                 std::max(little, big),
                 {"没有字节顺序标记，按 16 位解码读得通",
                  "no byte-order mark, 16-bit units read as Chinese text"}};
  if (nul && wide.confidence > 0.5) return wide;
  if (sound) return sound_utf8();

  const auto [best, second] = multibyte_candidates(sample, label);
  const double sequences = static_cast<double>(utf8.sequences + utf8.invalid);
  const double utf8_share = sequences == 0 ? 0 : static_cast<double>(utf8.sequences) / sequences;
  if (utf8_share >= kMostlyUtf8 ||
      (utf8_share >= 0.4 && best.score < 0.4 && han_plausibility(utf8.utf8) > best.score))
    return {Encoding::Utf8,
            utf8_share,
            {fmt::format("大部分是 UTF-8，有 {} 处损坏", utf8.invalid),
             fmt::format("mostly valid UTF-8, {} broken sequences", utf8.invalid)}};
  if (!nul && wide.confidence > 0.75 && wide.confidence > best.score + 0.2) return wide;
  return as_multibyte(best, second, label == best.encoding);
}

}  // namespace

DecodedText decode(std::span<const std::byte> bytes, std::string_view declared) {
  const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const std::optional<Encoding> label = encoding_of_label(declared);
  std::string_view text = all;
  Judgement judged;
  Transcoded transcoded;
  const auto mark = std::ranges::find_if(
      kMarks, [&](const ByteOrderMark& each) { return all.starts_with(each.bytes); });
  const bool ascii = mark == std::end(kMarks) && all_ascii(all);
  if (mark != std::end(kMarks)) {
    text.remove_prefix(mark->bytes.size());
    judged = {mark->encoding, 1.0, {"字节顺序标记", "byte-order mark"}};
    transcoded = transcode(text, judged.encoding);
  } else if (ascii) {
    judged = {Encoding::Utf8, 1.0, {"全是 ASCII 字符", "ASCII only"}};
    transcoded.utf8 = text;
  } else if (is_utf8(text) && !has_nul(text)) {
    judged = sound_utf8();
    transcoded.utf8 = text;
  } else {
    judged = judge(all, label);
    transcoded = transcode(text, judged.encoding);
  }

  DecodedText result;
  result.utf8 = plain_lines(std::move(transcoded.utf8));
  result.encoding = to_string(judged.encoding);
  result.confidence = std::clamp(judged.confidence, 0.0, 1.0);
  result.reason = std::move(judged.reason);
  result.invalid_sequences = transcoded.invalid + (transcoded.cut_at_end ? 1 : 0);
  // Every encoding that is declared in practice agrees on ASCII.
  result.declared_wrong = !declared.empty() && !ascii && label != judged.encoding;
  return result;
}

}  // namespace guifan
