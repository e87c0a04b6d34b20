// SPDX-License-Identifier: Apache-2.0
#include "html/tokenizer.h"

#include <algorithm>
#include <utility>

namespace guifan::html {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, [](char a, char b) { return lower(a) == lower(b); });
}

constexpr std::array<std::string_view, static_cast<std::size_t>(Attribute::Count)> kAttributeNames{
    "class", "colspan", "content", "hidden", "id", "name", "property", "role", "rowspan", "style"};

Attribute attribute_of(std::string_view name) {
  for (std::size_t i = 0; i < kAttributeNames.size(); ++i)
    if (equal_ignoring_case(name, kAttributeNames[i])) return static_cast<Attribute>(i);
  return Attribute::Count;
}

}  // namespace

void Tokenizer::advance_to(std::size_t position) {
  line_ += static_cast<std::uint32_t>(
      std::count(html_.begin() + static_cast<std::ptrdiff_t>(at_),
                 html_.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
  at_ = position;
}

bool Tokenizer::begins_markup(std::size_t position) const {
  if (html_[position] != '<' || position + 1 >= html_.size()) return false;
  const char after = html_[position + 1];
  return after == '!' || after == '?' || after == '/' || is_letter(after);
}

Token Tokenizer::next() {
  Token token;
  token.line = line_;
  if (raw_ != Tag::Inline) {
    read_raw_text(token);
    return token;
  }
  while (at_ < html_.size()) {
    token.line = line_;
    if (!begins_markup(at_)) {  // a '<' that begins no markup is text (<5件)
      std::size_t end = html_.find('<', at_ + 1);
      while (end != npos && !begins_markup(end)) end = html_.find('<', end + 1);
      end = std::min(end, html_.size());
      token.kind = Token::Kind::Text;
      token.text = html_.substr(at_, end - at_);
      advance_to(end);
      return token;
    }
    const char after = html_[at_ + 1];
    if (after == '!' || after == '?') {
      if (skip_declaration(token)) return token;
    } else if (read_tag(token)) {
      return token;
    }
  }
  token.kind = Token::Kind::EndOfFile;
  return token;
}

/// Skips a comment or declaration. True: it was a CDATA section, whose text is in `token`.
bool Tokenizer::skip_declaration(Token& token) {
  const std::string_view rest = html_.substr(at_);
  if (rest.starts_with("<!--")) {
    if (rest.starts_with("<!-->")) {
      advance_to(at_ + 5);
      return false;
    }
    if (!no_more_comment_ends_) {
      const std::size_t end = html_.find("-->", at_ + 4);
      if (end != npos) {
        advance_to(end + 3);
        return false;
      }
      no_more_comment_ends_ = true;
    }
    ++broken_places_;  // never closed: what follows its first '>' is kept, for nothing may be lost
  } else if (rest.starts_with("<![CDATA[")) {
    const std::size_t end = html_.find("]]>", at_);
    if (end != npos) {
      token.kind = Token::Kind::Text;
      token.literal = true;
      token.text = html_.substr(at_ + 9, end - at_ - 9);
      advance_to(end + 3);
      return true;
    }
  }
  const std::size_t end = html_.find('>', at_);
  advance_to(end == npos ? html_.size() : end + 1);
  return false;
}

/// Reads a start or end tag; false where there was none after all (</> and its like).
bool Tokenizer::read_tag(Token& token) {
  const bool end_tag = html_[at_ + 1] == '/';
  std::size_t name_begin = at_ + (end_tag ? 2 : 1);
  if (name_begin >= html_.size() || !is_letter(html_[name_begin])) {
    const std::size_t end = html_.find('>', at_);
    advance_to(end == npos ? html_.size() : end + 1);
    return false;
  }
  std::size_t name_end = name_begin;
  while (name_end < html_.size() && !is_space(html_[name_end]) && html_[name_end] != '>' &&
         html_[name_end] != '/' && html_[name_end] != '<')
    ++name_end;
  const std::string_view name = html_.substr(name_begin, name_end - name_begin);
  token.kind = end_tag ? Token::Kind::End : Token::Kind::Start;
  token.tag = tag_of(name);
  advance_to(name_end);
  read_attributes(token);
  if (!end_tag && is_raw_text(token.tag) && !token.self_closing) {
    raw_ = token.tag;
    raw_name_ = name;
  }
  return true;
}

/// From behind the tag name to behind the '>'.
void Tokenizer::read_attributes(Token& token) {
  while (at_ < html_.size()) {
    const char c = html_[at_];
    if (c == '>') {
      advance_to(at_ + 1);
      return;
    }
    if (c == '<') {  // <td<td>: the tag was never closed
      ++broken_places_;
      return;
    }
    if (is_space(c) || c == '/') {
      token.self_closing = c == '/' && at_ + 1 < html_.size() && html_[at_ + 1] == '>';
      advance_to(at_ + 1);
      continue;
    }
    std::size_t end = at_ + 1;  // a leading '=' belongs to the name, as browsers have it
    while (end < html_.size() && !is_space(html_[end]) && html_[end] != '=' && html_[end] != '>' &&
           html_[end] != '/')
      ++end;
    const Attribute name = attribute_of(html_.substr(at_, end - at_));
    std::size_t equals = end;
    while (equals < html_.size() && is_space(html_[equals])) ++equals;
    advance_to(equals);
    std::string_view value;
    if (equals < html_.size() && html_[equals] == '=') {
      advance_to(equals + 1);
      value = read_attribute_value();
    }
    if (name != Attribute::Count && !token.has(name)) {
      token.present |= 1U << static_cast<unsigned>(name);
      token.values[static_cast<std::size_t>(name)] = value;
    }
  }
  ++broken_places_;
}

std::string_view Tokenizer::read_attribute_value() {
  while (at_ < html_.size() && is_space(html_[at_])) advance_to(at_ + 1);
  if (at_ >= html_.size()) return {};
  const char quote = html_[at_];
  if (quote == '"' || quote == '\'') {
    bool& none = quote == '"' ? no_more_double_quotes_ : no_more_single_quotes_;
    if (!none) {
      const std::size_t end = html_.find(quote, at_ + 1);
      if (end != npos) {
        const std::string_view value = html_.substr(at_ + 1, end - at_ - 1);
        advance_to(end + 1);
        return value;
      }
      none = true;
    }
    ++broken_places_;  // a quote that never closes ends with its tag, or the rest of the page would
                       // be lost
  }
  std::size_t end = at_;
  while (end < html_.size() && !is_space(html_[end]) && html_[end] != '>') ++end;
  const std::string_view value = html_.substr(at_, end - at_);
  advance_to(end);
  return value;
}

std::size_t Tokenizer::find_end_tag(std::string_view name) const {
  for (std::size_t at = html_.find("</", at_); at != npos; at = html_.find("</", at + 2)) {
    const std::string_view rest = html_.substr(at + 2);
    if (rest.size() >= name.size() && equal_ignoring_case(rest.substr(0, name.size()), name) &&
        (rest.size() == name.size() || is_space(rest[name.size()]) || rest[name.size()] == '/' ||
         rest[name.size()] == '>'))
      return at;
  }
  return npos;
}

void Tokenizer::read_raw_text(Token& token) {
  token.kind = Token::Kind::RawText;
  token.tag = std::exchange(raw_, Tag::Inline);
  const unsigned known =
      1U << (static_cast<unsigned>(token.tag) - static_cast<unsigned>(Tag::Script));
  std::size_t end = (never_closed_ & known) != 0 ? npos : find_end_tag(raw_name_);
  if (end == npos) {
    ++broken_places_;
    never_closed_ |= known;
    // A script without an end swallows the rest of the page in every browser; a title must not.
    const bool swallows = token.tag == Tag::Script || token.tag == Tag::Style;
    end = swallows ? html_.size() : std::min(html_.find('<', at_), html_.size());
  }
  token.text = html_.substr(at_, end - at_);
  advance_to(end);
}

}  // namespace guifan::html
