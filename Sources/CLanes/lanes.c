// SPDX-License-Identifier: Apache-2.0
#include "lanes_loops.h"
#include "lanes_wide.h"

#if defined(LANES_HAS_WIDE)
#define WIDE(call) if (__builtin_cpu_supports("avx2")) return lanes_wide.call
#else
#define WIDE(call)
#endif

void lanes_project(
  const struct lanes_growth *model, size_t start, size_t blocks, double *w, double *pivots,
  double *sides
) {
  WIDE(project(model, start, blocks, w, pivots, sides));
  project(model, start, blocks, w, pivots, sides);
}

void lanes_score(
  const struct lanes_fit *fit, const double *pivots, const double *sides,
  const double *priors, size_t blocks, double *weights
) {
  WIDE(score(fit, pivots, sides, priors, blocks, weights));
  score(fit, pivots, sides, priors, blocks, weights);
}

void lanes_exponentials(const double *numbers, size_t blocks, double top, double sum[4]) {
  WIDE(exponentials(numbers, blocks, top, sum));
  exponentials(numbers, blocks, top, sum);
}

void lanes_add_scaled(double factor, const double *from, size_t count, double *to) {
  WIDE(add_scaled(factor, from, count, to));
  add_scaled(factor, from, count, to);
}

void lanes_whiten(const struct lanes_step *step, size_t count, double *row, double *state) {
  WIDE(whiten(step, count, row, state));
  whiten(step, count, row, state);
}

void lanes_add_products(
  const struct lanes_panels *panels, double sign, double *matrix, size_t stride
) {
  WIDE(add_products(panels, sign, matrix, stride));
  add_products(panels, sign, matrix, stride);
}

void lanes_tails(const double *components, size_t blocks, double x, double sums[12]) {
  WIDE(tails(components, blocks, x, sums));
  tails(components, blocks, x, sums);
}

static void narrow_project(
  const struct lanes_growth *model, size_t start, size_t blocks, double *w, double *pivots,
  double *sides
) {
  project(model, start, blocks, w, pivots, sides);
}

static void narrow_score(
  const struct lanes_fit *fit, const double *pivots, const double *sides,
  const double *priors, size_t blocks, double *weights
) {
  score(fit, pivots, sides, priors, blocks, weights);
}

static void narrow_exponentials(const double *numbers, size_t blocks, double top, double sum[4]) {
  exponentials(numbers, blocks, top, sum);
}

static void narrow_add_scaled(double factor, const double *from, size_t count, double *to) {
  add_scaled(factor, from, count, to);
}

static void narrow_whiten(
  const struct lanes_step *step, size_t count, double *row, double *state
) {
  whiten(step, count, row, state);
}

static void narrow_add_products(
  const struct lanes_panels *panels, double sign, double *matrix, size_t stride
) {
  add_products(panels, sign, matrix, stride);
}

static void narrow_tails(const double *components, size_t blocks, double x, double sums[12]) {
  tails(components, blocks, x, sums);
}

void lanes_narrow_loops(struct lanes_loops *loops) {
  *loops = (struct lanes_loops){
    narrow_project, narrow_score, narrow_exponentials, narrow_add_scaled, narrow_whiten,
    narrow_add_products, narrow_tails};
}

bool lanes_wide_loops(struct lanes_loops *loops) {
#if defined(LANES_HAS_WIDE)
  if (__builtin_cpu_supports("avx2")) {
    *loops = lanes_wide;
    return true;
  }
#endif
  return false;
}
