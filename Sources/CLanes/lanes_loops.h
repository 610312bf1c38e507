// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "lanes.h"

// The loops. A part of lanes.c, and of lanes_wide.c with instructions that not all processors have.

#pragma STDC FP_CONTRACT OFF

LANES_FUNCTION lanes load(const double *from) {
  lanes numbers;
  memcpy(&numbers, from, sizeof numbers);
  return numbers;
}

LANES_FUNCTION void store(double *to, lanes numbers) { memcpy(to, &numbers, sizeof numbers); }

LANES_FUNCTION void project(
  const struct lanes_growth *model, size_t start, size_t blocks, double *w, double *pivots,
  double *sides
) {
  for (size_t block = 0; block < blocks; block++) {
    size_t place = start + 4 * block;
    lanes pivot = load(model->squares + place) + model->precision;
    lanes side = load(model->cross + place) + model->pull;
    for (size_t k = 0; k < model->size; k++) {
      const double *row = model->factor + k * model->capacity;
      lanes value = load(model->products + (size_t)model->atoms[k] * model->columns + place);
      for (size_t l = 0; l < k; l++) value -= row[l] * load(w + 4 * (l * blocks + block));
      value /= row[k];
      store(w + 4 * (k * blocks + block), value);
      pivot -= value * value;
      side -= model->projection[k] * value;
    }
    store(pivots + 4 * block, lanes_larger(pivot, (lanes)(model->precision)));
    store(sides + 4 * block, side);
  }
}

LANES_FUNCTION void score(
  const struct lanes_fit *fit, const double *pivots, const double *sides,
  const double *priors, size_t blocks, double *weights
) {
  for (size_t block = 0; block < blocks; block++) {
    lanes inverse = 1 / load(pivots + 4 * block), side = load(sides + 4 * block);
    lanes residual = lanes_larger(fit->total - side * side * inverse, (lanes)(fit->least));
    lanes z = side * __builtin_elementwise_sqrt(inverse * fit->degrees / residual);
    lanes factor = lanes_normal_factor(z);
    lanes sure = 0.5 * lanes_log(factor * factor * inverse) + lanes_normal_exponent(z);
    store(
      weights + 4 * block,
      fit->base + load(priors + 4 * block) + sure - fit->half * lanes_log(residual));
  }
}

LANES_FUNCTION void exponentials(const double *numbers, size_t blocks, double top, double sum[4]) {
  lanes all = 0;
  for (size_t block = 0; block < blocks; block++) all += lanes_exp(load(numbers + 4 * block) - top);
  store(sum, all);
}

LANES_FUNCTION void tails(const double *components, size_t blocks, double x, double sums[12]) {
  lanes above = 0, density = 0, slope = 0;
  for (size_t block = 0; block < blocks; block++) {
    const double *four = components + 16 * block;
    lanes distance = load(four) - x;
    lanes inverse = lanes_choose(load(four + 8), distance, load(four + 4)), share = load(four + 12);
    // Beyond 37 standard deviations nothing is left.
    lanes z = lanes_larger(distance * inverse, (lanes)(-37));
    lanes bell = lanes_density(z), tail = bell * lanes_mills_ratio(lanes_magnitude(z));
    lanes height = share * inverse * bell;
    above += share * lanes_choose(tail, z, 1 - tail);
    density += height;
    slope -= height * inverse * z;
  }
  store(sums, above);
  store(sums + 4, density);
  store(sums + 8, slope);
}

LANES_FUNCTION void add_scaled(double factor, const double *from, size_t count, double *to) {
  size_t i = 0;
  for (; i + 4 <= count; i += 4) store(to + i, load(to + i) + factor * load(from + i));
  for (; i < count; i++) to[i] += factor * from[i];
}

LANES_FUNCTION void whiten(
  const struct lanes_step *step, size_t count, double *row, double *state
) {
  struct lanes_step by = *step;
  for (size_t i = 0; i < count; i++) {
    double predicted = by.decay * state[i];
    double innovation = row[i] - predicted;
    row[i] = innovation * by.scale;
    double updated = predicted + by.gain * innovation;
    state[i] = __builtin_fabs(updated) < by.faded ? 0 : updated;
  }
}

// Adds the products of two panels to a tile; false where no row has both.
LANES_FUNCTION bool product(
  const struct lanes_panels *panels, size_t left, size_t right, lanes tile[4]
) {
  lanes one = 0, two = 0, three = 0, four = 0;
  bool is_zero = true;
  for (size_t word = 0; word < panels->words; word++) {
    uint64_t both = panels->active[left * panels->words + word]
      & panels->active[right * panels->words + word];
    if (both) is_zero = false;
    for (; both; both &= both - 1) {
      size_t start = (word * 64 + (size_t)__builtin_ctzll(both)) * 4;
      const double *a = panels->values + 4 * (left * panels->rows + start);
      const double *b = panels->values + 4 * (right * panels->rows + start);
      for (size_t i = 0; i < 16; i += 4) {
        lanes numbers = load(b + i);
        one += a[i] * numbers;
        two += a[i + 1] * numbers;
        three += a[i + 2] * numbers;
        four += a[i + 3] * numbers;
      }
    }
  }
  tile[0] = one;
  tile[1] = two;
  tile[2] = three;
  tile[3] = four;
  return !is_zero;
}

LANES_FUNCTION void add_products(
  const struct lanes_panels *panels, double sign, double *matrix, size_t stride
) {
  for (size_t left = 0; left < panels->panels; left++) {
    size_t count = panels->width - 4 * left < 4 ? panels->width - 4 * left : 4;
    for (size_t right = 0; right <= left; right++) {
      lanes tile[4];
      if (!product(panels, left, right, tile)) continue;
      for (size_t i = 0; i < count; i++) {
        double *row = matrix + (4 * left + i) * stride + 4 * right;
        if (left == right) {
          for (size_t k = 0; k <= i; k++) row[k] += sign * tile[i][k];
        } else {
          store(row, load(row) + sign * tile[i]);
        }
      }
    }
  }
}
