// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_BYTE_SCAN_DRAFTS_H
#define REINTRO_BYTE_SCAN_DRAFTS_H

#include "byte_scan_table.h"

// Where the processor may have wider instructions than all of its kind have.
#if defined(__x86_64__) && defined(__clang__)
#define BYTE_SCAN_HAS_WIDE 1

// `byte_scan_drafts` with AVX2, BMI and BMI2.
size_t byte_scan_drafts_wide(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end);
#endif

#endif
