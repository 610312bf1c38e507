// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_LANES_WIDE_H
#define REINTRO_LANES_WIDE_H

#include "lanes.h"

// Where the processor may have wider instructions than all of its kind have.
#if defined(__x86_64__) && defined(__clang__)
#define LANES_HAS_WIDE 1

// The loops with AVX2.
extern const struct lanes_loops lanes_wide;
#endif

#endif
