// SPDX-License-Identifier: Apache-2.0
#include "source_kind.h"

#include <string>

#include "ole.h"

namespace guifan::office {
namespace {

constexpr SourceKind kWord{"Word 97-2003", "doc", "application/msword", false, 0.9};
constexpr SourceKind kWps{"WPS", "wps", "application/vnd.ms-works", false, 0.9};
constexpr SourceKind kRtf{"RTF", "rtf", "application/rtf", false, 0.95};
constexpr SourceKind kText{"OpenDocument text", "odt", "application/vnd.oasis.opendocument.text",
                           false, 0.95};
constexpr SourceKind kSheet{"OpenDocument spreadsheet", "ods",
                            "application/vnd.oasis.opendocument.spreadsheet", true, 0.95};
constexpr SourceKind kExcel{"Excel 97-2003", "xls", "application/vnd.ms-excel", true, 0.9};
constexpr SourceKind kWorkbook{"Excel workbook", "xlsx",
                               "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                               true, 0.9};
constexpr SourceKind kWordXml{"Word XML", "xml", "application/msword", false, 0.9};

constexpr std::size_t kHeadBytes = 4'096;

bool ends_with_ignoring_case(std::string_view name, std::string_view lower_extension) {
  if (name.size() < lower_extension.size()) return false;
  name.remove_prefix(name.size() - lower_extension.size());
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((name[i] >= 'A' && name[i] <= 'Z' ? name[i] - 'A' + 'a' : name[i]) != lower_extension[i])
      return false;
  return true;
}

}  // namespace

std::optional<SourceKind> identify_source(std::string_view bytes, std::string_view file_name) {
  switch (docx::identify_ole(bytes)) {
    case docx::OleContent::WordDocument:
      return ends_with_ignoring_case(file_name, ".wps") ? kWps : kWord;
    case docx::OleContent::Workbook:
      return kExcel;
    case docx::OleContent::NotOle:
      break;
    default:
      return std::nullopt;
  }
  const std::string_view head = bytes.substr(0, kHeadBytes);
  if (head.starts_with("{\\rtf")) return kRtf;
  if (head.starts_with("PK\x03\x04")) {
    if (head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos)
      return kText;
    if (head.find("application/vnd.oasis.opendocument.spreadsheet") != std::string_view::npos)
      return kSheet;
    // A package's own parts stand in its directory; a workbook embedded in a document has another
    // path there.
    if (bytes.find("xl/workbook") != std::string_view::npos &&
        bytes.find("word/document") == std::string_view::npos)
      return kWorkbook;
    return std::nullopt;
  }
  if (head.find("progid=\"Word.Document\"") != std::string_view::npos) return kWordXml;
  return std::nullopt;
}

bool is_flat_package(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  return head.find("http://schemas.microsoft.com/office/2006/xmlPackage") != std::string_view::npos;
}

// [MS-DOC] 2.5.2: the document's header starts the WordDocument stream, which stands first in
// nearly every file.
bool is_encrypted_word(std::string_view bytes) {
  constexpr std::size_t kFirstSector = 512, kFlags = 0x0B;
  if (bytes.size() < kFirstSector + 32) return false;
  return bytes.substr(kFirstSector, 2) == "\xEC\xA5" &&
         (static_cast<unsigned char>(bytes[kFirstSector + kFlags]) & 0x01u) != 0;
}

}  // namespace guifan::office
