// SPDX-License-Identifier: Apache-2.0
#include "byte_scan_table.h"

#include "table_bytes.h"
#include "table_hash.h"

uint64_t byte_scan_table_hash(const uint8_t *bytes, size_t count) { return hash_bytes(bytes, count, 0); }

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

static inline size_t piece_count(
  const struct byte_scan_layout *layout, const struct byte_scan_draft *draft
) {
  return layout->run_count + (size_t)draft->has_text;
}

// Whether a row's pieces, with a delimiter behind each, are these bytes. As the cells of rows end where
// they do, two rows with the same bytes have the same pieces.
static inline bool is_key(
  const struct byte_scan_layout *layout, const uint8_t *row, const struct byte_scan_draft *draft,
  const uint8_t *key, size_t key_count
) {
  for (size_t at = 0; at < piece_count(layout, draft); at++) {
    size_t size = draft->pieces[at].count;
    if (key_count <= size || key[size] != layout->delimiter
      || !same(key, row + draft->pieces[at].start, size)) return false;
    key += size + 1;
    key_count -= size + 1;
  }
  return key_count == 0;
}

static inline int32_t find_row(
  const struct byte_scan_table *table, const uint8_t *row, const struct byte_scan_draft *draft
) {
  const struct byte_scan_known *known = &table->rows;
  size_t mask = known->slot_count - 1;
  for (size_t slot = (size_t)draft->hash & mask;; slot = (slot + 1) & mask) {
    int32_t place = known->slots[slot];
    if (place < 0) return -1;
    const struct byte_scan_key *key = &known->keys[place];
    if (key->hash == draft->hash
      && is_key(&table->layout, row, draft, known->bytes + key->start, key->count)) return place;
  }
}

// Rows are looked up some at a time, so that their keys come from memory at once.
enum { GROUP = 16 };

// Asks for the memory that looking up the rows will need.
static void fetch_keys(
  const struct byte_scan_known *known, const struct byte_scan_draft *drafts, size_t count
) {
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
static inline int32_t find_owner(
  const struct byte_scan_known *known, const uint8_t *owner, size_t count, int32_t before
) {
  if (before >= 0) {
    const struct byte_scan_key *key = &known->keys[before];
    if (key->count == count && same(known->bytes + key->start, owner, count)) return before;
  }
  return byte_scan_find(known, owner, count, hash_one(owner, count));
}

// Looks up a row; whether it is known, and all of it can be taken.
static inline bool look_up(
  const struct byte_scan_table *table, const uint8_t *bytes, const struct byte_scan_draft *draft,
  int32_t owner_before, struct byte_scan_table_row *row
) {
  const uint8_t *start = bytes + draft->start;
  row->owner = find_owner(
    &table->owners, start + draft->owner.start, draft->owner.count, owner_before);
  if (row->owner < 0) return false;
  row->row = -1;
  if (table->owners.keys[row->owner].is_skipped) return true;
  if (!draft->is_sound) return false;
  row->row = find_row(table, start, draft);
  if (row->row < 0) return false;
  const struct byte_scan_key *key = &table->rows.keys[row->row];
  if (draft->has_number && !(key->low <= draft->number && draft->number <= key->high)) return false;
  return draft->note.count > 0 || !key->needs_note;
}

size_t byte_scan_table_find(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count, size_t start,
  const struct byte_scan_draft *drafts, size_t most, struct byte_scan_table_row *rows,
  size_t *taken, size_t *lines
) {
  int32_t owner = -1;
  size_t end = start;
  *taken = *lines = 0;
  for (size_t at = 0; at < most; at++) {
    const struct byte_scan_draft *draft = &drafts[at];
    if (at % GROUP == 0) fetch_keys(&table->rows, draft, most - at < GROUP ? most - at : GROUP);
    if (draft->start != end || draft->size > count - end) return at;
    rows[at].lines = (uint32_t)*lines;
    if (!look_up(table, bytes, draft, owner, &rows[at])) return at;
    owner = rows[at].owner;
    end += draft->size;
    *taken = end - start;
    *lines += draft->lines;
  }
  return most;
}

size_t byte_scan_table_key(
  const struct byte_scan_table *table, const uint8_t *bytes, size_t count,
  const struct byte_scan_draft *draft, uint8_t *key, size_t room, uint64_t *owner_hash
) {
  if (draft->start > count || draft->size > count - draft->start) return 0;
  const uint8_t *start = bytes + draft->start;
  size_t written = 0;
  for (size_t at = 0; at < piece_count(&table->layout, draft); at++) {
    size_t size = draft->pieces[at].count;
    if (size >= room - written) return 0;
    memcpy(key + written, start + draft->pieces[at].start, size);
    written += size;
    key[written++] = table->layout.delimiter;
  }
  *owner_hash = hash_one(start + draft->owner.start, draft->owner.count);
  return written;
}
