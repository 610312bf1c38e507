// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_BYTE_SCAN_TABLE_H
#define REINTRO_BYTE_SCAN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The rows of a table in CSV that say what rows before them said, at another time, of another owner,
// with another number or note. Nothing here allocates, and nothing reads outside of what it is given.

enum { BYTE_SCAN_COLUMNS = 32, BYTE_SCAN_NONE = 0xFF };

// Something known by its bytes.
struct byte_scan_key {
  uint64_t hash;
  // Where its bytes stand among those of all.
  uint32_t start, count;
  // Of a row: the smallest and the largest number that its value may be. Of a row with a value that
  // is no number, that value is part of the bytes.
  double low, high;
  // Of a row: whether it needs a note.
  bool needs_note;
  // Of an owner: whether rows of theirs are passed over, which read them no further.
  bool is_skipped;
};

// What is known. `slots` has a power of two of places, at least one of them -1, which is none.
struct byte_scan_known {
  const int32_t *slots;
  size_t slot_count;
  const struct byte_scan_key *keys;
  const uint8_t *bytes;
};

// How rows are read. Columns are numbers from 0, BYTE_SCAN_NONE where there is none.
struct byte_scan_table {
  uint8_t delimiter, quote;
  uint8_t columns;
  uint8_t owner, time, value, note;
  // The stretches of columns that say, with the value, what a row is; each has a first and a last.
  uint8_t run_count;
  uint8_t first[BYTE_SCAN_COLUMNS], last[BYTE_SCAN_COLUMNS];
  struct byte_scan_known rows, owners;
  // The day that was read last, for the next row, which often has the same.
  uint8_t day_text[10];
  int32_t day;
};

// What kind of time a row has.
enum byte_scan_time { BYTE_SCAN_DAY, BYTE_SCAN_CLOCK, BYTE_SCAN_INSTANT };

// A cell, without its quotes.
struct byte_scan_cell_place {
  uint32_t start, count;
  // Whether a quote in it is written twice.
  bool has_quotes;
};

// A row that was read.
struct byte_scan_table_row {
  // How many line ends stand before it in the bytes that were read.
  uint32_t lines;
  // The places of what is known; -1 for the row where it is passed over.
  int32_t row, owner;
  // The day as days since 1970-01-01, the second on it, and how many seconds its clock is before UTC.
  int32_t day, second, offset;
  enum byte_scan_time time;
  bool has_number;
  double number;
  struct byte_scan_cell_place note;
};

// Adds a stretch of columns that say what a row is.
void byte_scan_table_add_run(struct byte_scan_table *table, uint8_t first, uint8_t last);

// Reads rows up to the first one that is not known, not whole, or not written plainly: in LF or
// CR LF, with as many cells as there are columns, quotes around whole cells only, no blanks at the
// ends of other cells, and neither control characters nor invalid UTF-8. Returns how many
// rows were read, at most `most`. `taken` is set to their bytes, and `lines` to their line ends.
size_t byte_scan_table_rows(
  struct byte_scan_table *table, const uint8_t *bytes, size_t count,
  struct byte_scan_table_row *rows, size_t most, size_t *taken, size_t *lines);

// What tells a row that is not known.
struct byte_scan_missed {
  // The hashes of its key and its owner, and where the owner's cell stands.
  uint64_t hash, owner_hash;
  uint32_t owner_start, owner_count;
  // Whether its value is no number, and so a part of the key.
  bool has_text;
};

// Writes the key of the row at `bytes` to `key`, which has room for `room` bytes; returns how many they are,
// 0 where the row is not whole or not written plainly, or there is not enough room.
size_t byte_scan_table_key(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count, uint8_t *key, size_t room,
  struct byte_scan_missed *missed);

// A hash by which bytes may be kept and found.
uint64_t byte_scan_table_hash(const uint8_t *bytes, size_t count);

// The place of bytes among what is known; -1 where they are not.
int32_t byte_scan_find(
  const struct byte_scan_known *known, const uint8_t *bytes, size_t count, uint64_t hash);

// Whether bytes are UTF-8 without U+FFFE and U+FFFF.
bool byte_scan_is_text(const uint8_t *bytes, size_t count);

#endif
