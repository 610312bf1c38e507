// SPDX-License-Identifier: Apache-2.0
#include "byte_scan_table.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

void byte_scan_table_add_run(struct byte_scan_table *table, uint8_t first, uint8_t last) {
  if (table->run_count >= BYTE_SCAN_COLUMNS) return;
  table->first[table->run_count] = first;
  table->last[table->run_count] = last;
  table->run_count++;
}

// MARK: Bytes

static inline uint64_t load(const uint8_t *bytes, size_t count) {
  uint64_t word = 0;
  memcpy(&word, bytes, count);
  return word;
}

// Whether two stretches are the same; short ones need no call.
static inline bool same(const uint8_t *one, const uint8_t *other, size_t count) {
  if (count > 32) return memcmp(one, other, count) == 0;
#if defined(__SSE2__)
  if (count >= 16) {
    __m128i start = _mm_cmpeq_epi8(
      _mm_loadu_si128((const __m128i *)one), _mm_loadu_si128((const __m128i *)other));
    __m128i end = _mm_cmpeq_epi8(
      _mm_loadu_si128((const __m128i *)(one + count - 16)),
      _mm_loadu_si128((const __m128i *)(other + count - 16)));
    return _mm_movemask_epi8(_mm_and_si128(start, end)) == 0xFFFF;
  }
#else
  if (count >= 16) return memcmp(one, other, count) == 0;
#endif
  if (count >= 8) {
    uint64_t start = load(one, 8) ^ load(other, 8);
    return (start | (load(one + count - 8, 8) ^ load(other + count - 8, 8))) == 0;
  }
  if (count >= 4) {
    uint64_t start = load(one, 4) ^ load(other, 4);
    return (start | (load(one + count - 4, 4) ^ load(other + count - 4, 4))) == 0;
  }
  return count == 0
    || (one[0] == other[0] && one[count / 2] == other[count / 2] && one[count - 1] == other[count - 1]);
}

// MARK: Rows to cells

// The places of the marks of a table: delimiters, quotes, and control characters.
enum { MOST_MARKS = 1024 };

struct marks {
  const uint8_t *bytes;
  size_t count;
  uint8_t delimiter, quote;
  // How many bytes have been scanned, and how many marks are to be found at a time: few at first, as
  // all of them were found in vain if the first row is not known.
  size_t scanned, wanted;
  // The marks that were found, and the next of them.
  size_t found, next;
  uint32_t places[MOST_MARKS + 64];
};

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
    uint8_t byte = marks->bytes[at + place];
    bool is_mark = byte < 0x20 || byte == 0x7F || byte == marks->delimiter || byte == marks->quote;
    mask |= (uint64_t)is_mark << place;
  }
  return mask;
}

static void start_marks(
  struct marks *marks, const struct byte_scan_table *table, const uint8_t *bytes, size_t count
) {
  marks->bytes = bytes;
  marks->count = count > UINT32_MAX ? UINT32_MAX : count;
  marks->delimiter = table->delimiter;
  marks->quote = table->quote;
  marks->scanned = marks->found = marks->next = 0;
  marks->wanted = 64;
}

// Finds more marks, about as many as are wanted; whether there were any.
static bool find_marks(struct marks *marks, size_t wanted) {
  size_t kept = marks->found - marks->next;
  if (kept >= MOST_MARKS) return false;
  memmove(marks->places, marks->places + marks->next, kept * sizeof marks->places[0]);
  marks->next = 0;
  size_t found = kept;
  if (wanted > marks->wanted) wanted = marks->wanted;
  if (marks->wanted < MOST_MARKS) marks->wanted *= 2;
  if (wanted < kept + 1) wanted = kept + 1;
  while (found < wanted && marks->scanned < marks->count) {
    uint64_t mask = block_marks(marks, marks->scanned);
    uint32_t base = (uint32_t)marks->scanned;
    for (; mask != 0; mask &= mask - 1) {
      marks->places[found++] = base + (uint32_t)__builtin_ctzll(mask);
    }
    marks->scanned += 64;
  }
  marks->found = found;
  return found > kept;
}

// The place of the next mark; `count` where there is none.
static inline size_t next_mark(struct marks *marks) {
  if (marks->next == marks->found && !find_marks(marks, 1)) return marks->count;
  return marks->places[marks->next++];
}

// The cells of a row, as they stand in it.
struct cells {
  // Where each starts, and behind the last the place behind the row's last byte and one more.
  uint32_t starts[BYTE_SCAN_COLUMNS + 1];
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

// Reads the cells of the row at `start` mark by mark; whether it is whole and written plainly.
static bool read_odd_cells(
  const struct byte_scan_table *table, struct marks *marks, size_t start, struct cells *cells
) {
  size_t column = 0, cell = start;
  cells->starts[0] = (uint32_t)start;
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
      cell = at + 1;
      cells->starts[column] = (uint32_t)cell;
    } else if (byte == '\n' || byte == '\r') {
      if (column + 1 != table->columns) return false;
      cells->starts[column + 1] = (uint32_t)at + 1;
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

// The same where most rows have no marks but delimiters and a line feed; `rows` are wanted yet.
static inline bool read_cells(
  const struct byte_scan_table *table, struct marks *marks, size_t start, size_t rows,
  struct cells *cells
) {
  size_t columns = table->columns;
  if (marks->found - marks->next < columns) find_marks(marks, rows * columns);
  if (marks->found - marks->next >= columns) {
    const uint32_t *places = marks->places + marks->next;
    unsigned others = marks->bytes[places[columns - 1]] ^ '\n';
    cells->starts[0] = (uint32_t)start;
    for (size_t column = 0; column + 1 < columns; column++) {
      others |= marks->bytes[places[column]] ^ marks->delimiter;
      cells->starts[column + 1] = places[column] + 1;
    }
    if (others == 0) {
      cells->starts[columns] = places[columns - 1] + 1;
      cells->end = places[columns - 1] + 1;
      cells->quoted = cells->doubled = 0;
      cells->lines = 1;
      marks->next += columns;
      return true;
    }
  }
  return read_odd_cells(table, marks, start, cells);
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
  if (!same(table->day_text, bytes, 10)) {
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
