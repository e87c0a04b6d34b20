// SPDX-License-Identifier: Apache-2.0
// Text of old reports: bytes of any encoding to UTF-8, Traditional to Simplified, pinyin notes
// away, digits to ASCII. All functions are pure, thread-safe and free of the process locale.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/source_document.h"

namespace guifan {

/// What decode() made of a byte sequence.
struct DecodedText {
  std::string utf8;                   ///< valid UTF-8; undecodable bytes are U+FFFD; NUL is dropped
  std::string encoding;               ///< "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"
  double confidence = 0;              ///< 0..1
  Words reason;                       ///< e.g. "declared gb2312, decodes without error"
  std::size_t invalid_sequences = 0;  ///< bytes that did not decode
  bool declared_wrong = false;        ///< a declaration was there and was not followed
};

/// Decodes bytes by scored candidates: byte-order mark, the declared label, UTF-8, GB18030 (also
/// for gb2312 and gbk labels), Big5, UTF-16. One bad byte does not flip a page. `declared` is a
/// label from a meta element or an HTTP header; empty for none. Windows-style line ends become
/// '\n'.
DecodedText decode(std::span<const std::byte> bytes, std::string_view declared);

/// Removes pinyin notes that scrapers left behind each converted character: 據(jù) 國(guó)(guó). A
/// note counts when it carries a tone mark; toneless ones only where the text already has five
/// toned ones (`toned_notes` >= 5).
std::string remove_pinyin_notes(std::string_view utf8, std::size_t toned_notes);
/// How many toned pinyin notes a text holds.
std::size_t count_toned_pinyin_notes(std::string_view utf8);

/// Traditional to Simplified (OpenCC tw2s), then a small reviewed table of government terms (檔案
/// -> 文件 where a document is meant, 資訊 -> 信息, 釋出 -> 发布, ...). Simplified input comes back
/// unchanged.
std::string simplify(std::string_view utf8);

/// Full-width letters, digits and punctuation to ASCII where a report means the same ( ０ -> 0, （
/// -> (, ， -> , ), exotic spaces to one ASCII space, soft hyphens and zero-width characters away.
/// Chinese marks without an ASCII twin (。、“”《》【】) stay.
std::string fold_width(std::string_view utf8);

/// The recogniser's reading of a text: pinyin notes removed, simplified, width folded, runs of
/// spaces collapsed, trimmed. Line breaks stay.
std::string normalise_text(std::string_view utf8, std::size_t toned_notes = 0);
/// Fills Text::normalised of every paragraph and cell of the document; counts pinyin notes over the
/// whole document first.
void normalise(SourceDocument& document);

/// The comparison key of a label: only Han characters, Latin letters (lower case) and digits stay,
/// after normalise_text; a leading enumerator ("1.", "(一)", "三、", "①") and leading "其中:" are
/// cut off when `strip_enumerator`.
std::string label_key(std::string_view normalised, bool strip_enumerator = true);

/// A number as printed: "1,234.50", "１２", "-3". Exact decimal text, never a double.
struct PrintedNumber {
  std::string
      value;  ///< canonical: ASCII digits, no separators, no leading zeros but "0.5", "-" kept
  std::string unit;       ///< what follows directly: "项", "万元", "元", "件"; empty for none
  std::size_t begin = 0;  ///< byte range of number and unit in the text
  std::size_t end = 0;
};

/// The text is one number, optionally with thousands separators and a unit, and nothing else.
std::optional<PrintedNumber> parse_number(std::string_view normalised);
/// Chinese numerals up to 万亿 (二十一, 一百零三, 〇, 两, ○): the value, or nullopt where it is no
/// plain numeral.
std::optional<std::uint64_t> parse_chinese_numeral(std::string_view normalised);
/// All ASCII-digit numbers of a text, in order (thousands separators and decimals understood). For
/// conservation.
std::vector<PrintedNumber> find_numbers(std::string_view normalised);

/// Multiplies a canonical decimal by 10^power, exactly: shift_decimal("251000", -4) == "25.1".
std::string shift_decimal(std::string_view value, int power);
/// Sum of canonical decimals, exact.
std::string add_decimals(std::string_view left, std::string_view right);
std::string subtract_decimals(std::string_view left, std::string_view right);
/// <0, 0, >0 as left is less than, equal to or greater than right; "7" equals "7.0".
int compare_decimals(std::string_view left, std::string_view right);

}  // namespace guifan
