#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the docx reader with pandoc, file by file: outcome, time, and the share of pandoc's words that we have too.

    docx_recall.py READER FOLDER... [--limit-seconds 10] [--show-missing N]

READER prints the text of a file (build/*/bin/guifan_docx_text). A word is a run of letters or digits; each Han character
is a word of its own. Recall counts words with multiplicity. Prints one tab-separated row a file and a summary.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import time

WORD = re.compile(r"[㐀-䶿一-鿿豈-﫿]|[^\W_㐀-䶿一-鿿豈-﫿]+")


def run(command, seconds):
    begin = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return "timeout", "", "", seconds
    text = done.stdout.decode("utf-8", "replace")
    return done.returncode, text, done.stderr.decode("utf-8", "replace"), time.monotonic() - begin


def words(text):
    text = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789"))
    return collections.Counter(WORD.findall(text.lower()))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--limit-seconds", type=float, default=10)
    parser.add_argument("--show-missing", type=int, default=0)
    options = parser.parse_args()
    outcomes, wanted_all, found_all, bad = collections.Counter(), 0, 0, []
    for folder in options.folders:
        for file in sorted(p for p in folder.iterdir() if p.is_file()):
            status, text, messages, seconds = run([options.reader, str(file), "--removed"], options.limit_seconds)
            peer, peer_text, _, peer_seconds = run(
                ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", str(file)], 60)
            errors = [line for line in messages.splitlines() if line.startswith("2 ")]
            outcome = "read" if status == 0 else "refused" if isinstance(status, int) and 0 < status < 6 and errors else f"FAULT {status}"
            if "Sanitizer" in messages or "runtime error" in messages:
                outcome = "FAULT sanitizer"
            outcomes[outcome + ("" if peer == 0 else ", pandoc refused")] += 1
            recall = ""
            if status == 0 and peer == 0:
                wanted, found = words(peer_text), words(text)
                missing = wanted - found
                total, lost = sum(wanted.values()), sum(missing.values())
                wanted_all += total
                found_all += total - lost
                recall = f"{1 - lost / total:.4f}" if total else "1.0000"
                if total and lost / total > 0.02:
                    bad.append((file.name, recall, missing))
            reason = errors[0][2:] if errors else ""
            print(file.name, outcome, f"{seconds:.3f}", f"{peer_seconds:.3f}", recall, reason, sep="\t")
    print(dict(outcomes), file=sys.stderr)
    if wanted_all:
        print(f"recall {found_all / wanted_all:.4f} of {wanted_all} words", file=sys.stderr)
    for name, recall, missing in bad:
        print(f"below 0.98: {name} {recall}", dict(missing.most_common(options.show_missing)), file=sys.stderr)


if __name__ == "__main__":
    main()
