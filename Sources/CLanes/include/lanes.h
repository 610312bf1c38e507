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

// A model of `size` atoms, to which those of a group are to be added: the atoms' numbers of products H,
// squares H_jj and cross products r_j with the outcome, rows of H `columns` apart, and the model's lower
// factor L, rows `capacity` apart, and its projection L^-1 r.
struct lanes_growth {
  const double *squares, *cross, *products;
  size_t columns;
  const ptrdiff_t *atoms;
  const double *factor, *projection;
  size_t size, capacity;
  // What the prior adds to squares and cross products.
  double precision, pull;
};

// The pivots and sides of `blocks` times four atoms from `start` on; w = L^-1 H_aj goes to `size` times
// `blocks` times four numbers.
void lanes_project(
  const struct lanes_growth *model, size_t start, size_t blocks, double *w, double *pivots,
  double *sides);

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

// The normal equations of all atoms, and what the prior adds to squares and cross products.
struct lanes_equations {
  const double *products, *cross;
  size_t columns;
  double precision, pull;
};

// A model's numbers: three lower triangles with rows `capacity` apart, and four lines.
struct lanes_model {
  size_t capacity;
  double *factor, *inverse, *covariance, *projected, *mean, *sd, *centre;
};

// The lower factor of the equations of `count` atoms, its inverse and the projected side; the squared
// pivots, at least the prior's precision, go to `centre`.
void lanes_factor(
  const struct lanes_equations *equations, const ptrdiff_t *atoms, size_t count,
  struct lanes_model *model);

// The means, twice, standard deviations and covariances, times `scale`, by the inverse factor.
void lanes_coefficients(struct lanes_model *model, size_t count, double scale);

// Adds the products of all pairs of columns, times `sign`, to the lower triangle of a matrix whose rows
// are `stride` apart.
void lanes_add_products(
  const struct lanes_panels *panels, double sign, double *matrix, size_t stride);

// The upper tail at x of a mixture of normals, each with an upper and a lower half: `blocks` times four
// components, by block four means, one over the standard deviations of the lower halves, of the upper halves, and
// the weights. To `sums` go, lane by lane, the shares above x, the densities, and how fast these fall.
void lanes_tails(const double *components, size_t blocks, double x, double sums[12]);

// The loops of which there is more than one version.
struct lanes_loops {
  void (*project)(
    const struct lanes_growth *model, size_t start, size_t blocks, double *w, double *pivots,
    double *sides);
  void (*score)(
    const struct lanes_fit *fit, const double *pivots, const double *sides,
    const double *priors, size_t blocks, double *weights);
  void (*exponentials)(const double *numbers, size_t blocks, double top, double sum[4]);
  void (*add_scaled)(double factor, const double *from, size_t count, double *to);
  void (*whiten)(const struct lanes_step *step, size_t count, double *row, double *state);
  void (*add_products)(
    const struct lanes_panels *panels, double sign, double *matrix, size_t stride);
  void (*tails)(const double *components, size_t blocks, double x, double sums[12]);
};

// Their versions, so that they can be compared: that for every processor, and that with wider
// instructions; false where this processor has none.
void lanes_narrow_loops(struct lanes_loops *loops);
bool lanes_wide_loops(struct lanes_loops *loops);

#endif
