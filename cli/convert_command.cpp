// SPDX-License-Identifier: Apache-2.0
// guifan convert IN... [-o OUT]
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "input_list.h"
#include "json_output.h"
#include "output_file.h"
#include "output_plan.h"
#include "progress.h"
#include "session.h"
#include "tally.h"
#include "workers.h"

namespace guifan::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kTallied = 3;  ///< fewer inputs can be counted by eye

/// All formats are made in memory before the first file is written: a failing writer leaves nothing
/// behind.
Result<std::vector<std::string>> print_all(Session& session, const Converted& converted,
                                           const std::vector<Output>& outputs,
                                           std::vector<Diagnostic>& said) {
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return layouts.error();
  const Language language = session.arguments().document_language;
  const PrintedReport printed(converted.document, converted.report, converted.standard,
                              *converted.target, **layouts, language);
  std::vector<std::string> all;
  for (const Output& output : outputs) {
    PluginOptions options = output.options;
    options.insert(options.end(), session.arguments().options.begin(),
                   session.arguments().options.end());
    Result<std::string> bytes =
        session.plugins().write(printed.view(), output.format, language, options, &said);
    if (!bytes) return bytes.error();
    all.push_back(std::move(*bytes));
  }
  return all;
}

void describe(Json& result, const Converted& converted, std::size_t filled) {
  result["organisation"] = converted.report.identity.organisation.value;
  result["year"] = converted.report.identity.year.value;
  result["layout"] = converted.report.identity.layout.value;
  result["template"] = converted.standard.template_id;
  result["filled"] = filled;
  result["blank"] = converted.standard.cells.size() - filled;
  result["residue"] = converted.standard.residue.size();
}

/// With --skip-existing: the outputs that are not there yet.
std::vector<Output> still_to_write(const Session& session, const std::string& path,
                                   const std::vector<Output>& outputs) {
  if (!session.arguments().skip_existing) return outputs;
  std::vector<Output> left;
  for (const Output& output : outputs) {
    if (output.path.empty() || !would_replace(output.path))
      left.push_back(output);
    else
      session.messages().print(path, make_diagnostic("OUT-010", {output.path.string()}));
  }
  return left;
}

/// Subfolders of the outputs' folder are made when the first file goes there.
std::optional<Error> make_folder_of(const Output& output) {
  if (!output.makes_folder) return std::nullopt;
  const fs::path folder = output.path.parent_path();
  std::error_code error;
  // With --jobs another process may make it at the same moment.
  for (int attempt = 0; attempt < 3; ++attempt) {
    fs::create_directories(folder, error);
    std::error_code unknown;
    if (!error || fs::is_directory(folder, unknown)) return std::nullopt;
    if (error != std::errc::file_exists && error != std::errc::no_such_file_or_directory) break;
  }
  return folder_error(folder.string(), error);
}

/// Converts one input. `result` receives the machine-readable summary.
ExitCode convert_one(Session& session, const std::string& path, const std::vector<Output>& planned,
                     Json& result) {
  const Language language = session.arguments().language;
  const auto failed = [&](std::string_view file, const Error& error) {
    result["status"] = "failed";
    result["diagnostics"].push_back(to_json(error, language));
    return session.fail(file, error);
  };
  const std::vector<Output> outputs = still_to_write(session, path, planned);
  if (outputs.empty()) {
    result["status"] = "skipped";
    return kDone;
  }
  if (!session.arguments().force)
    for (const Output& output : outputs)
      if (!output.path.empty() && would_replace(output.path))
        return failed(output.path.string(), {ErrorKind::Io, "OUT-001"});
  Result<Source> source = session.load(path);
  if (!source) return failed(path, source.error());
  const Result<Converted> converted = session.convert(*source);
  if (!converted) return failed(path, converted.error());
  std::vector<Diagnostic> said;
  const Result<std::vector<std::string>> bytes = print_all(session, *converted, outputs, said);
  if (!bytes) return failed(path, bytes.error());
  const auto filled = static_cast<std::size_t>(
      std::count_if(converted->standard.cells.begin(), converted->standard.cells.end(),
                    [](const auto& cell) { return cell.filled; }));
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (const auto error = make_folder_of(outputs[i]))
      return failed(outputs[i].path.string(), *error);
    const Result<bool> written = outputs[i].path.empty() ? write_standard_output((*bytes)[i])
                                                         : write_file(outputs[i].path, (*bytes)[i],
                                                                      session.arguments().force);
    if (!written)
      return failed(outputs[i].path.empty() ? "stdout" : outputs[i].path.string(), written.error());
    result["outputs"].push_back(
        {{"format", outputs[i].format}, {"path", outputs[i].path.string()}});
    if (!outputs[i].path.empty())
      session.messages().print(
          path,
          make_diagnostic("OUT-009", {outputs[i].path.string(), std::to_string(filled),
                                      std::to_string(converted->standard.cells.size() - filled),
                                      std::to_string(converted->standard.residue.size())}));
  }
  // The writers' own messages are about the outputs: they cannot stand in them.
  said.insert(said.begin(), converted->standard.diagnostics.begin(),
              converted->standard.diagnostics.end());
  const ExitCode code = session.report(path, said);
  for (const Diagnostic& diagnostic : said)
    result["diagnostics"].push_back(to_json(diagnostic, language));
  result["status"] = code == kDone ? "done" : "warnings";
  describe(result, *converted, filled);
  return code;
}

/// What became of one input, for the message at the end.
void count(Tally& tally, const Json& result) {
  const std::string& status = result["status"].get_ref<const std::string&>();
  if (status == "skipped")
    tally.kept();
  else if (status == "failed")
    tally.failed(result["diagnostics"].back()["id"]);
  else
    tally.done(status == "warnings");
}

using Convert = std::function<ExitCode(std::size_t, Json&)>;
using Take = std::function<bool(Json, ExitCode)>;

/// With --jobs. Messages and results come in the order of the inputs.
ExitCode convert_in_workers(Session& session, const std::vector<Input>& inputs,
                            const Convert& convert, const std::function<void(std::size_t)>& show,
                            const Take& take) {
  // Loaded once for all, and what is wrong with them is said once.
  if (const auto layouts = session.layouts(); !layouts) return session.fail("", layouts.error());
  session.plugins();
  const auto work = [&](std::size_t i) {
    Work done;
    Json result;
    done.code = convert(i, result);
    done.result = result.dump(-1, ' ', false, Json::error_handler_t::replace);
    return done;
  };
  const auto hand_on = [&](std::size_t i, const Work& done) {
    show(i);
    if (done.signal == 0) {
      session.messages().print_captured(done.messages);
      return take(Json::parse(done.result), static_cast<ExitCode>(done.code));
    }
    const Error crash{ErrorKind::Internal, "INT-001", fmt::format("signal {}", done.signal)};
    Json result{{"input", inputs[i].path}, {"status", "failed"}, {"outputs", Json::array()}};
    result["diagnostics"].push_back(to_json(crash, session.arguments().language));
    return take(std::move(result), session.fail(inputs[i].path, crash));
  };
  const int error =
      run_in_workers(inputs.size(), static_cast<unsigned>(session.arguments().jobs), work, hand_on);
  if (error == 0) return kDone;
  return session.fail(
      "",
      {.kind = ErrorKind::Io, .id = "CLI-045", .message = std::strerror(error), .passing = true});
}

}  // namespace

int run_convert(Session& session) {
  const Arguments& arguments = session.arguments();
  const bool walks = names_a_folder(arguments.inputs);
  // Where would the results of a whole tree go? Beside the originals nobody would look for them.
  if (walks && arguments.out.empty())
    return session.fail(arguments.inputs.front(), {ErrorKind::Io, "CLI-012"});
  const Result<std::vector<Input>> listed = list_inputs(arguments.inputs, arguments.out);
  if (!listed) return session.fail(arguments.inputs.front(), listed.error());
  const std::vector<Input>& inputs = *listed;
  const auto plan = plan_outputs(arguments, inputs, session.plugins());
  if (!plan) return session.fail("", plan.error());
  ExitCode code = kDone;
  Json results = Json::array();
  Tally tally;
  std::optional<Progress> progress(std::in_place, inputs.size(), session.messages());
  /// False: a full disk or a wrong option will not get better with the next input.
  const auto take = [&](Json result, ExitCode one) {
    count(tally, result);
    if (arguments.json) results.push_back(std::move(result));  // else memory stays flat
    code = worse(code, one);
    return one != kTryAgain && one != kUsage;
  };
  const auto convert = [&](std::size_t i, Json& result) {
    result = {{"input", inputs[i].path},
              {"status", ""},
              {"outputs", Json::array()},
              {"diagnostics", Json::array()}};
    return convert_one(session, inputs[i].path, (*plan)[i], result);
  };
  if (arguments.jobs > 1 && inputs.size() > 1) {
    code = worse(code, convert_in_workers(
                           session, inputs, convert,
                           [&](std::size_t i) { progress->next(inputs[i].path); }, take));
  } else {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      progress->next(inputs[i].path);
      Json result;
      const ExitCode one = convert(i, result);
      if (!take(std::move(result), one)) break;
    }
  }
  progress.reset();
  if (inputs.size() >= kTallied) session.messages().print("", tally.message(inputs.size()));
  return arguments.json ? print_json(session, results, code) : code;
}

}  // namespace guifan::cli
