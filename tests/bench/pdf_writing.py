#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: pdf_writing.py GUIFAN [--pages N] [--runs N] [--seconds BOUND] [--kilobytes BOUND]
Writes a report of 50 pages as PDF. The time of writing is that of a whole conversion to PDF less that of one to JSON, in
turn, in one run: reading and understanding the report is in both. Prints medians, size and pages; exit 1 over a bound.

The report is made here: prose with tables of its own between, of the common characters of such reports and of 1,000 others,
so that fonts are not cut down to next to nothing."""
import argparse
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

COMMON = "政府信息公开工作年度报告主动依申请条例规定机关部门办理结果公民法人其他组织收到数量予以部分不予处理审结维持纠正改进措施问题加强建设平台监督保障"
# The characters in common use, of which GB 2312 makes its first level. Twenty real reports of 48,000 characters together use
# 1,300 different ones; 50 pages hold half of that text.
USUAL = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
TITLE = "青石县2016年政府信息公开工作年度报告"


def report(pages):
    source = random.Random(7)
    usual = source.sample(USUAL, 1000)

    def words(count):
        return "".join(source.choice(COMMON if source.random() < 0.8 else usual) for _ in range(count))

    body = [f"<h1>{TITLE}</h1>", "<h2>一、概述</h2>"]
    for part in range(pages):
        body += [f"<p>{words(source.randint(90, 150))}。共{source.randint(1, 9999)}条。</p>" for _ in range(5)]
        rows = ["".join(f"<td>{source.randint(0, 999)}</td>" for _ in range(5)) for _ in range(8)]
        body.append("<table border='1'><tr><th>名称</th>" + "".join(f"<th>第{i}类</th>" for i in range(5)) + "</tr>"
                    + "".join(f"<tr><td>{words(10)}</td>{row}</tr>" for row in rows) + "</table>")
    return f"<html><head><meta charset='utf-8'><title>{TITLE}</title></head><body>{''.join(body)}</body></html>"


def seconds(*command):
    begin = time.perf_counter()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    assert code in (0, 3), (command, code)
    return time.perf_counter() - begin


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=0.2)
    parser.add_argument("--kilobytes", type=float, default=500)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, pdf = pathlib.Path(folder) / "report.html", pathlib.Path(folder) / "report.pdf"

        def convert(target):
            return seconds(arguments.guifan, "convert", str(source), "-o", str(target), "--force", "--quiet")

        parts, pages = arguments.pages, 0
        for _ in range(8):  # as many parts as fill the pages asked for
            source.write_text(report(parts), encoding="utf-8")
            convert(pdf)
            pages = max(map(int, re.findall(rb"Pages: +(\d+)", subprocess.run(["pdfinfo", str(pdf)], capture_output=True).stdout)))
            if pages == arguments.pages:
                break
            parts = max(1, round(parts * arguments.pages / pages) if abs(pages - arguments.pages) > 1 else parts + arguments.pages - pages)
        pairs = [(convert(pdf), convert(pdf.with_suffix(".json"))) for _ in range(arguments.runs + 1)][1:]
        size = pdf.stat().st_size / 1024
    whole, reading = (1000 * statistics.median(column) for column in zip(*pairs))
    writing = statistics.median(a - b for a, b in pairs)
    print(f"{pages} pages: {size:.0f} KB (bound {arguments.kilobytes:.0f}), writing {1000 * writing:.0f} ms "
          f"(bound {1000 * arguments.seconds:.0f}); whole conversion {whole:.0f} ms, to JSON {reading:.0f} ms")
    return 0 if writing <= arguments.seconds and size <= arguments.kilobytes else 1


sys.exit(main())
