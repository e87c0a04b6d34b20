/* SPDX-License-Identifier: Apache-2.0
 * Descriptors that the host must refuse; each define makes one of them. Plain C: the border is C.
 */
#include "guifan/plugin_abi.h"

#if defined(WITH_PLUGIN)
static void probe(const guifan_input* input, guifan_probe* out) {
  (void)input;
  out->confidence = 0;
  out->reason[0] = 0;
}
static int32_t read_nothing(const guifan_host* host, const guifan_input* input,
                            const guifan_sink* sink) {
  (void)host, (void)input, (void)sink;
  return GUIFAN_OK;
}
#if defined(NO_FUNCTIONS)
static const guifan_reader_functions reader = {sizeof(guifan_reader_functions), probe, 0};
#else
static const guifan_reader_functions reader = {sizeof(guifan_reader_functions), probe,
                                               read_nothing};
#endif
static const guifan_format formats[] = {{"nothing", "Nothing", "nothing", "text/x-nothing", ""}};

#ifndef PLUGIN_SIZE
#define PLUGIN_SIZE sizeof(guifan_plugin)
#endif
#ifndef PLUGIN_ABI
#define PLUGIN_ABI GUIFAN_ABI
#endif
#ifndef PLUGIN_NAME
#define PLUGIN_NAME "descriptor"
#endif
static const guifan_plugin plugin = {PLUGIN_SIZE, PLUGIN_ABI, PLUGIN_NAME, "1", "Apache-2.0",
                                     "tests",     "test",     formats,     1,   &reader,
                                     0,           ""};

__attribute__((visibility("default"))) const guifan_plugin* guifan_plugin_entry(void) {
#if defined(NO_FUNCTIONS)
  (void)read_nothing;
#endif
  return &plugin;
}
#endif

#if defined(UNDEFINED_SYMBOL)
extern int this_symbol_exists_nowhere(void);
__attribute__((visibility("default"))) int use_it(void) {
  return this_symbol_exists_nowhere();
}
#endif

#if defined(CRASH)
#include <stdlib.h>
__attribute__((constructor)) static void crash(void) {
  abort();
}
#endif

#if defined(HANG)
#include <unistd.h>
__attribute__((constructor)) static void hang(void) {
  for (;;) pause();
}
#endif

#if !defined(WITH_PLUGIN)
__attribute__((visibility("default"))) int nothing_here(void) {
  return 0;
}
#endif
