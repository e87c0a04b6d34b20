/* SPDX-License-Identifier: Apache-2.0
 * The binary border between guifan and its plugins: plain C, so that a plugin built with another
 * compiler or standard library works. Plugin authors write against plugin.h (C++) and need to read
 * this page only for the rules:
 *
 *  - One entry, `guifan_plugin_entry`, returns a descriptor with static lifetime. `size` and `abi`
 * are its first members for ever: the host can say why it rejects a plugin of any age.
 *  - Strings are UTF-8 with a length, not NUL-terminated. Memory belongs to the side that made it
 * and is valid until the call that received it returns.
 *  - Nothing thrown crosses the border. No plugin is ever unloaded. A plugin may be called from
 * several threads at once.
 *
 * History of GUIFAN_ABI: 1 (2026-11) first.
 */
#ifndef GUIFAN_PLUGIN_ABI_H
#define GUIFAN_PLUGIN_ABI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GUIFAN_ABI 1u
#define GUIFAN_PLUGIN_ENTRY "guifan_plugin_entry"

typedef struct guifan_string {
  const char* data;
  size_t size;
} guifan_string;

/* Coordinates are 1-based, 0 means "does not apply"; box in 1/100 point. */
typedef struct guifan_place {
  uint32_t page, line, paragraph, table, row, column;
  int32_t left, bottom, right, top;
} guifan_place;

typedef struct guifan_option {
  guifan_string name, value;
} guifan_option;

enum { GUIFAN_NOTE = 0, GUIFAN_WARNING = 1, GUIFAN_ERROR = 2 };

/* Results of reader and writer functions. 0 is success. */
enum {
  GUIFAN_OK = 0,
  GUIFAN_MALFORMED = 1,
  GUIFAN_UNSUPPORTED = 2,
  GUIFAN_LIMIT = 3,
  GUIFAN_IO = 4,
  GUIFAN_INTERNAL = 5
};

/* ---- What the host offers to every plugin ---- */
typedef struct guifan_decoded {
  guifan_string text; /* UTF-8; owned by the host until release() */
  guifan_string encoding;
  size_t invalid_sequences;
  int32_t declared_wrong;
  void* handle;
} guifan_decoded;

typedef struct guifan_host {
  uint32_t size, abi;
  void* context;
  /* Bytes of any encoding to UTF-8 (see text.h, decode). `declared` may be empty. */
  guifan_decoded (*decode)(void* context, const uint8_t* bytes, size_t size,
                           guifan_string declared);
  void (*release)(void* context, guifan_decoded* decoded);
  /* A message about the input. `id` is a catalogue id or the plugin's own; arguments fill {0}, {1},
   * ... */
  void (*diagnose)(void* context, int32_t severity, guifan_string id,
                   const guifan_string* arguments, size_t count, const guifan_place* place);
  /* Language of messages and notes: "zh" or "en". */
  guifan_string language;
} guifan_host;

/* ---- Readers: bytes in, document events out ---- */
enum {
  GUIFAN_BODY = 0,
  GUIFAN_HEADING = 1,
  GUIFAN_LIST_ITEM = 2,
  GUIFAN_FURNITURE = 3,
  GUIFAN_NOTE_PARAGRAPH = 4
};

typedef struct guifan_cell_position {
  uint32_t row, column, row_span, column_span; /* 0-based resolved grid, spans >= 1 */
  uint32_t header;
} guifan_cell_position;

/* Calls nest as: paragraph { text* } | table { cell { text* }* }. Tables do not nest: an inner
 * table is given after (or, where the outer one only lays out the page, instead of) the outer one.
 * A function that returns non-zero means that a limit was hit: stop and return GUIFAN_LIMIT. */
typedef struct guifan_sink {
  uint32_t size, abi;
  void* context;
  void (*metadata)(void* context, guifan_string key,
                   guifan_string value); /* "title", "encoding", "media-type", ... */
  int32_t (*begin_paragraph)(void* context, uint32_t kind, uint32_t level);
  int32_t (*text)(void* context, guifan_string text, const guifan_place* place);
  void (*end_paragraph)(void* context);
  int32_t (*begin_table)(void* context, const guifan_place* place);
  int32_t (*begin_cell)(void* context, const guifan_cell_position* position);
  void (*end_cell)(void* context);
  void (*end_table)(void* context);
  void (*removed)(void* context, guifan_string text, guifan_string reason,
                  const guifan_place* place);
} guifan_sink;

typedef struct guifan_input {
  const uint8_t* bytes;
  size_t size;
  guifan_string name; /* file name without folders */
  const guifan_option* options;
  size_t option_count;
} guifan_input;

typedef struct guifan_probe {
  double confidence; /* 0: not mine .. 1: certain */
  char reason[160];  /* UTF-8, NUL-terminated, in words: "Chinese\tEnglish", or one text */
} guifan_probe;

typedef struct guifan_reader_functions {
  uint32_t size;
  /* Looks at the whole input (cheaply) and says how sure it is. */
  void (*probe)(const guifan_input* input, guifan_probe* out);
  int32_t (*read)(const guifan_host* host, const guifan_input* input, const guifan_sink* sink);
} guifan_reader_functions;

/* ---- Writers: a finished report in, bytes out ---- */
enum { GUIFAN_ROLE_LABEL = 0, GUIFAN_ROLE_VALUE = 1, GUIFAN_ROLE_BLANK = 2, GUIFAN_ROLE_TEXT = 3 };
enum {
  GUIFAN_BLOCK_HEADING = 0,
  GUIFAN_BLOCK_PARAGRAPH = 1,
  GUIFAN_BLOCK_SOURCE_TABLE = 2,   /* a table of the source; not printed where `printed` is 0 */
  GUIFAN_BLOCK_TEMPLATE_TABLE = 3, /* a table of the standard template */
  GUIFAN_BLOCK_RESIDUE_TABLE = 4   /* the supplementary table of chapter six */
};

typedef struct guifan_grid_cell {
  uint32_t row, column, row_span, column_span;
  uint32_t role;
  uint32_t header;    /* a header row's cell: repeat it after a page break */
  guifan_string text; /* what is printed; empty for blanks */
  int64_t cell;       /* index into guifan_report_view.cells, or -1 */
} guifan_grid_cell;

typedef struct guifan_block {
  uint32_t kind;
  uint32_t level;
  uint32_t printed;   /* 0: kept for data formats only (a source table whose figures are printed
                         elsewhere) */
  guifan_string text; /* heading, paragraph; caption of a table, may be empty; for source tables
                         their flat text */
  guifan_string place;
  const guifan_grid_cell* grid;
  size_t grid_size;
  uint32_t rows, columns, header_rows;
} guifan_block;

typedef struct guifan_chapter {
  uint32_t number;
  guifan_string title; /* official title without number */
  const guifan_block* blocks;
  size_t block_count;
} guifan_chapter;

/* `place` is the same in every language ("line 145", "p3 t2 r4 c2"), `place_text` is in words. */
typedef struct guifan_source {
  guifan_string quote, place, place_text;
} guifan_source;

typedef struct guifan_cell {
  guifan_string id;
  guifan_string row_label, column_label; /* joined with "/" */
  guifan_string column_unit;
  uint32_t filled;
  guifan_string value, unit, rule, caveat,
      reason; /* filled cells; reason: crosswalk reason in words */
  const guifan_source* sources;
  size_t source_count;
  guifan_string blank, blank_text; /* blank cells: id of the reason, and in words */
} guifan_cell;

typedef struct guifan_residue {
  guifan_string label, unit, value, place, place_text, reason, reason_text;
} guifan_residue;

typedef struct guifan_removed {
  guifan_string text, place, reason;
} guifan_removed;

typedef struct guifan_diagnostic {
  guifan_string id, severity, message, help, place, place_text;
  const guifan_string* cells;
  size_t cell_count;
} guifan_diagnostic;

typedef struct guifan_report_view {
  uint32_t size, abi;
  guifan_string template_id;
  guifan_string source_name, source_sha256, media_type, encoding, reader, layout;
  double layout_confidence;
  guifan_string title, organisation, published, generator;
  int32_t year; /* 0: unknown */
  const guifan_chapter* chapters;
  size_t chapter_count;
  const guifan_cell* cells;
  size_t cell_count;
  const guifan_residue* residue;
  size_t residue_count;
  const guifan_removed* removed;
  size_t removed_count;
  const guifan_diagnostic* diagnostics;
  size_t diagnostic_count;
  /* The last page, "转换说明": headings, paragraphs and tables, ready to print. */
  const guifan_block* notes;
  size_t note_count;
} guifan_report_view;

typedef struct guifan_output {
  void* context;
  /* Non-zero: the write failed; stop and return GUIFAN_IO. */
  int32_t (*write)(void* context, const uint8_t* bytes, size_t size);
} guifan_output;

typedef struct guifan_writer_functions {
  uint32_t size;
  int32_t (*write)(const guifan_host* host, const guifan_report_view* report,
                   const guifan_option* options, size_t option_count, const guifan_output* output);
} guifan_writer_functions;

/* ---- The descriptor ---- */
typedef struct guifan_format {
  const char* id;          /* "html" */
  const char* name;        /* "HTML page" */
  const char* extensions;  /* space-separated, without dot, preferred first: "html htm shtml" */
  const char* media_types; /* space-separated, preferred first */
  const char* pronom;      /* space-separated PRONOM ids, may be empty */
} guifan_format;

typedef struct guifan_plugin {
  uint32_t size; /* sizeof(guifan_plugin) as the plugin saw it */
  uint32_t abi;  /* GUIFAN_ABI as the plugin saw it */
  const char *name, *version, *license, *contact, *description;
  const guifan_format* formats;
  size_t format_count;
  const guifan_reader_functions* reader; /* NULL: does not read */
  const guifan_writer_functions* writer; /* NULL: does not write */
  const char* options;                   /* "name: what it does" lines, may be empty */
} guifan_plugin;

typedef const guifan_plugin* (*guifan_plugin_entry_function)(void);

#ifdef __cplusplus
}
#endif

#endif
