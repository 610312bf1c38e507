// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_TABLE_HASH_H
#define REINTRO_TABLE_HASH_H

#include "table_bytes.h"

// Hashes by which bytes are kept and found.

// Both halves of a product of 128 bits, in which each bit of the factors tells.
static inline uint64_t folded(uint64_t one, uint64_t other) {
  unsigned __int128 product = (unsigned __int128)one * other;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_bytes(const uint8_t *bytes, size_t count, uint64_t seed) {
  const uint64_t first = 0x9E3779B97F4A7C15u, second = 0xC2B2AE3D27D4EB4Fu;
  uint64_t hash = seed ^ first;
  size_t left = count;
  for (; left > 16; left -= 16, bytes += 16) {
    hash = folded(load(bytes, 8) ^ second, load(bytes + 8, 8) ^ hash);
  }
  uint64_t low, high = 0;
  if (left >= 8) {
    low = load(bytes, 8);
    high = load(bytes + left - 8, 8);
  } else if (left >= 4) {
    low = load(bytes, 4);
    high = load(bytes + left - 4, 4);
  } else {
    low = left == 0 ? 0 : (uint64_t)bytes[0] << 16 | (uint64_t)bytes[left / 2] << 8 | bytes[left - 1];
  }
  return folded(low ^ second, high ^ hash ^ count);
}

// The hash of one stretch, as owners have it.
static inline uint64_t hash_one(const uint8_t *bytes, size_t count) {
  return hash_bytes(bytes, count, 1);
}

#endif
