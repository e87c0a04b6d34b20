#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes tests/bad/pdf-NNN-name/input.pdf, the same bytes every time.

    make_bad_pdf.py FOLDER              writes the inputs
    make_bad_pdf.py FOLDER --bless CLI  and expected.txt from what CLI does now (look at every difference before commit)

expected.txt: the arguments, the exit status, standard error, standard output. All text in them was made up for this project.
The encrypted cases and others from pdf-072 on were made with other programs and are kept as files only.
"""
import zlib

import bad_cases

HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def stream(data, entries=""):
    data = data if isinstance(data, bytes) else data.encode("latin-1")
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1") + data + b"\nendstream"


def show(text, x=72, y=700, font="F1"):
    return f"BT /{font} 12 Tf {x} {y} Td ({text}) Tj ET\n"


def grid(xs, ys):
    return "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs) + "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)


def assemble(objects, trailer="", header=b"%PDF-1.7\n"):
    """Objects 1.. behind a right cross-reference table; object 1 is the root."""
    out, offsets = bytearray(header), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        body = body if isinstance(body, bytes) else body.encode("latin-1")
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def parts(content, resources="/Font<</F1 3 0 R>>", page="", more=()):
    """Catalog, page tree, font, page, content, then more objects from number 6 on."""
    content = content if isinstance(content, bytes) and content.startswith(b"<<") else stream(content)
    return ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>", HELVETICA,
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<<{resources}>>{page}>>", content, *more]


def pdf(content, *arguments, **keywords):
    return assemble(parts(content, *arguments, **keywords))


def changed(data, old, new, count=1):
    assert old in data, old
    return data.replace(old, new, count)


def type0(encoding, descendant="/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>", more=""):
    return [f"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{encoding}/DescendantFonts[7 0 R]{more}>>",
            f"<</Type/Font/Subtype/CIDFontType0/BaseFont/Song{descendant}>>"]


GOOD = pdf(show("Applications received 12"))
LENGTH = f"/Length {len(show('Applications received 12'))}".encode()
FONTS = "/Font<</F1 3 0 R/F2 6 0 R>>"
FLATE = zlib.compress((show("Applications received 12") * 40).encode())
TWO_PAGES = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R 6 0 R]/Count 2>>", HELVETICA,
             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
             stream(show("First page 1.")),
             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
             stream(show("Second page 2."))]
IMAGE = stream(b"\x00" * 4, "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray")
OBJECT_STREAM = b"1 0 2 30 <</Type/Catalog/Pages 2 0 R>>   <</Type/Pages/Kids[4 0 R]/Count 1>>"

CASES = [
    ("empty", b""),
    ("text-file", b"Applications received 12\n"),
    ("header-only", b"%PDF-1.7\n"),
    ("noise-behind-header", b"%PDF-1.7\n" + bytes((i * 37 + 11) % 256 for i in range(2000))),
    ("wrong-startxref", changed(GOOD, b"startxref\n", b"startxref\n9")),
    ("no-startxref", GOOD[:GOOD.rindex(b"startxref")]),
    ("no-trailer", GOOD[:GOOD.rindex(b"trailer")]),
    ("no-cross-reference", GOOD[:GOOD.rindex(b"xref\n0 ")]),
    ("shifted-offsets", changed(GOOD, b"%PDF-1.7\n", b"%PDF-1.7\n% one more line\n")),
    ("junk-before-header", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + GOOD),
    ("junk-behind-end", GOOD + b"\n<!-- page served in 3 ms -->" * 50),
    ("no-header", GOOD[9:]),
    ("cut-inside-content", GOOD[:GOOD.index(b"Tj ET")]),
    ("cut-inside-font", GOOD[:GOOD.index(b"/BaseFont")]),
    ("line-ends-converted", GOOD.replace(b"\n", b"\r\n")),
    ("length-too-short", changed(GOOD, LENGTH, b"/Length 11")),
    ("length-too-long", changed(GOOD, LENGTH, b"/Length 99999")),
    ("length-negative", changed(GOOD, LENGTH, b"/Length -1")),
    ("length-is-itself", changed(GOOD, LENGTH, b"/Length 5 0 R")),
    ("endobj-missing", GOOD.replace(b"endobj\n", b"")),
    ("endstream-missing", GOOD.replace(b"endstream", b"")),
    ("flate-damaged", pdf(stream(FLATE[:60] + b"\xff\xff\xff\xff" + FLATE[64:], "/Filter/FlateDecode"))),
    ("flate-cut", pdf(stream(FLATE[:-20], "/Filter/FlateDecode"))),
    ("unknown-filter", pdf(stream(show("x"), "/Filter/NoSuchDecode"))),
    ("filter-chain-of-bombs", pdf(stream(zlib.compress(zlib.compress(b" " * 30_000_000, 9), 9), "/Filter[/FlateDecode/FlateDecode]"))),
    ("flate-bomb", pdf(stream(zlib.compress(show("12").encode() + b" " * 80_000_000, 9), "/Filter/FlateDecode"))),
    ("no-root", changed(GOOD, b"/Root 1 0 R", b"/Boot 1 0 R")),
    ("root-is-a-font", changed(GOOD, b"/Root 1 0 R", b"/Root 3 0 R")),
    ("no-page-tree", changed(GOOD, b"/Pages 2 0 R>>", b"/Sages 2 0 R>>")),
    ("page-tree-loops", changed(GOOD, b"/Kids[4 0 R]", b"/Kids[2 0 R 4 0 R 4 0 R]")),
    ("count-lies", changed(GOOD, b"/Count 1>>", b"/Count 2000000000>>")),
    ("no-pages", assemble(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"])),
    ("kids-missing", changed(assemble(TWO_PAGES), b"/Kids[4 0 R 6 0 R]", b"/Kids[4 0 R 96 0 R]")),
    ("page-without-content", changed(GOOD, b"/Contents 5 0 R", b"/Contents 95 0 R")),
    ("page-without-box", changed(GOOD, b"/MediaBox[0 0 595 842]", b"/MediaBox[0 0 0 0]")),
    ("page-box-of-names", changed(GOOD, b"/MediaBox[0 0 595 842]", b"/MediaBox[/a /b (c) 1]")),
    ("rotation-odd", changed(GOOD, b"/MediaBox[0 0 595 842]", b"/MediaBox[0 0 595 842]/Rotate 77")),
    ("dictionaries-nested", assemble(parts(show("12"), more=["<</A " * 500 + ">>" * 500]))),
    ("arrays-nested", assemble(parts(show("12"), more=["[" * 5000 + "]" * 5000]))),
    ("reference-to-itself", assemble(parts(show("12"), resources="/Font 6 0 R", more=["6 0 R"]))),
    ("font-missing", pdf(show("12", font="F9") + show("13", y=600))),
    ("font-is-a-number", pdf(show("12", font="F2"), FONTS, more=["12"])),
    ("font-unmapped", pdf("BT /F2 12 Tf 72 700 Td <00110012> Tj ET\n" + show("Total", y=600), FONTS,
                          more=type0("Identity-H", "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"))),
    ("cell-with-unmapped-digit", pdf(grid([72, 172, 272], [600, 620]) + show("Total", 80, 605) + show("1", 180, 605)
                                     + "BT /F2 12 Tf 187 605 Td <0012> Tj ET", FONTS,
                                     more=type0("Identity-H", "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"))),
    ("cmap-of-garbage", pdf("BT /F2 12 Tf 72 700 Td <D5FE> Tj ET", FONTS,
                            more=[*type0("GBK-EUC-H", more="/ToUnicode 8 0 R"), stream("beginbfrange <00> <zz [ endbfrange (((")])),
    ("cmap-unknown", pdf("BT /F2 12 Tf 72 700 Td <D5FEB8AE> Tj ET", FONTS, more=type0("Wishful-EUC-H"))),
    ("gbk-string-cut", pdf("BT /F2 12 Tf 72 700 Td <D5FEB8AEB9> Tj ET", FONTS, more=type0("GBK-EUC-H"))),
    ("descendant-missing", changed(pdf("BT /F2 12 Tf 72 700 Td <D5FE> Tj ET", FONTS, more=type0("GBK-EUC-H")), b"[7 0 R]", b"[]     ")),
    ("widths-enormous", changed(pdf(show("12") + show("13", y=600)), b"/WinAnsiEncoding", b"/WinAnsiEncoding/FirstChar 49/Widths[1e30 -1e30 99999999999999999999]")),
    ("matrix-degenerate", pdf("q 0 0 0 0 0 0 cm " + show("flat") + " Q q 1e38 0 0 1e38 0 0 cm 1e38 0 0 1e38 0 0 cm " + show("far") + " Q\n" + show("12"))),
    ("states-unbalanced", pdf("q " * 5000 + show("12") + "Q " * 9000 + show("13", y=600))),
    ("strings-unclosed", pdf("BT /F1 12 Tf 72 700 Td (Total \\(12) Tj ET")),
    ("text-of-control-characters", pdf(b"BT /F1 12 Tf 72 700 Td (1\x00\x012\x7f3) Tj ET")),
    ("operands-many", pdf("1 " * 300_000 + show("12"))),
    ("form-draws-itself", pdf("/X Do", "/Font<</F1 3 0 R>>/XObject<</X 6 0 R>>",
                              more=[stream(show("once") + "/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>")])),
    ("forms-multiply", pdf("/X Do", "/XObject<</X 6 0 R>>",
                           more=[stream("/X Do " * 10, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {n} 0 R>>>>") for n in range(7, 21)]
                           + [stream("0 0 m", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]")])),
    ("inline-image-never-ends", pdf(show("12") + "BI /W 1 /H 1 /BPC 8 ID xxxxxxxxxxxx")),
    ("image-only", pdf("q 595 0 0 842 0 0 cm /I Do Q", "/XObject<</I 6 0 R>>", more=[IMAGE])),
    ("image-beside-text", assemble([*TWO_PAGES[:3], TWO_PAGES[3].replace("/Resources<<", "/Resources<</XObject<</I 8 0 R>>"),
                                    stream("q 595 0 0 842 0 0 cm /I Do Q"), *TWO_PAGES[5:], IMAGE])),
    ("invisible-text", pdf("q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F1 12 Tf 72 700 Td (Total 12) Tj ET", "/Font<</F1 3 0 R>>/XObject<</I 6 0 R>>", more=[IMAGE])),
    ("text-off-the-page", pdf(show("12") + show("gone", x=9000))),
    ("layer-switched-off", pdf("/OC /L BDC " + show("draft") + "EMC " + show("final", y=600), "/Font<</F1 3 0 R>>/Properties<</L 6 0 R>>",
                               more=["<</Type/OCG/Name(L)>>"]).replace(b"/Pages 2 0 R>>", b"/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>")),
    ("encryption-unknown", assemble(parts(show("12"), more=["<</Filter/Private/V 9/R 9/P 0/O(x)/U(y)>>"]), "/Encrypt 6 0 R/ID[(a)(a)]")),
    ("encryption-empty", assemble(parts(show("12"), more=["<<>>"]), "/Encrypt 6 0 R/ID[(a)(a)]")),
    ("password-needed", assemble(parts(show("12"), more=["<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"]),
                                 "/Encrypt 6 0 R/ID[<0011><0011>]")),
    ("object-stream-behind-lost-reference", changed(GOOD, b"/Type/Catalog", b"/Type/Caterer")[:-200] +
     b"\n9 0 obj\n" + stream(OBJECT_STREAM, "/Type/ObjStm/N 2/First 9") + b"\nendobj\n"),
    ("object-stream-lies", changed(GOOD, b"/Type/Catalog", b"/Type/Caterer")[:-200] +
     b"\n9 0 obj\n" + stream(OBJECT_STREAM, "/Type/ObjStm/N 2000000000/First 4000000000") + b"\nendobj\n"),
    ("previous-table-loops", changed(GOOD, b"/Root 1 0 R", b"/Root 1 0 R/Prev 9")),
    ("size-lies", changed(GOOD, b"/Size 6", b"/Size 2000000000")),
    ("grid-of-a-drawing", pdf("".join(f"{x} 0 m {x} 842 l S\n" for x in range(0, 595)) + "".join(f"0 {y} m 595 {y} l S\n" for y in range(0, 842)) + show("12"))),
    ("table-without-a-side", pdf(grid([172], [600, 640]) + "".join(f"72 {y} m 272 {y} l S\n" for y in (600, 620, 640)) + show("Total", 80, 605) + show("12", 180, 605) + show("Label", 80, 625) + show("Count", 180, 625))),
]


if __name__ == "__main__":
    bad_cases.main("pdf", CASES, __doc__)
