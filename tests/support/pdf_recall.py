#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Character recall of `guifan dump` against pdftotext on a folder of PDF files.

usage: pdf_recall.py GUIFAN FOLDER [--show N] [--jobs N]

Recall of a file: how many of the characters that pdftotext prints (white space and control characters aside, compatibility
forms folded) guifan gives back, in text or in the list of removed text. Prints the outcomes and the worst files."""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import time
import unicodedata

HANG_SECONDS = 20


def characters(text):
    text = unicodedata.normalize("NFKC", text)
    unseen = ("Cc", "Cf", "Co", "Mn")
    return collections.Counter(c for c in text
                               if not c.isspace() and unicodedata.category(c) not in unseen and c != "\ufffd")


def dumped(guifan, file):
    begin = time.time()
    try:
        run = subprocess.run([guifan, "dump", "--json", "--reader", "pdf", str(file)], capture_output=True, timeout=HANG_SECONDS + 10)
    except subprocess.TimeoutExpired:
        return "hang", "", time.time() - begin
    spent = time.time() - begin
    if run.returncode < 0 or run.returncode > 128:
        return f"crash {run.returncode}", "", spent
    if spent > HANG_SECONDS:
        return "hang", "", spent
    error = run.stderr.decode(errors="replace")
    reason = error[error.find("[") + 1:error.find("]")] if "[" in error else ""
    if run.returncode not in (0, 3):
        return f"exit {run.returncode} {reason}", "", spent
    document = json.loads(run.stdout)
    text = []
    for block in document["blocks"]:
        text.append(block.get("text", ""))
        text.extend(cell.get("text", "") for cell in block.get("cells", []))
    text.extend(removed["text"] for removed in document["removed"])
    return f"read {run.returncode}", "".join(text), spent


def compare(guifan, file):
    outcome, text, spent = dumped(guifan, file)
    try:
        run = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, timeout=60)
        reference = characters(run.stdout.decode("utf-8", errors="replace"))
    except subprocess.TimeoutExpired:
        reference = collections.Counter()
    ours = characters(text)
    found = sum((reference & ours).values())
    return file, outcome, sum(reference.values()), found, sum(ours.values()), spent, reference - ours


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guifan")
    parser.add_argument("folder")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=3)
    options = parser.parse_args()
    files = sorted(pathlib.Path(options.folder).glob("*.pdf"))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        rows = list(pool.map(lambda file: compare(options.guifan, file), files))
    outcomes = collections.Counter(row[1] for row in rows)
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:5}  {outcome}")
    worst = sorted((row for row in rows if row[2] > 0 and row[3] < row[2]), key=lambda row: row[3] - row[2])
    for file, outcome, reference, found, ours, spent, missing in worst[: options.show]:
        sample = "".join(c for c, _ in missing.most_common(12))
        print(f"  {file.name}: {found}/{reference} ({100 * found / reference:.1f} %), ours {ours}, {outcome}, {spent:.2f} s, missing {sample}")
    readable = [row for row in rows if row[2] > 0]
    good = sum(1 for row in readable if row[3] >= 0.99 * row[2])
    reference, found = sum(row[2] for row in readable), sum(row[3] for row in readable)
    share = 100 * found / max(1, reference)
    print(f"{len(rows)} files; pdftotext reads {len(readable)}: {good} with recall >= 99 %, in sum "
          f"{found}/{reference} = {share:.2f} %")
    print(f"slowest {max(row[5] for row in rows):.2f} s; text where pdftotext has none: {sum(1 for row in rows if row[2] == 0 and row[4] > 0)} files")
    bad = [row for row in rows if row[1].startswith(("crash", "hang"))]
    raise SystemExit(1 if bad else 0)


if __name__ == "__main__":
    main()
