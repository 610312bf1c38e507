// SPDX-License-Identifier: Apache-2.0
#include "byte_scan_drafts.h"

#if defined(BYTE_SCAN_HAS_WIDE)

#include <immintrin.h>
#include <string.h>

#pragma clang attribute push( \
  __attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)
#define BYTE_SCAN_WIDE 1
#include "table_drafts.h"

size_t byte_scan_drafts_wide(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end
) {
  return make_drafts(layout, bytes, count, start, drafts, most, end);
}

#pragma clang attribute pop

#endif
