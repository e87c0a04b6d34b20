#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: page_test.sh validate|chromium PRINT_SAMPLE WORK_FOLDER
# Prints the sample reports as HTML, then lets html-validate or Chromium look at them. The programs are installed from
# package-lock.json into WORK_FOLDER, never into the sources. Exit 77: something is not installed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
what=$1 sample=$2 work=$3

skip() { echo "skipped: $1"; exit 77; }
command -v npm >/dev/null || skip "npm is not installed"
mkdir -p "$work"
exec 9>"$work/lock"
flock 9
if ! cmp -s "$here/package-lock.json" "$work/package-lock.json" || [ ! -d "$work/node_modules" ]; then
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  (cd "$work" && npm ci --no-audit --no-fund --silent) || { rm -f "$work/package-lock.json"; skip "npm cannot install html-validate and playwright-core"; }
fi
cp "$here/htmlvalidate.json" "$work/.htmlvalidate.json"
for template in standard-2021 standard-2019; do
  "$sample" "$template" html-writer "$work/$template.html"
done

case $what in
  validate)
    cd "$work"
    npx --no-install html-validate --config .htmlvalidate.json standard-2021.html standard-2019.html
    echo "html-validate: both pages pass its recommended rules"
    ;;
  chromium)
    browser=$(command -v chromium || command -v chromium-browser || true)
    [ -n "$browser" ] || skip "chromium is not installed"
    cp "$here/page_test.mjs" "$work/"
    cd "$work"
    CHROMIUM=$browser node page_test.mjs standard-2021.html
    ;;
esac
