// SPDX-License-Identifier: Apache-2.0
#include "page_reader.h"

namespace guifan::pdf {
namespace {

/// User space to the displayed page: cropped, rotated, origin at the lower left corner.
Matrix page_matrix(const PageNode& node) {
  const Matrix shift{1, 0, 0, 1, -node.box.left, -node.box.bottom};
  const double w = node.box.width(), h = node.box.height();
  switch (node.rotate) {
    case 90:
      return shift * Matrix{0, -1, 1, 0, 0, w};
    case 180:
      return shift * Matrix{-1, 0, 0, -1, w, h};
    case 270:
      return shift * Matrix{0, 1, -1, 0, h, 0};
    default:
      return shift;
  }
}

std::string read_contents(const ObjectStore& store, const Object* contents, bool& damaged) {
  bool complete = true;
  if (!store.is_array(contents)) {
    std::string bytes = store.stream(contents, &complete);
    damaged = damaged || (contents != nullptr && !complete);
    return bytes;
  }
  std::string all;
  for (std::size_t i = 0, size = store.size(contents); i < size && !store.exhausted(); ++i) {
    all += store.stream(store.at(contents, i), &complete);
    all += '\n';
    damaged = damaged || !complete;
  }
  return all;
}

/// Form fields, stamps and typed comments are shown through appearance streams.
void draw_annotations(const ObjectStore& store, ContentInterpreter& interpreter,
                      const PageNode& node, const Matrix& base) {
  const Object* annotations = store.get(node.page, "Annots");
  for (std::size_t i = 0, size = std::min<std::size_t>(store.size(annotations), 10'000); i < size;
       ++i) {
    const Object* annotation = store.at(annotations, i);
    const std::string subtype = store.name(store.get(annotation, "Subtype"));
    if (subtype == "Popup" || subtype == "Link") continue;
    const long flags = store.integer(store.get(annotation, "F"), 0);
    if ((flags & (2 | 32)) != 0) continue;  // Hidden, NoView
    const Object* appearance = store.get(store.get(annotation, "AP"), "N");
    if (!store.is_stream(appearance)) {  // one of several states
      const std::string state = store.name(store.get(annotation, "AS"));
      appearance = state.empty() ? nullptr : store.get(appearance, state.c_str());
    }
    const auto target = store.box(store.get(annotation, "Rect"));
    if (store.is_stream(appearance) && target)
      interpreter.draw_appearance(appearance, *target, node.resources, base);
  }
}

}  // namespace

void read_page(const ObjectStore& store, FontCache& fonts,
               const std::set<std::uint64_t>& hidden_layers, Budget& budget, const PageNode& node,
               std::uint32_t number, PageContent& page) {
  page.clear();
  page.number = number;
  const bool sideways = node.rotate == 90 || node.rotate == 270;
  page.width = sideways ? node.box.height() : node.box.width();
  page.height = sideways ? node.box.width() : node.box.height();
  const Matrix base = page_matrix(node);
  const Object* contents = store.get(node.page, "Contents");
  if (contents == nullptr && store.get_direct(node.page, "Contents") != nullptr)
    page.damaged = true;
  const std::string content = read_contents(store, contents, page.damaged);
  ContentInterpreter interpreter(store, fonts, hidden_layers, budget, page);
  interpreter.run(content, node.resources, base);
  draw_annotations(store, interpreter, node, base);
}

}  // namespace guifan::pdf
