// SPDX-License-Identifier: Apache-2.0
#include "scanned_rulings.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "reader_limits.h"

namespace guifan::pdf {
namespace {

constexpr unsigned char kDark = 208;          ///< thin lines are drawn grey
constexpr std::uint32_t kGap = 3;             ///< pixels that dust may take out of a line
constexpr std::uint32_t kMostThickness = 16;  ///< anything thicker is a bar or a picture

/// One line being followed from row to row (or column to column).
struct Growing {
  std::uint32_t first = 0, last = 0;  ///< rows
  std::uint32_t low = 0, high = 0;    ///< columns, `high` behind the last
};

/// Follows runs of dark pixels; `dark(across, along)` looks at a pixel.
template <typename Dark>
std::vector<Growing> follow(std::uint32_t across_size, std::uint32_t along_size,
                            std::uint32_t shortest, Dark dark) {
  std::vector<Growing> done, active;
  for (std::uint32_t across = 0; across < across_size; ++across) {
    std::vector<Growing> runs;
    for (std::uint32_t along = 0; along < along_size;) {
      if (!dark(across, along)) {
        ++along;
        continue;
      }
      const std::uint32_t begin = along;
      std::uint32_t end = along;  // behind the last dark pixel
      while (along < along_size && along <= end + kGap) {
        if (dark(across, along)) end = along + 1;
        ++along;
      }
      if (end - begin >= shortest) runs.push_back({across, across, begin, end});
    }
    for (const Growing& run : runs) {
      const auto same = std::find_if(active.begin(), active.end(), [&](const Growing& a) {
        return a.last + 2 >= across && std::min(a.high, run.high) > std::max(a.low, run.low);
      });
      if (same == active.end()) {
        active.push_back(run);
      } else {
        same->last = across;
        same->low = std::min(same->low, run.low);
        same->high = std::max(same->high, run.high);
      }
    }
    for (std::size_t i = 0; i < active.size();) {
      if (active[i].last + 2 >= across && across + 1 < across_size) {
        ++i;
        continue;
      }
      done.push_back(active[i]);
      active.erase(active.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (done.size() > limits::page_rulings) break;
  }
  done.insert(done.end(), active.begin(), active.end());
  std::erase_if(done, [](const Growing& g) { return g.last - g.first >= kMostThickness; });
  return done;
}

void add(const std::vector<Growing>& lines, bool horizontal, std::vector<Ruling>& rulings) {
  for (const Growing& line : lines) {
    Ruling ruling;
    ruling.horizontal = horizontal;
    ruling.position = (line.first + line.last + 1) / 2.0;
    ruling.low = line.low;
    ruling.high = line.high;
    ruling.thickness = line.last - line.first + 1;
    rulings.push_back(ruling);
  }
}

}  // namespace

std::optional<GreyPicture> parse_pgm(std::string_view bytes) {
  if (!bytes.starts_with("P5")) return std::nullopt;
  std::size_t at = 2;
  std::uint32_t values[3] = {0, 0, 0};
  for (std::uint32_t& value : values) {
    while (at < bytes.size() &&
           (std::isspace(static_cast<unsigned char>(bytes[at])) != 0 || bytes[at] == '#')) {
      if (bytes[at] == '#') at = std::min(bytes.find('\n', at), bytes.size() - 1);
      ++at;
    }
    const char* begin = bytes.data() + std::min(at, bytes.size());
    const auto [end, error] = std::from_chars(begin, bytes.data() + bytes.size(), value);
    if (error != std::errc() || value == 0 || value > 30'000) return std::nullopt;
    at = static_cast<std::size_t>(end - bytes.data());
  }
  GreyPicture picture{values[0], values[1], {}};
  const std::size_t size = std::size_t{picture.width} * picture.height;
  if (values[2] != 255 || at >= bytes.size() || bytes.size() - at - 1 < size) return std::nullopt;
  picture.pixels = bytes.substr(at + 1, size);
  return picture;
}

std::string to_pgm(const GreyPicture& picture) {
  return "P5\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n" +
         picture.pixels;
}

std::vector<Ruling> find_scanned_rulings(const GreyPicture& picture, std::uint32_t shortest) {
  const auto dark = [&](std::uint32_t y, std::uint32_t x) {
    return static_cast<unsigned char>(picture.pixels[std::size_t{y} * picture.width + x]) < kDark;
  };
  std::vector<Ruling> rulings;
  add(follow(picture.height, picture.width, shortest, dark), true, rulings);
  add(follow(picture.width, picture.height, shortest,
             [&](std::uint32_t x, std::uint32_t y) { return dark(y, x); }),
      false, rulings);
  return rulings;
}

void erase_rulings(GreyPicture& picture, const std::vector<Ruling>& rulings) {
  const auto clip = [](double value, std::uint32_t size) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0, static_cast<double>(size)));
  };
  for (const Ruling& ruling : rulings) {
    const double half = ruling.thickness / 2 + 2;  // and the grey edge
    const double across[2] = {ruling.position - half, ruling.position + half};
    const std::uint32_t y0 = clip(ruling.horizontal ? across[0] : ruling.low, picture.height),
                        y1 = clip(ruling.horizontal ? across[1] : ruling.high, picture.height),
                        x0 = clip(ruling.horizontal ? ruling.low : across[0], picture.width),
                        x1 = clip(ruling.horizontal ? ruling.high : across[1], picture.width);
    for (std::uint32_t y = y0; y < y1; ++y)
      std::fill_n(
          picture.pixels.begin() + static_cast<std::ptrdiff_t>(std::size_t{y} * picture.width + x0),
          x1 - std::min(x0, x1), '\xff');
  }
}

}  // namespace guifan::pdf
