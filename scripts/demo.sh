#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to converted reports: installs what is missing, builds, converts the shipped fixtures into out/demo
# and prints where the results are. A second run installs and builds nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/install-dependencies.sh
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build --preset release --target guifan_program
guifan=build/release/bin/guifan
results=out/demo

for fixture in shanghai-35/page.html national-2014/wrong-charset.html standard-2019/big5.html standard-2021/word.html \
  prose/township.txt prose/pinyin.txt; do
  # 3: done, and there is something a person should look at.
  "$guifan" convert "fixtures/$fixture" --to docx,pdf,html,json -o "$results/$(dirname "$fixture")/" --force --quiet || [ $? -eq 3 ]
done

echo
echo "One report: what it is, and where two of its cells come from"
"$guifan" identify fixtures/shanghai-35/page.html
"$guifan" explain fixtures/shanghai-35/page.html requests.new.total requests.carried_in.total || [ $? -eq 3 ]
echo
echo "Results (old report -> standard template of 2021):"
find "$PWD/$results" -type f | sort | sed 's/^/  /'
echo
echo "The program: $PWD/$guifan"
