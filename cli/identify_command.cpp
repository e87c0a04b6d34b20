// SPDX-License-Identifier: Apache-2.0
// guifan identify IN...
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "display_width.h"
#include "guifan/recognise.h"
#include "guifan/text.h"
#include "input_list.h"
#include "json_output.h"
#include "session.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

/// What identify says of one thing: the name of the row, and the finding.
struct Row {
  const char *key, *chinese, *english;
  Finding finding;
};

Finding container(Session& session, const Source& source, const SourceDocument& document) {
  Finding finding{document.media_type, 1, {"--reader", "--reader"}};
  if (session.arguments().reader.empty())
    for (const ProbeAnswer& answer : session.plugins().probe(source.view(), source.name))
      if (answer.reader == document.reader) {
        finding.confidence = answer.confidence;
        finding.reason = answer.reason;
        break;
      }
  return finding;
}

/// The reader says which encoding it used; how sure that is comes from the same decoder over the
/// same bytes.
Finding encoding(const Source& source, const SourceDocument& document) {
  Finding finding{document.encoding, 1, {}};
  if (document.encoding.empty()) {
    finding.reason = {"二进制文件", "binary container"};
    return finding;
  }
  const DecodedText decoded = decode(source.view(), "");
  if (decoded.encoding == document.encoding) {
    finding.confidence = decoded.confidence;
    finding.reason = decoded.reason;
  } else {
    finding.reason = {"文件自己声明", "declared by the document"};
  }
  return finding;
}

std::string as_text(const std::string& path, const std::vector<Row>& rows, Language language) {
  std::string out = printable(path) + "\n";
  for (const Row& row : rows) {
    const std::string name = language == Language::Chinese ? row.chinese : row.english;
    const std::string value = row.finding.value.empty() ? "-" : row.finding.value;
    out += fmt::format("  {} {} ({:.2f}{})\n", pad_right(name, 14), pad_right(value, 24),
                       row.finding.confidence,
                       row.finding.reason.empty() ? "" : ": " + row.finding.reason.in(language));
  }
  return out;
}

ExitCode identify_one(Session& session, const std::string& path, std::string& text, Json& result) {
  const auto failed = [&](const Error& error) {
    result["error"] = to_json(error, session.arguments().language);
    return session.fail(path, error);
  };
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return failed(layouts.error());
  const Result<Source> source = session.load(path);
  if (!source) return failed(source.error());
  Result<SourceDocument> document = session.read(*source);
  if (!document) return failed(document.error());
  const Result<Report> report = recognise(*document, **layouts);
  if (!report && report.error().kind != ErrorKind::NotAReport) return failed(report.error());
  // recognise() has normalised the document also where it then found that it is no report.
  const Identification identity = report ? report->identity : identify_report(*document);
  const std::vector<Row> rows = {
      {"container", "容器", "container", container(session, *source, *document)},
      {"encoding", "编码", "encoding", encoding(*source, *document)},
      {"layout", "版式", "layout", identity.layout},
      {"organisation", "机关", "organisation", identity.organisation},
      {"year", "年度", "year", identity.year},
      {"title", "标题", "title", identity.title},
      {"published", "发布日期", "published", identity.published},
  };
  text += as_text(path, rows, session.arguments().language);
  result["is_report"] = static_cast<bool>(report);
  result["reader"] = document->reader;
  for (const Row& row : rows)
    result[row.key] = {{"value", row.finding.value.empty() ? Json() : Json(row.finding.value)},
                       {"confidence", row.finding.confidence},
                       {"reason", row.finding.reason.in(session.arguments().language)}};
  if (report) result["layouts"] = report->layouts;
  return report ? kDone : failed(report.error());
}

}  // namespace

int run_identify(Session& session) {
  ExitCode code = kDone;
  std::string text;
  Json results = Json::array();
  const Result<std::vector<Input>> inputs = list_inputs(session.arguments().inputs, {});
  if (!inputs) return session.fail(session.arguments().inputs.front(), inputs.error());
  for (const Input& input : *inputs) {
    Json result{{"input", input.path}};
    code = worse(code, identify_one(session, input.path, text, result));
    results.push_back(std::move(result));
  }
  return session.arguments().json ? print_json(session, results, code)
                                  : print_text(session, text, code);
}

}  // namespace guifan::cli
