#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the docx reader with pandoc, file by file: outcome, time, and the share of pandoc's words that we have too.

    docx_recall.py READER FOLDER... [--limit-seconds 10] [--show-missing N] [--plain]

READER prints the text of a file (build/*/bin/guifan_docx_text). A word is a run of letters or digits; each Han character
is a word of its own. Recall counts words with multiplicity. Prints one tab-separated row a file and a summary.

Pandoc's words come from its document tree, in which words are whole and formulas apart: of a formula each letter and digit
counts. --plain takes its plain output instead, where pandoc adds words of its own: [1] at notes, names of TeX commands
(frac, mathbf), list numbers, and marks that cut a word in two (*ita**li*c).
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import time

WORD = re.compile(r"[㐀-䶿一-鿿豈-﫿]|[^\W_㐀-䶿一-鿿豈-﫿]+")
GREEK = dict(zip(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega".split(),
    "αβγδεεζηθικλμνξπρστυφφχψω"))
FUNCTIONS = set("sin cos tan log ln lim max min exp det dim gcd inf sup".split())


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


def letters_of_formula(tex):
    """What a TeX formula shows: the names of its commands and environments are pandoc's."""
    tex = re.sub(r"\\(begin|end)\{[^}]*\}(\{[lcr|]*\})?", " ", tex)
    tex = re.sub(r"\\([A-Za-z]+)", lambda name: GREEK.get(name[1].lower(), name[1] if name[1] in FUNCTIONS else " "), tex)
    return collections.Counter(c for word in words(tex).elements() for c in word)


BLOCKS = {"Para", "Plain", "Header", "CodeBlock", "LineBlock", "HorizontalRule", "Table", "Div", "BlockQuote"}


def walk(node, text, formulas):
    """Text of pandoc's document tree; formulas apart."""
    if isinstance(node, list):
        for item in node:
            walk(item, text, formulas)
            if isinstance(item, list):
                text.append("\n")  # items of lists, cells of tables
        return
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        text.append(content)
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        text.append(" ")
    elif kind == "Math":
        formulas.append(content[1])
    elif kind in ("Code", "CodeBlock"):
        text.append(content[1])
    elif kind in ("RawInline", "RawBlock"):
        text.append(" ")
    elif kind == "Image":  # its description, which no letter touches
        text.append(" ")
        walk(content[1], text, formulas)
        text.append(" ")
    elif kind in ("Link", "Span", "Quoted", "Cite", "Div"):
        walk(content[1], text, formulas)
    elif kind == "Header":
        walk(content[2], text, formulas)
        text.append("\n")
    elif kind == "Note":
        text.append("\n")
        inner = []
        walk(content, inner, formulas)
        NOTES.append("".join(inner))
        text.pop()
    elif kind == "OrderedList":
        walk(content[1], text, formulas)
    else:
        walk(content, text, formulas)
    if kind in BLOCKS:
        text.append("\n")


NOTES = []


def peer_words(file, plain):
    """Exit status, words, letters of formulas, seconds."""
    status, out, _, seconds = run(["pandoc", "-f", "docx", "-t", "plain" if plain else "json", "--wrap=none", str(file)], 60)
    if status != 0 or plain:
        return status, words(out), collections.Counter(), seconds
    text, formulas = [], []
    NOTES.clear()
    walk(json.loads(out)["blocks"], text, formulas)
    letters = sum((letters_of_formula(tex) for tex in formulas), collections.Counter())
    return status, words("".join(text) + "\n" + "\n".join(NOTES)), letters, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reader")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--limit-seconds", type=float, default=10)
    parser.add_argument("--show-missing", type=int, default=0)
    parser.add_argument("--plain", action="store_true")
    options = parser.parse_args()
    outcomes, wanted_all, found_all, bad = collections.Counter(), 0, 0, []
    for folder in options.folders:
        for file in sorted(p for p in folder.iterdir() if p.is_file()):
            status, text, messages, seconds = run([options.reader, str(file), "--removed"], options.limit_seconds)
            peer, wanted, letters, peer_seconds = peer_words(file, options.plain)
            errors = [line for line in messages.splitlines() if line.startswith("2 ")]
            outcome = "read" if status == 0 else "refused" if isinstance(status, int) and 0 < status < 6 and errors else f"FAULT {status}"
            if "Sanitizer" in messages or "runtime error" in messages:
                outcome = "FAULT sanitizer"
            outcomes[outcome + ("" if peer == 0 else ", pandoc refused")] += 1
            recall = ""
            if status == 0 and peer == 0:
                found = words(text)
                missing = wanted - found
                spare = collections.Counter(c for word in (found - wanted).elements() for c in word)
                missing_letters = letters - spare
                total = sum(wanted.values()) + sum(letters.values())
                lost = sum(missing.values()) + sum(missing_letters.values())
                wanted_all += total
                found_all += total - lost
                recall = f"{1 - lost / total:.4f}" if total else "1.0000"
                if total and lost / total > 0.02:
                    bad.append((file.name, recall, missing + missing_letters))
            reason = errors[0][2:] if errors else ""
            print(file.name, outcome, f"{seconds:.3f}", f"{peer_seconds:.3f}", recall, reason, sep="\t")
    print(dict(outcomes), file=sys.stderr)
    if wanted_all:
        print(f"recall {found_all / wanted_all:.4f} of {wanted_all} words", file=sys.stderr)
    for name, recall, missing in bad:
        print(f"below 0.98: {name} {recall}", dict(missing.most_common(options.show_missing)), file=sys.stderr)


if __name__ == "__main__":
    main()
