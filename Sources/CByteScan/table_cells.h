// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_TABLE_CELLS_H
#define REINTRO_TABLE_CELLS_H

#include "table_bytes.h"

// The cells of a table's rows. A part of table_drafts.h.

// The places of the marks of a table: delimiters, quotes, and control characters.
enum { MOST_MARKS = 1024 };

struct marks {
  const uint8_t *bytes;
  size_t count;
  uint8_t delimiter, quote;
  // How many bytes have been scanned, and how many marks are to be found at a time: few at first, as
  // all of them were found in vain if the first row is not plain.
  size_t scanned, wanted;
  // The marks that were found, and the next of them.
  size_t found, next;
  uint32_t places[MOST_MARKS + 64];
};

// Bytes that are compared at a time, where the processor can.
#if defined(BYTE_SCAN_WIDE)
enum { PART = 32 };
typedef uint8_t part_bytes __attribute__((vector_size(PART)));

static inline uint64_t mask_of(part_bytes found) {
  return (uint64_t)(unsigned)_mm256_movemask_epi8((__m256i)found);
}
#elif defined(__SSE2__)
enum { PART = 16 };
typedef uint8_t part_bytes __attribute__((vector_size(PART)));

static inline uint64_t mask_of(part_bytes found) {
  return (uint64_t)(unsigned)_mm_movemask_epi8((__m128i)found);
}
#endif

// The marks among 64 bytes.
static inline uint64_t whole_block_marks(const struct marks *marks, const uint8_t *bytes) {
  uint64_t mask = 0;
#if defined(BYTE_SCAN_WIDE) || defined(__SSE2__)
  for (int place = 0; place < 64; place += PART) {
    part_bytes block;
    memcpy(&block, bytes + place, PART);
    part_bytes found = (part_bytes)((block == marks->delimiter) | (block == marks->quote)
      | (block < 0x20) | (block == 0x7F));
    mask |= mask_of(found) << place;
  }
#else
  for (int place = 0; place < 64; place++) {
    uint8_t byte = bytes[place];
    bool is_mark = byte < 0x20 || byte == 0x7F || byte == marks->delimiter || byte == marks->quote;
    mask |= (uint64_t)is_mark << place;
  }
#endif
  return mask;
}

static inline uint64_t block_marks(const struct marks *marks, size_t at) {
  size_t left = marks->count - at;
  if (left >= 64) return whole_block_marks(marks, marks->bytes + at);
  uint8_t rest[64];
  memset(rest, ' ', sizeof rest);
  memcpy(rest, marks->bytes + at, left);
  uint64_t all = whole_block_marks(marks, rest);
  return all & (((uint64_t)1 << left) - 1);
}

// Writes the places of a block's marks, with room for 64; returns how many they are.
static inline size_t put_places(uint32_t *places, uint32_t base, uint64_t mask) {
#if defined(BYTE_SCAN_WIDE)
  // Mostly there are six to eight, and where it ends cannot be foretold: eight are written at once.
  size_t count = (size_t)_mm_popcnt_u64(mask);
  for (size_t start = 0; start < count; start += 8) {
    for (size_t at = start; at < start + 8; at++) {
      places[at] = base + (uint32_t)_tzcnt_u64(mask);
      mask = _blsr_u64(mask);
    }
  }
  return count;
#else
  size_t count = 0;
  for (; mask != 0; mask &= mask - 1) places[count++] = base + (uint32_t)__builtin_ctzll(mask);
  return count;
#endif
}

static void start_marks(
  struct marks *marks, const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count,
  size_t start
) {
  marks->bytes = bytes;
  marks->count = count > UINT32_MAX ? UINT32_MAX : count;
  marks->delimiter = layout->delimiter;
  marks->quote = layout->quote;
  marks->scanned = start;
  marks->found = marks->next = 0;
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
    found += put_places(marks->places + found, (uint32_t)marks->scanned, mask);
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
  const struct byte_scan_layout *layout, struct marks *marks, size_t start, struct cells *cells
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
      if (++column >= layout->columns) return false;
      cell = at + 1;
      cells->starts[column] = (uint32_t)cell;
    } else if (byte == '\n' || byte == '\r') {
      if (column + 1 != layout->columns) return false;
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
  const struct byte_scan_layout *layout, struct marks *marks, size_t start, size_t rows,
  struct cells *cells
) {
  size_t columns = layout->columns;
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
  return read_odd_cells(layout, marks, start, cells);
}

// A cell, without its quotes.
struct cell {
  const uint8_t *bytes;
  size_t count;
};

static inline struct cell cell_at(const uint8_t *bytes, const struct cells *cells, size_t column) {
  uint32_t quote = cells->quoted >> column & 1;
  size_t start = cells->starts[column] + quote, end = cells->starts[column + 1] - 1 - quote;
  return (struct cell){bytes + start, end - start};
}

#endif
