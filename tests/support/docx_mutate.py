#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Feeds damaged copies of DOCX files to the reader and reports every crash, hang and sanitizer finding.

    docx_mutate.py READER OUT FOLDER [--runs 1000] [--seed 1]

Half of the copies are damaged as bytes (flips, cuts, swaps), half inside one XML part (tags deleted, doubled, moved,
attribute values replaced by hostile ones). Inputs that provoke a finding are kept in OUT.
"""
import argparse
import io
import pathlib
import random
import re
import subprocess
import sys
import zipfile

HOSTILE = ["", "-1", "0", "1", "9", "63", "1000", "99999999999", "x" * 300, "restart", "continue", "%9", "begin", "end", "&#xF0FE;"]
TAG = re.compile(rb"<[^>]*>")
VALUE = re.compile(rb'="[^"]*"')


def damage_bytes(data, rng):
    data = bytearray(data)
    for _ in range(rng.randint(1, 20)):
        kind = rng.randrange(4)
        at = rng.randrange(max(len(data), 1))
        if kind == 0 and data:
            data[at % len(data)] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del data[at : at + rng.randint(1, 64)]
        elif kind == 2:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 16)))
        elif rng.random() < 0.1:
            del data[at:]
    return bytes(data)


def damage_xml(xml, rng):
    for _ in range(rng.randint(1, 8)):
        tags = list(TAG.finditer(xml))
        if not tags:
            return xml
        tag = rng.choice(tags)
        kind = rng.randrange(5)
        if kind == 0:
            xml = xml[: tag.start()] + xml[tag.end() :]
        elif kind == 1:
            xml = xml[: tag.end()] + tag.group() + xml[tag.end() :]
        elif kind == 2:
            other = rng.choice(tags)
            xml = xml[: tag.start()] + other.group() + xml[tag.start() :]
        elif kind == 3:
            values = list(VALUE.finditer(xml))
            if values:
                value = rng.choice(values)
                xml = xml[: value.start()] + b'="' + rng.choice(HOSTILE).encode() + b'"' + xml[value.end() :]
        else:  # a whole balanced element moved: keeps the file well-formed
            name = re.match(rb"<([\w:]+)[^/]*>$", tag.group())
            end = xml.find(b"</" + name.group(1) + b">", tag.end()) if name else -1
            if end > 0:
                end = xml.index(b">", end) + 1
                piece, rest = xml[tag.start() : end], xml[: tag.start()] + xml[end:]
                target = rng.choice(list(TAG.finditer(rest)) or [None])
                xml = rest[: target.end()] + piece + rest[target.end() :] if target else rest
    return xml


def damage_part(data, rng):
    try:
        source = zipfile.ZipFile(io.BytesIO(data))
        names = [n for n in source.namelist() if n.endswith((".xml", ".rels"))]
        victim = "word/document.xml" if "word/document.xml" in names and rng.random() < 0.6 else rng.choice(names)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = source.read(name)
                target.writestr(name, damage_xml(content, rng) if name == victim else content)
        return out.getvalue()
    except Exception:
        return damage_bytes(data, rng)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    files = [p for p in sorted(options.folder.iterdir()) if p.is_file() and p.stat().st_size < 200_000]
    findings = read = 0
    for run in range(options.runs):
        data = rng.choice(files).read_bytes()
        data = damage_bytes(data, rng) if rng.random() < 0.5 else damage_part(data, rng)
        case = options.out / "case.docx"
        case.write_bytes(data)
        try:
            done = subprocess.run([options.reader, str(case)], capture_output=True, timeout=10)
            bad = done.returncode < 0 or done.returncode > 5 or b"Sanitizer" in done.stderr or b"runtime error" in done.stderr
            bad = bad or done.returncode == 5
            read += done.returncode == 0
        except subprocess.TimeoutExpired:
            bad = True
        if bad:
            findings += 1
            case.rename(options.out / f"finding-{options.seed}-{run}.docx")
    print(f"{options.runs} runs, {read} read, {findings} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
