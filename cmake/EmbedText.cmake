# SPDX-License-Identifier: Apache-2.0
# Wraps a text file as a C++ raw string literal, to be #included as the initialiser of a string_view.
file(READ "${INPUT}" CONTENT)
file(WRITE "${OUTPUT}" "R\"guifan_text(${CONTENT})guifan_text\"")
