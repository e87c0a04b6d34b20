// SPDX-License-Identifier: Apache-2.0
#include "font_subset.h"

#include <hb-subset.h>

namespace guifan::pdfwriter {
namespace {

using InputHandle = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

/// Tables that say how to choose and place glyphs, which is done; names; variations.
constexpr const char* kDropped[] = {"GSUB", "GPOS", "GDEF", "BASE", "cmap", "name", "post", "OS/2",
                                    "DSIG", "vhea", "vmtx", "VORG", "fvar", "gvar", "avar", "HVAR",
                                    "VVAR", "MVAR", "STAT", "kern", "gasp", "hdmx", "LTSH", "VDMX"};

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return data == nullptr ? std::string() : std::string(data, size);
}

}  // namespace

std::string font_subset(const UsedFace& used) {
  const InputHandle input(hb_subset_input_create_or_fail());
  if (!input) return {};
  // Glyphs of a CID-keyed font are found by their CID wherever they stand; all others keep their
  // index, because it is their code.
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
  if (!used.face.is_cid_keyed()) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : kDropped) hb_set_add(dropped, hb_tag_from_string(tag, 4));
  hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
  for (const auto& [code, glyph] : used.glyphs) hb_set_add(glyphs, glyph);
  const FaceHandle subset(hb_subset_or_fail(used.face.handle(), input.get()));
  if (!subset) return {};
  const BlobHandle blob(used.face.is_cff()
                            ? hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' '))
                            : hb_face_reference_blob(subset.get()));
  return bytes_of(blob.get());
}

}  // namespace guifan::pdfwriter
