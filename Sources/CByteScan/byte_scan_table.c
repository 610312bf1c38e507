// SPDX-License-Identifier: Apache-2.0
#include "byte_scan_table.h"

#include "table_cells.h"
#include "table_values.h"

void byte_scan_table_add_run(struct byte_scan_table *table, uint8_t first, uint8_t last) {
  if (table->run_count >= BYTE_SCAN_COLUMNS) return;
  table->first[table->run_count] = first;
  table->last[table->run_count] = last;
  table->run_count++;
}

// MARK: Text

// Whether the bytes from `at` on are ASCII, up to eight of them.
static inline bool is_ascii_rest(const uint8_t *bytes, size_t at, size_t count) {
  uint64_t word = 0;
  if (count >= 8) {
    word = load(bytes + (count - at < 8 ? count - 8 : at), 8);
  } else {
    for (size_t place = at; place < count; place++) word |= bytes[place];
  }
  return (word & 0x8080808080808080u) == 0;
}

bool byte_scan_is_text(const uint8_t *bytes, size_t count) {
  for (size_t at = 0; at < count;) {
#if defined(__SSE2__)
    while (at + 16 <= count
      && _mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(bytes + at))) == 0) at += 16;
    if (at == count) break;
#endif
    if (is_ascii_rest(bytes, at, count)) {
      at += 8;
      continue;
    }
    uint8_t byte = bytes[at];
    if (byte < 0x80) {
      at++;
      continue;
    }
    size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    if (byte < 0xC2 || byte > 0xF4 || count - at <= more) return false;
    // The second byte, where not all are allowed.
    uint8_t low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    uint8_t high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    if (bytes[at + 1] < low || bytes[at + 1] > high) return false;
    for (size_t next = 2; next <= more; next++) {
      if ((bytes[at + next] & 0xC0) != 0x80) return false;
    }
    if (byte == 0xEF && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE) return false;
    at += more + 1;
  }
  return true;
}

// MARK: What is known

int32_t byte_scan_find(
  const struct byte_scan_known *known, const uint8_t *bytes, size_t count, uint64_t hash
) {
  size_t mask = known->slot_count - 1;
  for (size_t slot = (size_t)hash & mask;; slot = (slot + 1) & mask) {
    int32_t place = known->slots[slot];
    if (place < 0) return -1;
    const struct byte_scan_key *key = &known->keys[place];
    if (key->hash == hash && key->count == count
      && same(known->bytes + key->start, bytes, count)) return place;
  }
}

// A stretch of a row.
struct piece {
  const uint8_t *bytes;
  size_t count;
};

// The pieces that say what a row is: its runs of columns, and its value where that is no number.
static inline size_t key_pieces(
  const struct byte_scan_table *table, const uint8_t *bytes, const struct cells *cells,
  bool has_text, struct piece pieces[BYTE_SCAN_COLUMNS + 1]
) {
  size_t count = table->run_count;
  for (size_t run = 0; run < count; run++) {
    size_t start = cells->starts[table->first[run]];
    pieces[run] = (struct piece){bytes + start, cells->starts[table->last[run] + 1] - 1 - start};
  }
  if (has_text) {
    size_t start = cells->starts[table->value];
    pieces[count] = (struct piece){bytes + start, cells->starts[table->value + 1] - 1 - start};
    count++;
  }
  return count;
}

// Both halves of a product of 128 bits, in which each bit of the factors tells.
static inline uint64_t folded(uint64_t one, uint64_t other) {
  unsigned __int128 product = (unsigned __int128)one * other;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_bytes(const uint8_t *bytes, size_t count, uint64_t seed) {
  const uint64_t first = 0x9E3779B97F4A7C15u, second = 0xC2B2AE3D27D4EB4Fu;
  uint64_t hash = seed ^ first;
  size_t left = count;
  for (; left > 16; left -= 16, bytes += 16) {
    hash = folded(load(bytes, 8) ^ second, load(bytes + 8, 8) ^ hash);
  }
  uint64_t low, high = 0;
  if (left >= 8) {
    low = load(bytes, 8);
    high = load(bytes + left - 8, 8);
  } else if (left >= 4) {
    low = load(bytes, 4);
    high = load(bytes + left - 4, 4);
  } else {
    low = left == 0 ? 0 : (uint64_t)bytes[0] << 16 | (uint64_t)bytes[left / 2] << 8 | bytes[left - 1];
  }
  return folded(low ^ second, high ^ hash ^ count);
}

uint64_t byte_scan_table_hash(const uint8_t *bytes, size_t count) { return hash_bytes(bytes, count, 0); }

static inline uint64_t hash_of(const struct piece *pieces, size_t count) {
  uint64_t hash = count;
  for (size_t at = 0; at < count; at++) hash = hash_bytes(pieces[at].bytes, pieces[at].count, hash);
  return hash;
}

// Whether the pieces, with a delimiter behind each, are these bytes. As the cells of rows end where
// they do, two rows with the same bytes have the same pieces.
static inline bool is_key(
  const struct piece *pieces, size_t count, const uint8_t *key, size_t key_count, uint8_t delimiter
) {
  for (size_t at = 0; at < count; at++) {
    size_t size = pieces[at].count;
    if (key_count <= size || key[size] != delimiter
      || !same(key, pieces[at].bytes, size)) return false;
    key += size + 1;
    key_count -= size + 1;
  }
  return key_count == 0;
}

static inline int32_t find_row(
  const struct byte_scan_table *table, const struct piece *pieces, size_t count, uint64_t hash
) {
  const struct byte_scan_known *known = &table->rows;
  size_t mask = known->slot_count - 1;
  for (size_t slot = (size_t)hash & mask;; slot = (slot + 1) & mask) {
    int32_t place = known->slots[slot];
    if (place < 0) return -1;
    const struct byte_scan_key *key = &known->keys[place];
    if (key->hash == hash
      && is_key(pieces, count, known->bytes + key->start, key->count, table->delimiter)) return place;
  }
}

static inline struct piece owner_piece(
  const struct byte_scan_table *table, const uint8_t *bytes, const struct cells *cells
) {
  if (table->owner == BYTE_SCAN_NONE) return (struct piece){bytes, 0};
  size_t start = cells->starts[table->owner];
  return (struct piece){bytes + start, cells->starts[table->owner + 1] - 1 - start};
}

static inline bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t'; }

// Whether a note can be taken as it stands.
static inline bool is_plain_note(
  const uint8_t *bytes, const struct cells *cells, size_t column, struct byte_scan_cell_place note
) {
  if (note.count == 0) return true;
  if ((cells->quoted >> column & 1) == 0
    && (is_blank(bytes[note.start]) || is_blank(bytes[note.start + note.count - 1]))) return false;
  return byte_scan_is_text(bytes + note.start, note.count);
}

// A row whose cells are known, and not yet what it says.
struct draft {
  struct cells cells;
  // The line ends before it.
  size_t lines;
  // What tells the row, its hash, and its value.
  uint64_t hash;
  double number;
  bool has_number, has_text;
};

// Rows are looked up some at a time, so that their keys come from memory at once.
enum { GROUP = 16 };

static inline void start_draft(
  const struct byte_scan_table *table, const uint8_t *bytes, struct draft *draft
) {
  draft->has_number = draft->has_text = false;
  if (table->value != BYTE_SCAN_NONE) {
    struct byte_scan_cell_place value = cell_at(&draft->cells, table->value);
    draft->has_number = read_number(bytes + value.start, value.count, &draft->number);
    draft->has_text = !draft->has_number && value.count > 0;
  }
  struct piece pieces[BYTE_SCAN_COLUMNS + 1];
  size_t count = key_pieces(table, bytes, &draft->cells, draft->has_text, pieces);
  draft->hash = hash_of(pieces, count);
}

// Asks for the memory that looking up the rows will need.
static void fetch_keys(const struct byte_scan_known *known, const struct draft *drafts, size_t count) {
  size_t mask = known->slot_count - 1;
  int32_t places[GROUP];
  for (size_t at = 0; at < count; at++) __builtin_prefetch(&known->slots[drafts[at].hash & mask]);
  for (size_t at = 0; at < count; at++) {
    places[at] = known->slots[drafts[at].hash & mask];
    if (places[at] >= 0) __builtin_prefetch(&known->keys[places[at]]);
  }
  for (size_t at = 0; at < count; at++) {
    if (places[at] < 0) continue;
    const struct byte_scan_key *key = &known->keys[places[at]];
    __builtin_prefetch(known->bytes + key->start);
    __builtin_prefetch(known->bytes + key->start + key->count);
  }
}

// The place of a row's owner, who is often that of the row before; -1 where it is not known.
static inline int32_t find_owner(const struct byte_scan_table *table, struct piece owner, int32_t before) {
  const struct byte_scan_known *known = &table->owners;
  if (before >= 0) {
    const struct byte_scan_key *key = &known->keys[before];
    if (key->count == owner.count && same(known->bytes + key->start, owner.bytes, owner.count)) {
      return before;
    }
  }
  return byte_scan_find(known, owner.bytes, owner.count, hash_of(&owner, 1));
}

// Reads a row; whether it is known, and all of it can be taken.
static inline bool read_row(
  struct byte_scan_table *table, const uint8_t *bytes, const struct draft *draft, int32_t owner_before,
  struct byte_scan_table_row *row
) {
  const struct cells *cells = &draft->cells;
  row->lines = (uint32_t)draft->lines;
  row->owner = find_owner(table, owner_piece(table, bytes, cells), owner_before);
  if (row->owner < 0) return false;
  row->row = -1;
  if (table->owners.keys[row->owner].is_skipped) return true;

  struct byte_scan_cell_place time = cell_at(cells, table->time);
  if (time.has_quotes || !read_time(table, bytes + time.start, time.count, row)) return false;

  struct piece pieces[BYTE_SCAN_COLUMNS + 1];
  size_t count = key_pieces(table, bytes, cells, draft->has_text, pieces);
  row->row = find_row(table, pieces, count, draft->hash);
  if (row->row < 0) return false;
  const struct byte_scan_key *key = &table->rows.keys[row->row];
  row->has_number = draft->has_number;
  row->number = draft->has_number ? draft->number : 0;
  if (draft->has_number && !(key->low <= row->number && row->number <= key->high)) return false;

  row->note = (struct byte_scan_cell_place){0, 0, false};
  if (table->note != BYTE_SCAN_NONE) {
    row->note = cell_at(cells, table->note);
    if (!is_plain_note(bytes, cells, table->note, row->note)) return false;
  }
  return row->note.count > 0 || !key->needs_note;
}

size_t byte_scan_table_rows(
  struct byte_scan_table *table, const uint8_t *bytes, size_t count,
  struct byte_scan_table_row *rows, size_t most, size_t *taken, size_t *lines
) {
  struct marks marks;
  start_marks(&marks, table, bytes, count);
  struct draft drafts[GROUP];
  size_t read = 0;
  int32_t owner = -1;
  *taken = *lines = 0;
  for (bool goes_on = true; goes_on && read < most;) {
    size_t wanted = most - read < GROUP ? most - read : GROUP, found = 0;
    size_t start = *taken, line = *lines;
    while (found < wanted) {
      struct draft *draft = &drafts[found];
      goes_on = read_cells(table, &marks, start, most - read - found, &draft->cells);
      if (!goes_on) break;
      draft->lines = line;
      start_draft(table, bytes, draft);
      start = draft->cells.end;
      line += draft->cells.lines;
      found++;
    }
    fetch_keys(&table->rows, drafts, found);
    for (size_t at = 0; at < found; at++) {
      if (!read_row(table, bytes, &drafts[at], owner, &rows[read])) return read;
      owner = rows[read].owner;
      *taken = drafts[at].cells.end;
      *lines += drafts[at].cells.lines;
      read++;
    }
  }
  return read;
}

size_t byte_scan_table_key(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count, uint8_t *key, size_t room,
  struct byte_scan_missed *missed
) {
  struct marks marks;
  start_marks(&marks, table, bytes, count);
  struct cells cells;
  if (!read_cells(table, &marks, 0, 1, &cells)) return 0;
  missed->has_text = false;
  if (table->value != BYTE_SCAN_NONE) {
    struct byte_scan_cell_place value = cell_at(&cells, table->value);
    double number;
    missed->has_text = value.count > 0 && !read_number(bytes + value.start, value.count, &number);
  }
  struct piece pieces[BYTE_SCAN_COLUMNS + 1];
  size_t piece_count = key_pieces(table, bytes, &cells, missed->has_text, pieces);
  size_t written = 0;
  for (size_t at = 0; at < piece_count; at++) {
    if (pieces[at].count >= room - written) return 0;
    memcpy(key + written, pieces[at].bytes, pieces[at].count);
    written += pieces[at].count;
    key[written++] = table->delimiter;
  }
  missed->hash = hash_of(pieces, piece_count);
  struct piece owner = owner_piece(table, bytes, &cells);
  missed->owner_start = (uint32_t)(owner.bytes - bytes);
  missed->owner_count = (uint32_t)owner.count;
  missed->owner_hash = hash_of(&owner, 1);
  return written;
}
