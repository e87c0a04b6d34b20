// SPDX-License-Identifier: Apache-2.0
#include "font_face.h"

#include <hb-ot.h>

#include <algorithm>
#include <cmath>

#include "cff_charset.h"

namespace guifan::pdfwriter {
namespace {

/// Faces of a collection that are looked at; Noto's have ten.
constexpr unsigned kMostFaces = 64;
/// OS/2 fsType, "restricted licence embedding" and "bitmap embedding only".
constexpr int kRestricted = 0x0002, kBitmapOnly = 0x0200;

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  char text[128];
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text);
  return {text, std::min<std::size_t>(size, sizeof text - 1)};
}

class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {}
  std::string_view bytes() const {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob_.get(), &size);
    return {data != nullptr ? data : "", data != nullptr ? size : 0};
  }
  bool there() const { return !bytes().empty(); }
  /// A signed 16-bit number; 0 outside.
  int at(std::size_t offset) const {
    const std::string_view all = bytes();
    if (offset + 2 > all.size()) return 0;
    return static_cast<std::int16_t>(static_cast<unsigned char>(all[offset]) << 8 |
                                     static_cast<unsigned char>(all[offset + 1]));
  }

 private:
  BlobHandle blob_;
};

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' '), kGlyf = HB_TAG('g', 'l', 'y', 'f');

/// The face whose family is for simplified Chinese: "Noto Serif CJK SC".
unsigned simplified_chinese(hb_blob_t* blob) {
  const unsigned count = std::min(hb_face_count(blob), kMostFaces);
  for (unsigned i = 0; i < count && count > 1; ++i) {
    const FaceHandle face(hb_face_create(blob, i));
    if (name_of(face.get(), HB_OT_NAME_ID_FONT_FAMILY).ends_with(" SC")) return i;
  }
  return 0;
}

}  // namespace

std::optional<FontFace> FontFace::open(const std::filesystem::path& file,
                                       std::optional<unsigned> index, Problem& problem) {
  problem = Problem::Unreadable;
  const BlobHandle blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob || (index && *index >= hb_face_count(blob.get()))) return std::nullopt;
  FontFace made;
  made.face_.reset(hb_face_create(blob.get(), index ? *index : simplified_chinese(blob.get())));
  hb_face_t* face = made.face_.get();
  const Table cff(face, kCff);
  made.is_cff_ = cff.there();
  if (hb_face_get_glyph_count(face) == 0 || (!made.is_cff_ && !Table(face, kGlyf).there()))
    return std::nullopt;
  const int embedding = Table(face, HB_TAG('O', 'S', '/', '2')).at(8);
  // Restricted only where no laxer bit stands beside it (OpenType 1.9, OS/2, fsType).
  if ((embedding & 0xF) == kRestricted || (embedding & kBitmapOnly) != 0) {
    problem = Problem::Restricted;
    return std::nullopt;
  }
  made.font_.reset(hb_font_create(face));
  if (made.is_cff_) made.cids_ = cff_cids(cff.bytes(), hb_face_get_glyph_count(face));
  for (const char c : name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME))
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-')
      made.name_ += c;
  if (made.name_.empty()) made.name_ = "Font";
  made.read_metrics();
  return made;
}

std::uint16_t FontFace::glyph(char32_t character) const {
  hb_codepoint_t found = 0;
  if (hb_font_get_nominal_glyph(font_.get(), character, &found) == 0) return 0;
  return found <= 0xFFFF ? static_cast<std::uint16_t>(found) : std::uint16_t{0};
}

int FontFace::width(std::uint16_t glyph) const {
  const double advance = hb_font_get_glyph_h_advance(font_.get(), glyph);
  return static_cast<int>(std::lround(advance * 1000 / hb_face_get_upem(face_.get())));
}

void FontFace::read_metrics() {
  const unsigned upem = hb_face_get_upem(face_.get());
  const auto scaled = [upem](int value) {
    return static_cast<int>(std::lround(value * 1000.0 / upem));
  };
  const Table head(face_.get(), HB_TAG('h', 'e', 'a', 'd'));
  metrics_.left = scaled(head.at(36));
  metrics_.bottom = scaled(head.at(38));
  metrics_.right = scaled(head.at(40));
  metrics_.top = scaled(head.at(42));
  // The typographic ascent and descent are those of the em box, in which Chinese lines are set.
  const Table os2(face_.get(), HB_TAG('O', 'S', '/', '2'));
  if (os2.at(68) > 0) {
    metrics_.ascent = scaled(os2.at(68));
    metrics_.descent = scaled(os2.at(70));
  }
  if (os2.at(0) >= 2 && os2.at(88) > 0) metrics_.cap_height = scaled(os2.at(88));
  metrics_.italic_angle = Table(face_.get(), HB_TAG('p', 'o', 's', 't')).at(4);
  metrics_.serif = name_.find("Serif") != std::string::npos;
}

}  // namespace guifan::pdfwriter
