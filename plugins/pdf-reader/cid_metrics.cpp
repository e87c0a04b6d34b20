// SPDX-License-Identifier: Apache-2.0
#include "cid_metrics.h"

#include <algorithm>

#include "reader_limits.h"

namespace guifan::pdf {
namespace {

std::uint32_t cid_number(double value) {
  return static_cast<std::uint32_t>(std::clamp(value, 0.0, 1e6));
}

}  // namespace

CidMetrics::CidMetrics(const ObjectStore& store, const Object* cid_font, bool vertical)
    : default_width_(store.number(store.get(cid_font, "DW"), 1000)) {
  load_widths(store, store.get(cid_font, "W"));
  if (!vertical) return;
  const Object* defaults = store.get(cid_font, "DW2");
  default_origin_y_ = store.number(store.at(defaults, 0), 880);
  default_vertical_advance_ = store.number(store.at(defaults, 1), -1000);
  load_vertical(store, store.get(cid_font, "W2"));
}

void CidMetrics::load_widths(const ObjectStore& store, const Object* array) {
  const std::size_t size = store.size(array);
  for (std::size_t i = 0; i + 1 < size;) {
    const std::uint32_t low = cid_number(store.number(store.at(array, i), 0));
    const Object* second = store.at(array, i + 1);
    if (store.is_array(second)) {
      const std::size_t count = std::min<std::size_t>(store.size(second), 65'536);
      for (std::size_t k = 0; k < count; ++k) {
        const auto cid = low + static_cast<std::uint32_t>(k);
        widths_.push_back({cid, cid, store.number(store.at(second, k), default_width_)});
      }
      i += 2;
    } else {
      const std::uint32_t high = cid_number(store.number(second, 0));
      widths_.push_back({low, high, store.number(store.at(array, i + 2), default_width_)});
      i += 3;
    }
    if (widths_.size() > limits::cmap_entries) break;
  }
  std::stable_sort(widths_.begin(), widths_.end(),
                   [](const auto& a, const auto& b) { return a.low < b.low; });
}

void CidMetrics::load_vertical(const ObjectStore& store, const Object* array) {
  const auto value = [&](const Object* list, std::size_t at) {
    return store.number(store.at(list, at), 0);
  };
  const std::size_t size = store.size(array);
  for (std::size_t i = 0; i + 1 < size && vertical_.size() < limits::cmap_entries;) {
    const std::uint32_t low = cid_number(value(array, i));
    const Object* second = store.at(array, i + 1);
    if (store.is_array(second)) {
      const std::size_t count = std::min<std::size_t>(store.size(second) / 3, 65'536);
      for (std::size_t k = 0; k < count; ++k) {
        const auto cid = low + static_cast<std::uint32_t>(k);
        vertical_.push_back(
            {cid, cid, value(second, 3 * k + 1), value(second, 3 * k + 2), value(second, 3 * k)});
      }
      i += 2;
    } else {
      vertical_.push_back({low, cid_number(store.number(second, 0)), value(array, i + 3),
                           value(array, i + 4), value(array, i + 2)});
      i += 5;
    }
  }
}

void CidMetrics::apply(std::uint32_t cid, Glyph& glyph) const {
  double width = default_width_;
  auto after =
      std::upper_bound(widths_.begin(), widths_.end(), cid,
                       [](std::uint32_t key, const WidthRange& range) { return key < range.low; });
  if (after != widths_.begin() && cid <= (--after)->high) width = after->width;
  glyph.advance = width / 1000;
  glyph.origin_x = width / 2000;
  glyph.origin_y = default_origin_y_ / 1000;
  glyph.vertical_advance = default_vertical_advance_ / 1000;
  for (const VerticalRange& range : vertical_) {
    if (cid < range.low || cid > range.high) continue;
    glyph.origin_x = range.origin_x / 1000;
    glyph.origin_y = range.origin_y / 1000;
    glyph.vertical_advance = range.advance / 1000;
    break;
  }
}

bool CidMetrics::widths_for_control_characters() const {
  return std::any_of(widths_.begin(), widths_.end(), [](const WidthRange& range) {
    return range.low > 0 && range.low < U' ' && range.low != U'\t' && range.low != U'\n' &&
           range.low != U'\r';
  });
}

}  // namespace guifan::pdf
