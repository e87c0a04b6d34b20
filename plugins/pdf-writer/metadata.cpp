// SPDX-License-Identifier: Apache-2.0
#include "metadata.h"

#include "syntax.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::pdfwriter {
namespace {

using sdk::view;

std::string property(std::string_view name, std::string_view value) {
  return "<" + std::string(name) + ">" + std::string(value) + "</" + std::string(name) + ">\n";
}

std::string list(std::string_view name, std::string_view kind, std::string_view item) {
  return property(name, property(kind, item));
}

/// XMP dates are ISO 8601; anything else is left out.
bool is_day(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

/// The title of the document in one line.
std::string document_title(const sdk::ReportView& report) {
  std::string title;
  writing::for_each_line(view(report.title), [&](std::string_view line) { title += line; });
  return title.empty() ? std::string(writing::kReportTitle) : title;
}

}  // namespace

std::string information_dictionary(const sdk::ReportView& report) {
  std::string out = "<</Title" + text_string(document_title(report));
  if (report.organisation.size != 0) out += "/Author" + text_string(view(report.organisation));
  const std::string generator = text_string(view(report.generator));
  return out + "/Creator" + generator + "/Producer" + generator + ">>";
}

std::string xmp_packet(const sdk::ReportView& report) {
  const std::string title = writing::escaped(document_title(report));
  const std::string generator = writing::escaped(report.generator);
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
      "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
  out += property("pdfaid:part", "2") + property("pdfaid:conformance", "B");
  out += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title +
         "</rdf:li></rdf:Alt></dc:title>\n";
  const auto items = [](std::string_view item) { return property("rdf:li", item); };
  if (report.organisation.size != 0)
    out += list("dc:creator", "rdf:Seq", items(writing::escaped(report.organisation)));
  if (is_day(view(report.published)))
    out += list("dc:date", "rdf:Seq", items(view(report.published)));
  out += list("dc:language", "rdf:Bag", items("zh-CN"));
  std::string source = writing::escaped(report.source_name);
  if (report.source_sha256.size != 0) source += " sha256:" + writing::escaped(report.source_sha256);
  if (!source.empty()) out += property("dc:source", source);
  out += property("dc:format", "application/pdf");
  out += property("pdf:Producer", generator) + property("xmp:CreatorTool", generator);
  return out + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace guifan::pdfwriter
