#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reading a 90-page Chinese PDF against `pdftotext -layout` and `mutool draw -F txt`.

    pdf_reading.py READER...     READER: a command that takes the file, e.g. build/release/bin/guifan_pdf_text

The files are made here by LibreOffice and, where it is installed, chromium, from a page of made-up prose and tables. Medians
of seven whole processes, output to /dev/null; ratios to the two others. Goals: 0.6 x pdftotext, 1.0 x mutool.
"""
import pathlib
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

WORDS = "政府信息公开工作年度报告主动依申请条例规定机关部门办理结果公民法人其他组织收到数量予以部分不予处理审结维持纠正改进措施问题加强建设平台监督保障"


def page_text(random_source):
    def words(n):
        return "".join(random_source.choice(WORDS) for _ in range(n))

    html = ['<html><head><meta charset="utf-8"></head><body>']
    for chapter in range(64):
        html.append(f"<h2>第{chapter + 1}章 {words(8)}</h2>")
        html += [f"<p>{words(random_source.randint(80, 260))}。共{random_source.randint(1, 9999)}件。</p>" for _ in range(6)]
        rows = ["".join(f"<td>{random_source.randint(0, 999)}</td>" for _ in range(6)) for _ in range(14)]
        html.append('<table border="1">' + "".join(f"<tr><td>{words(12)}</td>{row}</tr>" for row in rows) + "</table>")
    return "\n".join(html + ["</body></html>"])


def make_files(folder):
    source = folder / "source.html"
    source.write_text(page_text(random.Random(5)))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "pdf:writer_web_pdf_Export", "--outdir", str(folder), str(source)], check=True, capture_output=True)
    (folder / "source.pdf").rename(folder / "libreoffice.pdf")
    if shutil.which("chromium"):
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder}/chromium.pdf",
                        source.as_uri()], check=True, capture_output=True)
    return sorted(folder.glob("*.pdf"))


def median(command):
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return 1000 * statistics.median(times)


def main():
    readers = sys.argv[1:] or sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        for file in make_files(pathlib.Path(folder)):
            pages = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True).stdout
            pages = next(line.split()[1] for line in pages.splitlines() if line.startswith("Pages:"))
            pdftotext = median(["pdftotext", "-layout", str(file), "/dev/null"])
            mutool = median(["mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", str(file)])
            print(f"{file.name}, {pages} pages, {file.stat().st_size // 1024} KB: pdftotext -layout {pdftotext:.0f} ms, mutool {mutool:.0f} ms")
            for reader in readers:
                spent = median([*shlex.split(reader), str(file)])
                print(f"  {reader}: {spent:.0f} ms = {spent / pdftotext:.2f} x pdftotext, {spent / mutool:.2f} x mutool")


if __name__ == "__main__":
    main()
