#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: nightly.sh GENERATOR [COUNT] [SEED]
# COUNT (20000) random reports with a seed nobody chose; the seed is printed first, so that a find can be had again.
# Reports that came out wrong are shrunk and kept in nightly-finds/ beside where this runs. Exit 1 where there is one.
set -euo pipefail
generator=$1
count=${2:-20000}
seed=${3:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
echo "seed $seed, $count reports; again: $generator --count $count --seed $seed"
exec nice "$generator" --count "$count" --seed "$seed" --keep nightly-finds
