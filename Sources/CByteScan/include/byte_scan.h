// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_BYTE_SCAN_H
#define REINTRO_BYTE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "byte_scan_table.h"

// Scans that look at many bytes at a time. Nothing of it allocates, and nothing reads or writes
// outside the bytes that it is given.

// MARK: XML

enum {
  BYTE_SCAN_NAMES = 16, BYTE_SCAN_NAME = 32, BYTE_SCAN_SLOTS = 64, BYTE_SCAN_VALUE = 80,
  BYTE_SCAN_TAIL = 512, BYTE_SCAN_FOUND = 256
};

// What an element is by its name, and which of its tags are meant.
enum {
  BYTE_SCAN_IS_ELEMENT, BYTE_SCAN_IS_CHILD, BYTE_SCAN_IS_GROUP,
  BYTE_SCAN_START = 1, BYTE_SCAN_END = 2
};

struct byte_scan_name {
  char bytes[BYTE_SCAN_NAME];
  uint32_t count;
};

// An element that is wanted, or a tag of it, that was read without the parser.
struct byte_scan_element {
  // How many bytes of the output stand before it, and how many line ends between that place and it.
  uint32_t output, lines;
  uint8_t name, parts;
  // Which attributes it has, as bits, and where their values are in the input.
  uint32_t present;
  struct {
    uint32_t start, count;
  } values[BYTE_SCAN_NAMES];
};

// An attribute behind the first one, by its distance from that one's value.
struct byte_scan_end {
  // Where it ends, which attributes there are up to there, as bits, and which it is.
  uint32_t end, seen;
  int32_t last;
  // Its value.
  uint32_t start, count;
};

// Elements with one value of the first attribute. They often have the same attributes behind it, with
// values of the same lengths, which need not be read again one by one.
struct byte_scan_kind {
  uint32_t count;
  bool is_wanted;
  uint8_t bytes[BYTE_SCAN_VALUE];
  // The bytes behind the value's quote, which of them are characters of values and may be others of
  // ASCII the next time (0xFF), and where in them the attributes are.
  uint32_t tail_count, tail_ends;
  uint8_t tail[BYTE_SCAN_TAIL], is_free[BYTE_SCAN_TAIL];
  struct byte_scan_end ends[BYTE_SCAN_NAMES];
};

// A filter that leaves elements out of a document in UTF-8 before a parser sees it.
struct byte_scan_filter {
  // The elements that may be left out, the empty elements that may stand in them, and elements that
  // may hold both, if any: their name is not shorter than that of the first.
  struct byte_scan_name element, child, group;
  // The root; its end tag ends the filtering.
  struct byte_scan_name root;
  // The attributes that those elements may have; the first says whether the element is wanted.
  struct byte_scan_name attributes[BYTE_SCAN_NAMES];
  uint32_t attribute_count;
  // Whether elements with this value of the first attribute are wanted.
  bool (*is_wanted)(const uint8_t *value, size_t count, void *context);
  void *context;

  // Whether all that follows is passed on as it is.
  bool is_off;
  // Whether the tag before was certain to end, so that the next `<` is not inside it.
  bool is_outside;
  // How many elements have been left out.
  uint64_t dropped;
  // Which attribute came after which.
  uint8_t next[BYTE_SCAN_NAMES + 1];
  // The attributes of which the parser's user asks for the values, as bits.
  uint32_t asked;
  // The wanted elements that the last pass has read; none of them stands before a tag that is among
  // the pass's output. Only where `finds` is set.
  bool finds;
  uint32_t found_count;
  struct byte_scan_element found[BYTE_SCAN_FOUND + 1];
  // The kinds of elements that came, each in the place that its value has.
  struct byte_scan_kind kinds[BYTE_SCAN_SLOTS];
};

// Sets a name; false where it is too long.
bool byte_scan_set_name(struct byte_scan_name *name, const uint8_t *bytes, size_t count);

// Copies `count` bytes to `output`, which has room for as many, without the elements that are
// certain to be unwanted and well-formed; the line ends in these are kept. The first of them behind
// any other tag becomes an empty element: where that tag is broken, its `<` tells. Elements that are
// wanted or groups, and just as certain with all that is in them, are put into `found` instead; the
// pass ends early before a tag that follows one, and where there is no room for more. Returns how
// many bytes were written.
// `taken` is the number of bytes that were dealt with, `rest` that of the bytes behind them, if the
// pass went to the end, that hold an unfinished tag.
size_t byte_scan_filter_pass(
  struct byte_scan_filter *filter, const uint8_t *bytes, size_t count, uint8_t *output,
  size_t *taken, size_t *rest);

// One of the elements that the last pass found; NULL where there is none of that number.
const struct byte_scan_element *byte_scan_found_element(
  const struct byte_scan_filter *filter, size_t number);

// Where an attribute's value is in the input of the pass that found the element.
const uint8_t *byte_scan_value(
  const struct byte_scan_element *element, const uint8_t *input, size_t place, size_t *count);

// The number of line ends.
size_t byte_scan_lines(const uint8_t *bytes, size_t count);

// MARK: Text

// The first place at which a byte is below 0x20 and neither tab nor line end; `count` if none is.
size_t byte_scan_control(const uint8_t *bytes, size_t count);

// MARK: References to XML's own entities

// What stands in place of the `&` of a reference.
#define BYTE_SCAN_MARK 0x7F

// Copies bytes to `to`, where a mark takes the place of the `&` of each reference to one of XML's own
// entities; false, and `to` of no use, where a mark is among them or a reference to a character's number.
bool byte_scan_stand_in(const uint8_t *from, size_t count, uint8_t *to);

// Whether these bytes, behind `&`, make it a reference to one of XML's own entities.
bool byte_scan_is_own_reference(const uint8_t *bytes, size_t count);

// Whether a mark is among the bytes.
bool byte_scan_has_mark(const uint8_t *bytes, size_t count);

// Copies a value to `to` as it is meant, with room for `count` bytes, and says how many it takes.
size_t byte_scan_meant(const uint8_t *from, size_t count, uint8_t *to);

// MARK: Cells

// The first place of a byte that means something in an unquoted cell of a CSV: `delimiter`,
// `quote`, a control character but for the tab, or 0x7F; `count` if none does.
size_t byte_scan_cell(const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote);

// The same in a quoted cell, where delimiters mean nothing.
size_t byte_scan_quoted(const uint8_t *bytes, size_t count, uint8_t quote);

// Whether a cell of a CSV holds a comma, a semicolon, a tab, a quote or a line end.
bool byte_scan_needs_quotes(const uint8_t *bytes, size_t count);

// Two hashes of bytes at once, with different factors, mixed into `pair`; each can be told from that
// of no bytes at all, for which `bytes` is NULL.
void byte_scan_hash_pair(const uint8_t *bytes, size_t count, uint64_t pair[2]);

// How many line ends stand behind the last `<`; SIZE_MAX where there is no `<`.
size_t byte_scan_lines_in_tag(const uint8_t *bytes, size_t count);

// Whether two stretches of bytes are the same.
bool byte_scan_equal(const uint8_t *one, const uint8_t *other, size_t count);

// Whether all bytes are ASCII.
bool byte_scan_is_ascii(const uint8_t *bytes, size_t count);

#endif
