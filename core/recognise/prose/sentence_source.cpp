// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/sentence_source.h"

#include "text/utf8.h"

namespace guifan::prose {
namespace {

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n\r") - begin + 1));
}

}  // namespace

Decoded decode_text(std::string_view utf8) {
  Decoded decoded;
  decoded.text.reserve(utf8.size() / 2);
  decoded.offsets.reserve(utf8.size() / 2);
  for (std::size_t at = 0; at < utf8.size();) {
    const auto point = utf8::decode(utf8, at);
    decoded.offsets.push_back(at);
    decoded.text += point.value;
    at += point.length;
  }
  decoded.offsets.push_back(utf8.size());
  return decoded;
}

void SentenceSource::split() {
  if (split_) return;
  split_ = true;
  original_ = decode_text(text_.original);
  ranges_ = split_sentences(original_.text);
  if (ranges_.size() != count_) ranges_.clear();
}

std::string SentenceSource::quote(std::size_t index) {
  split();
  if (ranges_.empty()) return trimmed(text_.original);
  const std::size_t begin = original_.offsets[ranges_[index].begin];
  const std::size_t end = original_.offsets[ranges_[index].end];
  return trimmed(std::string_view(text_.original).substr(begin, end - begin));
}

Locator SentenceSource::place(std::size_t index) {
  split();
  if (ranges_.empty()) return text_.place();
  std::size_t at = ranges_[index].begin;
  while (at < ranges_[index].end && (original_.text[at] == U' ' || original_.text[at] == U'\u3000'))
    ++at;
  return text_.place_at(original_.offsets[at]);
}

}  // namespace guifan::prose
