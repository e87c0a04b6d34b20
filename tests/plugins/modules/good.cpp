// SPDX-License-Identifier: Apache-2.0
// A reader of a made-up format: "GOODDOC\n", then one paragraph a line. Words in a line make it
// misbehave on purpose.
#include <stdexcept>
#include <string>

#include "guifan/plugin.h"

namespace {

using namespace guifan::sdk;

class GoodReader : public Reader {
 public:
  Probe probe(const Input& input) const override {
    const bool mine = input.bytes().text().starts_with("GOODDOC\n");
    return {mine ? 0.9 : 0.0, mine ? "begins with GOODDOC" : "does not begin with GOODDOC"};
  }

  Status read(const Context& context, const Input& input,
              DocumentBuilder& document) const override {
    std::string_view rest = input.bytes().text();
    std::uint32_t number = 0;
    document.metadata("title", "good title");
    while (!rest.empty()) {
      const std::string_view words = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(words.size() < rest.size() ? words.size() + 1 : rest.size());
      ++number;
      if (words == "FAIL") {
        context.diagnose(Severity::Error, "GOOD-1", {"line says FAIL"}, line(number));
        return Status::Malformed;
      }
      if (words == "SILENT") return Status::Malformed;
      if (words == "THROW") throw std::runtime_error("must not cross");
      if (words == "WARN")
        context.diagnose(Severity::Warning, "GOOD-2", {"line says WARN"}, line(number));
      if (words == "BADTEXT")
        document.paragraph(std::string_view("a\0b\xff"
                                            "c",
                                            5),
                           line(number));
      if (words == "HUGE") {
        if (!document.begin_table(line(number))) return Status::LimitExceeded;
        if (!document.begin_cell(0, 4'000'000'000u)) return Status::LimitExceeded;
      }
      if (words == "OVERLAP") {
        document.begin_table(line(number));
        document.begin_cell(0, 0, 3, 2);
        document.text("wide", line(number));
        document.end_cell();
        document.begin_cell(1, 1);
        document.text("under", line(number));
        document.end_cell();
        document.end_table();
      }
      if (words == "OPTION") document.paragraph(input.option("colour", "none"), line(number));
      document.paragraph(words, line(number));
    }
    return Status::Ok;
  }
};

class GoodWriter : public Writer {
 public:
  Status write(const Context&, const ReportView& report, const Options& options,
               Output& output) const override {
    if (options.get("fail") == "yes") return Status::Unsupported;
    if (options.get("fail") == "io") return Status::Io;
    output.write("title=");
    output.write(view(report.title));
    return output.write("\n") ? Status::Ok : Status::Io;
  }
};

constexpr guifan_format kFormats[] = {{"good", "Good document", "good gd", "text/x-good", ""}};

}  // namespace

GUIFAN_PLUGIN(GoodReader, GoodWriter,
              (About{.name = "good",
                     .version = "1.2.3",
                     .license = "Apache-2.0",
                     .contact = "tests",
                     .description = "test",
                     .options = "colour: printed by OPTION"}),
              kFormats)
