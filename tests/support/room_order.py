#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: room_order.py REPOSITORY

The tables of docs/architecture.md order the rooms of the library and those of core/recognise: a room includes only rooms
above it. Prints each include that does not, and each room that its table leaves out. Exit 2: there are some."""

import pathlib
import re
import sys

repository = pathlib.Path(sys.argv[1])
page = (repository / "docs/architecture.md").read_text(encoding="utf-8")
broken = 0


def order_of(heading):
    """The names in the first column of the table below `heading`, in order."""
    section = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    return [name.rsplit("/", 1)[-1] for name in re.findall(r"^\| `([a-z/]+)` \|", section, re.MULTILINE)]


def check(folder, prefix, order):
    """`prefix`: of the rooms' names in include lines."""
    global broken
    findings = []
    for file in sorted((repository / folder).glob("*/**/*")):
        if file.suffix not in (".cpp", ".h"):
            continue
        room = file.relative_to(repository / folder).parts[0]
        if room == "include":
            continue
        if room not in order:
            findings.append(f"{file}: room {room} is not in docs/architecture.md")
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            include = re.match(rf'#include "{prefix}([a-z]+)/', line)
            if include and include[1] in order and order.index(include[1]) > order.index(room):
                findings.append(f"{file}:{number}: {room} includes {include[1]}, which comes later")
    print("".join(f"{finding}\n" for finding in findings), end="")
    broken += len(findings)


check("core", "", order_of("Rooms of the library"))
check("core/recognise", "recognise/", order_of("Rooms of `core/recognise`"))
sys.exit(2 if broken else 0)
