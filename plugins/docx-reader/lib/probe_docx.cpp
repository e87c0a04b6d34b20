// SPDX-License-Identifier: Apache-2.0
#include "probe_docx.h"

#include "ole.h"

namespace guifan::docx {

sdk::Probe probe_docx(std::string_view bytes) {
  switch (identify_ole(bytes)) {
    case OleContent::NotOle:
      break;
    case OleContent::EncryptedPackage:
      return {0.9, "OLE2 文件，内有加密的文档\tOLE2 file with an encrypted package"};
    case OleContent::WordDocument:
      return {0.2,
              "旧版 Word 文档，由 office 读取\tlegacy Word document; the office reader takes it"};
    default:
      return {0.05, "OLE2 文件，没有 Word 文档\tOLE2 file without a Word document"};
  }
  const bool zip = bytes.starts_with("PK\x03\x04");
  const bool word = bytes.find("word/document") != std::string_view::npos;
  const bool package = bytes.find("[Content_Types].xml") != std::string_view::npos;
  if (zip && word) return {0.95, "ZIP 包，内有 Word 文档\tZIP package with a Word document"};
  if (zip && bytes.find("xl/workbook") == std::string_view::npos &&
      bytes.find("ppt/") == std::string_view::npos && package)
    return {0.6, "ZIP 包，正文另有名字\tZIP package; its main part is named elsewhere"};
  if (word && package)
    return {0.7,
            "损坏或带前缀的 ZIP 包，内有 Word 文档\tdamaged or prefixed ZIP package with a Word "
            "document"};
  if (zip) return {0.1, "ZIP 压缩包\tZIP archive"};
  return {0, ""};
}

}  // namespace guifan::docx
