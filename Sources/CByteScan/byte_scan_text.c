// SPDX-License-Identifier: Apache-2.0
#include "byte_scan.h"

#include <string.h>

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

// The bytes below 0x20 that are neither tab nor line end.
static inline unsigned control(__m128i block) {
  unsigned mask = below_blank(block);
  if (mask == 0) return 0;
  return mask & ~(equal(block, '\t') | equal(block, '\n') | equal(block, '\r'));
}
#endif

size_t byte_scan_control(const uint8_t *bytes, size_t count) {
  size_t at = 0;
#if defined(__SSE2__)
  while (at + 16 <= count) {
    const __m128i *block = (const __m128i *)(bytes + at);
    size_t size = 16;
    if (at + 64 <= count) {
      // The least bytes of four blocks: most have neither control characters nor line ends.
      __m128i least = _mm_min_epu8(
        _mm_min_epu8(_mm_loadu_si128(block), _mm_loadu_si128(block + 1)),
        _mm_min_epu8(_mm_loadu_si128(block + 2), _mm_loadu_si128(block + 3)));
      size = 64;
      if (below_blank(least) == 0) {
        at += size;
        continue;
      }
    }
    for (size_t end = at + size; at < end; at += 16, block++) {
      unsigned mask = control(_mm_loadu_si128(block));
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

static inline uint64_t load(const uint8_t *bytes, size_t count) {
  uint64_t word = 0;
  memcpy(&word, bytes, count);
  return word;
}

bool byte_scan_needs_quotes(const uint8_t *bytes, size_t count) {
  for (size_t at = 0; at < count; at++) {
    uint8_t byte = bytes[at];
    if (byte == ',' || byte == ';' || byte == '"' || byte == '\n' || byte == '\r' || byte == '\t') {
      return true;
    }
  }
  return false;
}

void byte_scan_hash_pair(const uint8_t *bytes, size_t count, uint64_t pair[2]) {
  const uint64_t first = 0x9E3779B97F4A7C15u, second = 0xC2B2AE3D27D4EB4Fu;
  uint64_t length = bytes == NULL ? UINT64_MAX : count;
  uint64_t one = (pair[0] ^ length) * first, two = (pair[1] + length) * second;
  for (size_t at = 0; bytes != NULL && at < count;) {
    size_t size = count - at < 8 ? count - at : 8;
    uint64_t word = size == 8 ? load(bytes + at, 8) : load(bytes + at, size);
    one = (one ^ word) * first;
    one ^= one >> 29;
    two = (two ^ word) * second;
    two ^= two >> 32;
    at += size;
  }
  pair[0] = one;
  pair[1] = two;
}

size_t byte_scan_lines_in_tag(const uint8_t *bytes, size_t count) {
  size_t lines = 0;
  while (count > 0) {
#if defined(__SSE2__)
    if (count >= 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)(bytes + count - 16));
      __m128i marks = _mm_or_si128(
        _mm_cmpeq_epi8(block, _mm_set1_epi8('<')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
      if (_mm_movemask_epi8(marks) == 0) {
        count -= 16;
        continue;
      }
    }
#endif
    count--;
    if (bytes[count] == '<') return lines;
    lines += bytes[count] == '\n';
  }
  return SIZE_MAX;
}

bool byte_scan_equal(const uint8_t *one, const uint8_t *other, size_t count) {
  return count == 0 || memcmp(one, other, count) == 0;
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

size_t byte_scan_lines(const uint8_t *bytes, size_t count) {
  size_t lines = 0, at = 0;
#if defined(__SSE2__)
  // Each of 16 bytes counts the line ends in its column, up to 255 of them, then they are added up.
  while (at + 16 <= count) {
    size_t end = count - at < 255 * 16 ? count : at + 255 * 16;
    __m128i counts = _mm_setzero_si128();
    for (; at + 16 <= end; at += 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
      counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
    }
    __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    lines += (size_t)_mm_cvtsi128_si64(sums)
      + (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums));
  }
#endif
  for (; at < count; at++) lines += bytes[at] == '\n';
  return lines;
}
