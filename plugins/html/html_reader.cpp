// SPDX-License-Identifier: Apache-2.0
#include "html/html_reader.h"

#include <optional>
#include <string>

#include "html/charset_sniff.h"
#include "html/document_emitter.h"
#include "html/page_analysis.h"
#include "html/saved_page.h"
#include "html/tree.h"
#include "reading/binary_container.h"

namespace guifan::html {
namespace {

constexpr std::size_t kProbeBytes = 64 * 1'024;
constexpr std::size_t kPreambleBytes =
    1'024;  // byte-order mark, comments and declarations before the first tag

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  return markup_of({reinterpret_cast<const std::uint8_t*>(name.data()), name.size()}, 4'096)
      .substr(dot + 1);
}

bool has_html_extension(std::string_view name) {
  const std::string extension = extension_of(name);
  return extension == "html" || extension == "htm" || extension == "shtml" || extension == "xhtml";
}

bool has_markdown_extension(std::string_view name) {
  const std::string extension = extension_of(name);
  return extension == "md" || extension == "markdown";
}

/// Tags of known elements, written as tags are: <p> <td class=..> </tr>.
std::size_t count_tags(std::string_view markup) {
  std::size_t count = 0;
  for (std::size_t at = markup.find('<'); at != std::string_view::npos;
       at = markup.find('<', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < markup.size() && markup[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < markup.size() && ((markup[end] >= 'a' && markup[end] <= 'z') ||
                                   (markup[end] >= '0' && markup[end] <= '9')))
      ++end;
    if (end == begin || end >= markup.size()) continue;
    const char after = markup[end];
    const std::string_view name = markup.substr(begin, end - begin);
    const bool known = tag_of(name) != Tag::Inline || name == "a" || name == "span" ||
                       name == "font" || name == "b" || name == "strong";
    count +=
        known && (after == '>' || after == ' ' || after == '/' || after == '\n' || after == '\r');
  }
  return count;
}

void report_decoding(const sdk::Context& context, const sdk::Decoded& decoded,
                     std::string_view declared) {
  if (decoded.declared_wrong())
    context.diagnose(sdk::Severity::Note, "READ-101", {declared, decoded.encoding()});
  if (decoded.invalid_sequences() > 0)
    context.diagnose(sdk::Severity::Warning, "READ-102",
                     {std::to_string(decoded.invalid_sequences()), decoded.encoding()});
}

void report_markup(const sdk::Context& context, const Tree& tree, const PageAnalysis& page) {
  if (tree.broken_places > 0)
    context.diagnose(sdk::Severity::Note, "READ-103", {std::to_string(tree.broken_places)});
  if (tree.too_deep > 0)
    context.diagnose(sdk::Severity::Warning, "READ-104",
                     {std::to_string(tree.too_deep), std::to_string(kElementDepth)});
  std::size_t struck = 0;
  for (NodeId id = 1; id < tree.nodes.size(); ++id)
    struck += tree[id].struck && page.hidden[id] && !page.hidden[tree[id].parent];
  if (struck > 0) context.diagnose(sdk::Severity::Warning, "READ-109", {std::to_string(struck)});
  if (page.too_large_tables > 0)
    context.diagnose(sdk::Severity::Warning, "READ-105", {std::to_string(page.too_large_tables)},
                     sdk::line(tree[page.first_too_large].line));
}

}  // namespace

sdk::Probe HtmlReader::probe(const sdk::Input& input) const {
  if (reading::is_binary_container(input.bytes().text()))
    return {0, "二进制文件\ta binary container"};
  if (looks_like_saved_page(input.bytes().text()))
    return {0.9, "MIME 头：存成单个文件的网页\ta MIME header: a page saved as one file"};
  const std::string markup = markup_of(input.bytes(), kProbeBytes);
  const std::string_view preamble = std::string_view(markup).substr(0, kPreambleBytes);
  const bool extension = has_html_extension(input.name());
  for (const std::string_view mark : {"<!doctype html", "<html", "<head>", "<body"})
    if (preamble.find(mark) != std::string_view::npos)
      return {0.95,
              "以 " + std::string(mark) + " 开头\t" + std::string(mark) + " at the beginning"};
  const std::size_t tags = count_tags(markup);
  // Its lines mean something; only a table in HTML is worth more than they are.
  if (has_markdown_extension(input.name()) && markup.find("<table") == std::string::npos)
    return {tags >= 3 ? 0.25 : 0, "Markdown 里的标记\tmarkup within Markdown"};
  if (tags >= 3 && tags * 300 >= markup.size())
    return {0.8, std::to_string(tags) + " 个 HTML 标记\t" + std::to_string(tags) + " HTML tags"};
  if (extension && tags > 0)
    return {0.7, "有 HTML 标记，文件名也是 HTML\tHTML tags and an HTML file name"};
  if (extension && !markup.empty()) return {0.35, "文件名是 HTML\tan HTML file name"};
  if (tags >= 3) return {0.25, "文字中有少量 HTML 标记\ta few HTML tags in text"};
  return {0, "no HTML tags"};
}

sdk::Status HtmlReader::read(const sdk::Context& context, const sdk::Input& input,
                             sdk::DocumentBuilder& document) const {
  if (reading::is_binary_container(input.bytes().text())) return sdk::Status::Unsupported;
  sdk::ByteView bytes = input.bytes();
  std::optional<SavedPage> saved;
  if (looks_like_saved_page(bytes.text())) {
    saved = open_saved_page(bytes.text());
    if (!saved) {
      context.diagnose(sdk::Severity::Error, "READ-107", {});
      return sdk::Status::Unsupported;
    }
    bytes = {reinterpret_cast<const std::uint8_t*>(saved->html.data()), saved->html.size()};
  }
  const std::string declared =
      saved && !saved->charset.empty() ? saved->charset : declared_charset(bytes);
  const sdk::Decoded decoded = context.decode(bytes, declared);
  report_decoding(context, decoded, declared);

  const Tree tree = build_tree(decoded.text());
  if (tree.too_many_nodes) {
    context.diagnose(sdk::Severity::Error, "READ-106", {std::to_string(kNodes)});
    return sdk::Status::LimitExceeded;
  }
  const PageAnalysis page = analyse_page(tree);
  report_markup(context, tree, page);

  document.metadata("media-type", saved ? "multipart/related" : "text/html");
  document.metadata("encoding", decoded.encoding());
  if (!tree.title.empty()) document.metadata("title", tree.title);
  for (const auto& [name, value] : tree.metadata) document.metadata(name, value);
  return emit_document(tree, page, document) ? sdk::Status::Ok : sdk::Status::LimitExceeded;
}

}  // namespace guifan::html
