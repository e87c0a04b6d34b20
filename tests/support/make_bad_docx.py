#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes tests/bad/docx-NNN-name/input.docx, the same bytes every time.

    make_bad_docx.py FOLDER              writes the inputs
    make_bad_docx.py FOLDER --bless CLI  and expected.txt from what CLI does now (look at every difference before commit)

expected.txt: the arguments, the exit status, standard error (file name without folders), standard output.
"""
import io
import struct
import zipfile
import zlib

import bad_cases

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:f="http://example.org/future"')
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')


def p(text, properties="", run=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def tc(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tbl(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {PREFIXES}><w:body>{body}</w:body></w:document>'


def part(root, content):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {PREFIXES}>{content}</w:{root}>'


def relations(*rows):
    inner = "".join(f'<Relationship Id="{i}" Type="{R}/{t}" Target="{target}"/>' for i, t, target in rows)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def pack(parts, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content if isinstance(content, bytes) else content.encode())
    return out.getvalue()


def frame(main, *more):
    return [("[Content_Types].xml", TYPES), ("_rels/.rels", RELS), ("word/document.xml", main), *more]


def docx(body, *more):
    return pack(frame(document(body), *more))


LONG = "".join(p(f"第 {i * 7919 % 10007} 段：受理申请 {i * 104729 % 9973} 件。") for i in range(300))
PLAIN = docx(p("政府信息公开"))


def with_part(kind, target, content, body=p("政府信息公开")):
    more = [("word/_rels/document.xml.rels", relations((kind, kind, target)))]
    if content is not None:
        more.append(("word/" + target, content))
    return docx(body, *more)


def directory(data):
    return data.index(b"PK\x01\x02")


def patch(data, at, new):
    return data[:at] + new + data[at + len(new):]


def record(data, name):
    """Offset of the central directory record of `name`."""
    return data.index(name.encode(), directory(data)) - 46


def local(data, name):
    return data.index(name.encode()) - 30


def wrong_checksum(data, name):
    at, head = record(data, name), local(data, name)
    data = patch(data, at + 16, b"\x01\x02\x03\x04")
    return patch(data, head + 14, b"\x01\x02\x03\x04")


def ole(entry):
    data = bytearray(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(2040))
    data[1024:1024 + 2 * len(entry)] = entry.encode("utf-16-le")
    return bytes(data)


def lying_size(size):
    data = patch(PLAIN, record(PLAIN, "word/document.xml") + 24, struct.pack("<I", size))
    return patch(data, local(data, "word/document.xml") + 22, struct.pack("<I", size))


def renamed_in_directory(data, name, new):
    return patch(data, data.index(name.encode(), directory(data)), new.encode())


ENTITIES = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha" * 10}">' for i in range(9))
XXE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

CASES = [
    ("empty", b""),
    ("text-file", "这不是压缩包。".encode()),
    ("signature-only", b"PK\x03\x04"),
    ("signature-and-noise", b"PK\x03\x04" + bytes(range(256)) * 4),
    ("html-with-docx-name", "<html><body>正文</body></html>".encode()),
    ("cut-inside-main-part", docx(LONG)[:-900]),
    ("cut-before-main-part", PLAIN[:local(PLAIN, "word/document.xml") + 10]),
    ("no-directory", PLAIN[:directory(PLAIN)]),
    ("cut-inside-directory", PLAIN[:directory(PLAIN) + 60]),
    ("prefixed-with-http-head", b"HTTP/1.1 200 OK\r\n\r\n" + PLAIN),
    ("prefixed-and-cut", b"junk" * 9 + PLAIN[:directory(PLAIN)]),
    ("trailing-page", PLAIN + b"<html>not found</html>" * 4000),
    ("checksum-of-main-part", wrong_checksum(PLAIN, "word/document.xml")),
    ("checksum-of-styles", (lambda d: wrong_checksum(d, "word/styles.xml"))(with_part("styles", "styles.xml", part("styles", "")))),
    ("directory-misplaces-main-part", patch(PLAIN, record(PLAIN, "word/document.xml") + 42, struct.pack("<I", 3))),
    ("directory-lost-main-part", renamed_in_directory(PLAIN, "word/document.xml", "lost/document.xml")),
    ("directory-lost-relationships", renamed_in_directory(PLAIN, "_rels/.rels", "_gone/.gone")),
    ("main-part-twice", pack(frame(document(p("第一份")), ("word/DOCUMENT.xml", document(p("第二份")))))),
    ("encrypted-entry", patch(patch(PLAIN, record(PLAIN, "word/document.xml") + 8, b"\x01"), local(PLAIN, "word/document.xml") + 6, b"\x01")),
    ("unknown-compression", patch(patch(PLAIN, record(PLAIN, "word/document.xml") + 10, b"\x63"), local(PLAIN, "word/document.xml") + 8, b"\x63")),
    ("size-claims-ten-bytes", lying_size(10)),
    ("size-claims-four-gigabytes", lying_size(0xFFFFFFF0)),
    ("inflation-bomb", docx(p(" " * (12 << 20)))),
    ("password-protected", ole("EncryptedPackage")),
    ("legacy-word", ole("WordDocument")),
    ("legacy-excel", ole("Workbook")),
    ("unknown-compound-file", ole("Contents")),
    ("open-document", pack([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")], stored=("mimetype",))),
    ("workbook", pack([("[Content_Types].xml", TYPES.replace("word/document.xml", "xl/workbook.xml").replace("wordprocessingml.document", "spreadsheetml.sheet")),
                       ("_rels/.rels", RELS.replace("word/document.xml", "xl/workbook.xml")), ("xl/workbook.xml", "<workbook/>")])),
    ("ordinary-archive", pack([("readme.txt", "a")])),
    ("no-main-part", pack(frame("")[:2])),
    ("main-part-empty", pack(frame(""))),
    ("main-part-not-xml", pack(frame("document"))),
    ("main-part-is-html", pack(frame("<html><body>a</body></html>"))),
    ("main-part-is-styles", pack(frame("<styles xmlns='urn:x'/>"))),
    ("xml-cut", pack(frame(document(LONG)[:5000]))),
    ("xml-tags-crossed", docx("<w:p><w:r></w:p></w:r>")),
    ("xml-undeclared-entity", docx(p("&nbsp;"))),
    ("xml-control-character", docx(p("&#1;"))),
    ("xml-bad-utf8", pack(frame(document(p("@@")).encode().replace(b"@@", b"\xB9\xAB\xBF\xAA")))),
    ("xml-unknown-encoding", pack(frame(document(p("a")).replace("UTF-8", "x-nowhere")))),
    ("xml-utf16", pack(frame(document(p("双字节编码")).replace("UTF-8", "UTF-16").encode("utf-16")))),
    ("entity-expansion", pack(frame(f"<!DOCTYPE w:document [{ENTITIES}]>" + document(p("&e8;")).split("?>", 1)[1]))),
    ("external-entity", pack(frame(XXE + document(p("&x;")).split("?>", 1)[1]))),
    ("elements-too-deep", docx("<w:ins>" * 5000 + "</w:ins>" * 5000)),
    ("tables-too-deep", docx("<w:tbl><w:tr><w:tc>" * 300 + "<w:p/></w:tc></w:tr></w:tbl>" * 300)),
    ("attributes-too-many", docx("<w:p " + " ".join(f'a{i}="1"' for i in range(4000)) + "/>")),
    ("span-too-wide", docx(tbl(tc("甲", '<w:gridSpan w:val="2147483647"/>')))),
    ("spans-nonsense", docx(tbl(tc("甲", '<w:gridSpan w:val="-3"/>') + tc("1"), tc("乙", '<w:gridSpan w:val="x"/><w:vMerge w:val="?"/>') + tc("2")))),
    ("merge-without-start", docx(tbl(tc("甲", "<w:vMerge/>") + tc("1"), tc("乙") + tc("2", "<w:hMerge/>")))),
    ("styles-damaged", with_part("styles", "styles.xml", part("styles", "<w:style>"))),
    ("styles-missing", with_part("styles", "styles.xml", None)),
    ("styles-in-a-circle", with_part("styles", "styles.xml", part("styles", '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'), p("正文", '<w:pStyle w:val="a"/>'))),
    ("numbering-damaged", with_part("numbering", "numbering.xml", "<w:numbering", p("正文", '<w:numPr><w:numId w:val="1"/></w:numPr>'))),
    ("numbering-unknown-list", docx(p("正文", '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="4000000000"/></w:numPr>'))),
    ("footnotes-damaged", with_part("footnotes", "footnotes.xml", part("footnotes", "<w:footnote>"))),
    ("header-not-xml", docx(p("正文") + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>', ("word/_rels/document.xml.rels", relations(("h", "header", "header1.xml"))), ("word/header1.xml", "x"))),
    ("header-points-outside", docx(p("正文") + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>', ("word/_rels/document.xml.rels", relations(("h", "header", "../../../etc/passwd"))))),
    ("names-climb-out", pack(frame(document(p("正文")), ("../../etc/passwd", "x"), ("C:\\x.xml", "x")))),
    ("names-with-backslashes", pack([(n.replace("/", "\\"), c) for n, c in frame(document(p("反斜杠")))])),
    ("field-never-ends", docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:t>受理 3 件</w:t></w:r></w:p>' + p("办结 3 件"))),
    ("field-ends-twice", docx('<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>受理 3 件</w:t></w:r></w:p>')),
    ("foreign-chunk", docx(p("正文") + '<w:altChunk r:id="c"/>', ("word/_rels/document.xml.rels", relations(("c", "aFChunk", "chunk.html"))), ("word/chunk.html", "<p>x</p>"))),
    ("embedded-workbook", docx(p("见附表") + '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>')),
    ("extension-without-fallback", docx('<w:p><mc:AlternateContent><mc:Choice Requires="f"><w:r><w:t>未来</w:t></w:r></mc:Choice></mc:AlternateContent></w:p>' + p("正文"))),
    ("symbol-of-unknown-font", docx('<w:p><w:r><w:sym w:font="Seals" w:char="F041"/><w:t>印章</w:t></w:r></w:p>')),
    ("pictures-only", docx("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")),
    ("text-outside-paragraphs", docx("<w:t>游离</w:t>" + p("正文"))),
    ("tracked-changes", docx("<w:p><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>13</w:t></w:r></w:ins></w:p>")),
]


if __name__ == "__main__":
    bad_cases.main("docx", CASES, __doc__)
