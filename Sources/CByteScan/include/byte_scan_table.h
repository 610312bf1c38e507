// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_BYTE_SCAN_TABLE_H
#define REINTRO_BYTE_SCAN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The rows of a table in CSV that say what rows before them said, at another time, of another owner,
// with another number or note. Nothing here allocates, and nothing reads outside of what it is given.

enum { BYTE_SCAN_COLUMNS = 32, BYTE_SCAN_RUNS = 4, BYTE_SCAN_NONE = 0xFF };

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

// How rows are laid out. Columns are numbers from 0, BYTE_SCAN_NONE where there is none.
struct byte_scan_layout {
  uint8_t delimiter, quote;
  uint8_t columns;
  uint8_t owner, time, value, note;
  // The stretches of columns that say, with the value, what a row is; each has a first and a last.
  uint8_t run_count;
  uint8_t first[BYTE_SCAN_RUNS], last[BYTE_SCAN_RUNS];
};

// What kind of time a row has.
enum byte_scan_time { BYTE_SCAN_DAY, BYTE_SCAN_CLOCK, BYTE_SCAN_INSTANT };

// A stretch of a row, by its distance from the row's start.
struct byte_scan_stretch {
  uint16_t start, count;
};

// A row whose cells were read, and not yet what it says: all that its bytes tell by themselves.
struct byte_scan_draft {
  // Of the pieces.
  uint64_t hash;
  // The value, where it is a number.
  double number;
  // Where the row starts; how many bytes and line ends it has.
  uint32_t start;
  uint16_t size, lines;
  // The day as days since 1970-01-01, the second on it, and how many minutes its clock is before UTC.
  int32_t day, second;
  int16_t offset;
  uint8_t time;
  // Whether the value is a number, or another text that is not empty; whether time and note can be
  // taken as they stand; whether a quote in the note is written twice.
  bool has_number : 1, has_text : 1, is_sound : 1, note_has_quotes : 1;
  // The cell of the owner, and the note without its quotes.
  struct byte_scan_stretch owner, note;
  // What says what the row is: its runs of columns, and its value where that is no number.
  struct byte_scan_stretch pieces[BYTE_SCAN_RUNS + 1];
};

// Adds a stretch of columns that say what a row is; returns whether there was room for it.
bool byte_scan_add_run(struct byte_scan_layout *layout, uint8_t first, uint8_t last);

// Makes drafts of the rows from `start` on, up to the first one that is not whole, or not written
// plainly: in LF or CR LF, with as many cells as there are columns, quotes around whole cells only,
// no control characters, and less than 64 KiB. Returns how many were made, at most `most`. `end` is
// set to the place behind the last of them.
size_t byte_scan_drafts(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end);

// The same without the instructions that only newer processors have, whatever the processor.
size_t byte_scan_drafts_narrow(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end);

// What is known of rows and owners.
struct byte_scan_table {
  struct byte_scan_layout layout;
  struct byte_scan_known rows, owners;
};

// A row that was looked up.
struct byte_scan_table_row {
  // How many line ends stand before it in the rows that were looked up with it.
  uint32_t lines;
  // The places of what is known; -1 for the row where it is passed over.
  int32_t row, owner;
};

// Looks up rows by their drafts, of which the first is that of the row at `start`, up to the first one
// that does not follow the row before, is not known, has a time or a note that cannot be taken as it
// stands, or a number that it may not be. Returns how many were found, at most `most`. `taken` is set
// to their bytes, and `lines` to their line ends.
size_t byte_scan_table_find(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count, size_t start,
  const struct byte_scan_draft *drafts, size_t most, struct byte_scan_table_row *rows,
  size_t *taken, size_t *lines);

// Writes the key of a row to `key`, which has room for `room` bytes; returns how many they are, 0 where
// there is not enough room. `owner_hash` is set to the hash of the owner's cell.
size_t byte_scan_table_key(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count,
  const struct byte_scan_draft *draft, uint8_t *key, size_t room, uint64_t *owner_hash);

// A hash by which bytes may be kept and found.
uint64_t byte_scan_table_hash(const uint8_t *bytes, size_t count);

// The place of bytes among what is known; -1 where they are not.
int32_t byte_scan_find(
  const struct byte_scan_known *known, const uint8_t *bytes, size_t count, uint64_t hash);

#endif
