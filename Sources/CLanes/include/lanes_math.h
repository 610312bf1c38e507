// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_LANES_MATH_H
#define REINTRO_LANES_MATH_H

#include <stdint.h>

// Logarithm, exponential and normal tail of four numbers at a time, without branches; for weights that
// are only compared or corrected later. Exactly rounded operations alone, so every machine gives the
// same digits.

#pragma STDC FP_CONTRACT OFF
// All calls are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double lanes __attribute__((ext_vector_type(4)));
typedef uint64_t lane_bits __attribute__((ext_vector_type(4)));

#define LANES_FUNCTION static inline __attribute__((always_inline))

// The one number where the sign bit of `sign` is set, else the other.
LANES_FUNCTION lanes lanes_choose(lanes one, lanes sign, lanes other) {
  lane_bits mask = -((lane_bits)sign >> 63);
  return (lanes)(((lane_bits)one & mask) | ((lane_bits)other & ~mask));
}

// The larger numbers.
LANES_FUNCTION lanes lanes_larger(lanes one, lanes other) {
  return lanes_choose(other, one - other, one);
}

// The numbers without their signs.
LANES_FUNCTION lanes lanes_magnitude(lanes x) {
  return (lanes)((lane_bits)x & 0x7FFFFFFFFFFFFFFF);
}

// The logarithms of positive normal numbers, within 1e-9.
LANES_FUNCTION lanes lanes_log(lanes x) {
  lane_bits bits = (lane_bits)x;
  // 1024 more than the exponent for which the rest lies between 0.7 and 1.4.
  lane_bits exponent = (bits + 0x001999999999999A) >> 52;
  lanes rest = (lanes)(bits + 0x4000000000000000 - (exponent << 52));
  // 2^52 + 1024, for turning an exponent into a number by its bits.
  lanes power = (lanes)(exponent | 0x4330000000000000) - 4503599627371520.0;
  lanes s = (rest - 1) / (rest + 1);
  lanes q = s * s;
  lanes series = q * (1.0 / 11) + (1.0 / 9);
  series = series * q + (1.0 / 7);
  series = series * q + (1.0 / 5);
  series = series * q + (1.0 / 3);
  series = series * q + 1;
  return power * 0.6931471805599453 + 2 * s * series;
}

// A number's exponential is the power times that of the rest; below -700 as there.
LANES_FUNCTION lanes lanes_power(lanes x, lanes *rest) {
  lanes bounded = lanes_larger(x, (lanes)(-700));
  // 1.5 * 2^52 leaves whole numbers in the lowest bits of what it is added to.
  lanes shifted = bounded * 1.4426950408889634 + 6755399441055744.0;
  *rest = bounded - (shifted - 6755399441055744.0) * 0.6931471805599453;
  return (lanes)(((lane_bits)shifted + 1023) << 52);
}

// The series of the exponential of r; `series` is the sum of its terms from r^7 on, over r^7.
LANES_FUNCTION lanes lanes_exp_series(lanes series, lanes r) {
  series = series * r + (1.0 / 720);
  series = series * r + (1.0 / 120);
  series = series * r + (1.0 / 24);
  series = series * r + (1.0 / 6);
  series = series * r + (1.0 / 2);
  series = series * r + 1;
  return series * r + 1;
}

// e raised to numbers of at most 0, within 1e-8 of its value; below -700 as there.
LANES_FUNCTION lanes lanes_exp(lanes x) {
  lanes r;
  lanes power = lanes_power(x, &r);
  return power * lanes_exp_series((lanes)(1.0 / 5040), r);
}

// The same within 1e-13.
LANES_FUNCTION lanes lanes_exp_precise(lanes x) {
  lanes r;
  lanes power = lanes_power(x, &r);
  lanes series = r * (1.0 / 39916800) + (1.0 / 3628800);
  series = series * r + (1.0 / 362880);
  series = series * r + (1.0 / 40320);
  series = series * r + (1.0 / 5040);
  return power * lanes_exp_series(series, r);
}

// The normal density at z, within 1e-12 of its value for |z| up to 37.
LANES_FUNCTION lanes lanes_density(lanes z) {
  return lanes_exp_precise(z * z * -0.5) * 0.3989422804014327;
}

// Mills' ratio of numbers of at least 0: the polynomial of `millsRatio` in Statistics, with the same
// coefficients, term after term the same.
LANES_FUNCTION lanes lanes_mills_ratio(lanes z) {
  lanes inverse = 1 / (z + 4);
  lanes t = (z - 4) * inverse;
  lanes square = t * t;
  lanes fourth = square * square;
  lanes a = fourth * 4.027496644667924e-08 + 6.635890483495518e-07;
  a = a * fourth + 1.7912419621396938e-06;
  a = a * fourth + 0.0003342443649391365;
  a = a * fourth + 0.1513917623110474;
  a = a * fourth + 1.8932190633084853;
  lanes b = fourth * -1.4722998923746307e-09 - 4.00493929251171e-07;
  b = b * fourth - 1.4843277679080294e-05;
  b = b * fourth - 0.0005792693046478719;
  b = b * fourth - 0.018900450861711257;
  b = b * fourth - 1.5237709108199835;
  lanes c = fourth * -4.232837128668023e-09 - 1.974812079272745e-07;
  c = c * fourth - 1.5665301434775512e-06;
  c = c * fourth - 4.781834677436329e-06;
  c = c * fourth - 0.008722295248200037;
  c = c * fourth + 0.9704095548676177;
  lanes d = fourth * -3.0073979672398766e-10 + 4.473060051450323e-08;
  d = d * fourth + 2.568755311229722e-06;
  d = d * fourth + 8.809573121072337e-05;
  d = d * fourth + 0.004087855681200072;
  d = d * fourth - 0.4675409629983325;
  return ((a + t * b) + square * (c + t * d)) * inverse;
}

// The logarithm of erfc(|z| / sqrt 2) / t with t = 1 / (1 + |z| / sqrt 8): the Chebyshev fit to log erfc of Press
// and others, Numerical Recipes, 6.2 (erfc to 1.2e-7 of its value).
LANES_FUNCTION lanes lanes_tail(lanes z) {
  lanes x = lanes_magnitude(z) * 0.7071067811865476;
  lanes t = 1 / (1 + 0.5 * x);
  lanes sum = t * 0.17087277 - 0.82215223;
  sum = sum * t + 1.48851587;
  sum = sum * t - 1.13520398;
  sum = sum * t + 0.27886807;
  sum = sum * t - 0.18628806;
  sum = sum * t + 0.09678418;
  sum = sum * t + 0.37409196;
  sum = sum * t + 1.00002368;
  sum = sum * t - 1.26551223;
  return sum - x * x;
}

// The normal distribution function as a factor and an exponent, factor * e^exponent, within 2e-7 of its
// value. The exponent is 0 for positive z.
LANES_FUNCTION lanes lanes_normal_factor(lanes z) {
  lanes half = 0.5 * (1 / (1 + 0.5 * (lanes_magnitude(z) * 0.7071067811865476)));
  return lanes_choose(half, z, 1 - half * lanes_exp(lanes_tail(z)));
}

LANES_FUNCTION lanes lanes_normal_exponent(lanes z) {
  return lanes_choose(lanes_tail(z), z, (lanes)(0));
}

#endif
