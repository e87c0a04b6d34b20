// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <set>

#include "guifan/layout.h"
#include "layout/layout_reader.h"
#include "layout/schema.h"
#include "recognise/prose_rules.h"

namespace guifan {
namespace {

constexpr const char* kSchemaName = "layout.rng";

Result<LayoutSchema> find_schema(const std::filesystem::path& folder,
                                 const std::filesystem::path& schema_folder) {
  std::error_code ignored;
  for (const auto& candidate : {folder / kSchemaName, schema_folder / kSchemaName}) {
    if (std::filesystem::exists(candidate, ignored)) return LayoutSchema::load(candidate);
  }
  return layout_error("LAY-006", schema_folder / kSchemaName, 0, "no such file");
}

/// The grammar of a folder's layouts, read when the first file that guifan does not ship asks for
/// it.
class FolderSchema {
 public:
  FolderSchema(std::filesystem::path folder, std::filesystem::path fallback)
      : folder_(std::move(folder)), fallback_(std::move(fallback)) {}

  Result<Layout> check_and_read(const XmlFile& file) {
    if (file.shipped) return read_layout(file);
    if (!schema_) schema_ = find_schema(folder_, fallback_);
    if (!*schema_) return schema_->error();
    if (auto checked = (*schema_)->check(file); !checked) return checked.error();
    return read_layout(file);
  }

 private:
  std::filesystem::path folder_, fallback_;
  std::optional<Result<LayoutSchema>> schema_;
};

/// The XML files of a folder in the order of their names; a missing folder has none.
std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".xml") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

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

Result<Layout> load_layout(const std::filesystem::path& file,
                           const std::filesystem::path& schema_folder) {
  auto xml = read_xml_file(file);
  if (!xml) return xml.error();
  return FolderSchema(file.parent_path(), schema_folder).check_and_read(*xml);
}

Result<LayoutLibrary> LayoutLibrary::load(std::span<const std::filesystem::path> folders) {
  LayoutLibrary library;
  std::map<std::string, Layout> layouts;
  std::vector<std::future<Result<ProseRules>>> prose;
  const std::filesystem::path schema_folder =
      folders.empty() ? std::filesystem::path{} : folders.front();
  for (const auto& folder : folders) {
    const auto files = xml_files(folder);
    if (files.empty()) continue;
    FolderSchema schema(folder, schema_folder);
    for (const auto& path : files) {
      const auto reject = [&](const Error& error) {
        library.diagnostics_.push_back(to_diagnostic(error));
      };
      auto xml = read_xml_file(path);
      if (!xml) {
        reject(xml.error());
        continue;
      }
      // Other kinds of rules live beside the layouts; they have their own loaders.
      if (element_name(*xml->root()) == "prose") {
        // Ten thousand words take as long as all layouts together: read them beside the layouts.
        prose.push_back(std::async(std::launch::async, load_prose_rules, path, schema_folder));
        continue;
      }
      if (element_name(*xml->root()) != "layout") continue;
      auto layout = schema.check_and_read(*xml);
      if (!layout) {
        reject(layout.error());
        continue;
      }
      const std::string id = layout->id;
      const auto before = layouts.find(id);
      if (before != layouts.end()) {
        library.diagnostics_.push_back(
            make_diagnostic("LAY-008", {id, path.string(), before->second.file.string()}));
      }
      layouts.insert_or_assign(id, *std::move(layout));
    }
  }
  for (std::future<Result<ProseRules>>& one : prose) {
    Result<ProseRules> rules = one.get();
    if (rules) {
      library.prose_ = std::make_shared<const ProseRules>(*std::move(rules));
    } else {
      library.diagnostics_.push_back(to_diagnostic(rules.error()));
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
  report_unknown_targets(library.layouts_, library.diagnostics_);
  return library;
}

const Layout* LayoutLibrary::find(std::string_view id) const {
  const auto found =
      std::lower_bound(layouts_.begin(), layouts_.end(), id,
                       [](const Layout& layout, std::string_view key) { return layout.id < key; });
  return found != layouts_.end() && found->id == id ? &*found : nullptr;
}

}  // namespace guifan
