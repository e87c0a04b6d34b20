#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: grammar_docs.py REPOSITORY

docs/layouts.md and docs/prose.md name every element and attribute of their grammars, as `name`, `name="..."`, <name or
name= in an example. Prints each one that is missing. Exit 2: there are some."""

import pathlib
import re
import sys

repository = pathlib.Path(sys.argv[1])
missing = []
for grammar, page in (("formats/layout.rng", "docs/layouts.md"), ("formats/prose.rng", "docs/prose.md")):
    words = (repository / page).read_text(encoding="utf-8")
    defined = re.findall(r'<(element|attribute) name="([^"]+)"', (repository / grammar).read_text(encoding="utf-8"))
    for kind, name in sorted(set(defined)):
        in_words = rf"`<?{name}[`=> ]"
        in_an_example = rf"<{name}[ />]" if kind == "element" else rf'\b{name}="|<[^`>]* {name}[ />]'
        if not re.search(f"{in_words}|{in_an_example}", words):
            missing.append(f"{page}: {kind} {name} of {grammar} is not explained")
print("".join(f"{one}\n" for one in missing), end="")
sys.exit(2 if missing else 0)
