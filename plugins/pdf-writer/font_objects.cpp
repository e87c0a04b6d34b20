// SPDX-License-Identifier: Apache-2.0
#include "font_objects.h"

#include <algorithm>

#include "font_subset.h"

namespace guifan::pdfwriter {
namespace {

/// Entries of one bfchar block (Adobe Technical Note 5014).
constexpr std::size_t kCharactersInBlock = 100;
constexpr int kUsualWidth = 1000;

/// "ABCDEF+Name": the tag tells subsets of one font apart.
std::string subset_name(const UsedFace& used) {
  std::uint64_t hash = 0xCBF29CE484222325ull;
  for (const auto& [code, glyph] : used.glyphs) hash = (hash ^ glyph) * 0x100000001B3ull;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag + "+" + used.face.postscript_name();
}

/// /W: runs of codes that follow each other, without those of the usual width.
std::string widths(const UsedFace& used) {
  std::string out = "[";
  int next = -1;
  for (const auto& [code, glyph] : used.glyphs) {
    const int width = used.face.width(glyph);
    if (width == kUsualWidth) continue;
    if (code != next)
      out += (next < 0 ? "" : "]") + std::to_string(code) + "[";
    else
      out += ' ';
    out += std::to_string(width);
    next = code + 1;
  }
  return out + (next < 0 ? "]" : "]]");
}

std::string descriptor(const UsedFace& used, const std::string& name, ObjectId program) {
  const FaceMetrics& metrics = used.face.metrics();
  constexpr int kSymbolic = 4, kSerif = 2;
  return "<</Type/FontDescriptor/FontName/" + name + "/Flags " +
         std::to_string(kSymbolic | (metrics.serif ? kSerif : 0)) + "/FontBBox[" +
         std::to_string(metrics.left) + " " + std::to_string(metrics.bottom) + " " +
         std::to_string(metrics.right) + " " + std::to_string(metrics.top) + "]/ItalicAngle " +
         std::to_string(metrics.italic_angle) + "/Ascent " + std::to_string(metrics.ascent) +
         "/Descent " + std::to_string(metrics.descent) + "/CapHeight " +
         std::to_string(metrics.cap_height) + "/StemV 80" +
         (used.face.is_cff() ? "/FontFile3 " : "/FontFile2 ") + reference(program) + ">>";
}

}  // namespace

std::string to_unicode_cmap(const std::map<std::uint16_t, char32_t>& characters) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::size_t left = characters.size();
  std::size_t in_block = 0;
  for (const auto& [code, character] : characters) {
    if (in_block == 0) {
      in_block = std::min(left, kCharactersInBlock);
      out += std::to_string(in_block) + " beginbfchar\n";
    }
    out += '<';
    append_hex16(out, code);
    out += "> <";
    append_utf16_hex(out, character);
    out += ">\n";
    --left;
    if (--in_block == 0) out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

bool put_font(ObjectFile& file, ObjectId id, const UsedFace& used) {
  const std::string program_bytes = font_subset(used);
  if (program_bytes.empty()) return false;
  const bool cff = used.face.is_cff();
  const std::string name = subset_name(used);
  const ObjectId program = file.add_stream(
      cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(program_bytes.size()),
      program_bytes);
  const ObjectId described = file.add(descriptor(used, name, program));
  const ObjectId descendant = file.add(
      std::string("<</Type/Font/Subtype/") + (cff ? "CIDFontType0" : "CIDFontType2") +
      "/BaseFont/" + name +
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
      reference(described) + "/DW " + std::to_string(kUsualWidth) + "/W" + widths(used) +
      (cff ? ">>" : "/CIDToGIDMap/Identity>>"));
  const ObjectId to_unicode = file.add_stream("", to_unicode_cmap(used.characters));
  file.put(id, "<</Type/Font/Subtype/Type0/BaseFont/" + name + (cff ? "-Identity-H" : "") +
                   "/Encoding/Identity-H/DescendantFonts[" + reference(descendant) +
                   "]/ToUnicode " + reference(to_unicode) + ">>");
  return true;
}

}  // namespace guifan::pdfwriter
