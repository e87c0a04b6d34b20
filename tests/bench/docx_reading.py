#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reading a 100-page DOCX: time and peak memory against `pandoc -t plain`.

    docx_reading.py READER...     READER: a command that takes the file, e.g. build/release/bin/guifan_docx_text

The file is made here, the same every time: chapters with numbered headings, prose, and tables with merged cells; about
45 lines a page. Medians of five whole processes. Prints one row a command.
"""
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import make_bad_docx as make  # noqa: E402

PAGES = 100


def run_text(text):
    return f'<w:r><w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="FangSong"/><w:sz w:val="32"/></w:rPr><w:t>{text}</w:t></w:r>'


def page(number):
    body = [make.p(f"第{number}部分 工作情况", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:b/><w:sz w:val="32"/>')]
    for i in range(8):
        body.append("<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr>" + "".join(
            run_text(f"第 {number} 页第 {i} 段第 {k} 句，本机关主动公开信息 {number * 31 + i * 7 + k} 条，") for k in range(3)) + "</w:p>")
    rows = [make.tc("项目", '<w:vMerge w:val="restart"/><w:tcW w:w="3000" w:type="dxa"/>') + make.tc("申请人情况", '<w:gridSpan w:val="5"/>')]
    for r in range(16):
        head = make.tc("", "<w:vMerge/>") if r == 0 else make.tc(f"（{r}）办理结果", '<w:tcW w:w="3000" w:type="dxa"/>')
        rows.append(head + "".join(make.tc(str(number * r * c % 97), '<w:tcW w:w="1200" w:type="dxa"/><w:vAlign w:val="center"/>') for c in range(5)))
    body.append(make.tbl(*rows))
    return "".join(body)


def make_file(path):
    main = make.document("".join(page(i) for i in range(1, PAGES + 1)))
    numbering = make.part("numbering", '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                          '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
                          '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    path.write_bytes(make.pack(make.frame(main, ("word/_rels/document.xml.rels", make.relations(("n", "numbering", "numbering.xml"))),
                                          ("word/numbering.xml", numbering))))
    return len(main.encode())


def high_water(pid):
    """Peak resident bytes of a live process. (Its rusage would count this script's own pages, from before exec.)"""
    try:
        if os.readlink(f"/proc/{pid}/exe") == os.readlink("/proc/self/exe"):
            return 0  # not there yet
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def measure(command):
    times, peak = [], 0
    for _ in range(5):
        begin = time.monotonic()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        child.wait()
        times.append(time.monotonic() - begin)
        assert child.returncode in (0, 3), (command, child.returncode)
    for _ in range(5):  # memory apart from time: looking costs time
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None:
            peak = max(peak, high_water(child.pid))
    return statistics.median(times), peak


def main():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "long.docx"
        size = make_file(file)
        print(f"document.xml {size} bytes, file {file.stat().st_size} bytes")
        peer, peer_peak = measure(["pandoc", "-f", "docx", "-t", "plain", str(file)])
        print(f"pandoc -t plain\t{peer * 1000:.1f} ms\t{peer_peak / 1e6:.1f} MB")
        for reader in sys.argv[1:]:
            seconds, peak = measure([*shlex.split(reader), str(file)])
            print(f"{reader}\t{seconds * 1000:.1f} ms\t{peak / 1e6:.1f} MB\t{peer / seconds:.0f} times faster, peak {peak / size:.1f} x document.xml")


if __name__ == "__main__":
    main()
