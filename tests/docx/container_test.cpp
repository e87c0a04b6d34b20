// SPDX-License-Identifier: Apache-2.0
// The package: finding the main part, damage, limits, protection, look-alikes.
#include <gtest/gtest.h>

#include "package_maker.h"

namespace guifan::testing {
namespace {

using Lines = std::vector<std::string>;

Parts ordinary(std::string_view body = "<w:p><w:r><w:t>正文</w:t></w:r></w:p>") {
  Parts parts = usual_frame();
  parts.emplace_back("word/document.xml", document_xml(body));
  return parts;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string failed_id(std::string_view bytes) {
  const auto document = read(bytes);
  return document ? "read" : document.error().id;
}

TEST(DocxContainer, StrictNamespaces) {
  Parts parts = ordinary("<w:tbl><w:tr>" + cell("甲", "<w:gridSpan w:val=\"2\"/>") +
                         "</w:tr><w:tr>" + cell("乙") + cell("1") + "</w:tr></w:tbl>");
  for (auto& [name, content] : parts) {
    replace(content, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    replace(content, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");
  }
  const auto document = read(zip(parts));
  ASSERT_TRUE(document);
  EXPECT_EQ(outline(*document), Lines{"T [甲{1x2}] [乙|1]"});
}

TEST(DocxContainer, ChineseEncodingsAreDecodedByTheHost) {
  // A character that gb2312 lacks and GBK has (U+9555): nothing behind it may be lost.
  Parts parts = ordinary();
  replace(parts[2].second, "UTF-8", "gb2312");
  replace(parts[2].second, "正文",
          "\xD6\xEC\xE9\x46\xBB\xF9\xB5\xC4\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA");
  const auto document = read(zip(parts));
  ASSERT_TRUE(document) << document.error().id;
  EXPECT_EQ(outline(*document), Lines{"P 朱镕基的政府信息公开"});
}

TEST(DocxContainer, MainPartElsewhereAndInOtherCase) {
  Parts parts = ordinary();
  replace(parts[0].second, "/word/document.xml", "/Doc/Main.XML");
  replace(parts[1].second, "word/document.xml", "/doc/main.xml");
  parts[2].first = "Doc/Main.xml";
  const auto document = read(zip(parts));
  ASSERT_TRUE(document);
  EXPECT_EQ(outline(*document), Lines{"P 正文"});
}

TEST(DocxContainer, MainPartByContentTypeWithoutRelationships) {
  Parts parts = ordinary();
  replace(parts[0].second, "/word/document.xml", "/a/b.xml");
  parts[2].first = "a/b.xml";
  parts.erase(parts.begin() + 1);
  const auto document = read(zip(parts));
  ASSERT_TRUE(document);
  EXPECT_EQ(outline(*document), Lines{"P 正文"});
}

TEST(DocxContainer, MacroDocumentsAndTemplatesSayTheirType) {
  Parts parts = ordinary();
  replace(parts[0].second,
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
          "application/vnd.ms-word.document.macroEnabled.main+xml");
  const auto document = read(zip(parts));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->media_type, "application/vnd.ms-word.document.macroEnabled.12");
}

TEST(DocxContainer, TitleAndProducerComeFromTheProperties) {
  Parts parts = ordinary();
  parts.emplace_back(
      "docProps/core.xml",
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>年度报告</dc:title></"
      "cp:coreProperties>");
  parts.emplace_back("docProps/app.xml",
                     "<Properties><Application>WPS Office</Application></Properties>");
  const auto document = read(zip(parts));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "年度报告");
  ASSERT_EQ(document->metadata.size(), 1u);
  EXPECT_EQ(document->metadata[0].second, "WPS Office");
}

TEST(DocxContainer, PrefixedArchiveIsReadWhole) {
  const auto document = read("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n" + zip(ordinary()));
  ASSERT_TRUE(document);
  EXPECT_EQ(outline(*document), Lines{"P 正文"});
}

TEST(DocxContainer, ArchiveWithoutDirectoryIsRecoveredAndSaid) {
  std::string bytes = zip(ordinary());
  bytes.resize(bytes.find("PK\x01\x02"));
  const auto document = read(bytes);
  ASSERT_TRUE(document);
  EXPECT_EQ(outline(*document), Lines{"P 正文"});
  EXPECT_TRUE(has_message(*document, "DOCX-020"));
}

TEST(DocxContainer, TruncatedMainPartIsRefused) {
  std::string body;
  for (int i = 0; i < 2000; ++i) body += paragraph("第 " + std::to_string(i * 7919 % 2003) + " 段");
  std::string bytes = zip(ordinary(body));
  bytes.resize(bytes.find("PK\x01\x02") - 200);
  EXPECT_EQ(failed_id(bytes), "DOCX-004");
}

TEST(DocxContainer, ArchiveCutOffBeforeTheMainPartIsRefused) {
  std::string bytes = zip(ordinary());
  bytes.resize(bytes.find("word/document.xml", bytes.find("PK\x03\x04", 40)) - 30);
  EXPECT_EQ(failed_id(bytes), "DOCX-014");
}

TEST(DocxContainer, DamagedMinorPartIsNamed) {
  Parts parts = {{"word/styles.xml", styles_xml("<w:style>")}};
  const auto document = read_package(paragraph("正文"), parts);
  EXPECT_TRUE(has_message(document, "DOCX-023"));
}

TEST(DocxContainer, PartLostByTheDirectoryIsNamed) {
  std::string bytes = zip(ordinary());
  // Renames the second directory record, so that the file's own header has no record any more.
  const std::size_t directory = bytes.find("PK\x01\x02");
  const std::size_t name = bytes.find("_rels/.rels", directory);
  bytes.replace(name, 11, "_gone/.gone");
  const auto document = read(bytes);
  ASSERT_TRUE(document);
  EXPECT_TRUE(has_message(*document, "DOCX-021"));
}

TEST(DocxContainer, DuplicatePartIsNamed) {
  std::string bytes = zip([] {
    Parts parts = ordinary();
    parts.emplace_back("word/Document.xml", document_xml(paragraph("另一份")));
    return parts;
  }());
  const auto document = read(bytes);
  ASSERT_TRUE(document);
  EXPECT_TRUE(has_message(*document, "DOCX-022"));
}

TEST(DocxContainer, RefusalsNameTheReason) {
  EXPECT_EQ(failed_id("no archive at all"), "DOCX-002");
  EXPECT_EQ(failed_id(zip({{"a.txt", "b"}})), "DOCX-003");
  EXPECT_EQ(failed_id(zip({{"mimetype", "application/vnd.oasis.opendocument.text"}})), "DOCX-010");
  Parts other = ordinary();
  other[2].second = "<html/>";
  EXPECT_EQ(failed_id(zip(other)), "DOCX-013");
  other[2].second = document_xml("<w:p>");
  EXPECT_EQ(failed_id(zip(other)), "DOCX-011");
  other[2].second = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + std::string("<x>&a;</x>");
  EXPECT_EQ(failed_id(zip(other)), "DOCX-012");
}

std::string compound_file(std::string_view entry) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(1536, '\0');
  for (std::size_t i = 0; i < entry.size(); ++i) bytes[1024 + 2 * i] = entry[i];
  return bytes;
}

TEST(DocxContainer, CompoundFilesAreNamed) {
  EXPECT_EQ(failed_id(compound_file("EncryptedPackage")), "DOCX-006");
  EXPECT_EQ(failed_id(compound_file("ENCRYPTEDPACKAGE")), "DOCX-006");
  EXPECT_EQ(failed_id(compound_file("WordDocument")), "DOCX-008");
  EXPECT_EQ(failed_id(compound_file("Workbook")), "DOCX-009");
}

TEST(DocxContainer, InflationBombIsALimit) {
  Parts parts =
      ordinary("<w:p><w:r><w:t>" + std::string(std::size_t{40} << 20, ' ') + "</w:t></w:r></w:p>");
  EXPECT_EQ(failed_id(zip(parts)), "DOCX-005");
}

TEST(DocxContainer, DeepElementsAndCrowdedTagsAreLimits) {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<w:smartTag>";
  for (int i = 0; i < 3000; ++i) deep += "</w:smartTag>";
  EXPECT_EQ(failed_id(zip(ordinary(deep))), "DOCX-005");
  std::string crowded = "<w:p";
  for (int i = 0; i < 5000; ++i) crowded += " a" + std::to_string(i) + "=\"\"";
  EXPECT_EQ(failed_id(zip(ordinary(crowded + "/>"))), "DOCX-005");
}

}  // namespace
}  // namespace guifan::testing
