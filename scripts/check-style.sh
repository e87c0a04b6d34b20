#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: check-style.sh [--rules | --layout | --tidy [BUILD_FOLDER]]
# House rules that a program can check. --rules: the licence line, line length, no white space at line ends, no path of
# somebody's machine. --layout: clang-format; exit 77 where it is not installed. Neither: both. --tidy: both, and clang-tidy
# over everything that BUILD_FOLDER (build/dev) compiles; that takes minutes. Exit 2: a rule is broken; each finding is
# FILE:LINE: what.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
broken=0

# All sources, also those not yet known to git; fixtures and recorded inputs are data.
sources() {
  find .ci cli cmake core docs formats plugins scripts tests ./*.md CMakeLists.txt -type f "$@" \
    -not -path 'tests/bad/*/*' -not -path 'tests/*/corpus/*' -not -path '*/node_modules/*' | LC_ALL=C sort
}
code() { sources '(' -name '*.cpp' -o -name '*.h' -o -name '*.c' ')'; }
scripts() {
  sources '(' -name '*.sh' -o -name '*.py' -o -name '*.mjs' -o -name '*.cmake' -o -name CMakeLists.txt -o -path .ci/run ')'
}
report() {
  local findings
  findings=$(cat)
  [ -n "$findings" ] || return 0
  echo "$findings" | sed "s|\$|: $1|"
  broken=1
}
# Columns as a terminal shows them: a Chinese character takes two.
longer_than() {
  xargs wc -L | awk -v most="$1" '$2 != "total" && $1 > most { print $2 " (" $1 " columns)" }'
}

check_rules() {
  # Shell scripts have it below the #! line, XML below its declaration. Word lists are code, too.
  report "the first line has no SPDX-License-Identifier: Apache-2.0" < <(
    { code; scripts; sources '(' -name '*.xml' -o -name '*.rng' -o -name '*.tsv' -o -path 'formats/*.txt' ')' -not -path '*/parts/*'; } |
      while IFS= read -r file; do
        head -n 2 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || echo "$file:1"
      done)
  report "a line is longer than 120 columns" < <(code | longer_than 120)
  # The lists of damaged files are tables, one file a line.
  report "a line is longer than 160 columns" < <(scripts | grep -v '/make_bad_' | longer_than 160)
  report "white space at the end of a line" < <(
    { code; scripts; } | xargs grep -nE '[[:blank:]]+$' | cut -d: -f1,2)
  report "a path of somebody's machine" < <(
    sources | xargs grep -nIE "(^|[^A-Za-z0-9_.}/])/(home|Users|root|work|tmp)/[A-Za-z]" | cut -d: -f1,2 |
      grep -v '^scripts/check-style.sh' || true)
}

check_layout() {
  if ! command -v clang-format >/dev/null; then
    echo "clang-format is not installed: the layout of the code was not checked" >&2
    return 77
  fi
  code | xargs clang-format --dry-run --Werror || broken=1
}

case ${1:-} in
  --rules) check_rules ;;
  --layout) check_layout || exit $? ;;
  "" | --tidy) check_rules; check_layout || true ;;
  *) echo "usage: check-style.sh [--rules | --layout | --tidy [BUILD_FOLDER]]" >&2; exit 64 ;;
esac

if [ "${1:-}" = --tidy ]; then
  build=${2:-build/dev}
  [ -f "$build/compile_commands.json" ] || { echo "configure first: cmake --preset dev" >&2; exit 2; }
  run-clang-tidy -quiet -p "$build" "$PWD/(core|cli|plugins|tests)/.*" 2>/dev/null | grep -E '(error|warning):' && broken=1
fi

[ "$broken" -eq 0 ] || exit 2
