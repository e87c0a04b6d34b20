// SPDX-License-Identifier: Apache-2.0
#include "page_tree.h"

#include "reader_limits.h"

namespace guifan::pdf {
namespace {

constexpr Box kA4{0, 0, 595, 842};

/// What a page tree node hands down.
struct Inherited {
  const Object* resources = nullptr;
  std::optional<Box> media, crop;
  long rotate = 0;

  void take(const ObjectStore& store, const Object* node) {
    if (const Object* own = store.get(node, "Resources"); store.is_dictionary(own)) resources = own;
    if (const auto own = store.box(store.get(node, "MediaBox"))) media = own;
    if (const auto own = store.box(store.get(node, "CropBox"))) crop = own;
    rotate = store.integer(store.get(node, "Rotate"), rotate);
  }

  PageNode page(const Object* object) const {
    PageNode node;
    node.page = object;
    node.resources = resources;
    node.box = media && media->width() > 1 && media->height() > 1 ? *media : kA4;
    if (crop) {
      const Box cut = crop->intersection(node.box);
      if (cut.width() > 1 && cut.height() > 1) node.box = cut;
    }
    const long quarter = (rotate / 90 % 4 + 4) % 4;
    node.rotate = static_cast<int>(quarter * 90);
    return node;
  }
};

}  // namespace

PageList list_pages(const ObjectStore& store) {
  PageList list;
  struct Pending {
    const Object* node;
    Inherited inherited;
  };
  std::vector<Pending> pending{{store.get(store.get(store.trailer(), "Root"), "Pages"), {}}};
  std::set<const Object*> seen;
  while (!pending.empty()) {
    Pending next = std::move(pending.back());
    pending.pop_back();
    if (!store.is_dictionary(next.node)) ++list.missing;
    if (!store.is_dictionary(next.node) || !seen.insert(next.node).second) continue;
    if (seen.size() > limits::page_tree_nodes || list.pages.size() >= limits::pages) {
      list.truncated = true;
      break;
    }
    next.inherited.take(store, next.node);
    const Object* kids = store.get(next.node, "Kids");
    if (!store.is_array(kids)) {
      const bool page = store.name(store.get(next.node, "Type")) == "Page" ||
                        store.get(next.node, "Contents") != nullptr;
      if (page) list.pages.push_back(next.inherited.page(next.node));
      continue;
    }
    const std::size_t count = std::min(store.size(kids), limits::page_tree_nodes);
    for (std::size_t i = count; i-- > 0;) pending.push_back({store.at(kids, i), next.inherited});
  }
  if (!list.pages.empty()) return list;
  list.loose = true;
  for (const Object* object : store.all_objects()) {
    if (!store.is_dictionary(object) || store.name(store.get(object, "Type")) != "Page") continue;
    if (list.pages.size() >= limits::pages) break;
    Inherited inherited;
    inherited.take(store, store.get(object, "Parent"));
    inherited.take(store, object);
    list.pages.push_back(inherited.page(object));
  }
  return list;
}

std::set<std::uint64_t> hidden_layers(const ObjectStore& store) {
  std::set<std::uint64_t> hidden;
  const Object* properties = store.get(store.get(store.trailer(), "Root"), "OCProperties");
  const Object* defaults = store.get(properties, "D");
  const auto add = [&](const Object* groups, bool off) {
    for (std::size_t i = 0, size = std::min<std::size_t>(store.size(groups), 10'000); i < size;
         ++i) {
      const std::uint64_t id = store.identity(store.at(groups, i));
      if (id == 0) continue;
      if (off)
        hidden.insert(id);
      else
        hidden.erase(id);
    }
  };
  if (store.name(store.get(defaults, "BaseState")) == "OFF") {
    add(store.get(properties, "OCGs"), true);
    add(store.get(defaults, "ON"), false);
  }
  add(store.get(defaults, "OFF"), true);
  return hidden;
}

}  // namespace guifan::pdf
