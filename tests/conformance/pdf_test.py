#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: pdf_test.py PRINT_SAMPLE GUIFAN FIXTURES
Every fixture as PDF through the command line, and two made-up reports in which every cell has its own number:
- guifan reads the PDF back to the same cells;
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
                count = has_rows_in_order(pdf, [line for line in lines if len(line) == 4])
                assert count > 150, count
                print(f"{template}: {count} numbers in their rows")
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
                if not poppler:
                    has_sound_syntax(pdf)
                    has_all_text(pdf, direct.values())
                print(f"{pathlib.Path(source).parent.name}/{pathlib.Path(source).name}, {template}: {len(direct)} cells read back")
    if poppler:
        print("skipped in part: not installed:", ", ".join(poppler))
        return 77
    return 0


sys.exit(main())
