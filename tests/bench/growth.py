#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: growth.py GUIFAN [--units 200] [--classes plain,html,...] [--runs 3] [--growth 1.5] [--bound 3] [--guard]
How the time of `guifan convert FILE -o OUT.json` grows with the length of the report: each class of input at 1, 10 and 100
times the paragraphs (or table rows). Processor time of the whole process, least of the runs, so that a busy machine
changes little; the start of the process (a report of one unit) is taken off.

growth  how much more one paragraph costs in the longest report than in the middle one; 1.0 is linear
ratio   the longest report against plain text of as many paragraphs or rows; where the class holds tables or words of its
        own, or against plain text of as many bytes, whichever is less: short lines cost by the line, long rows by the byte
Exit 1 where a class is over a bound. --guard: two shorter reports, eight times apart, and generous bounds (quadratic growth
is 8), measured again before a class is called slow; for the test suite."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

HEADINGS = ["一、概述", "二、主动公开政府信息的情况", "三、依申请公开政府信息办理情况", "四、政府信息公开的收费及减免情况",
            "五、行政复议和行政诉讼情况", "六、存在的主要问题和改进措施"]
SENTENCES = [
    "本单位按照条例的要求，修订了目录和指南，在门户网站开设专栏，{n} 名工作人员参加了培训，群众查阅更加方便。",
    "一年来，我单位召开专题会议研究公开工作，把任务分解到各科室，做到有人抓、有人管，全年编发简报 {n} 期。",
    "通过公开栏、电子屏和便民手册等形式，及时公布惠农政策、办事流程和服务承诺，接受社会监督，受理来电 {n} 个。",
    "对涉及群众切身利益的事项，坚持先审查、后公开，未发生失密泄密的问题，档案按件整理，共装订 {n} 册。",
]
FORM = ["政府信息公开情况统计表", "统　计　指　标\t单位\t统计数", "一、主动公开情况\t——\t", "（一）主动公开政府信息数\t条\t{a}",
        "其中：主动公开规范性文件数\t条\t{b}", "制发规范性文件总数\t件\t{b}", "（二）通过不同渠道和方式公开政府信息的情况\t——\t",
        "1．政府公报公开政府信息数\t条\t{b}", "2．政府网站公开政府信息数\t条\t{a}", "3．政务微博公开政府信息数\t条\t0",
        "4．政务微信公开政府信息数\t条\t{b}", "5．其他方式公开政府信息数\t条\t0", "二、回应解读情况\t——\t",
        "三、依申请公开情况\t——\t", "（一）收到申请数\t件\t{a}", "1．当面申请数\t件\t{b}", "2．传真申请数\t件\t0"]
TRADITIONAL = dict(zip("单条订了开设专栏员参训众查阅会议务任编发简报电惠农务诺监来个对关项坚审泄档实册规县门统计总时间为动话网标题办总问题进诉讼复议费减请书",
                       "單條訂瞭開設專欄員參訓眾查閱會議務任編發簡報電惠農務諾監來個對關項堅審洩檔實冊規縣門統計總時間為動話網標題辦總問題進訴訟復議費減請書"))
PINYIN = {"單": "dān", "條": "tiáo", "開": "kāi", "設": "shè", "會": "huì", "議": "yì", "務": "wù", "報": "bào", "對": "duì", "關": "guān",
          "項": "xiàng", "審": "shěn", "檔": "dàng", "規": "guī", "眾": "zhòng", "來": "lái"}


def report(units, sentence=lambda i: SENTENCES[i % len(SENTENCES)].format(n=i % 97 + 1), lead="　　"):
    """A report of `units` paragraphs in six chapters, as a list of lines."""
    lines = ["云溪县档案局2012年政府信息公开工作年度报告"]
    for chapter, heading in enumerate(HEADINGS):
        lines.append(heading)
        lines += [lead + sentence(i) for i in range(units * chapter // 6, max(units * (chapter + 1) // 6, 1 if chapter == 0 else 0))]
    return lines


def tables(units, row):
    """A report of `units` table rows: the statistics form again and again, each row written by `row`."""
    lines = report(1)
    for i in range(units):
        cells = FORM[i % len(FORM)].format(a=i % 83 + 10, b=i % 7 + 1).split("\t")
        lines += row(cells)
    return lines


def text(lines):
    return "\n".join(lines) + "\n"


def page(body):
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>年度报告</title></head><body>{body}</body></html>"


def traditional(words, notes=False):
    out = []
    for c in words:
        c = TRADITIONAL.get(c, c)
        out.append(f"{c}({PINYIN[c]})" if notes and c in PINYIN else c)
    return "".join(out)


def html_table(units):
    rows = ["".join(f"<td>{c}</td>" for c in FORM[i % len(FORM)].format(a=i % 83 + 10, b=i % 7 + 1).split("\t")) for i in range(units)]
    return "<table>" + "".join(f"<tr>{r}</tr>" for r in rows) + "</table>"


# Classes with the same paragraphs as plain: compared per paragraph. name -> (extension, units -> bytes)
SAME = {
    "plain": (".txt", lambda n: text(report(n)).encode()),
    "gbk": (".txt", lambda n: text(report(n)).encode("gb18030")),
    "utf-16": (".txt", lambda n: text(report(n)).encode("utf-16")),
    "traditional": (".txt", lambda n: traditional(text(report(n))).encode()),
    "big5": (".txt", lambda n: traditional(text(report(n))).encode("big5", "replace")),
    "pinyin": (".txt", lambda n: traditional(text(report(n)), notes=True).encode()),
    "full-width": (".txt", lambda n: text(report(n)).translate({c: c + 0xFEE0 for c in range(0x30, 0x3A)}).encode()),
    "one-line": (".txt", lambda n: (text(report(n)[:1]) + "".join(report(n, lead="")[1:])).encode()),
    "html": (".html", lambda n: page("".join(f"<p>{line}</p>" for line in report(n))).encode()),
    "html-word": (".html", lambda n: page("".join(
        f'<p class=MsoNormal style="text-indent:32pt"><span lang=ZH-CN style="font-family:仿宋">{line[:20]}</span>'
        f"<span style='mso-fareast-font-family:仿宋'>{line[20:]}</span><o:p></o:p></p>" for line in report(n))).encode()),
    "html-one-block": (".html", lambda n: page("<div>" + "<br>".join(report(n)) + "</div>").encode()),
    "html-unclosed": (".html", lambda n: page("".join(f"<div><p><b>{line}" for line in report(n))).encode()),
    "html-gbk": (".html", lambda n: page("".join(f"<p>{line}" for line in report(n))).replace("utf-8", "gb2312").encode("gb18030")),
}
# Classes with words of their own: compared per paragraph or row, or per byte.
OWN = {
    "lines": (".txt", lambda n: text(tables(n, lambda cells: [c for c in cells if c])).encode()),
    "blank-lines": (".txt", lambda n: text(tables(n, lambda cells: [x for c in cells if c for x in (c, "")])).encode()),
    "tabs": (".txt", lambda n: text(tables(n, lambda cells: ["\t".join(cells)])).encode()),
    "pipes": (".md", lambda n: text(tables(n, lambda cells: ["| " + " | ".join(cells) + " |"])).encode()),
    "wide-gaps": (".txt", lambda n: text(tables(n, lambda cells: ["     ".join(cells)])).encode()),
    "no-delimiters": (".txt", lambda n: text(tables(n, lambda cells: ["".join(cells)])).encode()),
    "no-line-breaks": (".txt", lambda n: "".join(tables(n, lambda cells: ["".join(cells)])).encode()),
    "html-one-table": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + html_table(n)).encode()),
    "html-many-tables": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + html_table(17) * (n // 17 + 1)).encode()),
    "html-small-tables": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + html_table(1) * n).encode()),
    "unknown-table": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + "<table>" + "".join(
        f"<tr><td>第{i}所</td><td>{i}</td><td>{i * 7}</td></tr>" for i in range(n)) + "</table>").encode()),
    "figures": (".txt", lambda n: text(report(n, lambda i: " ".join(str(i * k % 991) for k in range(1, 30)))).encode()),
    "statements": (".txt", lambda n: text(report(n, lambda i: f"{2000 + i % 9}年收到政府信息公开申请{i}件，其中当面申请{i % 5}件，网络申请{i % 3}件；"
                                                              f"未收到行政复议，行政诉讼{i % 4}件，均获维持。")).encode()),
    "headings": (".txt", lambda n: text(report(n, lambda i: f"（{'一二三四五六七八九十'[i % 10]}）公开情况")).encode()),
    "chapters": (".txt", lambda n: text(report(n, lambda i: f"{'一二三四五六七八九十'[i % 10]}、依申请公开情况")).encode()),
    "brackets": (".txt", lambda n: text(report(n, lambda i: "本单位（（（（（（（（（（（（（（（（（（（（（(((((((((((")).encode()),
    "furniture": (".txt", lambda n: text(report(n, lambda i: ["打印本页", "关闭窗口", "上一篇：通知", "分享到："][i % 4], "")).encode()),
    "titles": (".txt", lambda n: text(report(n, lambda i: f"云溪县第{i}局2012年政府信息公开工作年度报告", "")).encode()),
    "years": (".txt", lambda n: text(report(n, lambda i: f"{1990 + i % 40}年{i % 12 + 1}月{i % 28 + 1}日", "")).encode()),
    "line-of-statements": (".txt", lambda n: text(report(1) + ["".join(
        f"{2000 + i % 9}年收到政府信息公开申请{i}件，其中当面申请{i % 5}件，" for i in range(n)) + "。"]).encode()),
    "line-of-figures": (".txt", lambda n: text(report(1) + ["收到申请" + " ".join(str(i * 7 % 991) for i in range(10 * n))]).encode()),
    "line-of-digits": (".txt", lambda n: text(report(1) + ["申请总数" + "640020470" * 4 * n]).encode()),
    "line-of-headings": (".txt", lambda n: (text(report(1)) + "".join(
        f"{'一二三四五六七八九十'[i % 10]}、依申请公开情况" for i in range(n))).encode()),
    "line-of-labels": (".txt", lambda n: (text(report(1)) + "".join(FORM).replace("\t", "") * (n // 17 + 1)).encode()),
    "cells": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + "<table>" + "".join(
        "<tr>" + "".join(f"<td>{i * k}</td>" for k in range(16)) + "</tr>" for i in range(n)) + "</table>").encode()),
    "wide-rows": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + "<table><tr>" + "".join(
        f"<td>项目{k}</td><td>{k}</td>" + ("</tr><tr>" if k % 450 == 0 else "") for k in range(n)) + "</tr></table>").encode()),
    "spans": (".html", lambda n: page("".join(f"<p>{x}</p>" for x in report(1)) + "<table>" + "".join(
        f"<tr><td rowspan=9>申请总数</td><td colspan=5>{i}</td><td>{i}</td></tr>" for i in range(n)) + "</table>").encode()),
    "nested": (".html", lambda n: page("".join(f"<div><div><p>{x}</p></div>" for x in report(n))).encode()),
    "links": (".html", lambda n: page("<ul>" + "".join(f"<li><a href='/{i}.html'>通知公告第{i}号</a></li>" for i in range(n)) + "</ul>" +
                                      "".join(f"<p>{x}</p>" for x in report(12))).encode()),
}
MEDIUM = {"docx": "plain", "pdf": "plain"}  # made by guifan itself from another class


def processor_seconds(command):
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, child.returncode


class Bench:
    def __init__(self, guifan, folder, runs):
        self.guifan, self.folder, self.runs = guifan, pathlib.Path(folder), runs

    def file(self, name, units):
        extension, make = {**SAME, **OWN}[MEDIUM.get(name, name)]
        path = self.folder / f"{name}-{units}{extension}"
        path.write_bytes(make(units))
        if name in MEDIUM:
            out = path.with_suffix("." + name)
            subprocess.run([self.guifan, "convert", path, "-o", out, "--force", "--quiet"], check=False, capture_output=True)
            path = out
        return path if path.exists() else None

    def seconds(self, path):
        times = []
        for _ in range(self.runs):
            seconds, code = processor_seconds([self.guifan, "convert", str(path), "-o", str(self.folder / "out.json"), "--force",
                                               "--quiet"])
            if code not in (0, 3):
                raise SystemExit(f"{path}: exit {code}")
            times.append(seconds)
        return min(times)

    def row(self, name, sizes):
        files = [self.file(name, units) for units in sizes]
        if None in files:  # no writer for this medium
            return None, None
        return [f.stat().st_size for f in files], [self.seconds(f) for f in files]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("--units", type=int, default=200)
    parser.add_argument("--classes", default=",".join([*SAME, *MEDIUM, *OWN]))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", type=float, default=1.5)
    parser.add_argument("--bound", type=float, default=3)
    parser.add_argument("--guard", action="store_true")
    arguments = parser.parse_args()
    if arguments.guard:
        arguments.runs, arguments.growth, arguments.bound = 1, 3, 8
    sizes = [arguments.units * k for k in ((3, 24) if arguments.guard else (1, 10, 100))]
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments.guifan, folder, arguments.runs)
        first = bench.file("plain", 1)
        start = min(bench.seconds(first) for _ in range(5))
        size, plain = bench.row("plain", sizes)
        print(f"start {1000 * start:.1f} ms; processor milliseconds at {sizes} paragraphs or rows")
        print(f"{'class':18}{'kB':>8}" + "".join(f"{n:>9}" for n in sizes) + f"{'growth':>8}{'ratio':>7}  per")
        for name in arguments.classes.split(","):
            files, times = (size, plain) if name == "plain" else bench.row(name, sizes)
            if times is None:
                print(f"{name:18}skipped: no writer")
                continue
            for again in range(3):
                net = [max(t - start, 2e-3) for t in times]
                growth = net[-1] / net[-2] / (sizes[-1] / sizes[-2])
                per_unit = net[-1] / max(plain[-1] - start, 2e-3)
                per_byte = per_unit * size[-1] / files[-1]
                ratio = min(per_unit, per_byte) if name in OWN else per_unit
                over = growth > arguments.growth or ratio > arguments.bound
                if not over or not arguments.guard:
                    break
                times = [min(pair) for pair in zip(times, bench.row(name, sizes)[1])]  # was it the machine?
            if over:
                failed.append(name)
            print(f"{name:18}{files[-1] / 1000:8.0f}" + "".join(f"{1000 * t:9.1f}" for t in times) +
                  f"{growth:8.2f}{ratio:7.2f}  {'byte' if ratio < per_unit else 'unit'}{'  OVER' if over else ''}", flush=True)
    if failed:
        print("over a bound: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
