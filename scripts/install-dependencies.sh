#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what guifan needs to build, test and run on Debian 12. Does nothing when everything is there.
# With --conformance also the programs in which the tests open guifan's output; without them those tests are skipped.
# With --style also clang-format and clang-tidy, for scripts/check-style.sh.
set -euo pipefail

packages=(
  build-essential cmake ninja-build ccache pkg-config
  libxml2-dev libzip-dev zlib1g-dev nettle-dev libicu-dev libboost-dev libgtest-dev libgmock-dev
  libcli11-dev nlohmann-json3-dev libfmt-dev libopencc-dev libpodofo-dev libssl-dev poppler-data libxlsxwriter-dev
  libharfbuzz-dev libfontconfig-dev fonts-noto-cjk
)
for option in "$@"; do
  case $option in
    --conformance)
      packages+=(pandoc libreoffice-writer-nogui poppler-utils qpdf tesseract-ocr tesseract-ocr-chi-sim chromium)
      command -v npm >/dev/null || packages+=(nodejs npm)
      ;;
    --style) packages+=(clang-format clang-tidy) ;;
    *) echo "usage: install-dependencies.sh [--conformance] [--style]" >&2; exit 64 ;;
  esac
done

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

echo "Installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    { echo "Run as root: bash scripts/install-dependencies.sh  (there is no sudo here)" >&2; exit 2; }
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
# sudo passes no environment on: it is set behind it.
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
