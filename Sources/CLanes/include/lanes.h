// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_LANES_H
#define REINTRO_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lanes_math.h"

// Loops over four numbers at a time, for which wider instructions are taken where the processor has
// them; the digits are the same. Nothing allocates, and nothing reads or writes outside of what it is
// given.

// A fitted model, to which one atom more is to be added.
struct lanes_fit {
  // What all log weights have in common.
  double base;
  // The residual sum of squares before, the least after, the degrees of freedom and half of them.
  double total, least, degrees, half;
};

// The log weights of `blocks` times four atoms from their pivots, sides and log prior weights.
void lanes_score(
  const struct lanes_fit *fit, const double *pivots, const double *sides,
  const double *priors, size_t blocks, double *weights);

// The sum of the exponentials of `blocks` times four numbers less `top`, which none of them exceeds,
// lane by lane.
void lanes_exponentials(const double *numbers, size_t blocks, double top, double sum[4]);

// Adds numbers times a factor to others.
void lanes_add_scaled(double factor, const double *from, size_t count, double *to);

// One step of a filter that fades: what is left of the state is taken from the row, which is scaled,
// and the state takes up its share of what was left over. States below `faded` become 0.
struct lanes_step {
  double decay, gain, scale, faded;
};
void lanes_whiten(const struct lanes_step *step, size_t count, double *row, double *state);

// Columns in panels of four: panel after panel, row after row, and by panel a bit for each four rows
// that are not all zero.
struct lanes_panels {
  const double *values;
  const uint64_t *active;
  // The columns, the panels, their rows, a multiple of four, and the words of bits.
  size_t width, panels, rows, words;
};

// Adds the products of all pairs of columns, times `sign`, to the lower triangle of a matrix whose rows
// are `stride` apart.
void lanes_add_products(
  const struct lanes_panels *panels, double sign, double *matrix, size_t stride);

#endif
