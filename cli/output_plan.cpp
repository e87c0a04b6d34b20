// SPDX-License-Identifier: Apache-2.0
#include "output_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <map>

namespace guifan::cli {
namespace {

namespace fs = std::filesystem;

Error usage(std::string_view id, std::string message = {}, std::vector<std::string> more = {}) {
  return {ErrorKind::Usage, std::string(id), std::move(message), "", false, std::move(more)};
}

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

std::string stem_of(const std::string& input) {
  return input == "-" ? "stdin" : fs::path(input).stem().string();
}

Result<std::vector<std::string>> formats_of(const Arguments& arguments,
                                            const PluginRegistry& plugins) {
  const std::vector<std::string> known = plugins.writer_ids();
  const auto list = [&known] { return fmt::format("{}", fmt::join(known, ", ")); };
  std::vector<std::string> formats;
  for (const std::string& asked : arguments.to) {
    std::optional<std::string> id;
    if (std::find(known.begin(), known.end(), asked) != known.end()) id = asked;
    if (!id) id = plugins.writer_for_extension(asked);
    if (!id) return usage("PLG-022", asked, {list()});
    if (std::find(formats.begin(), formats.end(), *id) == formats.end()) formats.push_back(*id);
  }
  if (!formats.empty()) return formats;
  if (const std::string extension = extension_of(arguments.out);
      !extension.empty() && arguments.out != "-") {
    if (const auto id = plugins.writer_for_extension(extension))
      return std::vector<std::string>{*id};
    std::error_code error;
    if (!fs::is_directory(arguments.out, error) && arguments.inputs.size() == 1 &&
        !arguments.out.ends_with('/'))
      return usage("CLI-020", "." + extension, {list()});
  }
  if (std::find(known.begin(), known.end(), "docx") == known.end())
    return usage("PLG-022", "docx", {list()});
  return std::vector<std::string>{"docx"};
}

/// A second input that would be written to the first one's file, or an output that is an input.
std::optional<Error> clash(const Arguments& arguments,
                           const std::vector<std::vector<Output>>& plan) {
  std::map<fs::path, std::size_t> writers;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (const Output& output : plan[i]) {
      if (output.path.empty()) continue;
      const auto [at, fresh] = writers.emplace(output.path.lexically_normal(), i);
      if (!fresh)
        return usage("CLI-021", output.path.string(),
                     {arguments.inputs[at->second], arguments.inputs[i]});
      std::error_code error;
      for (const std::string& input : arguments.inputs)
        if (input != "-" && fs::equivalent(input, output.path, error))
          return usage("CLI-022", output.path.string());
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
                                                      const PluginRegistry& plugins) {
  const Result<std::vector<std::string>> formats = formats_of(arguments, plugins);
  if (!formats) return formats.error();
  const bool several = arguments.inputs.size() > 1;
  std::vector<std::vector<Output>> plan(arguments.inputs.size());
  if (arguments.out == "-") {
    if (several || formats->size() != 1) return usage("CLI-023");
    if (arguments.json) return usage("CLI-024");
    if (arguments.to.empty())
      return usage("CLI-025", fmt::format("{}", fmt::join(plugins.writer_ids(), ", ")));
    plan[0].push_back({formats->front(), {}});
    return plan;
  }
  std::error_code error;
  const bool folder =
      several || arguments.out.ends_with('/') || fs::is_directory(arguments.out, error);
  if (folder && !arguments.out.empty() && !fs::is_directory(arguments.out, error)) {
    if (fs::exists(arguments.out, error)) return usage("CLI-026", arguments.out);
    fs::create_directories(arguments.out, error);
    if (error)
      return Error{
          ErrorKind::Io,    "OUT-008", arguments.out, "", error == std::errc::no_space_on_device,
          {error.message()}};
  }
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (const std::string& format : *formats) {
      const std::string extension = plugins.extension_of_writer(format).value_or(format);
      fs::path path;
      if (arguments.out.empty()) {
        path = stem_of(arguments.inputs[i]) + ".standard." + extension;
      } else if (folder) {
        path = fs::path(arguments.out) / (stem_of(arguments.inputs[i]) + "." + extension);
      } else if (formats->size() == 1) {
        path = arguments.out;
      } else {
        path = arguments.out;
        if (plugins.writer_for_extension(extension_of(path))) path.replace_extension();
        path += "." + extension;
      }
      plan[i].push_back({format, path});
      if (format == "csv" && !asks_for_part(arguments)) plan[i].push_back(descriptor_of(path));
    }
  }
  if (auto found = clash(arguments, plan)) return *found;
  return plan;
}

}  // namespace guifan::cli
