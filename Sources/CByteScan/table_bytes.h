// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_TABLE_BYTES_H
#define REINTRO_TABLE_BYTES_H

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "byte_scan_table.h"

// Bytes that are compared.

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

#endif
