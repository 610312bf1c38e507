// SPDX-License-Identifier: Apache-2.0
#include "byte_scan.h"

#if defined(__SSE2__)
#include <emmintrin.h>

static inline unsigned equal(__m128i block, uint8_t byte) {
  return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)byte)));
}

// The bytes below 0x20, of those that are ASCII.
static inline unsigned below_blank(__m128i block) {
  __m128i limit = _mm_set1_epi8(0x1F);
  return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(block, limit), block));
}
#endif

size_t byte_scan_control(const uint8_t *bytes, size_t count) {
  size_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
    unsigned mask = below_blank(block);
    if (mask != 0) {
      mask &= ~(equal(block, '\t') | equal(block, '\n') | equal(block, '\r'));
      if (mask != 0) return at + (size_t)__builtin_ctz(mask);
    }
  }
#endif
  for (; at < count; at++) {
    uint8_t byte = bytes[at];
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return at;
  }
  return count;
}

size_t byte_scan_cell(const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote) {
  size_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
    unsigned mask = below_blank(block);
    if (delimiter != '\t' && mask != 0) mask &= ~equal(block, '\t');
    mask |= equal(block, delimiter) | equal(block, quote) | equal(block, 0x7F);
    if (mask != 0) return at + (size_t)__builtin_ctz(mask);
  }
#endif
  for (; at < count; at++) {
    uint8_t byte = bytes[at];
    if (byte == delimiter || byte == quote || byte == 0x7F) return at;
    if (byte < 0x20 && byte != '\t') return at;
  }
  return count;
}

size_t byte_scan_quoted(const uint8_t *bytes, size_t count, uint8_t quote) {
  size_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
    unsigned mask = below_blank(block);
    if (mask != 0) mask &= ~equal(block, '\t');
    mask |= equal(block, quote) | equal(block, 0x7F);
    if (mask != 0) return at + (size_t)__builtin_ctz(mask);
  }
#endif
  for (; at < count; at++) {
    uint8_t byte = bytes[at];
    if (byte == quote || byte == 0x7F) return at;
    if (byte < 0x20 && byte != '\t') return at;
  }
  return count;
}

bool byte_scan_is_ascii(const uint8_t *bytes, size_t count) {
  size_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    if (_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(bytes + at))) != 0) return false;
  }
#endif
  for (; at < count; at++) {
    if (bytes[at] >= 0x80) return false;
  }
  return true;
}
