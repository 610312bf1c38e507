// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__) && defined(__clang__)

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "lanes_loops.h"
#include "lanes_wide.h"

static void wide_project(
  const struct lanes_growth *model, size_t start, size_t blocks, double *w, double *pivots,
  double *sides
) {
  project(model, start, blocks, w, pivots, sides);
}

static void wide_score(
  const struct lanes_fit *fit, const double *pivots, const double *sides,
  const double *priors, size_t blocks, double *weights
) {
  score(fit, pivots, sides, priors, blocks, weights);
}

static void wide_exponentials(const double *numbers, size_t blocks, double top, double sum[4]) {
  exponentials(numbers, blocks, top, sum);
}

static void wide_add_scaled(double factor, const double *from, size_t count, double *to) {
  add_scaled(factor, from, count, to);
}

static void wide_whiten(
  const struct lanes_step *step, size_t count, double *row, double *state
) {
  whiten(step, count, row, state);
}

static void wide_add_products(
  const struct lanes_panels *panels, double sign, double *matrix, size_t stride
) {
  add_products(panels, sign, matrix, stride);
}

static void wide_tails(const double *components, size_t blocks, double x, double sums[12]) {
  tails(components, blocks, x, sums);
}

#pragma clang attribute pop

const struct lanes_loops lanes_wide = {
  wide_project, wide_score, wide_exponentials, wide_add_scaled, wide_whiten, wide_add_products,
  wide_tails};

#endif
