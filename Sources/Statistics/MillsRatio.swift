// SPDX-License-Identifier: Apache-2.0

/// Mills' ratio of the standard normal distribution, Φ(−z)/φ(z), for z of at least 0.
///
/// (z + 4) times the ratio is smooth in t = (z − 4)/(z + 4), from 5.01 at z = 0 to 1 without end. It is
/// taken as the polynomial of degree 23 through its values at the Chebyshev points, worked out with 50
/// digits; four sums over every fourth power of t go on side by side. Relative error below 1e-15.
@inline(__always)
func millsRatio(_ z: Double) -> Double {
  let inverse = 1 / (z + 4)
  let t = (z - 4) * inverse
  let square = t * t
  let fourth = square * square
  let rows = coefficients
  var sums = rows.0 * fourth
  sums += rows.1
  sums = sums * fourth
  sums += rows.2
  sums = sums * fourth
  sums += rows.3
  sums = sums * fourth
  sums += rows.4
  sums = sums * fourth
  sums += rows.5
  return ((sums[0] + t * sums[1]) + square * (sums[2] + t * sums[3])) * inverse
}

private typealias Row = SIMD4<Double>

/// The polynomial's coefficients, four neighbouring powers in a row, the highest first.
@inline(__always)
private var coefficients: (Row, Row, Row, Row, Row, Row) {
  (
    Row(
      4.027496644667924e-08, -1.4722998923746307e-09, -4.232837128668023e-09,
      -3.0073979672398766e-10),
    Row(
      6.635890483495518e-07, -4.00493929251171e-07, -1.974812079272745e-07,
      4.473060051450323e-08),
    Row(
      1.7912419621396938e-06, -1.4843277679080294e-05, -1.5665301434775512e-06,
      2.568755311229722e-06),
    Row(
      0.0003342443649391365, -0.0005792693046478719, -4.781834677436329e-06,
      8.809573121072337e-05),
    Row(
      0.1513917623110474, -0.018900450861711257, -0.008722295248200037, 0.004087855681200072),
    Row(1.8932190633084853, -1.5237709108199835, 0.9704095548676177, -0.4675409629983325)
  )
}
