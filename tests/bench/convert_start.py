#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: convert_start.py GUIFAN [REPORT] [--runs N] [--bound RATIO]
Whole-process time of `guifan convert` to DOCX against `pandoc -f html -t docx` on the same report saved as HTML, in turn,
in one run. Prints medians and the median ratio; exit 1 where the ratio is over the bound."""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def seconds(command):
    begin = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("report", nargs="?", default=str(ROOT / "fixtures/standard-2019/big5.html"))
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--bound", type=float, default=0.1)
    arguments = parser.parse_args()
    if not shutil.which("pandoc"):
        print("skipped: pandoc is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        page = f"{folder}/report.html"
        subprocess.run([arguments.guifan, "convert", arguments.report, "-o", page, "--quiet"], check=False)
        ours = [arguments.guifan, "convert", arguments.report, "-o", f"{folder}/ours.docx", "--force", "--quiet"]
        theirs = ["pandoc", "-f", "html", "-t", "docx", page, "-o", f"{folder}/theirs.docx"]
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(arguments.runs + 1)][1:]
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"guifan {1000 * statistics.median(a for a, _ in pairs):.1f} ms, "
          f"pandoc {1000 * statistics.median(b for _, b in pairs):.1f} ms, ratio {ratio:.3f} (bound {arguments.bound})")
    return 0 if ratio <= arguments.bound else 1


sys.exit(main())
