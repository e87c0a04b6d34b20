// SPDX-License-Identifier: Apache-2.0
#include "guifan/plugin.h"

#include "csv_reader.h"

namespace {

constexpr guifan_format kFormats[] = {
    {"csv", "comma-separated values", "csv", "text/csv", "x-fmt/18"},
};

}  // namespace

GUIFAN_READER_PLUGIN(guifan::csv::CsvReader,
                     (guifan::sdk::About{
                         .name = "csv-reader",
                         .version = GUIFAN_VERSION,
                         .license = "Apache-2.0",
                         .contact = "guifan",
                         .description = "Reads CSV files: tables saved by spreadsheet programs, "
                                        "and guifan's own long table."}),
                     kFormats)
