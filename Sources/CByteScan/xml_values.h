// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_XML_VALUES_H
#define REINTRO_XML_VALUES_H

#include "byte_scan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What both names and values of attributes are read by: how far white space, entities, characters
// and values go, and whether they are sound.

#if defined(__SSE2__)
// Whether the first `count` of 16 bytes are the same.
static inline bool is_as(const uint8_t *bytes, const char *name, size_t count) {
  __m128i here = _mm_loadu_si128((const __m128i *)bytes);
  __m128i wanted = _mm_loadu_si128((const __m128i *)name);
  unsigned mask = (1u << count) - 1;
  return ((unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(here, wanted)) & mask) == mask;
}
#endif

// What is between two places of the document.
struct span {
  const uint8_t *at;
  const uint8_t *end;
  size_t lines;
  // Whether an entity or a white space other than a blank was passed.
  bool is_odd;
};

static inline bool is_space(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static inline bool starts(const struct span *span, const struct byte_scan_name *name) {
  size_t left = (size_t)(span->end - span->at);
#if defined(__SSE2__)
  if (left >= 16 && name->count < 16) return is_as(span->at, name->bytes, name->count);
#endif
  return left > name->count && memcmp(span->at, name->bytes, name->count) == 0;
}

// Skips white space; returns whether there was any.
static inline bool skip_space(struct span *span) {
  if (span->end - span->at > 1 && span->at[0] == ' ' && span->at[1] > ' ') {
    span->at++;
    return true;
  }
  const uint8_t *start = span->at;
  while (span->at < span->end && is_space(*span->at)) span->lines += *span->at++ == '\n';
  return span->at > start;
}

// Skips one of the five entities that every document has.
static inline bool skip_entity(struct span *span) {
  const uint8_t *p = span->at;
  size_t left = (size_t)(span->end - p), count = 0;
  if (left < 6) return false;
  if (p[2] == 't' && p[3] == ';' && (p[1] == 'l' || p[1] == 'g')) count = 4;
  if (memcmp(p, "&amp;", 5) == 0) count = 5;
  if (memcmp(p, "&quot;", 6) == 0 || memcmp(p, "&apos;", 6) == 0) count = 6;
  span->at += count;
  return count > 0;
}

// Skips a character of two to four bytes, if it is one that XML allows.
static inline bool skip_character(struct span *span) {
  const uint8_t *p = span->at;
  size_t left = (size_t)(span->end - p);
  size_t count = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 2;
  if (*p < 0xC2 || *p > 0xF4 || left < count) return false;
  for (size_t i = 1; i < count; i++) {
    if ((p[i] & 0xC0) != 0x80) return false;
  }
  if (count == 3) {
    if (*p == 0xE0 && p[1] < 0xA0) return false;
    if (*p == 0xED && p[1] > 0x9F) return false;
    if (*p == 0xEF && p[1] == 0xBF && p[2] >= 0xBE) return false;
  }
  if (count == 4) {
    if (*p == 0xF0 && p[1] < 0x90) return false;
    if (*p == 0xF4 && p[1] > 0x8F) return false;
  }
  span->at += count;
  return true;
}

// Goes to the quote that ends a value; false where the value is not certain to be sound. A call of
// its own would cost every attribute of a file.
__attribute__((always_inline)) static inline bool skip_value(struct span *span) {
  const uint8_t *at = span->at, *end = span->end;
  for (;;) {
#if defined(__SSE2__)
    while (end - at >= 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)at);
      // Signed: below the blank are control characters and all that is not ASCII.
      __m128i marks = _mm_or_si128(
        _mm_or_si128(
          _mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('&'))),
        _mm_or_si128(
          _mm_cmpeq_epi8(block, _mm_set1_epi8('<')), _mm_cmplt_epi8(block, _mm_set1_epi8(' '))));
      unsigned mask = (unsigned)_mm_movemask_epi8(marks);
      at += mask == 0 ? 16 : __builtin_ctz(mask);
      if (mask != 0) break;
    }
#endif
    span->at = at;
    if (at >= end) return false;
    uint8_t byte = *at;
    if (byte == '"') return true;
    if (byte == '&') {
      if (!skip_entity(span)) return false;
      span->is_odd = true;
      at = span->at;
    } else if (byte >= 0x80) {
      if (!skip_character(span)) return false;
      at = span->at;
    } else if (byte == '<' || (byte < ' ' && !is_space(byte))) {
      return false;
    } else {
      span->is_odd |= byte < ' ';
      span->lines += byte == '\n';
      at++;
    }
  }
}

// Whether a name followed by `="` starts here.
static inline bool is_attribute(const struct byte_scan_name *name, const struct span *span) {
  size_t left = (size_t)(span->end - span->at);
#if defined(__SSE2__)
  if (left >= 16 && name->count <= 14) return is_as(span->at, name->bytes, name->count + 2);
#endif
  return left >= name->count + 2 && memcmp(span->at, name->bytes, name->count + 2) == 0;
}

// The attribute whose name starts here; -1 where it is none of those that are known.
static inline int attribute(struct byte_scan_filter *filter, const struct span *span, int before) {
  int guess = filter->next[before + 1];
  if (is_attribute(&filter->attributes[guess], span)) return guess;
  for (int at = 0; at < (int)filter->attribute_count; at++) {
    if (!is_attribute(&filter->attributes[at], span)) continue;
    filter->next[before + 1] = (uint8_t)at;
    return at;
  }
  return -1;
}

#endif
