// SPDX-License-Identifier: Apache-2.0
#include "output_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>

#include "output_file.h"

namespace guifan::cli {
namespace {

namespace fs = std::filesystem;

Error usage(std::string_view id, std::string message = {}, std::vector<std::string> more = {}) {
  return {.kind = ErrorKind::Usage,
          .id = std::string(id),
          .message = std::move(message),
          .more = std::move(more)};
}

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

/// Where each input's outputs go, without extension. Inputs that would share one keep their own
/// extension.
std::vector<fs::path> stems_of(const std::vector<Input>& inputs) {
  const auto stem = [](const Input& input) {
    return input.path == "-" ? fs::path("stdin") : input.place.parent_path() / input.place.stem();
  };
  std::map<fs::path, std::size_t> counts;
  for (const Input& input : inputs) ++counts[stem(input)];
  std::vector<fs::path> stems;
  for (const Input& input : inputs) {
    const fs::path one = stem(input);
    const bool shared = counts[one] > 1 && input.path != "-";
    stems.push_back(shared ? input.place : one);
  }
  return stems;
}

/// The formats that --to names.
Result<std::vector<std::string>> asked_formats(const Arguments& arguments,
                                               const PluginRegistry& plugins,
                                               const std::vector<std::string>& known) {
  std::vector<std::string> formats;
  for (const std::string& asked : arguments.to) {
    std::optional<std::string> id;
    if (std::find(known.begin(), known.end(), asked) != known.end()) id = asked;
    if (!id) id = plugins.writer_for_extension(asked);
    if (!id) return usage("PLG-022", asked, {fmt::format("{}", fmt::join(known, ", "))});
    if (std::find(formats.begin(), formats.end(), *id) == formats.end()) formats.push_back(*id);
  }
  return formats;
}

/// The formats to write: those of --to, else that of OUT's extension, else docx.
Result<std::vector<std::string>> formats_of(const Arguments& arguments,
                                            const PluginRegistry& plugins, bool into_folder) {
  const std::vector<std::string> known = plugins.writer_ids();
  Result<std::vector<std::string>> formats = asked_formats(arguments, plugins, known);
  if (!formats) return formats.error();
  const bool names_a_file = !into_folder && !arguments.out.empty() && arguments.out != "-";
  const std::string extension = names_a_file ? extension_of(arguments.out) : std::string();
  const auto of_extension = plugins.writer_for_extension(extension);
  if (!formats->empty()) {
    if (of_extension &&
        std::find(formats->begin(), formats->end(), *of_extension) == formats->end())
      return usage("CLI-028", arguments.out, {fmt::format("{}", fmt::join(*formats, ","))});
    return formats;
  }
  const std::string list = fmt::format("{}", fmt::join(known, ", "));
  if (names_a_file) {
    if (extension.empty()) return usage("CLI-027", arguments.out);
    if (!of_extension) return usage("CLI-020", "." + extension, {list});
    return std::vector<std::string>{*of_extension};
  }
  if (std::find(known.begin(), known.end(), "docx") == known.end())
    return usage("PLG-022", "docx", {list});
  return std::vector<std::string>{"docx"};
}

/// Makes the folder that takes the outputs, where it is not there yet.
std::optional<Error> make_folder(const std::string& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return std::nullopt;
  if (fs::exists(folder, error)) return usage("CLI-026", folder);
  fs::create_directories(folder, error);
  if (!error) return std::nullopt;
  return folder_error(folder, error);
}

/// Where one input's output in one format goes.
fs::path path_of(const Arguments& arguments, const PluginRegistry& plugins, bool into_folder,
                 const fs::path& stem, const std::string& format, bool only_format) {
  const std::string extension = plugins.extension_of_writer(format).value_or(format);
  if (arguments.out.empty()) return stem.string() + ".standard." + extension;
  if (into_folder) return fs::path(arguments.out) / (stem.string() + "." + extension);
  fs::path path = arguments.out;
  if (only_format) return path;
  if (plugins.writer_for_extension(extension_of(path))) path.replace_extension();
  path += "." + extension;
  return path;
}

/// The inputs' files, whatever they are called: asked once, however many outputs there are.
class InputFiles {
 public:
  explicit InputFiles(const std::vector<Input>& inputs) {
    for (const Input& input : inputs)
      if (const auto file = identity(input.path.c_str()); input.path != "-" && file)
        files_.insert(*file);
  }
  bool contain(const fs::path& path) const {
    const auto file = identity(path.c_str());
    return file && files_.contains(*file);
  }

 private:
  using Identity = std::pair<dev_t, ino_t>;
  static std::optional<Identity> identity(const char* path) {
    struct stat facts {};
    if (stat(path, &facts) != 0) return std::nullopt;
    return Identity{facts.st_dev, facts.st_ino};
  }

  std::set<Identity> files_;
};

/// A second input that would be written to the first one's file, or an output that is an input.
std::optional<Error> clash(const std::vector<Input>& list,
                           const std::vector<std::vector<Output>>& plan) {
  const InputFiles inputs(list);
  std::map<fs::path, std::size_t> writers;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (const Output& output : plan[i]) {
      if (output.path.empty()) continue;
      const auto [at, fresh] = writers.emplace(output.path.lexically_normal(), i);
      if (!fresh)
        return usage("CLI-021", output.path.string(), {list[at->second].path, list[i].path});
      if (inputs.contain(output.path)) return usage("CLI-022", output.path.string());
    }
  }
  return std::nullopt;
}

bool asks_for_part(const Arguments& arguments) {
  return std::any_of(arguments.options.begin(), arguments.options.end(),
                     [](const auto& option) { return option.first == "part"; });
}

/// A table without types and units is half a table: programs read them from the descriptor.
Output descriptor_of(fs::path table) {
  const std::string name = table.filename().string();
  return {"csv",
          table.replace_extension(".datapackage.json"),
          {{"part", "datapackage"}, {"path", name}}};
}

}  // namespace

Result<std::vector<std::vector<Output>>> plan_outputs(const Arguments& arguments,
                                                      const std::vector<Input>& inputs,
                                                      const PluginRegistry& plugins) {
  const bool several = inputs.size() > 1 || names_a_folder(arguments.inputs);
  std::error_code error;
  const bool is_folder = arguments.out.ends_with('/') || fs::is_directory(arguments.out, error);
  const bool into_folder = !arguments.out.empty() && (several || is_folder);
  // "new.docx" for several inputs is a slip, not a folder of that name.
  if (several && !is_folder && plugins.writer_for_extension(extension_of(arguments.out)))
    return usage("CLI-026", arguments.out);
  const Result<std::vector<std::string>> formats = formats_of(arguments, plugins, into_folder);
  if (!formats) return formats.error();
  std::vector<std::vector<Output>> plan(inputs.size());
  if (arguments.out == "-") {
    if (several || formats->size() != 1) return usage("CLI-023");
    if (arguments.json) return usage("CLI-024");
    if (arguments.to.empty())
      return usage("CLI-025", fmt::format("{}", fmt::join(plugins.writer_ids(), ", ")));
    plan[0].push_back({formats->front(), {}});
    return plan;
  }
  const std::vector<fs::path> stems = stems_of(inputs);
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (const std::string& format : *formats) {
      const fs::path path =
          path_of(arguments, plugins, into_folder, stems[i], format, formats->size() == 1);
      plan[i].push_back({format, path});
      if (format == "csv" && !asks_for_part(arguments)) plan[i].push_back(descriptor_of(path));
    }
    for (Output& output : plan[i]) output.makes_folder = into_folder;
  }
  if (auto found = clash(inputs, plan)) return *found;
  if (into_folder)
    if (auto failed = make_folder(arguments.out)) return *failed;
  return plan;
}

}  // namespace guifan::cli
