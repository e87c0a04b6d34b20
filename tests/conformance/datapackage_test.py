#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: datapackage_test.py GUIFAN FIXTURES
Writes every fixture as CSV and checks the descriptor beside it by the rules of Data Package 2.0 (and 1.0, where it asks for
more), and the table by its own descriptor: dialect, header, types, missing values, primary key. Where the Python package
`frictionless` is installed, it must agree."""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Table Schema: what a field may call itself, and what a value of that type looks like (default formats).
TYPES = {"string": r"(?s).*", "integer": r"[+-]?\d+", "number": r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|NaN|-?INF"}


def check_descriptor(package):
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"]), package["name"]
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for source in package.get("sources", []):
        assert isinstance(source.get("title"), str) and source["title"], source
    assert isinstance(package["resources"], list) and package["resources"]
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"]), resource["name"]
        assert ("path" in resource) != ("data" in resource)
        path = resource["path"]
        assert path and not re.match(r"[./~]", path) and ".." not in path and "\\" not in path, path
        assert resource["type"] == "table" and resource["encoding"] == "utf-8" and resource["mediatype"] == "text/csv"
        assert set(resource["dialect"]) <= {"delimiter", "lineTerminator", "quoteChar", "doubleQuote", "header"}
        schema = resource["schema"]
        fields = [field["name"] for field in schema["fields"]]
        assert fields and len({name.lower() for name in fields}) == len(fields)
        assert all(field["type"] in TYPES for field in schema["fields"])
        assert all(isinstance(value, str) for value in schema["missingValues"])
        assert schema["primaryKey"] and set(schema["primaryKey"]) <= set(fields)


def check_table(resource, folder, with_mark):
    text = (folder / resource["path"]).read_bytes().decode(resource["encoding"])
    assert text.startswith("\ufeff") == with_mark
    dialect, schema = resource["dialect"], resource["schema"]
    assert text.endswith(dialect["lineTerminator"])
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), delimiter=dialect["delimiter"],
                           quotechar=dialect["quoteChar"], strict=True))
    names = [field["name"] for field in schema["fields"]]
    assert dialect["header"] and rows[0] == names, rows[0]
    keys = set()
    for number, row in enumerate(rows[1:], 2):
        assert len(row) == len(names), f"row {number}: {len(row)} fields"
        values = dict(zip(names, row))
        for field in schema["fields"]:
            value = values[field["name"]]
            assert value in schema["missingValues"] or re.fullmatch(TYPES[field["type"]], value), f"row {number}: {field}: {value!r}"
        key = tuple(values[name] for name in schema["primaryKey"])
        assert all(part not in schema["missingValues"] for part in key), f"row {number}: {key}"
        assert key not in keys, f"row {number}: {key} twice"
        keys.add(key)
    return len(rows) - 1


def main():
    guifan, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])
    try:
        import frictionless
    except ImportError:
        frictionless = None
    checked = 0
    with tempfile.TemporaryDirectory() as name:
        for i, expected in enumerate(sorted(fixtures.glob("*/*.expected.json"))):
            source = expected.with_name(expected.name.removesuffix(".expected.json"))
            if "cells" not in json.loads(expected.read_text(encoding="utf-8")):
                continue
            folder = pathlib.Path(name) / str(i)
            folder.mkdir()
            with_mark = i % 2 == 1
            run = subprocess.run([guifan, "convert", str(source), "-o", str(folder / "报告.csv"), "--quiet",
                                  *(["--option", "bom=yes"] if with_mark else [])], capture_output=True)
            assert run.returncode in (0, 3), run.stderr.decode()
            package = json.loads((folder / "报告.datapackage.json").read_text(encoding="utf-8"))
            check_descriptor(package)
            rows = sum(check_table(resource, folder, with_mark) for resource in package["resources"])
            assert rows > 100, f"{source}: {rows} rows"
            if frictionless:
                report = frictionless.validate(str(folder / "报告.datapackage.json"))
                assert report.valid, report.flatten(["code", "message"])
            checked += 1
    assert checked >= 7, f"only {checked} tables"
    print(f"{checked} descriptors and their tables are valid" + (", frictionless agrees" if frictionless else ""))


main()
