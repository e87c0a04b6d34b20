#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: writers_round_trip_test.py GENERATOR GUIFAN
Made reports of every layout, in the standard template, through every writer but JSON, and back through guifan's own
readers: the same cells, none wrong, none invented, none lost. Workbooks are read with the help of LibreOffice; of
two reports, where it is installed."""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

FORMATS = ("docx", "pdf", "html", "md", "txt", "csv")
WORKBOOKS = ("0", "5")  # reports


def cells_of(guifan, file, template):
    run = subprocess.run([guifan, "convert", str(file), "--template", template, "--to", "json", "-o", "-"], capture_output=True)
    assert run.returncode in (0, 3), f"{file}: {run.stderr.decode()}"
    return {name: cell["value"] for name, cell in json.loads(run.stdout)["cells"].items()}


def main():
    generator, guifan = sys.argv[1:3]
    count = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([generator, "--write", name, "--count", "16", "--seed", "77"], check=True)
        for page in sorted(folder.glob("*.html")):
            truth = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
            before = cells_of(guifan, page, truth["template"])
            out = folder / page.stem
            workbook = page.stem in WORKBOOKS and shutil.which("soffice")
            for extension in FORMATS + (("xlsx",) if workbook else ()):
                written = subprocess.run([guifan, "convert", str(page), "--template", truth["template"], "--to", extension,
                                          "-o", f"{out}/", "--quiet"], capture_output=True)
                if extension == "pdf" and written.returncode not in (0, 3):
                    if page.stem == "0":
                        print("pdf skipped: it could not be written; is fonts-noto-cjk installed?")
                    continue
                after = cells_of(guifan, out / f"{page.stem}.{extension}", truth["template"])
                differ = sorted(cell for cell in before.keys() | after.keys() if before.get(cell) != after.get(cell))
                assert not differ, (f"{truth['layout']} ({page.name}) as {extension}: {len(differ)} of {len(before)} cells differ: "
                                    f"{[(cell, before.get(cell), after.get(cell)) for cell in differ[:6]]}")
                count[extension] += len(after)
    assert min(cells for extension, cells in count.items() if extension != "xlsx") > 1000, count
    print(", ".join(f"{extension}: {cells} cells" for extension, cells in sorted(count.items())) + " read back, all equal")


main()
