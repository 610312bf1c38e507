// SPDX-License-Identifier: Apache-2.0
#include "byte_scan_drafts.h"

#include "table_drafts.h"

bool byte_scan_add_run(struct byte_scan_layout *layout, uint8_t first, uint8_t last) {
  if (layout->run_count >= BYTE_SCAN_RUNS) return false;
  layout->first[layout->run_count] = first;
  layout->last[layout->run_count] = last;
  layout->run_count++;
  return true;
}

size_t byte_scan_drafts_narrow(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end
) {
  return make_drafts(layout, bytes, count, start, drafts, most, end);
}

size_t byte_scan_drafts(
  const struct byte_scan_layout *layout, const uint8_t *bytes, size_t count, size_t start,
  struct byte_scan_draft *drafts, size_t most, size_t *end
) {
#if defined(BYTE_SCAN_HAS_WIDE)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
    && __builtin_cpu_supports("popcnt")) {
    return byte_scan_drafts_wide(layout, bytes, count, start, drafts, most, end);
  }
#endif
  return byte_scan_drafts_narrow(layout, bytes, count, start, drafts, most, end);
}
