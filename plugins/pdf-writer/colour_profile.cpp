// SPDX-License-Identifier: Apache-2.0
#include "colour_profile.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace guifan::pdfwriter {
namespace {

void append_u32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((value >> shift) & 0xFF);
}
void append_u16(std::string& out, std::uint32_t value) {
  out += static_cast<char>((value >> 8) & 0xFF);
  out += static_cast<char>(value & 0xFF);
}
/// s15Fixed16Number.
void append_fixed(std::string& out, double value) {
  append_u32(out, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

std::string text(std::string_view ascii) {  // multiLocalizedUnicodeType with one record
  std::string out = "mluc";
  append_u32(out, 0);
  append_u32(out, 1);
  append_u32(out, 12);
  out += "enUS";
  append_u32(out, static_cast<std::uint32_t>(2 * ascii.size()));
  append_u32(out, 28);
  for (const char c : ascii) append_u16(out, static_cast<unsigned char>(c));
  return out;
}

std::string xyz(double x, double y, double z) {
  std::string out = "XYZ ";
  append_u32(out, 0);
  for (const double value : {x, y, z}) append_fixed(out, value);
  return out;
}

/// parametricCurveType, function 3: the transfer function of IEC 61966-2-1.
std::string curve() {
  std::string out = "para";
  append_u32(out, 0);
  append_u16(out, 3);
  append_u16(out, 0);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
    append_fixed(out, value);
  return out;
}

/// Bradford adaptation from D65 to D50.
std::string adaptation() {
  std::string out = "sf32";
  append_u32(out, 0);
  for (const double value :
       {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168})
    append_fixed(out, value);
  return out;
}

struct Tag {
  std::string_view name;
  std::string data;
};

}  // namespace

std::string srgb_profile() {
  // Primaries adapted to D50, the connection space's white.
  const std::vector<Tag> tags{{"desc", text("sRGB")},
                              {"cprt", text("No copyright, use freely")},
                              {"wtpt", xyz(0.9642, 1, 0.8249)},
                              {"chad", adaptation()},
                              {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
                              {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
                              {"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
                              {"rTRC", curve()},
                              {"gTRC", curve()},
                              {"bTRC", curve()}};
  std::string table;
  std::string data;
  append_u32(table, static_cast<std::uint32_t>(tags.size()));
  const std::size_t data_start = 128 + 4 + 12 * tags.size();
  for (const Tag& tag : tags) {
    table += tag.name;
    append_u32(table, static_cast<std::uint32_t>(data_start + data.size()));
    append_u32(table, static_cast<std::uint32_t>(tag.data.size()));
    data += tag.data;
    data.resize((data.size() + 3) / 4 * 4);
  }
  std::string header;
  append_u32(header, static_cast<std::uint32_t>(data_start + data.size()));
  append_u32(header, 0);
  append_u32(header, 0x04200000);
  header += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2021u, 1u, 1u, 0u, 0u, 0u}) append_u16(header, part);
  header += "acsp";
  header.resize(64);      // platform, flags, device, attributes: none
  append_u32(header, 0);  // perceptual
  for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(header, value);
  header.resize(128);
  return header + table + data;
}

}  // namespace guifan::pdfwriter
