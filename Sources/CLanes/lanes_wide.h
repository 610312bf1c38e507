// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_LANES_WIDE_H
#define REINTRO_LANES_WIDE_H

#include "lanes.h"

// Where the processor may have wider instructions than all of its kind have.
#if defined(__x86_64__) && defined(__clang__)
#define LANES_HAS_WIDE 1

// The loops with AVX2.
struct lanes_loops {
  void (*score)(
    const struct lanes_fit *fit, const double *pivots, const double *sides,
    const double *priors, size_t blocks, double *weights);
  void (*exponentials)(const double *numbers, size_t blocks, double top, double sum[4]);
  void (*add_scaled)(double factor, const double *from, size_t count, double *to);
  void (*whiten)(const struct lanes_step *step, size_t count, double *row, double *state);
  void (*add_products)(
    const struct lanes_panels *panels, double sign, double *matrix, size_t stride);
};

extern const struct lanes_loops lanes_wide;
#endif

#endif
