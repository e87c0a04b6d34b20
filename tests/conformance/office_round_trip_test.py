#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: office_round_trip_test.py out|in PROGRAM... (see below)
       office_round_trip_test.py out PRINT_SAMPLE GUIFAN
       office_round_trip_test.py in GENERATOR GUIFAN

out: our DOCX, in which every cell has its own number, through LibreOffice to DOC, DOCX, ODT, RTF, HTML and PDF, each read back
     with guifan; our workbook through LibreOffice Calc.
in:  made reports of every layout, saved as HTML, through LibreOffice and pandoc to DOCX, read with guifan; some of them as
     workbooks, a whole report on one sheet.
Cells must be equal: none wrong, none invented, none lost. LibreOffice takes all files of one kind in one call, because its
start is what costs. Exit 77: a program is not installed."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
FORMATS = {"doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML", "odt": "odt", "rtf": "rtf", "html": "html:HTML (StarWriter)", "pdf": "pdf"}
CALC = pathlib.Path("/usr/lib/libreoffice/program/libsclo.so")
BRIDGED = {"doc", "odt", "rtf"}  # guifan reads these through LibreOffice again


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            print(f"skipped: {program} is not installed")
            sys.exit(SKIPPED)


class Office:
    def __init__(self, folder):
        self.profile = f"-env:UserInstallation=file://{folder}/profile"

    def convert(self, files, target, out, *more):
        subprocess.run(["soffice", "--headless", self.profile, *more, "--convert-to", target, "--outdir", str(out),
                        *map(str, files)], check=True, capture_output=True, timeout=180)


def cells_of(guifan, file, template):
    run = subprocess.run([guifan, "convert", str(file), "--template", template, "--to", "json", "-o", "-"], capture_output=True)
    assert run.returncode in (0, 3), f"{file}: {run.stderr.decode()}"
    report = json.loads(run.stdout)
    return report, {name: cell["value"] for name, cell in report["cells"].items()}


def compare(what, cells, certain, possible):
    """A cell that is certain must be there; one that is possible may be; every other is invented."""
    wrong = [f"{name}: {value}, expected {certain.get(name, possible.get(name))}" for name, value in cells.items()
             if value != certain.get(name, possible.get(name))]
    lost = [name for name in certain if name not in cells]
    assert not wrong, f"{what}: {len(wrong)} cells wrong or invented: {wrong[:8]}"
    assert not lost, f"{what}: {len(lost)} cells lost: {lost[:8]}"
    return len(cells)


def check_out(sample, guifan, folder):
    need("soffice")
    office, templates = Office(folder), ("standard-2021", "standard-2019")
    ours = folder / "ours"
    ours.mkdir()
    expected = {}
    for template in templates:
        for module, extension in (("docx-writer", "docx"), ("json", "json")):
            subprocess.run([sample, template, module, str(ours / f"{template}.{extension}")], check=True)
        cells = json.loads((ours / f"{template}.json").read_text(encoding="utf-8"))["cells"]
        expected[template] = [{name: cell["value"] for name, cell in cells.items() if (cell["rule"] == "approximate") == approximate}
                              for approximate in (False, True)]
    for extension, target in FORMATS.items():
        office.convert([ours / f"{template}.docx" for template in templates], target, folder / extension)
        for template in templates:
            report, cells = cells_of(guifan, folder / extension / f"{template}.{extension}", template)
            count = compare(f"{extension}, {template}", cells, *expected[template])
            assert (report["organisation"], report["year"]) == ("青石县", 2016), f"{extension}: {report['organisation']} {report['year']}"
            if extension in BRIDGED:
                assert report["source"]["reader"] == "office", report["source"]
            print(f"DOCX -> LibreOffice -> {extension}: {count} cells of {template} equal")
    if not CALC.exists():
        print("workbook skipped: LibreOffice Calc is not installed")
        return
    workbook = folder / "report.xlsx"
    subprocess.run([sample, templates[0], "xlsx-writer", str(workbook)], check=True)
    _, cells = cells_of(guifan, workbook, templates[0])
    count = compare("our workbook", cells, *expected[templates[0]])
    print(f"XLSX -> LibreOffice -> DOCX: {count} cells of {templates[0]} equal")


def check_in(generator, guifan, folder):
    need("soffice", "pandoc")
    made = folder / "made"
    subprocess.run([generator, "--write", str(made), "--count", "16", "--seed", "20"], check=True)
    pages = sorted(made.glob("*.html"))
    assert len(pages) == 16
    Office(folder).convert(pages, "docx:MS Word 2007 XML", folder / "libreoffice", "--infilter=HTML (StarWriter)")
    (folder / "pandoc").mkdir()
    for page in pages:
        subprocess.run(["pandoc", "-f", "html", "-t", "docx", str(page), "-o", str(folder / "pandoc" / f"{page.stem}.docx")], check=True)
    for program in ("libreoffice", "pandoc"):
        total = 0
        for page in pages:
            truth = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
            _, cells = cells_of(guifan, folder / program / f"{page.stem}.docx", truth["template"])
            total += compare(f"{program}, {truth['layout']} ({page.name})", cells, truth["certain"], truth["possible"])
        print(f"{len(pages)} reports -> {program} -> DOCX: {total} cells equal")
    if not CALC.exists():
        print("workbooks skipped: LibreOffice Calc is not installed")
        return
    sheets, total = pages[:4], 0
    Office(folder).convert(sheets, "xlsx", folder / "calc", "--calc")
    for page in sheets:
        truth = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        _, cells = cells_of(guifan, folder / "calc" / f"{page.stem}.xlsx", truth["template"])
        total += compare(f"Calc, {truth['layout']} ({page.name})", cells, truth["certain"], truth["possible"])
    print(f"{len(sheets)} reports -> Calc -> XLSX: {total} cells equal")


def main():
    way, program, guifan = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        {"out": check_out, "in": check_in}[way](program, guifan, pathlib.Path(folder))


main()
