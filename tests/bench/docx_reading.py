#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reading a 100-page DOCX: time and peak memory of `guifan dump` against `pandoc -t plain`.

    docx_reading.py GUIFAN [--runs N] [--bound TIMES] [--memory TIMES] [--reader COMMAND]...

The file is made here, the same every time: chapters with numbered headings, prose, and tables with merged cells; about
45 lines a page. Whole processes in turn, in one run. Prints medians, median ratios and the peak as a multiple of the unzipped
document.xml, a row each for `dump` and for every COMMAND that takes the file; exit 1 where `dump` misses a bound.
"""
import argparse
import os
import pathlib
import shlex
import shutil
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


def seconds(command):
    begin = time.perf_counter()
    code = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    assert code in (0, 3), (command, code)
    return time.perf_counter() - begin


def peak(command):
    """Of five runs. Apart from the time: looking costs time."""
    most = 0
    for _ in range(5):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None:
            most = max(most, high_water(child.pid))
    return most


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--bound", type=float, default=20)
    parser.add_argument("--memory", type=float, default=10)
    parser.add_argument("--reader", action="append", default=[], help="another command to measure, for instance guifan_docx_text")
    arguments = parser.parse_args()
    if not shutil.which("pandoc"):
        print("skipped: pandoc is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "long.docx"
        size = make_file(file)
        readers = {f"{arguments.guifan} dump": [arguments.guifan, "dump", str(file)]}
        readers |= {reader: [*shlex.split(reader), str(file)] for reader in arguments.reader}
        commands = [["pandoc", "-f", "docx", "-t", "plain", str(file)], *readers.values()]
        runs = [[seconds(command) for command in commands] for _ in range(arguments.runs + 1)][1:]
        peaks = [peak(command) / size for command in commands]
    print(f"document.xml {size} bytes; pandoc -t plain {1000 * statistics.median(run[0] for run in runs):.0f} ms, "
          f"peak {peaks[0]:.0f} x document.xml")
    ratios = []
    for i, reader in enumerate(readers, 1):
        ratios.append(statistics.median(run[0] / run[i] for run in runs))
        print(f"{reader}: {1000 * statistics.median(run[i] for run in runs):.0f} ms = {ratios[-1]:.1f} times (bound {arguments.bound}); "
              f"peak {peaks[i]:.1f} x document.xml (bound {arguments.memory})")
    return 0 if ratios[0] >= arguments.bound and peaks[1] <= arguments.memory else 1


if __name__ == "__main__":
    sys.exit(main())
