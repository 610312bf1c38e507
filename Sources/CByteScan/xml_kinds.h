// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_XML_KINDS_H
#define REINTRO_XML_KINDS_H

#include "byte_scan.h"
#include "xml_values.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What is known of elements by the value of their first attribute: whether they are wanted, and what
// came behind it the last time.

static inline size_t slot_of(const uint8_t *value, size_t count) {
  return (count * 7 + value[count - 1] * 31u + value[count / 2] * 5u) % BYTE_SCAN_SLOTS;
}

// Whether a value is that of a kind; `left` bytes may be read from its start on.
static inline bool is_of(
  const struct byte_scan_kind *kind, const uint8_t *value, size_t count, size_t left
) {
  if (kind->count != count) return false;
#if defined(__SSE2__)
  if (left >= BYTE_SCAN_VALUE) {
    for (size_t at = 0; at < count; at += 16) {
      __m128i equal = _mm_cmpeq_epi8(
        _mm_loadu_si128((const __m128i *)(value + at)),
        _mm_loadu_si128((const __m128i *)(kind->bytes + at)));
      unsigned mask = (unsigned)_mm_movemask_epi8(equal), wanted = 0xFFFF;
      if (count - at < 16) wanted = (1u << (count - at)) - 1;
      if ((mask & wanted) != wanted) return false;
    }
    return true;
  }
#endif
  return memcmp(kind->bytes, value, count) == 0;
}

// What is known of elements with this value of the first attribute; NULL where that cannot be told.
static inline struct byte_scan_kind *kind_of(
  struct byte_scan_filter *filter, const uint8_t *value, size_t count, size_t left
) {
  if (count == 0 || count > BYTE_SCAN_VALUE) return NULL;
  struct byte_scan_kind *kind = &filter->kinds[slot_of(value, count)];
  if (is_of(kind, value, count, left)) return kind;
  for (size_t i = 0; i < count; i++) {
    if (value[i] == '&' || is_space(value[i])) return NULL;
  }
  kind->is_wanted = filter->is_wanted(value, count, filter->context);
  kind->count = (uint32_t)count;
  kind->tail_count = kind->tail_ends = 0;
  memcpy(kind->bytes, value, count);
  return kind;
}

// What is known of a tag while it is read.
struct reading {
  uint32_t seen;
  int before;
  // Whether a value that is asked for is not the same as its bytes.
  bool is_odd;
  // The kind of a tag that begins with its first attribute, and where that attribute's value ended.
  struct byte_scan_kind *kind;
  const uint8_t *tail;
  // The ends of attributes behind it: those passed over first, then those that were read.
  uint32_t ends, known_ends;
  struct byte_scan_end read[BYTE_SCAN_NAMES];
};

// How many bytes are as in the element before, but for characters of values: letters, digits and
// most signs.
static inline size_t alike(const uint8_t *bytes, size_t left, const struct byte_scan_kind *kind) {
  size_t count = kind->tail_count, at = 0;
#if defined(__SSE2__)
  // The last block may go beyond what is known, but not beyond what is there.
  size_t blocks = left >= BYTE_SCAN_TAIL ? count : (left < count ? left : count) & ~(size_t)15;
  for (; at < blocks; at += 16) {
    __m128i here = _mm_loadu_si128((const __m128i *)(bytes + at));
    __m128i equal = _mm_cmpeq_epi8(here, _mm_loadu_si128((const __m128i *)(kind->tail + at)));
    // Signed: neither the quote and the ampersand, nor what is not ASCII, is above this.
    __m128i is_plain = _mm_andnot_si128(
      _mm_cmpeq_epi8(here, _mm_set1_epi8('<')), _mm_cmpgt_epi8(here, _mm_set1_epi8('\'')));
    is_plain = _mm_and_si128(is_plain, _mm_loadu_si128((const __m128i *)(kind->is_free + at)));
    unsigned mask = (unsigned)_mm_movemask_epi8(_mm_or_si128(equal, is_plain));
    if (mask != 0xFFFF) {
      at += (size_t)__builtin_ctz(~mask);
      return at < count ? at : count;
    }
  }
#endif
  for (; at < count && at < left; at++) {
    bool is_plain = bytes[at] > '\'' && bytes[at] < 0x80 && bytes[at] != '<';
    if (bytes[at] != kind->tail[at] && !(is_plain && kind->is_free[at] != 0)) return at;
  }
  return at < count ? at : count;
}

// Passes over the attributes that stand as behind this value the last time.
static inline void skip_tail(struct span *span, struct reading *tag) {
  const struct byte_scan_kind *kind = tag->kind;
  size_t count = alike(span->at, (size_t)(span->end - span->at), kind);
  uint32_t kept = kind->tail_ends;
  while (kept > 0 && kind->ends[kept - 1].end > count) kept--;
  tag->tail = span->at;
  tag->ends = tag->known_ends = kept;
  if (kept == 0) return;
  tag->seen = kind->ends[kept - 1].seen;
  tag->before = kind->ends[kept - 1].last;
  span->at += kind->ends[kept - 1].end;
}

// Takes note of where an attribute ends, unless it is too far away or line ends came before it.
static inline void note_end(
  const struct span *span, struct reading *tag, const uint8_t *value, size_t count
) {
  size_t end = (size_t)(span->at - tag->tail);
  if (span->lines > 0 || end > BYTE_SCAN_TAIL || tag->ends >= BYTE_SCAN_NAMES) return;
  tag->read[tag->ends++] = (struct byte_scan_end){
    (uint32_t)end, tag->seen, tag->before, (uint32_t)(value - tag->tail), (uint32_t)count
  };
}

// Keeps what came behind the value for the next element with it, unless that is known already but
// for the last attribute, whose value may be of another length each time.
static inline void note_tail(const struct reading *tag) {
  struct byte_scan_kind *kind = tag->kind;
  uint32_t ends = tag->ends, known = tag->known_ends;
  if (ends == known || (ends <= kind->tail_ends && known + 1 >= kind->tail_ends)) return;
  memcpy(kind->ends + known, tag->read + known, (ends - known) * sizeof kind->ends[0]);
  size_t count = kind->ends[ends - 1].end;
  kind->tail_ends = ends;
  kind->tail_count = (uint32_t)count;
  memcpy(kind->tail, tag->tail, count);
  // Free are the characters of values, but for those of entities and those beyond ASCII.
  memset(kind->is_free, 0, count);
  for (uint32_t i = 0; i < ends; i++) {
    bool is_entity = false;
    for (size_t at = kind->ends[i].start; at + 1 < kind->ends[i].end; at++) {
      uint8_t byte = kind->tail[at];
      is_entity |= byte == '&';
      kind->is_free[at] = is_entity || byte < ' ' || byte >= 0x80 ? 0 : 0xFF;
      is_entity &= byte != ';';
    }
  }
}

// Tells where the values are of the attributes that were passed over.
static inline void put_known(
  const struct reading *tag, const uint8_t *input, struct byte_scan_element *element
) {
  uint32_t tail = (uint32_t)(tag->tail - input);
  for (uint32_t i = 0; i < tag->known_ends; i++) {
    const struct byte_scan_end *end = &tag->kind->ends[i];
    element->values[end->last].start = tail + end->start;
    element->values[end->last].count = end->count;
  }
}

#endif
