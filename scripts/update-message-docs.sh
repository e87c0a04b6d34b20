#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes the message table of docs/exit-codes-and-messages.md from the catalogue. With --check only compares.
set -euo pipefail
cd "$(dirname "$0")/.."
doc=docs/exit-codes-and-messages.md
made=$(mktemp)
trap 'rm -f "$made"' EXIT
{
  sed '/^<!-- messages -->$/q' "$doc"
  grep -v '^#' core/diagnostic/catalogue.tsv | grep -v '^$' | LC_ALL=C sort -t "$(printf '\t')" -k1,1 |
    awk -F '\t' 'function cell(s) { gsub(/\|/, "\\|", s); return s }
      { group = $1; sub(/-.*/, "", group)
        if (group != last) { printf "\n### %s\n\n| id | severity | message | cure |\n|---|---|---|---|\n", group; last = group }
        printf "| %s | %s | %s<br>%s | %s%s%s |\n", $1, $2, cell($4), cell($3), cell($6), ($6 == "" ? "" : "<br>"), cell($5) }'
} >"$made"
if [ "${1:-}" = --check ]; then
  diff -u "$doc" "$made" || { echo "run: bash scripts/update-message-docs.sh" >&2; exit 2; }
else
  cat "$made" >"$doc"
fi
