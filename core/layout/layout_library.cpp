// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "guifan/layout.h"
#include "layout/compiled_formats.h"
#include "layout/format_reader.h"
#include "layout/xml_file.h"

namespace guifan {
namespace {

/// Crosswalk rows that name a cell which the template does not have, once for each layout and cell.
void report_unknown_targets(const std::vector<Layout>& layouts,
                            std::vector<Diagnostic>& diagnostics) {
  std::map<std::string_view, std::set<std::string_view>> cells;
  for (const Layout& layout : layouts) {
    if (!layout.is_template) continue;
    auto& known = cells[layout.id];
    for (const LayoutTable& table : layout.tables) {
      for (const SlotRow& row : table.rows) {
        for (const Slot& slot : row.slots) {
          if (slot.kind == SlotKind::Value) known.insert(slot.indicator);
        }
      }
    }
  }
  for (const Layout& layout : layouts) {
    std::set<std::string> said;
    for (const CrosswalkRow& row : layout.crosswalk) {
      for (const std::string& id : row.templates) {
        const auto known = cells.find(id);
        if (known == cells.end()) continue;
        for (const std::string& target : row.targets) {
          if (known->second.contains(target) || !said.insert(id + " " + target).second) continue;
          diagnostics.push_back(make_diagnostic("LAY-009", {layout.file.string(), target, id}));
        }
      }
    }
  }
}

}  // namespace

const Slot* Layout::find(std::string_view indicator) const {
  for (const LayoutTable& table : tables) {
    for (const SlotRow& row : table.rows) {
      for (const Slot& slot : row.slots) {
        if (slot.kind == SlotKind::Value && slot.indicator == indicator) return &slot;
      }
    }
  }
  return nullptr;
}

namespace {

/// One file, read without a library.
Result<Format> load_format(const std::filesystem::path& file,
                           const std::filesystem::path& schema_folder) {
  const auto bytes = read_format_bytes(file);
  if (!bytes) return bytes.error();
  auto format = FormatReader(file.parent_path(), schema_folder).read(file, *bytes);
  if (!format) return format.error();
  if (!*format) return layout_error("LAY-005", file, 0, "root element is not layout or prose");
  return **std::move(format);
}

/// One file of one kind.
template <typename Kind>
Result<Kind> load_format_of(const std::filesystem::path& file,
                            const std::filesystem::path& schema_folder, const char* root) {
  auto format = load_format(file, schema_folder);
  if (!format) return format.error();
  if (auto* wanted = std::get_if<Kind>(&*format)) return std::move(*wanted);
  return layout_error("LAY-005", file, 0, std::string("root element is not ") + root);
}

}  // namespace

Result<Layout> load_layout(const std::filesystem::path& file,
                           const std::filesystem::path& schema_folder) {
  return load_format_of<Layout>(file, schema_folder, "layout");
}

Result<ProseRules> load_prose_rules(const std::filesystem::path& file,
                                    const std::filesystem::path& schema_folder) {
  return load_format_of<ProseRules>(file, schema_folder, "prose");
}

Result<std::optional<Layout>> check_format(const std::filesystem::path& file,
                                           const std::filesystem::path& schema_folder) {
  auto format = load_format(file, schema_folder);
  if (!format) return format.error();
  if (auto* layout = std::get_if<Layout>(&*format)) return std::optional(std::move(*layout));
  return std::optional<Layout>();
}

Result<LayoutLibrary> LayoutLibrary::load(std::span<const std::filesystem::path> folders,
                                          std::string_view compiled) {
  LayoutLibrary library;
  std::map<std::string, Layout> layouts;
  bool all_compiled = true;
  const std::filesystem::path schema_folder =
      folders.empty() ? std::filesystem::path{} : folders.front();
  for (const auto& folder : folders) {
    FormatReader reader(folder, schema_folder);
    for (const auto& path : format_files(folder)) {
      const auto reject = [&](const Error& error) {
        library.diagnostics_.push_back(to_diagnostic(error));
      };
      const auto bytes = read_format_bytes(path);
      if (!bytes) {
        reject(bytes.error());
        continue;
      }
      std::optional<Format> format = find_compiled(compiled, *bytes, path);
      if (!format) {
        all_compiled = false;
        auto parsed = reader.read(path, *bytes);
        if (!parsed) {
          reject(parsed.error());
          continue;
        }
        format = *std::move(parsed);
        if (!format) continue;
      }
      if (auto* rules = std::get_if<ProseRules>(&*format)) {
        library.prose_ = std::make_shared<const ProseRules>(std::move(*rules));
        continue;
      }
      Layout& layout = std::get<Layout>(*format);
      const std::string id = layout.id;
      const auto before = layouts.find(id);
      if (before != layouts.end()) {
        library.diagnostics_.push_back(
            make_diagnostic("LAY-008", {id, path.string(), before->second.file.string()}));
      }
      layouts.insert_or_assign(id, std::move(layout));
    }
  }
  for (auto& [id, layout] : layouts) library.layouts_.push_back(std::move(layout));
  if (std::none_of(library.layouts_.begin(), library.layouts_.end(),
                   [](const Layout& layout) { return layout.is_template; })) {
    Error error;
    error.kind = ErrorKind::Io;
    error.id = "LAY-007";
    for (const auto& folder : folders)
      error.message += (error.message.empty() ? "" : ", ") + folder.string();
    if (!library.diagnostics_.empty()) {
      error.message += " (" + message_text(library.diagnostics_.front(), Language::English) + ")";
    }
    return error;
  }
  // What was compiled together was checked together.
  if (!all_compiled) report_unknown_targets(library.layouts_, library.diagnostics_);
  return library;
}

const Layout* LayoutLibrary::find(std::string_view id) const {
  const auto found =
      std::lower_bound(layouts_.begin(), layouts_.end(), id,
                       [](const Layout& layout, std::string_view key) { return layout.id < key; });
  return found != layouts_.end() && found->id == id ? &*found : nullptr;
}

}  // namespace guifan
