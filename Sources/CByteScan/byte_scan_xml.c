// SPDX-License-Identifier: Apache-2.0
#include "byte_scan.h"
#include "xml_values.h"

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

enum tag { TAG_UNSURE, TAG_OPEN, TAG_EMPTY };

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

// Reads the attributes and the end of an empty element's tag whose name has been read.
static enum tag read_child(struct byte_scan_filter *filter, struct span *span) {
  uint32_t seen = 0;
  int before = -1;
  const uint8_t *value;
  size_t count;
  enum step step;
  while ((step = read_attribute(filter, span, &seen, &before, &value, &count)) == STEP_ATTRIBUTE) {}
  return step == STEP_END ? end_tag(span) : TAG_UNSURE;
}

// Goes behind what follows a tag that is to be left out; false where it is not certain to be sound.
static bool skip_content(struct byte_scan_filter *filter, struct span *span) {
  for (;;) {
    skip_space(span);
    if (span->end - span->at < 2 || *span->at != '<') return false;
    span->at++;
    if (*span->at == '/') break;
    if (!starts(span, &filter->child)) return false;
    span->at += filter->child.count;
    if (read_child(filter, span) != TAG_EMPTY) return false;
  }
  span->at++;
  if (!starts(span, &filter->element)) return false;
  span->at += filter->element.count;
  skip_space(span);
  if (span->at >= span->end || *span->at != '>') return false;
  span->at++;
  return true;
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

enum element { ELEMENT_KEPT, ELEMENT_DROPPED, ELEMENT_FOUND };

// Goes from the `<` of an element to behind it, where it is certain to be sound and is either not
// wanted, or is wanted and empty, so that it can be told of without the parser.
static enum element read_element(
  struct byte_scan_filter *filter, struct span *span, const uint8_t *input
) {
  // There is room for one more than are ever told of.
  struct byte_scan_element *element = &filter->found[filter->found_count];
  struct reading tag;
  struct byte_scan_kind *kind = NULL;
  const uint8_t *value;
  size_t count;
  enum step step;
  tag.seen = tag.ends = tag.known_ends = 0;
  tag.before = -1;
  tag.is_odd = false;
  tag.kind = NULL;
  span->at++;
  if (!starts(span, &filter->element)) return ELEMENT_KEPT;
  span->at += filter->element.count;
  while ((step = read_attribute(filter, span, &tag.seen, &tag.before, &value, &count))
         == STEP_ATTRIBUTE) {
    element->values[tag.before].start = (uint32_t)(value - input);
    element->values[tag.before].count = (uint32_t)count;
    tag.is_odd |= span->is_odd && (filter->asked & 1u << tag.before) != 0;
    span->is_odd = false;
    if (tag.before != 0) {
      if (tag.kind != NULL) note_end(span, &tag, value, count);
      continue;
    }
    kind = kind_of(filter, value, count, (size_t)(span->end - value));
    // Only a tag that begins with this attribute is compared with one before.
    if (tag.seen != 1u || span->lines > 0 || kind == NULL) continue;
    tag.kind = kind;
    skip_tail(span, &tag);
  }
  if (step != STEP_END || (tag.seen & 1u) == 0) return ELEMENT_KEPT;
  enum tag end = end_tag(span);
  if (end == TAG_UNSURE) return ELEMENT_KEPT;
  if (kind != NULL && !kind->is_wanted) {
    if (tag.kind != NULL) note_tail(&tag);
    return end == TAG_EMPTY || skip_content(filter, span) ? ELEMENT_DROPPED : ELEMENT_KEPT;
  }
  if (!filter->finds || filter->found_count >= BYTE_SCAN_FOUND) return ELEMENT_KEPT;
  if (tag.is_odd || end != TAG_EMPTY) return ELEMENT_KEPT;
  element->present = tag.seen;
  if (tag.kind != NULL) {
    put_known(&tag, input, element);
    note_tail(&tag);
  }
  return ELEMENT_FOUND;
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
  struct span name = {tag + 2, end, 0, false};
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
    struct span span = {at, end, 0, false};
    bool is_last = ends_filtering(filter, at, end);
    enum element element = is_last ? ELEMENT_KEPT : read_element(filter, &span, bytes);
    if (element == ELEMENT_KEPT) {
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
    if (element == ELEMENT_FOUND) filter->found[filter->found_count++].output = (uint32_t)written;
    if (span.lines > 0) memset(output + written, '\n', span.lines);
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
