// SPDX-License-Identifier: Apache-2.0
// One face of a font file: which glyph a character has, how wide it is, what it is called.
#pragma once

#include <hb.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::pdfwriter {

template <auto Destroy>
struct Destroyer {
  template <typename T>
  void operator()(T* object) const {
    Destroy(object);
  }
};
using BlobHandle = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using FontHandle = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;

/// In 1/1000 of the font size.
struct FaceMetrics {
  int ascent = 880, descent = -120, cap_height = 730;
  int left = 0, bottom = 0, right = 0, top = 0;  ///< box around all glyphs
  int italic_angle = 0;
  bool serif = false;
};

class FontFace {
 public:
  enum class Problem { Unreadable, Restricted };
  /// The file is mapped, not read: a CJK collection has 20 MB, of which a report needs little.
  /// `index`: of the face in a collection; without it the one for simplified Chinese, else the
  /// first. Restricted: the font's licence bits (OS/2 fsType) forbid to embed it.
  static std::optional<FontFace> open(const std::filesystem::path& file,
                                      std::optional<unsigned> index, Problem& problem);

  /// Glyph index of a character; 0: the face has none.
  std::uint16_t glyph(char32_t character) const;
  /// What stands for a glyph in a string of the content stream.
  std::uint16_t code(std::uint16_t glyph) const {
    return glyph < cids_.size() ? cids_[glyph] : glyph;
  }
  /// In 1/1000 of the font size.
  int width(std::uint16_t glyph) const;

  const FaceMetrics& metrics() const { return metrics_; }
  const std::string& postscript_name() const { return name_; }
  /// Outlines in PostScript's form (table CFF), not in TrueType's.
  bool is_cff() const { return is_cff_; }
  /// Glyphs are addressed by CID in the font program, too.
  bool is_cid_keyed() const { return !cids_.empty(); }
  hb_face_t* handle() const { return face_.get(); }

 private:
  void read_metrics();

  FaceHandle face_;
  FontHandle font_;
  FaceMetrics metrics_;
  std::string name_;
  std::vector<std::uint16_t> cids_;  ///< by glyph
  bool is_cff_ = false;
};

}  // namespace guifan::pdfwriter
