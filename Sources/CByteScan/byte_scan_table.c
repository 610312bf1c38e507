// SPDX-License-Identifier: Apache-2.0
#include "byte_scan_table.h"

#include <string.h>

#include "byte_scan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

void byte_scan_table_add_run(struct byte_scan_table *table, uint8_t first, uint8_t last) {
  if (table->run_count >= BYTE_SCAN_COLUMNS) return;
  table->first[table->run_count] = first;
  table->last[table->run_count] = last;
  table->run_count++;
}

// MARK: Rows to cells

// Finds the marks of a table 64 bytes at a time: delimiters, quotes, and control characters.
struct marks {
  const uint8_t *bytes;
  size_t count;
  uint8_t delimiter, quote;
  // The block that `mask` is of, and its marks that are still to come.
  size_t block;
  uint64_t mask;
};

static inline bool is_mark(uint8_t byte, const struct marks *marks) {
  return byte < 0x20 || byte == 0x7F || byte == marks->delimiter || byte == marks->quote;
}

static inline uint64_t block_marks(const struct marks *marks, size_t at) {
  uint64_t mask = 0;
  size_t left = marks->count - at;
#if defined(__SSE2__)
  if (left >= 64) {
    __m128i delimiter = _mm_set1_epi8((char)marks->delimiter);
    __m128i quote = _mm_set1_epi8((char)marks->quote);
    __m128i control = _mm_set1_epi8(0x1F), last = _mm_set1_epi8(0x7F);
    for (int part = 0; part < 4; part++) {
      __m128i block = _mm_loadu_si128((const __m128i *)(marks->bytes + at + 16 * part));
      __m128i found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(block, delimiter), _mm_cmpeq_epi8(block, quote)),
        _mm_or_si128(
          _mm_cmpeq_epi8(_mm_min_epu8(block, control), block), _mm_cmpeq_epi8(block, last)));
      mask |= (uint64_t)(unsigned)_mm_movemask_epi8(found) << (16 * part);
    }
    return mask;
  }
#endif
  if (left > 64) left = 64;
  for (size_t place = 0; place < left; place++) {
    if (is_mark(marks->bytes[at + place], marks)) mask |= (uint64_t)1 << place;
  }
  return mask;
}

static struct marks marks_of(const struct byte_scan_table *table, const uint8_t *bytes, size_t count) {
  struct marks marks = {
    .bytes = bytes, .count = count, .delimiter = table->delimiter, .quote = table->quote};
  if (count > 0) marks.mask = block_marks(&marks, 0);
  return marks;
}

// The place of the next mark; `count` where there is none.
static inline size_t next_mark(struct marks *marks) {
  while (marks->mask == 0) {
    if (marks->count - marks->block <= 64) {
      marks->block = marks->count;
      return marks->count;
    }
    marks->block += 64;
    marks->mask = block_marks(marks, marks->block);
  }
  size_t at = marks->block + (size_t)__builtin_ctzll(marks->mask);
  marks->mask &= marks->mask - 1;
  return at;
}

// The cells of a row, as they stand in it.
struct cells {
  // Where each starts, and behind the last the place behind the row's last byte and one more.
  size_t starts[BYTE_SCAN_COLUMNS + 1];
  // Whether each is in quotes, and whether quotes stand in it, as bits.
  uint32_t quoted, doubled;
  size_t lines;
  size_t end;
};

// Goes to the end of a cell in quotes, the first of which was seen; returns the place of the mark behind
// the cell, or `count` where there is none or the cell is not written plainly.
static size_t end_of_quoted(struct marks *marks, struct cells *cells, uint32_t bit) {
  for (;;) {
    size_t at = next_mark(marks);
    if (at >= marks->count) return marks->count;
    uint8_t byte = marks->bytes[at];
    if (byte == marks->quote) {
      if (at + 1 >= marks->count) return marks->count;
      size_t next = next_mark(marks);
      if (next != at + 1) return marks->count;
      if (marks->bytes[next] != marks->quote) return next;
      cells->doubled |= bit;
    } else if (byte == '\n') {
      cells->lines++;
    } else if (byte != marks->delimiter && byte != '\t') {
      return marks->count;
    }
  }
}

// Reads the cells of the row at `start`; whether it is whole and written plainly.
static inline bool read_cells(
  const struct byte_scan_table *table, struct marks *marks, size_t start, struct cells *cells
) {
  size_t column = 0, cell = start;
  cells->starts[0] = start;
  cells->quoted = cells->doubled = 0;
  cells->lines = 1;
  for (;;) {
    size_t at = next_mark(marks);
    if (at >= marks->count) return false;
    uint8_t byte = marks->bytes[at];
    if (byte == marks->quote) {
      if (at != cell) return false;
      uint32_t bit = (uint32_t)1 << column;
      cells->quoted |= bit;
      at = end_of_quoted(marks, cells, bit);
      if (at >= marks->count) return false;
      byte = marks->bytes[at];
      if (byte == '\t' && byte != marks->delimiter) return false;
    }
    if (byte == marks->delimiter) {
      if (++column >= table->columns) return false;
      cell = cells->starts[column] = at + 1;
    } else if (byte == '\n' || byte == '\r') {
      if (column + 1 != table->columns) return false;
      cells->starts[column + 1] = at + 1;
      if (byte == '\r') {
        if (at + 1 >= marks->count || next_mark(marks) != at + 1) return false;
        if (marks->bytes[++at] != '\n') return false;
      }
      cells->end = at + 1;
      return true;
    } else if (byte != '\t') {
      return false;
    }
  }
}

static inline struct byte_scan_cell_place cell_at(const struct cells *cells, size_t column) {
  uint32_t quote = cells->quoted >> column & 1;
  size_t start = cells->starts[column] + quote, end = cells->starts[column + 1] - 1 - quote;
  return (struct byte_scan_cell_place){
    (uint32_t)start, (uint32_t)(end - start), (cells->doubled >> column & 1) != 0};
}

// MARK: Cells to values

static inline bool digits(const uint8_t *bytes, size_t count, uint32_t *value) {
  uint32_t sum = 0, wrong = 0;
  for (size_t at = 0; at < count; at++) {
    uint32_t digit = (uint32_t)bytes[at] - '0';
    wrong |= digit > 9;
    sum = sum * 10 + digit;
  }
  *value = sum;
  return !wrong;
}

static const uint8_t month_days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// A day as YYYY-MM-DD, as days since 1970-01-01 (H. Hinnant, `days_from_civil`).
static bool day_number(const uint8_t *bytes, int32_t *number) {
  uint32_t year, month, day;
  if (bytes[4] != '-' || bytes[7] != '-' || !digits(bytes, 4, &year)
    || !digits(bytes + 5, 2, &month) || !digits(bytes + 8, 2, &day)) return false;
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (day > month_days[month - 1] + (uint32_t)(month == 2 && leap)) return false;
  uint32_t shifted = month <= 2 ? year - 1 : year;
  uint32_t era = shifted / 400, of_era = shifted % 400;
  uint32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  uint32_t day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  *number = (int32_t)(era * 146097 + day_of_era) - 719468;
  return true;
}

// What follows the clock time: nothing, Z, or an offset as +HH:MM of at most 18 hours.
static bool read_offset(const uint8_t *bytes, size_t count, struct byte_scan_table_row *row) {
  row->time = count == 0 ? BYTE_SCAN_CLOCK : BYTE_SCAN_INSTANT;
  row->offset = 0;
  if (count == 0 || (count == 1 && bytes[0] == 'Z')) return true;
  uint32_t hours, minutes;
  if (count != 6 || (bytes[0] != '+' && bytes[0] != '-') || bytes[3] != ':'
    || !digits(bytes + 1, 2, &hours) || !digits(bytes + 4, 2, &minutes) || minutes > 59) return false;
  int32_t seconds = (int32_t)(hours * 3600 + minutes * 60);
  row->offset = bytes[0] == '-' ? -seconds : seconds;
  return seconds <= 64800;
}

static inline bool read_time(
  struct byte_scan_table *table, const uint8_t *bytes, size_t count, struct byte_scan_table_row *row
) {
  if (count < 10) return false;
  if (memcmp(table->day_text, bytes, 10) != 0) {
    int32_t day;
    if (!day_number(bytes, &day)) return false;
    table->day = day;
    memcpy(table->day_text, bytes, 10);
  }
  row->day = table->day;
  row->second = 0;
  row->offset = 0;
  row->time = BYTE_SCAN_DAY;
  if (count == 10) return true;
  uint32_t hour, minute, second = 0;
  if (count < 16 || bytes[10] != 'T' || bytes[13] != ':' || !digits(bytes + 11, 2, &hour)
    || !digits(bytes + 14, 2, &minute) || hour > 23 || minute > 59) return false;
  size_t at = 16;
  if (count >= 19 && bytes[16] == ':') {
    if (!digits(bytes + 17, 2, &second) || second > 59) return false;
    at = 19;
  }
  row->second = (int32_t)(hour * 3600 + minute * 60 + second);
  return read_offset(bytes + at, count - at, row);
}

static const double powers_of_ten[16] = {
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// A number of at most 15 digits, with a point or without: both its digits and the power of ten are exact,
// so that their quotient is the nearest number that there is.
static inline bool read_number(const uint8_t *bytes, size_t count, double *number) {
  bool is_negative = count > 0 && bytes[0] == '-';
  size_t at = is_negative, point = count;
  if (count - at > 16 || count == at || bytes[at] == '.' || bytes[count - 1] == '.') return false;
  uint64_t value = 0;
  for (; at < count; at++) {
    uint32_t digit = (uint32_t)bytes[at] - '0';
    if (digit <= 9) {
      value = value * 10 + digit;
    } else if (bytes[at] == '.' && point == count) {
      point = at;
    } else {
      return false;
    }
  }
  if (count - is_negative - (point < count) > 15) return false;
  double result = (double)value;
  if (point < count) result /= powers_of_ten[count - 1 - point];
  *number = is_negative ? -result : result;
  return true;
}

bool byte_scan_is_text(const uint8_t *bytes, size_t count) {
  if (byte_scan_is_ascii(bytes, count)) return true;
  for (size_t at = 0; at < count;) {
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
      && memcmp(known->bytes + key->start, bytes, count) == 0) return place;
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

static inline uint64_t hash_of(const struct piece *pieces, size_t count) {
  uint64_t hash = count;
  for (size_t at = 0; at < count; at++) hash = byte_scan_hash(pieces[at].bytes, pieces[at].count, hash);
  return hash ^ hash >> 32;
}

// Whether the pieces, with a delimiter behind each, are these bytes. As the cells of rows end where
// they do, two rows with the same bytes have the same pieces.
static inline bool is_key(
  const struct piece *pieces, size_t count, const uint8_t *key, size_t key_count, uint8_t delimiter
) {
  for (size_t at = 0; at < count; at++) {
    size_t size = pieces[at].count;
    if (key_count <= size || key[size] != delimiter
      || memcmp(key, pieces[at].bytes, size) != 0) return false;
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

static inline bool read_row(
  struct byte_scan_table *table, const uint8_t *bytes, const struct cells *cells,
  struct byte_scan_table_row *row
) {
  struct piece owner = owner_piece(table, bytes, cells);
  row->owner = byte_scan_find(&table->owners, owner.bytes, owner.count, hash_of(&owner, 1));
  if (row->owner < 0) return false;
  row->row = -1;
  if (table->owners.keys[row->owner].is_skipped) return true;

  struct byte_scan_cell_place time = cell_at(cells, table->time);
  if (time.has_quotes || !read_time(table, bytes + time.start, time.count, row)) return false;

  row->has_number = false;
  bool has_text = false;
  if (table->value != BYTE_SCAN_NONE) {
    struct byte_scan_cell_place value = cell_at(cells, table->value);
    row->has_number = read_number(bytes + value.start, value.count, &row->number);
    has_text = !row->has_number && value.count > 0;
  }
  struct piece pieces[BYTE_SCAN_COLUMNS + 1];
  size_t count = key_pieces(table, bytes, cells, has_text, pieces);
  row->row = find_row(table, pieces, count, hash_of(pieces, count));
  if (row->row < 0) return false;
  const struct byte_scan_key *key = &table->rows.keys[row->row];
  if (row->has_number && !(key->low <= row->number && row->number <= key->high)) return false;

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
  struct marks marks = marks_of(table, bytes, count);
  struct cells cells;
  size_t read = 0, start = 0, line = 0;
  while (read < most && read_cells(table, &marks, start, &cells)) {
    rows[read].lines = (uint32_t)line;
    if (!read_row(table, bytes, &cells, &rows[read])) break;
    read++;
    start = cells.end;
    line += cells.lines;
  }
  *taken = start;
  *lines = line;
  return read;
}

size_t byte_scan_table_key(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count, uint8_t *key, size_t room,
  struct byte_scan_missed *missed
) {
  struct marks marks = marks_of(table, bytes, count);
  struct cells cells;
  if (!read_cells(table, &marks, 0, &cells)) return 0;
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
