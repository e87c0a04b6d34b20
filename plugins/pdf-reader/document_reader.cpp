// SPDX-License-Identifier: Apache-2.0
#include "document_reader.h"

#include <algorithm>

#include "crypt_filters.h"
#include "document_assembly.h"
#include "layout_pipeline.h"
#include "page_reader.h"
#include "prescan.h"
#include "rebuild.h"

namespace guifan::pdf {
namespace {

using sdk::Severity;
using sdk::Status;

/// What there is to say about one page.
struct PageReport {
  bool silent = false;      ///< pictures and no text
  bool recognised = false;  ///< its text was read off a picture, now or when the file was made
  bool read_now = false;    ///< recognised just now
  std::size_t unsure = 0;   ///< figures left out because recognition was not sure of them
  bool damaged = false, invisible_text = false;
  std::vector<std::string> unmapped_fonts;
  std::vector<std::size_t> unmapped_characters;
};

/// Everything read out of one set of bytes.
struct Extract {
  std::vector<PageLayout> pages;
  std::vector<PageReport> reports;  ///< beside pages
  std::vector<std::pair<std::string, std::string>> metadata;
  std::size_t characters = 0, missing_pages = 0;
  bool loose = false, truncated = false, damaged = false;
};

bool shows_only_pictures(const PageContent& page) {
  return page.images > 0 && std::none_of(page.characters.begin(), page.characters.end(),
                                         [](const Character& c) { return !c.space && !c.hidden; });
}

PageReport report_of(PageContent& page) {
  PageReport report;
  report.silent = shows_only_pictures(page);
  report.recognised = page.invisible_text && page.images > 0;
  report.damaged = page.damaged;
  report.invisible_text = page.invisible_text;
  report.unmapped_fonts = std::move(page.unmapped_fonts);
  report.unmapped_characters = std::move(page.unmapped_characters);
  return report;
}

/// Puts recognised text on a page that has no text of its own.
void take_recognised(const ReadOptions& options, PageContent& page, PageReport& report) {
  if (!report.silent) return;
  for (const RecognisedPage& recognised : options.recognised) {
    if (recognised.page != page.number) continue;
    report.unsure = add_recognised(recognised, page);
    report.recognised = report.read_now = true;
    report.silent = false;
    return;
  }
}

Extract extract(const ObjectStore& store, const ReadOptions& options) {
  Extract result;
  const Object* info = store.get(store.trailer(), "Info");
  for (const auto& [key, name] : {std::pair{"Title", "title"},
                                  {"Author", "author"},
                                  {"Producer", "producer"},
                                  {"CreationDate", "created"}})
    if (const std::string value = store.text(store.get(info, key)); !value.empty())
      result.metadata.emplace_back(name, value);
  const PageList list = list_pages(store);
  result.loose = list.loose;
  result.missing_pages = list.missing;
  result.truncated = list.truncated;
  FontCache fonts(store);
  Budget budget;
  const auto layers = hidden_layers(store);
  LayoutPipeline pipeline(list.pages.size());
  for (std::size_t i = 0; i < list.pages.size(); ++i) {
    PageContent page = pipeline.take();
    read_page(store, fonts, layers, budget, list.pages[i], static_cast<std::uint32_t>(i + 1), page);
    result.characters += static_cast<std::size_t>(
        std::count_if(page.characters.begin(), page.characters.end(),
                      [](const Character& c) { return c.code != 0xfffd; }));
    // A nameless font is mostly one that could not be found: a reason to look for it in the bytes.
    const auto& fonts_without_map = page.unmapped_fonts;
    const bool font_lost = std::find(fonts_without_map.begin(), fonts_without_map.end(), "") !=
                           fonts_without_map.end();
    result.damaged = result.damaged || page.damaged || font_lost;
    result.truncated = result.truncated || page.truncated;
    result.reports.push_back(report_of(page));
    take_recognised(options, page, result.reports.back());
    pipeline.put(std::move(page));
  }
  result.pages = pipeline.finish();
  for (const PageLayout& page : result.pages) result.truncated = result.truncated || page.truncated;
  result.truncated = result.truncated || store.exhausted();
  return result;
}

void say_about_pages(const std::vector<PageReport>& reports, Document& document) {
  const std::string total = std::to_string(reports.size());
  std::size_t silent = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const PageReport& report = reports[i];
    const auto page = static_cast<std::uint32_t>(i + 1);
    const std::string number = std::to_string(page);
    if (report.silent) {
      ++silent;
      document.say(Severity::Warning, "PDF-007", {number, total}, page);
    }
    if (report.read_now)
      document.say(Severity::Warning, "PDF-019", {number, std::to_string(report.unsure)}, page);
    if (report.damaged) document.say(Severity::Warning, "PDF-006", {number}, page);
    if (report.invisible_text) document.say(Severity::Warning, "PDF-011", {number}, page);
    for (std::size_t f = 0; f < report.unmapped_fonts.size(); ++f)
      document.say(Severity::Warning, "PDF-009",
                   {report.unmapped_fonts[f].empty() ? "?" : report.unmapped_fonts[f], number,
                    std::to_string(report.unmapped_characters[f])},
                   page);
  }
  if (silent > 0 && silent == reports.size()) {
    document.status = Status::Unsupported;
    document.say(Severity::Error, "PDF-008", {total});
  }
}

/// "1 3 4": pages whose figures have to be compared with the picture; empty for none.
std::string recognised_pages(const std::vector<PageReport>& reports) {
  std::string list;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (reports[i].recognised) list += (list.empty() ? "" : " ") + std::to_string(i + 1);
  return list;
}

Document failed(Status status, const char* id, std::vector<std::string> arguments = {}) {
  Document document;
  document.status = status;
  document.say(Severity::Error, id, std::move(arguments));
  return document;
}

/// Junk in front of the header shifts every offset of the file.
std::string_view from_header(std::string_view bytes) {
  const std::size_t header = bytes.substr(0, 4096).find("%PDF-");
  return header == std::string_view::npos ? bytes : bytes.substr(header);
}

}  // namespace

Document read_document(std::string_view bytes, const ReadOptions& options) {
  bytes = from_header(bytes);
  if (dictionary_depth(bytes, limits::dictionary_depth) > limits::dictionary_depth)
    return failed(Status::LimitExceeded, "PDF-003", {std::to_string(limits::dictionary_depth)});

  OpenFailure failure = OpenFailure::None;
  Extract best;
  bool opened = false;
  auto store = ObjectStore::open(bytes, options.password, failure);
  std::string plain;  // outlives the store
  if (failure == OpenFailure::NeedsPassword || failure == OpenFailure::Unsupported ||
      (store && store->encrypted()))
    plain = without_idle_encryption(bytes);
  if (!plain.empty()) {
    bytes = plain;
    store = ObjectStore::open(bytes, {}, failure);
  }
  if (store) {
    best = extract(*store, options);
    opened = true;
  } else if (failure == OpenFailure::NeedsPassword) {
    return failed(Status::Unsupported, "PDF-002");
  }

  bool rebuilt = false;
  if (!opened || best.pages.empty() || best.loose || best.damaged || best.missing_pages > 0 ||
      best.characters == 0) {
    const std::string repaired = rebuild(bytes);
    OpenFailure second = OpenFailure::None;
    if (!repaired.empty() &&
        dictionary_depth(repaired, limits::dictionary_depth) <= limits::dictionary_depth) {
      if (const auto repaired_store = ObjectStore::open(repaired, options.password, second)) {
        Extract other = extract(*repaired_store, options);
        const bool better =
            other.characters > best.characters || (best.pages.empty() && !other.pages.empty());
        if (better) {
          best = std::move(other);
          rebuilt = true;
        }
      } else if (second == OpenFailure::NeedsPassword && !opened) {
        return failed(Status::Unsupported, "PDF-002");
      }
    }
  }
  if (best.pages.empty() && failure == OpenFailure::Unsupported)
    return failed(Status::Unsupported, "PDF-017");
  if (best.pages.empty()) return failed(Status::Malformed, "PDF-001");

  Document document;
  document.metadata = std::move(best.metadata);
  document.metadata.emplace_back("pages", std::to_string(best.pages.size()));
  if (const std::string pages = recognised_pages(best.reports); !pages.empty())
    document.metadata.emplace_back("recognised-pages", pages);
  if (rebuilt) document.say(Severity::Warning, "PDF-005", {});
  if (best.loose) document.say(Severity::Warning, "PDF-012", {std::to_string(best.pages.size())});
  if (best.missing_pages > 0 && !best.loose)
    document.say(Severity::Warning, "PDF-016", {std::to_string(best.missing_pages)});
  say_about_pages(best.reports, document);
  if (best.truncated) document.say(Severity::Warning, "PDF-010", {});
  assemble(std::move(best.pages), document);
  return document;
}

}  // namespace guifan::pdf
