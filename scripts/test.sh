#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# All tests, from a fresh machine on: dependencies, configuration, build, run. A second run rebuilds nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/install-dependencies.sh
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build --preset release
ctest --preset release "$@"
