// SPDX-License-Identifier: Apache-2.0
#include "byte_scan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

bool byte_scan_set_name(struct byte_scan_name *name, const uint8_t *bytes, size_t count) {
  if (count == 0 || count > BYTE_SCAN_NAME - 2) return false;
  memcpy(name->bytes, bytes, count);
  memcpy(name->bytes + count, "=\"", 2);
  name->count = (uint32_t)count;
  return true;
}

// What is between two places of the document.
struct span {
  const uint8_t *at;
  const uint8_t *end;
  size_t lines;
};

static inline bool is_space(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static inline bool starts(const struct span *span, const struct byte_scan_name *name) {
  return (size_t)(span->end - span->at) > name->count
    && memcmp(span->at, name->bytes, name->count) == 0;
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
static bool skip_entity(struct span *span) {
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
static bool skip_character(struct span *span) {
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
      at = span->at;
    } else if (byte >= 0x80) {
      if (!skip_character(span)) return false;
      at = span->at;
    } else if (byte == '<' || (byte < ' ' && !is_space(byte))) {
      return false;
    } else {
      span->lines += byte == '\n';
      at++;
    }
  }
}

// Whether a name followed by `="` starts here.
static inline bool is_attribute(const struct byte_scan_name *name, const struct span *span) {
  size_t left = (size_t)(span->end - span->at);
#if defined(__SSE2__)
  if (left >= 16 && name->count <= 14) {
    __m128i here = _mm_loadu_si128((const __m128i *)span->at);
    __m128i wanted = _mm_loadu_si128((const __m128i *)name->bytes);
    unsigned mask = (1u << (name->count + 2)) - 1;
    return ((unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(here, wanted)) & mask) == mask;
  }
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

// Whether elements with this value are known not to be wanted.
static bool is_unwanted(struct byte_scan_filter *filter, const uint8_t *value, size_t count) {
  if (count == 0 || count > BYTE_SCAN_VALUE) return false;
  for (size_t i = 0; i < count; i++) {
    if (value[i] == '&' || is_space(value[i])) return false;
  }
  if (filter->is_wanted(value, count, filter->context)) return false;
  return true;
}

static inline size_t slot_of(const uint8_t *value, size_t count) {
  return (count * 7 + value[count - 1] * 31u + value[count / 2] * 5u) % BYTE_SCAN_SLOTS;
}

// The slot of a value that is known to be unwanted; -1 where elements with it are wanted.
static inline int dropped(struct byte_scan_filter *filter, const uint8_t *value, size_t count) {
  if (count == 0 || count > BYTE_SCAN_VALUE) return -1;
  size_t slot = slot_of(value, count);
  if (filter->unwanted[slot].count == count
      && memcmp(filter->unwanted[slot].bytes, value, count) == 0) return (int)slot;
  if (!is_unwanted(filter, value, count)) return -1;
  filter->unwanted[slot].count = (uint32_t)count;
  filter->unwanted[slot].tail_count = 0;
  memcpy(filter->unwanted[slot].bytes, value, count);
  return (int)slot;
}

enum tag { TAG_UNSURE, TAG_OPEN, TAG_EMPTY };

// What is known of a tag while it is read.
struct reading {
  uint32_t seen;
  int before;
  // The slot of its kind, and where its first value ended; for tags that may be left out.
  int slot;
  const uint8_t *tail;
  uint32_t tail_ends;
};

static inline size_t same(const uint8_t *one, const uint8_t *other, size_t count) {
  size_t at = 0;
#if defined(__SSE2__)
  for (; at + 16 <= count; at += 16) {
    __m128i equal = _mm_cmpeq_epi8(
      _mm_loadu_si128((const __m128i *)(one + at)), _mm_loadu_si128((const __m128i *)(other + at)));
    unsigned mask = (unsigned)_mm_movemask_epi8(equal);
    if (mask != 0xFFFF) return at + (size_t)__builtin_ctz(~mask);
  }
#endif
  while (at < count && one[at] == other[at]) at++;
  return at;
}

// Passes over the attributes that came behind this value the last time, byte for byte.
static inline void skip_tail(struct byte_scan_filter *filter, struct span *span, struct reading *tag) {
  size_t left = (size_t)(span->end - span->at), known = filter->unwanted[tag->slot].tail_count;
  size_t count = same(span->at, filter->unwanted[tag->slot].tail, left < known ? left : known);
  uint32_t kept = 0;
  while (kept < filter->unwanted[tag->slot].tail_ends
         && filter->unwanted[tag->slot].ends[kept].end <= count) kept++;
  tag->tail = span->at;
  tag->tail_ends = kept;
  // What comes behind is only written over by `note_tail` as a whole: a tag may turn out unsure.
  filter->unwanted[tag->slot].tail_ends = kept;
  if (kept == 0) return;
  tag->seen = filter->unwanted[tag->slot].ends[kept - 1].seen;
  tag->before = filter->unwanted[tag->slot].ends[kept - 1].last;
  span->at += filter->unwanted[tag->slot].ends[kept - 1].end;
}

// Takes note of where an attribute ends, unless it is too far away or line ends came before it.
static inline void note_end(struct byte_scan_filter *filter, const struct span *span, struct reading *tag) {
  size_t end = (size_t)(span->at - tag->tail);
  if (span->lines > 0 || end > BYTE_SCAN_TAIL || tag->tail_ends >= BYTE_SCAN_NAMES) return;
  filter->unwanted[tag->slot].ends[tag->tail_ends].end = (uint32_t)end;
  filter->unwanted[tag->slot].ends[tag->tail_ends].seen = tag->seen;
  filter->unwanted[tag->slot].ends[tag->tail_ends].last = tag->before;
  tag->tail_ends++;
}

// Keeps what came behind the value for the next element with it.
static inline void note_tail(struct byte_scan_filter *filter, struct reading *tag) {
  uint32_t ends = tag->tail_ends;
  uint32_t count = ends == 0 ? 0 : filter->unwanted[tag->slot].ends[ends - 1].end;
  filter->unwanted[tag->slot].tail_ends = ends;
  filter->unwanted[tag->slot].tail_count = count;
  memcpy(filter->unwanted[tag->slot].tail, tag->tail, count);
}

// Reads the end of a tag whose attributes have been read.
static inline enum tag end_tag(struct span *span) {
  bool is_empty = *span->at == '/';
  span->at += is_empty;
  if (span->at >= span->end || *span->at != '>') return TAG_UNSURE;
  span->at++;
  return is_empty ? TAG_EMPTY : TAG_OPEN;
}

enum step { STEP_UNSURE, STEP_ATTRIBUTE, STEP_END };

// Goes behind the next attribute, whose value is then `value`, or to the tag's end. A call of its
// own would cost every attribute of a file.
__attribute__((always_inline)) static inline enum step read_attribute(
  struct byte_scan_filter *filter, struct span *span, uint32_t *seen, int *last,
  const uint8_t **value, size_t *count
) {
  bool spaced = skip_space(span);
  if (span->at >= span->end) return STEP_UNSURE;
  if (*span->at == '>' || *span->at == '/') return STEP_END;
  if (!spaced) return STEP_UNSURE;
  int found = attribute(filter, span, *last);
  if (found < 0) return STEP_UNSURE;
  uint32_t bit = 1u << found;
  if ((*seen & bit) != 0) return STEP_UNSURE;
  *seen |= bit;
  *last = found;
  span->at += filter->attributes[found].count + 2;
  *value = span->at;
  if (!skip_value(span)) return STEP_UNSURE;
  *count = (size_t)(span->at++ - *value);
  return STEP_ATTRIBUTE;
}

// Reads the attributes and the end of a tag whose name has been read.
static inline enum tag read_tag(struct byte_scan_filter *filter, struct span *span, bool decides) {
  struct reading tag = {0, -1, -1, NULL, 0};
  const uint8_t *value;
  size_t count;
  for (;;) {
    enum step step = read_attribute(filter, span, &tag.seen, &tag.before, &value, &count);
    if (step == STEP_UNSURE) return TAG_UNSURE;
    if (step == STEP_END) break;
    if (!decides) continue;
    if (tag.before != 0) {
      if (tag.slot >= 0) note_end(filter, span, &tag);
      continue;
    }
    tag.slot = dropped(filter, value, count);
    if (tag.slot < 0) return TAG_UNSURE;
    // Only a tag that begins with this attribute is compared with one before.
    if (tag.seen == 1u && span->lines == 0) skip_tail(filter, span, &tag);
    else tag.slot = -1;
  }
  if (decides && (tag.seen & 1u) == 0) return TAG_UNSURE;
  if (decides && tag.tail_ends > 0) note_tail(filter, &tag);
  return end_tag(span);
}

// Reads an empty element that is wanted; false where it is not certain to be one, or where a value
// that is asked for is not the same as its bytes.
static bool read_wanted(struct byte_scan_filter *filter, struct span *span, const uint8_t *input) {
  struct byte_scan_element *element = &filter->found[filter->found_count];
  int found = -1;
  const uint8_t *value;
  size_t count;
  enum step step;
  element->present = 0;
  span->at++;
  if (!starts(span, &filter->element)) return false;
  span->at += filter->element.count;
  while ((step = read_attribute(filter, span, &element->present, &found, &value, &count))
         == STEP_ATTRIBUTE) {
    element->values[found].start = (uint32_t)(value - input);
    element->values[found].count = (uint32_t)count;
    if ((filter->asked & 1u << found) == 0) continue;
    for (size_t i = 0; i < count; i++) {
      if (value[i] == '&' || value[i] < ' ') return false;
    }
  }
  return step == STEP_END && (element->present & 1u) != 0 && end_tag(span) == TAG_EMPTY;
}

// Goes from the `<` of an element to behind it; false where it is not to be left out for certain.
static bool skip_element(struct byte_scan_filter *filter, struct span *span) {
  span->at++;
  if (!starts(span, &filter->element)) return false;
  span->at += filter->element.count;
  enum tag tag = read_tag(filter, span, true);
  if (tag != TAG_OPEN) return tag == TAG_EMPTY;
  for (;;) {
    skip_space(span);
    if (span->end - span->at < 2 || *span->at != '<') return false;
    span->at++;
    if (*span->at == '/') break;
    if (!starts(span, &filter->child)) return false;
    span->at += filter->child.count;
    if (read_tag(filter, span, false) != TAG_EMPTY) return false;
  }
  span->at++;
  if (!starts(span, &filter->element)) return false;
  span->at += filter->element.count;
  skip_space(span);
  if (span->at >= span->end || *span->at != '>') return false;
  span->at++;
  return true;
}

static inline const uint8_t *next_tag(const uint8_t *at, const uint8_t *end) {
  for (int near = 0; near < 8; near++, at++) {
    if (at >= end) return NULL;
    if (*at == '<') return at;
  }
  return memchr(at, '<', (size_t)(end - at));
}

// Whether a tag begins something in which `<` may be text, or ends the root.
static inline bool ends_filtering(const struct byte_scan_filter *filter, const uint8_t *tag,
                                  const uint8_t *end) {
  struct span name = {tag + 2, end, 0};
  if (end - tag < 2) return false;
  return tag[1] == '!' || tag[1] == '?' || (tag[1] == '/' && starts(&name, &filter->root));
}

static size_t copy(uint8_t *output, const uint8_t *from, const uint8_t *to) {
  size_t count = (size_t)(to - from);
  if (count <= 16) {
    for (size_t i = 0; i < count; i++) output[i] = from[i];
  } else {
    memcpy(output, from, count);
  }
  return count;
}

// Puts the element's name as an empty element, which is shorter than what was left out.
static size_t put_empty(uint8_t *output, const struct byte_scan_name *name) {
  output[0] = '<';
  memcpy(output + 1, name->bytes, name->count);
  memcpy(output + 1 + name->count, "/>", 2);
  return name->count + 3;
}

size_t byte_scan_filter_pass(
  struct byte_scan_filter *filter, const uint8_t *bytes, size_t count, uint8_t *output,
  size_t *taken, size_t *rest
) {
  const uint8_t *end = bytes + count, *kept = bytes, *at = bytes, *last = NULL;
  size_t written = 0;
  *rest = 0;
  filter->found_count = 0;
  while (!filter->is_off && (at = next_tag(at, end)) != NULL) {
    last = at;
    struct span span = {at, end, 0};
    bool is_last = ends_filtering(filter, at, end);
    bool is_dropped = !is_last && skip_element(filter, &span), is_found = false;
    if (!is_last && !is_dropped) {
      span = (struct span){at, end, 0};
      is_found = filter->finds && filter->found_count < BYTE_SCAN_FOUND
        && read_wanted(filter, &span, bytes);
    }
    if (!is_dropped && !is_found) {
      // A tag for the parser: what was found before it comes first.
      if (filter->found_count > 0) {
        end = at;
        last = NULL;
        break;
      }
      if (is_last) {
        filter->is_off = true;
        break;
      }
      filter->is_outside = false;
      at++;
      continue;
    }
    filter->dropped++;
    written += copy(output + written, kept, at);
    if (!filter->is_outside) written += put_empty(output + written, &filter->element);
    filter->is_outside = true;
    if (is_found) filter->found[filter->found_count++].output = (uint32_t)written;
    memset(output + written, '\n', span.lines);
    written += span.lines;
    kept = at = span.at;
    last = NULL;
  }
  // A tag that does not end here may be one that ends the filtering: it waits for its end.
  if (!filter->is_off && last != NULL && memchr(last, '>', (size_t)(end - last)) == NULL) {
    *rest = (size_t)(end - last);
    end = last;
  }
  *taken = (size_t)(end - bytes);
  return written + copy(output + written, kept, end);
}

const struct byte_scan_element *byte_scan_found_element(
  const struct byte_scan_filter *filter, size_t number
) {
  return number < filter->found_count ? &filter->found[number] : NULL;
}

const uint8_t *byte_scan_value(
  const struct byte_scan_element *element, const uint8_t *input, size_t place, size_t *count
) {
  *count = 0;
  if (place >= BYTE_SCAN_NAMES || (element->present & 1u << place) == 0) return input;
  *count = element->values[place].count;
  return input + element->values[place].start;
}
