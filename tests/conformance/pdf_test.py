#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: pdf_test.py PRINT_SAMPLE GUIFAN FIXTURES
Every fixture as PDF through the command line, and two made-up reports in which every cell has its own number:
- guifan reads the PDF back to the same cells;
- paragraphs come back whole, too;
- tables that no page can hold keep every cell: long ones, wide ones, cells cut by page breaks;
- qpdf finds no fault; poppler finds the tags, only embedded fonts with ToUnicode, and every cell's text, numbers of one row
  on one height and in the order of their columns.
Exit 77 (skipped) where qpdf, poppler or the font is not installed; the reading back is tested all the same."""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

TEMPLATES = ("standard-2021", "standard-2019")


def run(*command, codes=(0,)):
    done = subprocess.run(command, capture_output=True)
    assert done.returncode in codes, (command, done.returncode, done.stderr.decode(errors="replace"))
    return done.stdout.decode()


def convert(guifan, source, target, template):
    run(guifan, "convert", source, "-o", target, "--template", template, "--force", "--quiet", codes=(0, 3))


def cells_of(file):
    return {name: cell["value"] for name, cell in json.loads(pathlib.Path(file).read_text(encoding="utf-8"))["cells"].items()}


def has_sound_syntax(pdf):
    run("qpdf", "--check", pdf)
    info = run("pdfinfo", pdf)
    assert re.search(r"Tagged: +yes", info), info
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.search(r"Identity-H +yes yes yes", font), font


def has_tags_and_outline(pdf, grid):
    """Each cell of each grid is one cell of a tagged table; the outline names the chapters."""
    tags = collections.Counter(line.split()[0].rstrip(":") for line in run("pdfinfo", "-struct", pdf).splitlines() if line.split())
    tables = {(cell[0]) for cell in grid}
    assert tags["Table"] == len(tables), (tags, len(tables))
    assert tags["TR"] == len({(cell[0], cell[1]) for cell in grid}), tags
    assert tags["TH"] + tags["TD"] == len(grid), (tags, len(grid))
    assert tags["H1"] == 1 and tags["H2"] == 7, tags
    outlines = json.loads(run("qpdf", "--json", "--json-key=outlines", pdf))["outlines"]
    assert [entry["title"][:2] for entry in outlines] == ["一、", "二、", "三、", "四、", "五、", "六、", "转换"], outlines


def characters(text):
    return collections.Counter(c for c in text if not c.isspace())


def has_all_text(pdf, texts):
    """Nothing that is printed is missing in poppler's text, each character as often as it should be there."""
    missing = characters("".join(texts)) - characters(run("pdftotext", "-raw", pdf, "-"))
    assert not missing, missing


def has_rows_in_order(pdf, grid):
    """Numbers are unique in the sample: each is one word of the page, in line with those of its row."""
    page = re.sub(r' xmlns="[^"]*"', "", run("pdftotext", "-bbox", pdf, "-"), count=1)
    places = collections.defaultdict(list)
    for number, one in enumerate(xml.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", page)).iter("page")):
        for word in one.iter("word"):
            places[word.text].append((number, float(word.get("yMin")), float(word.get("xMin"))))
    rows = collections.defaultdict(list)
    for table, row, column, text in grid:
        if re.fullmatch(r"≈?1\d{3}", text):
            assert text in places, text
            rows[table, row].append((int(column), places[text][0]))
    for cells in rows.values():
        ordered = [place for _, place in sorted(cells)]
        assert len({(page, round(y, 1)) for page, y, _ in ordered}) == 1, ordered
        assert [x for _, _, x in ordered] == sorted(x for _, _, x in ordered), ordered
    return sum(len(cells) for cells in rows.values())


def paragraphs_of(file):
    chapters = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))["chapters"]
    return ["".join(block["text"].split()) for chapter in chapters for block in chapter["blocks"] if block["kind"] == "paragraph"]


def words(count, start=0):
    """Simplified characters of GB 2312's first level: all fonts have them, and guifan leaves them as they are."""
    return "".join(bytes((0xB0 + (start + i * 5) % 39, 0xA1 + (start * 7 + i * 13) % 94)).decode("gb2312", "replace").replace("�", "的")
                   for i in range(count))


def table(rows):
    return "<table border='1'>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>"


def td(text, spans=""):
    return f"<td{spans}>{text}</td>"


# Name, table, and whether guifan must find the same grid when it reads the pages back. A row that is cut comes back as two.
TABLES = (
    ("long", table([[td("名称"), td("数量")]] + [[td(words(5, i)), td(i)] for i in range(400)]), True),
    ("wide", table([[td(i * 1000 + k) for k in range(45)] for i in range(1, 21)]), True),
    ("spans", table([[td("类"), td("项"), td("数")]]
                    + [([td(f"第{i // 30}类{words(20, i)}", " rowspan='30'")] if i % 30 == 0 else [])
                       + [td(words(12, i)), td(i)] for i in range(150)]), True),
    ("cut rows", table([[td("类"), td("项")], [td(words(2500), " rowspan='3'"), td("甲")], [td("乙")], [td(words(1900, 3))],
                        [td("丙"), td(words(4000, 5))]]), False),
    ("high header", table([[td(words(1800)), td("数")]] + [[td(words(9, i)), td(i)] for i in range(60)]), False),
)


def grid_of(guifan, file):
    document = json.loads(run(guifan, "dump", file, "--json"))
    cells = next(block for block in document["blocks"] if block["kind"] == "table")["cells"]
    return {(cell["row"], cell["column"]): "".join(cell["text"].split()) for cell in cells if cell["text"]}


def has_whole_tables(guifan, folder, poppler):
    title = "青石县2016年政府信息公开工作年度报告"
    for name, markup, same_grid in TABLES:
        source, pdf = f"{folder}/{name}.html", f"{folder}/{name}.pdf"
        pathlib.Path(source).write_text(f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1>"
                                        f"<h2>一、概述</h2><p>{words(300)}。</p>{markup}<h2>二、主动公开情况</h2><p>{words(90)}。</p></body></html>",
                                        encoding="utf-8")
        convert(guifan, source, pdf, TEMPLATES[0])
        if same_grid:
            assert grid_of(guifan, source) == grid_of(guifan, pdf), name
        if not poppler:
            has_sound_syntax(pdf)
            has_all_text(pdf, re.findall(r">([^<>]+)<", markup))
        print(f"table with {name}: every cell")


def main():
    sample, guifan, fixtures = sys.argv[1:4]
    poppler = [p for p in ("qpdf", "pdfinfo", "pdffonts", "pdftotext") if not shutil.which(p)]
    with tempfile.TemporaryDirectory() as folder:
        first = subprocess.run([sample, TEMPLATES[0], "pdf-writer", f"{folder}/sample.pdf"], capture_output=True)
        if first.returncode != 0:
            print("skipped: no PDF could be written; is fonts-noto-cjk installed?")
            return 77
        for template in TEMPLATES:
            pdf, grid = f"{folder}/{template}.pdf", f"{folder}/{template}.grid"
            run(sample, template, "pdf-writer", pdf)
            run(sample, template, "grid", grid)
            lines = [line.split("\t") for line in re.split(r"\n(?=\d+\t|text\t)", pathlib.Path(grid).read_text(encoding="utf-8").rstrip("\n"))]
            if not poppler:
                has_sound_syntax(pdf)
                has_all_text(pdf, [line[-1] for line in lines])
                has_tags_and_outline(pdf, [line for line in lines if len(line) == 4])
                count = has_rows_in_order(pdf, [line for line in lines if len(line) == 4])
                assert count > 150, count
                print(f"{template}: {count} numbers in their rows")
        has_whole_tables(guifan, folder, poppler)
        for expected in sorted(pathlib.Path(fixtures).rglob("*.expected.json")):
            source = str(expected)[: -len(".expected.json")]
            if "expect" in json.loads(expected.read_text(encoding="utf-8")):  # refused: nothing to write
                continue
            for template in TEMPLATES:
                pdf = f"{folder}/report.pdf"
                convert(guifan, source, pdf, template)
                convert(guifan, source, f"{folder}/direct.json", template)
                convert(guifan, pdf, f"{folder}/back.json", template)
                direct, back = cells_of(f"{folder}/direct.json"), cells_of(f"{folder}/back.json")
                assert direct == back, (source, template, {k: (direct.get(k), back.get(k))
                                                           for k in direct.keys() | back.keys()
                                                           if direct.get(k) != back.get(k)})
                # Words that damage left over from a table may be seen for what they are on the printed page.
                lost = set() if "damage" in source else set(paragraphs_of(f"{folder}/direct.json")) - set(paragraphs_of(f"{folder}/back.json"))
                assert not lost, (source, template, lost)
                if not poppler:
                    has_sound_syntax(pdf)
                    has_all_text(pdf, direct.values())
                print(f"{pathlib.Path(source).parent.name}/{pathlib.Path(source).name}, {template}: {len(direct)} cells read back")
    if poppler:
        print("skipped in part: not installed:", ", ".join(poppler))
        return 77
    return 0


sys.exit(main())
