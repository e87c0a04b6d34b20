// SPDX-License-Identifier: Apache-2.0
// Any bytes as a content stream on a page that has fonts and a form, then layout and assembly.
#include <cstddef>
#include <cstdint>
#include <string>

#include "content_interpreter.h"
#include "document_assembly.h"
#include "page_tree.h"

namespace {

using namespace guifan::pdf;

/// Objects without a cross-reference table are enough: the file is rebuilt once.
const std::string& resources_file() {
  static const std::string file = [] {
    std::string bytes = "%PDF-1.7\n";
    std::string table;
    std::size_t number = 0;
    const auto add = [&](const std::string& body) {
      char entry[32];
      std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", bytes.size());
      table += entry;
      bytes += std::to_string(++number) + " 0 obj\n" + body + "\nendobj\n";
    };
    add("<</Type/Catalog/Pages 2 0 R>>");
    add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R/F2 5 0 R/F3 7 "
        "0 R>>/XObject<</X 8 0 R>>>>>>");
    add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    add("<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>");
    add("<</Type/Font/Subtype/CIDFontType0/CIDSystemInfo<</Ordering(GB1)>>>>");
    add("<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/UniGB-UCS2-V/DescendantFonts[6 0 R]>>");
    add("<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Length 18>>\nstream\n/X Do (a) Tj /X "
        "Do\nendstream");
    const std::size_t start = bytes.size();
    bytes += "xref\n0 " + std::to_string(number + 1) + "\n0000000000 65535 f \n" + table +
             "trailer\n<</Size " + std::to_string(number + 1) + "/Root 1 0 R>>\nstartxref\n" +
             std::to_string(start) + "\n%%EOF\n";
    return bytes;
  }();
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  OpenFailure failure = OpenFailure::None;
  static const auto store = ObjectStore::open(resources_file(), "", failure);
  if (!store) __builtin_trap();
  static const PageList pages = list_pages(*store);
  FontCache fonts(*store);
  Budget budget{200'000, 20'000};
  PageContent page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  const std::set<std::uint64_t> layers;
  ContentInterpreter(*store, fonts, layers, budget, page)
      .run({reinterpret_cast<const char*>(data), size}, pages.pages.at(0).resources, Matrix{});
  std::vector<PageLayout> layouts;
  layouts.push_back(lay_out(page));
  Document document;
  assemble(std::move(layouts), document);
  if (unpack(pack(document)).blocks.size() != document.blocks.size()) __builtin_trap();
  return 0;
}
