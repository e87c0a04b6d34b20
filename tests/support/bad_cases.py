# SPDX-License-Identifier: Apache-2.0
"""What make_bad_docx.py and make_bad_pdf.py do with their cases: tests/bad/KIND-NNN-name/input.KIND and expected.txt."""
import argparse
import pathlib
import subprocess


def outcome(cli, folder, kind):
    arguments = ["dump", f"input.{kind}", "--reader", kind, "--lang", "en", "--color", "never"]
    done = subprocess.run([cli, *arguments], capture_output=True, cwd=folder, timeout=60)
    return (f"$ guifan {' '.join(arguments)}\nexit {done.returncode}\n--- stderr\n{done.stderr.decode()}"
            f"--- stdout\n{done.stdout.decode()}")


def main(kind, cases, description):
    """cases: (name, bytes) in the order of their numbers."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--bless", metavar="CLI")
    options = parser.parse_args()
    for number, (name, data) in enumerate(cases, 1):
        folder = options.folder / f"{kind}-{number:03}-{name}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"input.{kind}").write_bytes(data)
        if options.bless:
            (folder / "expected.txt").write_text(outcome(str(pathlib.Path(options.bless).absolute()), folder, kind))
