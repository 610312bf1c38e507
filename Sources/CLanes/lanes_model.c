// SPDX-License-Identifier: Apache-2.0
#include "lanes.h"

// A model's few numbers, one at a time: there are too few for wider instructions.

#pragma STDC FP_CONTRACT OFF

// What is called is written out for each usual number of atoms.
#define EACH_COUNT(call) \
  switch (count) { \
  case 0: break; \
  case 1: call(1); break; \
  case 2: call(2); break; \
  case 3: call(3); break; \
  case 4: call(4); break; \
  case 5: call(5); break; \
  case 6: call(6); break; \
  default: call(count); \
  }

LANES_FUNCTION void factor(
  const struct lanes_equations *equations, const ptrdiff_t *atoms, size_t count,
  const struct lanes_model *model
) {
  const size_t capacity = model->capacity;
  const double *restrict products = equations->products;
  double *restrict lower = model->factor;
  double *restrict projected = model->projected;
  double *restrict pivots = model->centre;
  const double precision = equations->precision;
  for (size_t j = 0; j < count; j++) {
    const double *from = products + (size_t)atoms[j] * equations->columns;
    double *row = lower + j * capacity;
    double pivot = from[atoms[j]] + precision;
    double side = equations->cross[atoms[j]] + equations->pull;
    for (size_t k = 0; k < j; k++) {
      const double *above = lower + k * capacity;
      double value = from[atoms[k]];
      for (size_t l = 0; l < k; l++) value -= row[l] * above[l];
      value /= above[k];
      row[k] = value;
      pivot -= value * value;
      side -= value * projected[k];
    }
    // Mathematically at least the prior's precision.
    if (precision >= pivot) pivot = precision;
    double root = __builtin_elementwise_sqrt(pivot);
    row[j] = root;
    projected[j] = side / root;
    pivots[j] = pivot;
  }
}

// The inverse of the factor.
LANES_FUNCTION void invert(const struct lanes_model *model, size_t count) {
  const size_t capacity = model->capacity;
  const double *restrict lower = model->factor;
  double *restrict inverse = model->inverse;
  for (size_t j = 0; j < count; j++) {
    const double *row = lower + j * capacity;
    double scale = 1 / row[j];
    inverse[j * capacity + j] = scale;
    for (size_t k = 0; k < j; k++) {
      double sum = 0;
      for (size_t l = k; l < j; l++) sum += row[l] * inverse[l * capacity + k];
      inverse[j * capacity + k] = -sum * scale;
    }
  }
}

LANES_FUNCTION void coefficients(const struct lanes_model *model, size_t count, double scale) {
  const size_t capacity = model->capacity;
  const double *restrict inverse = model->inverse;
  const double *restrict projected = model->projected;
  double *restrict covariance = model->covariance;
  double *restrict means = model->mean;
  double *restrict centre = model->centre;
  double *restrict sds = model->sd;
  for (size_t j = 0; j < count; j++) {
    double mean = 0;
    for (size_t l = j; l < count; l++) mean += inverse[l * capacity + j] * projected[l];
    means[j] = mean;
    centre[j] = mean;
    double last = 0;
    for (size_t k = 0; k <= j; k++) {
      double sum = 0;
      for (size_t l = j; l < count; l++) {
        sum += inverse[l * capacity + j] * inverse[l * capacity + k];
      }
      last = sum * scale;
      covariance[j * capacity + k] = last;
    }
    sds[j] = __builtin_elementwise_sqrt(last);
  }
}

void lanes_factor(
  const struct lanes_equations *equations, const ptrdiff_t *atoms, size_t count,
  struct lanes_model *model
) {
#define FACTOR(size) factor(equations, atoms, size, model), invert(model, size)
  EACH_COUNT(FACTOR)
}

void lanes_coefficients(struct lanes_model *model, size_t count, double scale) {
#define COEFFICIENTS(size) coefficients(model, size, scale)
  EACH_COUNT(COEFFICIENTS)
}
