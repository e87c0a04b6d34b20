#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""usage: docx_test.py PRINT_SAMPLE pandoc|libreoffice TEMPLATE
Writes a report in which every cell has its own number as DOCX, opens it with pandoc or LibreOffice, and looks for every
number in its cell and every paragraph in the text. Exit 77: the program is not installed."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            print(f"skipped: {program} is not installed")
            sys.exit(SKIPPED)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def expected(lines):
    """{table: {(row, column): text}}, [paragraph]"""
    tables, texts = {}, []
    for line in re.split(r"\n(?=text\t|\d+\t\d+\t\d+\t)", lines.rstrip("\n")):
        if line.startswith("text\t"):
            texts.append(line[5:])
            continue
        table, row, column, text = line.split("\t", 3)
        tables.setdefault(int(table), {})[int(row), int(column)] = text
    return tables, texts


def plain(node):
    """Text of a pandoc AST node."""
    if isinstance(node, list):
        return "".join(plain(item) for item in node)
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Quoted":
        marks = {"DoubleQuote": "“”", "SingleQuote": "‘’"}[content[0]["t"]]
        return marks[0] + plain(content[1]) + marks[1]
    return plain(content)


def pandoc_tables(blocks):
    """Each table as {(row, column): text}, spans resolved."""
    for block in blocks:
        if block["t"] != "Table":
            continue
        _, _, _, head, bodies, foot = block["c"]
        rows = list(head[1])
        for _, _, intermediate, body in bodies:
            rows += intermediate + body
        rows += foot[1]
        taken, cells = set(), {}
        for r, (_, row) in enumerate(rows):
            c = 0
            for _, _, row_span, column_span, content in row:
                while (r, c) in taken:
                    c += 1
                cells[r, c] = plain(content)
                taken |= {(r + i, c + j) for i in range(row_span) for j in range(column_span)}
                c += column_span
        yield cells


def check_pandoc(docx, tables, texts):
    ast = json.loads(subprocess.run(["pandoc", "-f", "docx", "-t", "json", docx], check=True, capture_output=True).stdout)
    seen = list(pandoc_tables(ast["blocks"]))
    assert len(seen) == len(tables), f"{len(seen)} tables, expected {len(tables)}"
    wrong = []
    for number, cells in tables.items():
        for place, text in cells.items():
            got = seen[number].get(place, "<no cell>")
            if squeezed(got) != squeezed(text):
                wrong.append(f"table {number} cell {place}: expected {text!r}, got {got!r}")
    assert not wrong, "\n".join(wrong[:20])
    page = squeezed(subprocess.run(["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", docx], check=True,
                                   capture_output=True, text=True).stdout)
    for text in texts:
        assert squeezed(text) in page, f"not in pandoc's plain text: {text}"
    return sum(len(cells) for cells in tables.values())


def check_libreoffice(docx, tables, texts, folder):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
                    "--outdir", str(folder), docx], check=True, capture_output=True, timeout=180)
    pdf = pathlib.Path(docx).with_suffix(".pdf")
    assert pdf.exists(), "LibreOffice wrote no PDF"
    pages = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages, footers = re.subn(r"— \d+ —\s*\f?", "", pages)
    assert footers >= 3, "page numbers are missing"
    lines = re.sub(r"[ \t\u00a0]", "", pages)  # LibreOffice sets a thin space between digits and characters
    page = squeezed(pages)
    for text in texts:
        assert squeezed(text) in page, f"not in the PDF: {text}"
    checked = 0
    for cells in tables.values():
        for text in cells.values():
            if re.fullmatch(r"≈?\d{3,}\D?", text):  # numbers are never broken; long labels are
                assert text in lines, f"not in the PDF: {text}"
                checked += 1
    assert checked > 150, f"only {checked} numbers were looked for"
    return checked


def main():
    sample, program, template = sys.argv[1:4]
    need("pandoc") if program == "pandoc" else need("soffice", "pdftotext")
    with tempfile.TemporaryDirectory() as folder:
        docx, again, grid = (f"{folder}/{name}" for name in ("report.docx", "again.docx", "grid.tsv"))
        for module, out in (("docx-writer", docx), ("docx-writer", again), ("grid", grid)):
            subprocess.run([sample, template, module, out], check=True)
        assert pathlib.Path(docx).read_bytes() == pathlib.Path(again).read_bytes(), "two runs differ"
        tables, texts = expected(pathlib.Path(grid).read_text(encoding="utf-8"))
        if program == "pandoc":
            cells = check_pandoc(docx, tables, texts)
        else:
            cells = check_libreoffice(docx, tables, texts, folder)
        print(f"{program}: {cells} cells and {len(texts)} paragraphs of {template} are where they belong")


main()
