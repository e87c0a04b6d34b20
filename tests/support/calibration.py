#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: calibration.py GUIFAN [--generator GENERATOR] [--cases FOLDER]... [--count 1500] [--seed 1] [--guard] [--misses]
How often `guifan identify` is right where it says that it is sure: bins of confidence against the share right, for body,
year and layout. Three sources of reports whose truth is known:

pages      made here: the evidence of portal pages, some of it missing or of another report (lists of other years, the
           site's own name, a title that names no body, a file name with another year)
generator  guifan_generator --collect: every layout in every shape with every damage
cases      folders with a gold.jsonl (file, organisation, year, layout)

Nothing found is confidence 0 and counts as neither right nor wrong. Exit 1 with --guard where a bin of 30 or more claims
much more than it holds."""
import argparse
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

BINS = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]
PLACES = ["松阳县", "澄江市", "白塔区", "柳河县", "云溪县", "东湖区", "铜山市", "长岭县"]
BODIES = ["人民政府", "财政局", "教育局", "人民政府办公室", "林业局", "卫生健康局", "城关镇人民政府", "市场监督管理局", "民政局"]
CHAPTERS = [("一、概述", "本单位安排专人负责公开工作，修订制度两项，召开会议四次。"),
            ("二、主动公开政府信息的情况", "全年通过网站和公开栏发布各类信息，方便群众查阅。"),
            ("三、依申请公开政府信息的情况", "本单位设有受理窗口，公布了电话和邮箱。"),
            ("四、存在的主要问题和改进措施", "信息更新不够及时，今后将加强培训和检查。")]


def page(dice):
    """One portal page: (file name, text, truth)."""
    place = dice.choice(PLACES)
    body, year = place + dice.choice(BODIES), dice.randint(2008, 2023)
    other_body = dice.choice(PLACES) + dice.choice(BODIES)
    report, form = dice.choice(["政府信息公开工作年度报告", "政府信息公开年度报告", "政府信息公开工作报告"]), dice.random()
    title = dice.choice([f"{body}{year}年{report}", f"{year}年{body}{report}", f"{year}年度{body}{report}"])
    if form < 0.25:
        title = f"{year}年{report}"  # the body stands elsewhere
    elif form < 0.35:
        title = f"{body}{report}"  # the year stands elsewhere
    elif form < 0.5:
        title = ""
    head, menu, lines = [], [], []
    others = [y for y in range(2008, 2024) if y != year]
    if dice.random() < 0.4:
        lister = body if dice.random() < 0.6 else other_body
        menu = [f"{lister}{y}年{report}" for y in sorted(dice.sample(others, dice.randint(1, 5)))]
    if dice.random() < 0.3:
        menu.append(f"{other_body}{dice.choice(others)}年{report}")
    site = dice.choice([f"{place}人民政府网", f"{other_body}门户网站", "政府信息公开平台"])
    foreign = f"{other_body}{dice.choice(others)}年{report}" if dice.random() < 0.3 else site
    page_title = dice.choice([title, f"{title}_{site}", site, "", foreign])
    if title:
        head.append(f"<h1>{title}</h1>" if dice.random() < 0.4 else f"<p>{title}</p>")
    if dice.random() < 0.5:
        head.append(f"<p>发布日期：{year + 1}-02-{dice.randint(1, 28):02d} 来源：{dice.choice([body, site])}</p>")
    if dice.random() < 0.6:
        who = dice.choice([body, "本单位", f"现将{body}{year}年{report}公布如下，本报告"])
        head.append(f"<p>根据《中华人民共和国政府信息公开条例》的规定，{who}编制本报告。</p>")
    if dice.random() < 0.5:
        head.append(f"<p>本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。</p>")
    for heading, text in CHAPTERS:
        lines += [f"<p>{heading}</p>", f"<p>{dice.choice(['', f'{year}年，'])}{text}</p>"]
    if dice.random() < 0.3:
        lines.append(f"<p>与{year - 1}年相比，公开数量有所增加。{year + 1}年将继续努力。</p>")
    if dice.random() < 0.4:
        lines += [f"<p>{body}</p>", f"<p>{year + 1}年{dice.randint(1, 3)}月{dice.randint(1, 28)}日</p>"]
    items = "".join(f"<li><a href='#'>{item}</a></li>" for item in menu)
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{page_title}</title></head><body><h3>{site}</h3>"
    order = dice.random()
    html += (f"<ul>{items}</ul>" if order < 0.5 else "") + "".join(head + lines) + (f"<ul>{items}</ul>" if order >= 0.5 else "")
    name = dice.choice([str(dice.randint(1, 99999)), f"{body}{year}", str(dice.choice(others))])
    return name, html + "</body></html>", {"organisation": body, "year": year}


def made_pages(folder, count, seed):
    folder.mkdir()
    dice, gold = random.Random(seed), []
    for number in range(count):
        name, html, truth = page(dice)
        path = folder / f"{name}-{number}.html"
        path.write_text(html, encoding="utf-8")
        gold.append({"file": path.name, **truth})
    return gold


def generated(generator, folder, count, seed):
    command = [generator, "--count", str(count), "--seed", str(seed), "--collect", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return read_gold(folder)


def read_gold(folder):
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def identify(guifan, folder, gold):
    """(field, confidence, right or None, where) of every finding."""
    for begin in range(0, len(gold), 200):
        part = gold[begin:begin + 200]
        files = [str(folder / g["file"]) for g in part]
        run = subprocess.run([guifan, "identify", "--json", *files], capture_output=True, check=False)
        for truth, found in zip(part, json.loads(run.stdout)):
            wanted = {"organisation": truth.get("organisation"), "year": truth.get("year"),
                      "layout": truth.get("layout")}
            for field, value in wanted.items():
                finding = found.get(field)
                if value is None or finding is None:
                    continue
                got = finding["value"]
                right = None if got is None else str(got) == str(value)
                yield field, finding["confidence"], right, f"{truth['file']}: {got} for {value}"


def table(name, findings, guard, misses):
    bad = 0
    for field in ("organisation", "year", "layout"):
        mine = [f for f in findings if f[0] == field]
        if not mine:
            continue
        nothing = sum(1 for f in mine if f[2] is None)
        print(f"{name}: {field}, {len(mine)} reports, nothing found in {nothing}")
        error = 0.0
        for low, high in zip(BINS, BINS[1:]):
            rows = [f for f in mine if f[2] is not None and low <= f[1] < high]
            if not rows:
                continue
            mean, share = sum(f[1] for f in rows) / len(rows), sum(f[2] for f in rows) / len(rows)
            error += abs(mean - share) * len(rows)
            spread = 2 * math.sqrt(max(mean * (1 - mean), 0.01) / len(rows))
            over = len(rows) >= 30 and share < mean - 0.05 - spread
            bad += over
            print(f"  {low:.2f}-{min(high, 1):.2f}  n {len(rows):5}  says {mean:.3f}  right {share:.3f}"
                  f"{'  CLAIMS TOO MUCH' if over else ''}")
        print(f"  mean distance {error / max(1, len(mine) - nothing):.3f}")
        if misses:
            for f in sorted((f for f in mine if f[2] is False), key=lambda f: -f[1])[:12]:
                print(f"    {f[1]:.2f} {f[3]}")
    return bad if guard else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("--generator")
    parser.add_argument("--cases", action="append", default=[])
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guard", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--keep", help="folder for the made pages")
    arguments = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(arguments.keep or temporary)
        sources = [("pages", root / "pages", made_pages(root / "pages", arguments.count, arguments.seed))]
        if arguments.generator:
            folder = root / "generator"
            sources.append(("generator", folder, generated(arguments.generator, folder, arguments.count, arguments.seed)))
        for cases in arguments.cases:
            folder = pathlib.Path(cases)
            sources.append((f"cases {folder.name}", folder, read_gold(folder)))
        for name, folder, gold in sources:
            bad += table(name, list(identify(arguments.guifan, folder, gold)), arguments.guard, arguments.misses)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
