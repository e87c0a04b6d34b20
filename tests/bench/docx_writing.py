#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writing a 100-page DOCX against `pandoc -t docx` from the same content, and converting the product to text against
`pandoc -t plain`: whole processes, in turn, in one run.

    docx_writing.py GUIFAN [--runs N] [--bound TIMES] [--memory TIMES]

The content is made here, the same every time: an annual report saved as HTML, with six chapters, prose, and a table a page.
guifan reads, recognises, checks and writes; pandoc reads and writes, once from the HTML and once from its own parsed form
(`-f json`), which leaves little but the writing. What writing alone costs guifan is the difference between two runs, with
and without a DOCX. Prints medians, ratios and peak memory as a multiple of the unzipped
document.xml; exit 1 where pandoc from HTML is less than TIMES as slow.
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

from docx_reading import peak

PAGES = 100
CHAPTERS = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
            "存在的主要问题及改进情况", "其他需要报告的事项"]


def page(number):
    lines = ["<p>" + "".join(f"第 {number} 页第 {i} 段第 {k} 句，本机关按时更新栏目，各科室分工明确，群众可以在大厅查阅，"
                             for k in range(3)) + "全年没有变化。</p>" for i in range(8)]
    rows = "".join(f"<tr><td>栏目第 {r} 号</td>" + "".join(f"<td>类别{chr(65 + (r + c) % 26)}</td>" for c in range(5)) + "</tr>"
                   for r in range(16))
    return "\n".join(lines) + f"<table border=1>{rows}</table>\n"


def report():
    body, last = ["<h1>某某县人民政府2021年政府信息公开工作年度报告</h1>"], -1
    for number in range(PAGES):
        chapter = number * len(CHAPTERS) // PAGES
        if chapter != last:
            body.append(f"<h2>{'一二三四五六'[chapter]}、{CHAPTERS[chapter]}</h2>")
        last = chapter
        body.append(page(number + 1))
    return "<!DOCTYPE html><html><head><meta charset=utf-8><title>年度报告</title></head><body>" + "".join(body) + "</body></html>"


def seconds(command):
    begin = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--bound", type=float, default=20)
    parser.add_argument("--memory", type=float, default=10)
    arguments = parser.parse_args()
    if not shutil.which("pandoc"):
        print("skipped: pandoc is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        page_file, parsed = pathlib.Path(folder) / "report.html", pathlib.Path(folder) / "report.json"
        page_file.write_text(report(), encoding="utf-8")
        subprocess.run(["pandoc", "-f", "html", "-t", "json", page_file, "-o", parsed], check=True)
        ours = [arguments.guifan, "convert", page_file, "-o", f"{folder}/ours.docx", "--force", "--quiet"]
        theirs = ["pandoc", "-f", "html", "-t", "docx", page_file, "-o", f"{folder}/theirs.docx"]
        writing = ["pandoc", "-f", "json", "-t", "docx", parsed, "-o", f"{folder}/theirs.docx"]
        text = [arguments.guifan, "convert", page_file, "--to", "txt", "-o", f"{folder}/both.txt", "--force", "--quiet"]
        both = [*text[:4], "txt,docx", *text[5:]]
        reading = [arguments.guifan, "convert", f"{folder}/ours.docx", "-o", f"{folder}/ours.txt", "--force", "--quiet"]
        plain = ["pandoc", "-f", "docx", "-t", "plain", f"{folder}/ours.docx", "-o", f"{folder}/theirs.txt"]
        subprocess.run(ours, check=False)
        assert (pathlib.Path(folder) / "ours.docx").stat().st_size > 50_000
        runs = [[seconds(command) for command in (ours, theirs, writing, reading, plain, text, both)] for _ in range(arguments.runs + 1)][1:]
        unzipped = zipfile.ZipFile(f"{folder}/ours.docx").getinfo("word/document.xml").file_size
        multiples = [peak(command) / unzipped for command in (ours, reading)]
    guifan, whole, only, back, peer, *_ = (1000 * statistics.median(column) for column in zip(*runs))
    ratio = statistics.median(run[1] / run[0] for run in runs)
    print(f"HTML to DOCX: guifan {guifan:.0f} ms; pandoc {whole:.0f} ms = {ratio:.1f} times (bound {arguments.bound}); "
          f"pandoc from its parsed form {only:.0f} ms = {statistics.median(run[2] / run[0] for run in runs):.1f} times; "
          f"peak {multiples[0]:.1f} x document.xml (bound {arguments.memory})")
    alone = 1000 * statistics.median(run[6] - run[5] for run in runs)
    print(f"writing alone: guifan {alone:.0f} ms, pandoc from its parsed form = {only / max(alone, 1):.0f} times")
    print(f"DOCX to text: guifan {back:.0f} ms; pandoc {peer:.0f} ms = {statistics.median(run[4] / run[3] for run in runs):.1f} times; "
          f"peak {multiples[1]:.1f} x document.xml ({unzipped} bytes)")
    return 0 if ratio >= arguments.bound and max(multiples) <= arguments.memory else 1


sys.exit(main())
