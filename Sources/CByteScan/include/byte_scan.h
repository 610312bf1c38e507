// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_BYTE_SCAN_H
#define REINTRO_BYTE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Scans that look at many bytes at a time. Nothing here allocates, and nothing reads or writes
// outside the bytes that it is given.

// MARK: XML

enum { BYTE_SCAN_NAMES = 16, BYTE_SCAN_NAME = 32, BYTE_SCAN_SLOTS = 64, BYTE_SCAN_VALUE = 80 };

struct byte_scan_name {
  char bytes[BYTE_SCAN_NAME];
  uint32_t count;
};

// A filter that leaves elements out of a document in UTF-8 before a parser sees it.
struct byte_scan_filter {
  // The elements that may be left out, and the empty elements that may stand in them.
  struct byte_scan_name element, child;
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
  // Values that are known to be unwanted.
  struct {
    uint32_t count;
    uint8_t bytes[BYTE_SCAN_VALUE];
  } unwanted[BYTE_SCAN_SLOTS];
};

// Sets a name; false where it is too long.
bool byte_scan_set_name(struct byte_scan_name *name, const uint8_t *bytes, size_t count);

// Copies `count` bytes to `output`, which has room for as many, without the elements that are
// certain to be unwanted and well-formed; the line ends in these are kept. The first of them behind
// any other tag becomes an empty element: where that tag is broken, its `<` tells. Returns how many
// bytes were written. `rest` is the number of bytes at the end, not copied, that hold an unfinished tag.
size_t byte_scan_filter_pass(
  struct byte_scan_filter *filter, const uint8_t *bytes, size_t count, uint8_t *output,
  size_t *rest);

// MARK: Text

// The first place at which a byte is below 0x20 and neither tab nor line end; `count` if none is.
size_t byte_scan_control(const uint8_t *bytes, size_t count);

// The first place of a byte that means something in an unquoted cell of a CSV: `delimiter`,
// `quote`, a control character but for the tab, or 0x7F; `count` if none does.
size_t byte_scan_cell(const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote);

// The same in a quoted cell, where delimiters mean nothing.
size_t byte_scan_quoted(const uint8_t *bytes, size_t count, uint8_t quote);

// How many bytes the row that starts at `bytes` has, with its line end (LF or CR LF); 0 unless it
// is whole, holds neither quotes nor control characters, and has a cell at the place `cell`.
// `start` and `end` are set to the ends of that cell.
size_t byte_scan_plain_row(
  const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote, size_t cell,
  size_t *start, size_t *end);

// A hash of bytes, for tables whose keys are compared in full.
uint64_t byte_scan_hash(const uint8_t *bytes, size_t count, uint64_t seed);

// Whether two stretches of bytes are the same.
bool byte_scan_equal(const uint8_t *one, const uint8_t *other, size_t count);

// Whether all bytes are ASCII.
bool byte_scan_is_ascii(const uint8_t *bytes, size_t count);

#endif
