#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: round_trip_test.py PRINT_SAMPLE GUIFAN TEMPLATE
Writes a report in which every cell has its own number as DOCX, PDF, HTML, Markdown and CSV, reads each back with guifan, and
compares the cells. A figure marked as approximate may stay blank; no cell may hold another number or an invented one."""
import json
import pathlib
import subprocess
import sys
import tempfile

MODULES = {"docx": "docx-writer", "pdf": "pdf-writer", "html": "html-writer", "md": "markdown", "csv": "csv"}


def main():
    sample, guifan, template = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        expected_file = f"{folder}/expected.json"
        subprocess.run([sample, template, "json", expected_file], check=True)
        expected = json.loads(pathlib.Path(expected_file).read_text(encoding="utf-8"))["cells"]
        for extension, module in MODULES.items():
            out = f"{folder}/report.{extension}"
            if subprocess.run([sample, template, module, out]).returncode != 0 and extension == "pdf":
                print("pdf skipped: it could not be written; is fonts-noto-cjk installed?")
                continue
            run = subprocess.run([guifan, "convert", out, "--template", template, "--to", "json", "-o", "-"],
                                 capture_output=True)
            assert run.returncode in (0, 3), run.stderr.decode()
            report = json.loads(run.stdout)
            cells = report["cells"]
            wrong = [f"{i}: {cells[i]['value']}, expected {expected.get(i, {}).get('value')}" for i in cells
                     if i not in expected or cells[i]["value"] != expected[i]["value"]]
            missed = [i for i in expected if i not in cells and expected[i]["rule"] != "approximate"]
            assert not wrong, f"{extension}: wrong or invented: {wrong[:10]}"
            assert not missed, f"{extension}: lost: {missed[:10]}"
            assert report["organisation"] == "青石县" and report["year"] == 2016, extension
            print(f"{extension}: {len(cells)} of {len(expected)} cells read back, none wrong")


main()
