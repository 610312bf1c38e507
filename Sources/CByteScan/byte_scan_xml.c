// SPDX-License-Identifier: Apache-2.0
#include "byte_scan.h"
#include "xml_kinds.h"
#include "xml_values.h"

#include <string.h>

bool byte_scan_set_name(struct byte_scan_name *name, const uint8_t *bytes, size_t count) {
  if (count == 0 || count > BYTE_SCAN_NAME - 2) return false;
  memcpy(name->bytes, bytes, count);
  memcpy(name->bytes + count, "=\"", 2);
  name->count = (uint32_t)count;
  return true;
}

enum tag { TAG_UNSURE, TAG_OPEN, TAG_EMPTY };

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

// Where an element starts: in which bytes, and how many line ends came before it since the outermost
// one that is read with it.
struct origin {
  const uint8_t *input;
  size_t lines;
};

// Where to put what is found next: there is room for one more than are ever told of.
static inline struct byte_scan_element *next_found(struct byte_scan_filter *filter) {
  return &filter->found[filter->found_count];
}

// Adds the element that was put there; false where there are too many.
static inline bool add_found(
  struct byte_scan_filter *filter, const struct byte_scan_name *name, uint32_t present, size_t lines,
  uint8_t parts
) {
  if (!filter->finds || filter->found_count >= BYTE_SCAN_FOUND) return false;
  struct byte_scan_element *element = &filter->found[filter->found_count++];
  element->present = present;
  element->lines = (uint32_t)lines;
  element->name = name == &filter->element ? BYTE_SCAN_IS_ELEMENT
    : name == &filter->child ? BYTE_SCAN_IS_CHILD : BYTE_SCAN_IS_GROUP;
  element->parts = parts;
  return true;
}

static inline uint8_t parts_of(enum tag tag) {
  return tag == TAG_EMPTY ? BYTE_SCAN_START | BYTE_SCAN_END : BYTE_SCAN_START;
}

// Takes note of where a value is; returns whether it is asked for and not the same as its bytes.
__attribute__((always_inline)) static inline bool put_value(
  const struct byte_scan_filter *filter, struct span *span, struct origin origin,
  struct byte_scan_element *element, int place, const uint8_t *value, size_t count
) {
  bool is_odd = span->is_odd && (filter->asked & 1u << place) != 0;
  element->values[place].start = (uint32_t)(value - origin.input);
  element->values[place].count = (uint32_t)count;
  span->is_odd = false;
  return is_odd;
}

// Goes from a tag's `<` to behind the tag, if it is one of this name, and tells of it if asked to.
static enum tag read_tag(
  struct byte_scan_filter *filter, struct span *span, struct origin origin,
  const struct byte_scan_name *name, bool tells
) {
  struct byte_scan_element *element = next_found(filter);
  uint32_t seen = 0;
  int before = -1;
  bool is_odd = false;
  const uint8_t *value;
  size_t count, lines = origin.lines + span->lines;
  enum step step;
  span->at++;
  if (!starts(span, name)) return TAG_UNSURE;
  span->at += name->count;
  while ((step = read_attribute(filter, span, &seen, &before, &value, &count)) == STEP_ATTRIBUTE) {
    is_odd |= put_value(filter, span, origin, element, before, value, count);
  }
  enum tag tag = step == STEP_END ? end_tag(span) : TAG_UNSURE;
  if (tag == TAG_UNSURE || !tells) return tag;
  bool is_told = !is_odd && add_found(filter, name, seen, lines, parts_of(tag));
  return is_told ? tag : TAG_UNSURE;
}

enum element { ELEMENT_KEPT, ELEMENT_DROPPED, ELEMENT_FOUND };

static enum element read_element(
  struct byte_scan_filter *filter, struct span *span, struct origin origin);

// Goes behind what follows a start tag of this name, of which it tells if asked to; false where it is
// not certain to be sound.
static bool read_content(
  struct byte_scan_filter *filter, struct span *span, struct origin origin,
  const struct byte_scan_name *name, bool tells
) {
  for (;;) {
    skip_space(span);
    if (span->end - span->at < 2 || *span->at != '<') return false;
    if (span->at[1] == '/') break;
    if (name == &filter->group) {
      struct span inner = {span->at, span->end, 0, false};
      struct origin place = {origin.input, origin.lines + span->lines};
      if (read_element(filter, &inner, place) != ELEMENT_KEPT) {
        span->at = inner.at;
        span->lines += inner.lines;
        continue;
      }
    }
    if (read_tag(filter, span, origin, &filter->child, tells) != TAG_EMPTY) return false;
  }
  span->at += 2;
  if (!starts(span, name)) return false;
  span->at += name->count;
  skip_space(span);
  if (span->at >= span->end || *span->at != '>') return false;
  span->at++;
  return !tells || add_found(filter, name, 0, 0, BYTE_SCAN_END);
}

// Goes from the `<` of an element to behind it, where it is certain to be sound and is either not
// wanted, or can be told of without the parser.
static enum element read_element(
  struct byte_scan_filter *filter, struct span *span, struct origin origin
) {
  struct byte_scan_element *element = next_found(filter);
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
    tag.is_odd |= put_value(filter, span, origin, element, tag.before, value, count);
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
  bool is_told = kind == NULL || kind->is_wanted;
  if (is_told) {
    if (tag.is_odd) return ELEMENT_KEPT;
    if (tag.kind != NULL) put_known(&tag, origin.input, element);
    if (!add_found(filter, &filter->element, tag.seen, origin.lines, parts_of(end))) {
      return ELEMENT_KEPT;
    }
  }
  if (tag.kind != NULL) note_tail(&tag);
  if (end == TAG_OPEN && !read_content(filter, span, origin, &filter->element, is_told)) {
    return ELEMENT_KEPT;
  }
  return is_told ? ELEMENT_FOUND : ELEMENT_DROPPED;
}

// The same of an element that may hold those: all that is in it must be certain.
static enum element read_group(
  struct byte_scan_filter *filter, struct span *span, struct origin origin
) {
  if (!filter->finds || filter->group.count == 0) return ELEMENT_KEPT;
  enum tag tag = read_tag(filter, span, origin, &filter->group, true);
  if (tag == TAG_UNSURE) return ELEMENT_KEPT;
  if (tag == TAG_OPEN && !read_content(filter, span, origin, &filter->group, true)) {
    return ELEMENT_KEPT;
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
    struct origin origin = {bytes, 0};
    uint32_t found = filter->found_count;
    enum element element = is_last ? ELEMENT_KEPT : read_element(filter, &span, origin);
    if (element == ELEMENT_KEPT) {
      span = (struct span){at, end, 0, false};
      filter->found_count = found;
      if (!is_last) element = read_group(filter, &span, origin);
    }
    if (element == ELEMENT_KEPT) {
      filter->found_count = found;
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
    for (; found < filter->found_count; found++) filter->found[found].output = (uint32_t)written;
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
