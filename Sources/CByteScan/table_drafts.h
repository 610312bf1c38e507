// SPDX-License-Identifier: Apache-2.0
#include "table_cells.h"
#include "table_hash.h"
#include "table_values.h"

// The making of drafts. A part of byte_scan_drafts.c, and of byte_scan_drafts_wide.c with instructions
// that not all processors have, for which BYTE_SCAN_WIDE is defined.

// Cells as they stand in the row, with their quotes.
static inline struct byte_scan_stretch stretch(const struct cells *cells, size_t first, size_t last) {
  uint32_t start = cells->starts[first];
  return (struct byte_scan_stretch){
    (uint16_t)(start - cells->starts[0]), (uint16_t)(cells->starts[last + 1] - 1 - start)};
}

// Finds what says what the row is, and its hash.
static inline void put_pieces(
  const struct byte_scan_layout *layout, const uint8_t *row, const struct cells *cells,
  struct byte_scan_draft *draft
) {
  size_t count = layout->run_count;
  for (size_t run = 0; run < count; run++) {
    draft->pieces[run] = stretch(cells, layout->first[run], layout->last[run]);
  }
  if (draft->has_text) draft->pieces[count++] = stretch(cells, layout->value, layout->value);
  uint64_t hash = count;
  for (size_t at = 0; at < count; at++) {
    hash = hash_bytes(row + draft->pieces[at].start, draft->pieces[at].count, hash);
  }
  draft->hash = hash;
}

static inline void put_note(
  const struct byte_scan_layout *layout, const uint8_t *bytes, const struct cells *cells,
  struct byte_scan_draft *draft
) {
  draft->note = (struct byte_scan_stretch){0, 0};
  draft->note_has_quotes = false;
  if (layout->note == BYTE_SCAN_NONE) return;
  bool is_quoted = cells->quoted >> layout->note & 1;
  struct cell note = cell_at(bytes, cells, layout->note);
  draft->note.start = (uint16_t)((size_t)(note.bytes - bytes) - cells->starts[0]);
  draft->note.count = (uint16_t)note.count;
  draft->note_has_quotes = cells->doubled >> layout->note & 1;
  if (!is_plain_note(note, is_quoted)) draft->is_sound = false;
}

static inline void make_draft(
  const struct byte_scan_layout *layout, const uint8_t *bytes, const struct cells *cells,
  struct last_day *last, struct byte_scan_draft *draft
) {
  uint32_t start = cells->starts[0];
  draft->start = start;
  draft->size = (uint16_t)(cells->end - start);
  draft->lines = (uint16_t)cells->lines;
  draft->has_number = draft->has_text = false;
  draft->number = 0;
  if (layout->value != BYTE_SCAN_NONE) {
    struct cell value = cell_at(bytes, cells, layout->value);
    draft->has_number = read_number(value.bytes, value.count, &draft->number)
      && (layout->delimiter == ',' || !has_group(value.bytes, value.count));
    draft->has_text = !draft->has_number && value.count > 0;
  }
  put_pieces(layout, bytes + start, cells, draft);
  draft->owner = (struct byte_scan_stretch){0, 0};
  if (layout->owner != BYTE_SCAN_NONE) draft->owner = stretch(cells, layout->owner, layout->owner);
  struct cell time = cell_at(bytes, cells, layout->time);
  draft->is_sound = (cells->doubled >> layout->time & 1) == 0
    && read_time(last, time.bytes, time.count, draft);
  put_note(layout, bytes, cells, draft);
}

static size_t make_drafts(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end
) {
  struct marks marks;
  start_marks(&marks, layout, bytes, count, start);
  struct last_day last = {{0}, 0};
  struct cells cells;
  size_t made = 0;
  while (made < most && read_cells(layout, &marks, start, most - made, &cells)) {
    if (cells.end - start > UINT16_MAX) break;
    make_draft(layout, bytes, &cells, &last, &drafts[made++]);
    start = cells.end;
  }
  *end = start;
  return made;
}
