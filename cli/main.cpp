// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

int main() {
  std::fputs("guifan: not built yet\n", stderr);
  return 64;
}
