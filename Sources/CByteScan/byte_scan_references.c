// SPDX-License-Identifier: Apache-2.0
#include "byte_scan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { mark = BYTE_SCAN_MARK };

// What follows the `&` of references to XML's own entities, and the mark, with what is meant in the
// words of libxml2, which hands on `&` as a reference.
struct reference {
  char name[6];
  uint8_t size;
  char value[6];
  uint8_t value_size;
};

static const struct reference references[] = {
  { "lt;", 3, "<", 1 },    { "gt;", 3, ">", 1 },    { "amp;", 4, "&#38;", 5 },
  { "quot;", 5, "\"", 1 }, { "apos;", 5, "'", 1 },  { "del;", 4, "\x7F", 1 },
};
enum { own = 5, all = 6 };

static const struct reference *named(const uint8_t *bytes, size_t count, int most) {
  for (int place = 0; place < most; place++) {
    const struct reference *one = &references[place];
    if (count >= one->size && memcmp(bytes, one->name, one->size) == 0) return one;
  }
  return NULL;
}

bool byte_scan_is_own_reference(const uint8_t *bytes, size_t count) {
  return named(bytes, count, own) != NULL;
}

// Puts the mark in place of the `&` at a place; says whether what is there can be told so simply.
static inline bool stand_in(const uint8_t *from, size_t count, size_t at, uint8_t *to) {
  if (from[at] == mark || (at + 1 < count && from[at + 1] == '#')) return false;
  if (named(from + at + 1, count - at - 1, own) != NULL) to[at] = mark;
  return true;
}

bool byte_scan_stand_in(const uint8_t *from, size_t count, uint8_t *to) {
  size_t at = 0;
#if defined(__SSE2__)
  const __m128i ampersand = _mm_set1_epi8('&'), marks = _mm_set1_epi8(mark);
  for (; at + 16 <= count; at += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(from + at));
    _mm_storeu_si128((__m128i *)(to + at), block);
    __m128i equal = _mm_or_si128(_mm_cmpeq_epi8(block, ampersand), _mm_cmpeq_epi8(block, marks));
    for (unsigned left = (unsigned)_mm_movemask_epi8(equal); left != 0; left &= left - 1) {
      if (!stand_in(from, count, at + (size_t)__builtin_ctz(left), to)) return false;
    }
  }
#endif
  for (; at < count; at++) {
    to[at] = from[at];
    if ((from[at] == '&' || from[at] == mark) && !stand_in(from, count, at, to)) return false;
  }
  return true;
}

bool byte_scan_has_mark(const uint8_t *bytes, size_t count) {
  return count > 0 && memchr(bytes, mark, count) != NULL;
}

size_t byte_scan_meant(const uint8_t *from, size_t count, uint8_t *to) {
  size_t size = 0;
  for (size_t at = 0; at < count;) {
    const struct reference *one =
      from[at] == mark ? named(from + at + 1, count - at - 1, all) : NULL;
    if (one == NULL) {
      to[size++] = from[at++];
    } else {
      memcpy(to + size, one->value, one->value_size);
      size += one->value_size;
      at += 1u + one->size;
    }
  }
  return size;
}
