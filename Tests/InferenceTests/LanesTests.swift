// SPDX-License-Identifier: Apache-2.0

import CLanes
import Glibc
import Testing

@Suite("Loops with wider instructions against those for every processor")
struct LanesTests {
  /// Whether this processor has the wider instructions.
  static let hasWide: Bool = {
    var loops = lanes_loops()
    return unsafe lanes_wide_loops(&loops)
  }()

  /// Numbers of many sizes, some of them 0, that do not change from run to run.
  static func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Double(state >> 11) / 9_007_199_254_740_992
      return state >> 60 == 0 ? 0 : (unit - 0.5) * (state >> 58 & 1 == 0 ? 1 : 1000)
    }
  }

  /// What each version writes, both with the same numbers given.
  static func both(_ body: (lanes_loops) -> [Double]) -> (narrow: [Double], wide: [Double]) {
    var narrow = lanes_loops()
    var wide = lanes_loops()
    unsafe lanes_narrow_loops(&narrow)
    _ = unsafe lanes_wide_loops(&wide)
    return (body(narrow), body(wide))
  }

  /// Whether all digits are the same; numbers that are all 0 show nothing.
  static func expectSame(_ pair: (narrow: [Double], wide: [Double])) {
    #expect(pair.narrow.map(\.bitPattern) == pair.wide.map(\.bitPattern))
    #expect(pair.narrow.contains { $0 != 0 })
  }

  @Test(
    "Pivots and sides, the same and as worked out one by one",
    .enabled(if: hasWide, "This processor has no AVX2."))
  func project() {
    let (columns, size, capacity, blocks, start) = (13, 3, 4, 2, 3)
    let products = Self.numbers(columns * columns + 3, seed: 1)
    let squares = Self.numbers(columns + 3, seed: 2).map { abs($0) + 4000 }
    let cross = Self.numbers(columns + 3, seed: 3)
    let factor = Self.numbers(capacity * capacity, seed: 4).map { abs($0) + 1 }
    let projection = Self.numbers(capacity, seed: 5)
    let atoms = [11, 0, 7]
    let pair = Self.both { loops in
      var w = [Double](repeating: 0, count: size * blocks * 4)
      var pivots = [Double](repeating: 0, count: blocks * 4)
      var sides = pivots
      unsafe products.withUnsafeBufferPointer { products in
        unsafe squares.withUnsafeBufferPointer { squares in
          unsafe cross.withUnsafeBufferPointer { cross in
            unsafe factor.withUnsafeBufferPointer { factor in
              unsafe projection.withUnsafeBufferPointer { projection in
                unsafe atoms.withUnsafeBufferPointer { atoms in
                  var model = unsafe lanes_growth(
                    squares: squares.baseAddress, cross: cross.baseAddress,
                    products: products.baseAddress, columns: columns, atoms: atoms.baseAddress,
                    factor: factor.baseAddress, projection: projection.baseAddress, size: size,
                    capacity: capacity, precision: 0.25, pull: 0.5)
                  unsafe loops.project?(&model, start, blocks, &w, &pivots, &sides)
                }
              }
            }
          }
        }
      }
      return w + pivots + sides
    }
    Self.expectSame(pair)
    for j in 0..<blocks * 4 {
      var (w, pivot, side) = ([Double](), squares[start + j] + 0.25, cross[start + j] + 0.5)
      for k in 0..<size {
        var value = products[atoms[k] * columns + start + j]
        for l in 0..<k { value -= factor[k * capacity + l] * w[l] }
        w.append(value / factor[k * capacity + k])
        pivot -= w[k] * w[k]
        side -= projection[k] * w[k]
      }
      let found = Array(pair.narrow[(size * blocks * 4)...])
      #expect(abs(found[j] - max(pivot, 0.25)) <= 1e-9 * max(abs(pivot), 4000))
      #expect(abs(found[blocks * 4 + j] - side) <= 1e-9 * max(abs(side), 4000))
    }
  }

  @Test("Log weights", .enabled(if: hasWide, "This processor has no AVX2."))
  func score() {
    let pivots = Self.numbers(40, seed: 6).map { abs($0) + 0.01 }
    let (sides, priors) = (Self.numbers(40, seed: 7), Self.numbers(40, seed: 8))
    Self.expectSame(
      Self.both { loops in
        var fit = lanes_fit(base: -3.5, total: 4321, least: 1e-9, degrees: 89, half: 44.5)
        var weights = [Double](repeating: 0, count: 40)
        unsafe loops.score?(&fit, pivots, sides, priors, 10, &weights)
        return weights
      })
  }

  @Test("Sums of exponentials", .enabled(if: hasWide, "This processor has no AVX2."))
  func exponentials() {
    let numbers = Self.numbers(40, seed: 9)
    Self.expectSame(
      Self.both { loops in
        var sum = [Double](repeating: 0, count: 4)
        unsafe loops.exponentials?(numbers, 10, numbers.max() ?? 0, &sum)
        return sum
      })
  }

  @Test(
    "Numbers times a factor, of any count", .enabled(if: hasWide, "This processor has no AVX2."),
    arguments: 1...9)
  func addScaled(count: Int) {
    let numbers = Self.numbers(count, seed: 10).map { $0 + 0.1 }
    Self.expectSame(
      Self.both { loops in
        var to = Self.numbers(count, seed: 11)
        unsafe loops.add_scaled?(0.1, numbers, count, &to)
        return to
      })
  }

  @Test(
    "A step of the filter, of any count", .enabled(if: hasWide, "This processor has no AVX2."),
    arguments: 1...9)
  func whiten(count: Int) {
    Self.expectSame(
      Self.both { loops in
        var step = lanes_step(decay: 0.3, gain: 0.7, scale: 1.1, faded: 1e-3)
        var row = Self.numbers(count, seed: 12).map { $0 + 0.1 }
        var state = Self.numbers(count, seed: 13)
        unsafe loops.whiten?(&step, count, &row, &state)
        return row + state
      })
  }

  @Test(
    "Tails of mixtures, the same and as worked out one by one",
    .enabled(if: hasWide, "This processor has no AVX2."))
  func tails() {
    let blocks = 3
    let means = Self.numbers(blocks * 4, seed: 15)
    let widths = Self.numbers(blocks * 8, seed: 16).map { abs($0) + 0.2 }
    let shares = Self.numbers(blocks * 4, seed: 17).map { abs($0) + 0.1 }
    var components: [Double] = []
    for block in 0..<blocks {
      components += means[block * 4..<block * 4 + 4]
      components += widths[block * 8..<block * 8 + 8]
      components += shares[block * 4..<block * 4 + 4]
    }
    for x in [0, 0.1, 1, 30] {
      let pair = Self.both { loops in
        var sums = [Double](repeating: 0, count: 12)
        unsafe loops.tails?(components, blocks, x, &sums)
        return sums
      }
      Self.expectSame(pair)
      for lane in 0..<4 {
        var above = 0.0
        var density = 0.0
        for block in 0..<blocks {
          let distance = components[block * 16 + lane] - x
          let inverse = components[block * 16 + lane + (distance < 0 ? 8 : 4)]
          let z = max(distance * inverse, -37)
          let share = components[block * 16 + lane + 12]
          above += share * 0.5 * erfc(-z * 0.5.squareRoot())
          density += share * inverse * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        }
        #expect(abs(pair.narrow[lane] - above) < 1e-10 * above)
        #expect(abs(pair.narrow[lane + 4] - density) <= 1e-10 * density)
      }
    }
  }

  @Test("Products of columns", .enabled(if: hasWide, "This processor has no AVX2."))
  func products() {
    let (width, panels, rows) = (7, 2, 8)
    let values = Self.numbers(panels * rows * 4, seed: 14)
    let active: [UInt64] = [0b11, 0b11]
    Self.expectSame(
      Self.both { loops in
        var matrix = [Double](repeating: 0, count: width * (width + 1))
        unsafe values.withUnsafeBufferPointer { values in
          unsafe active.withUnsafeBufferPointer { active in
            var all = unsafe lanes_panels(
              values: values.baseAddress, active: active.baseAddress, width: width,
              panels: panels, rows: rows, words: 1)
            unsafe loops.add_products?(&all, -1, &matrix, width)
          }
        }
        return matrix
      })
  }
}
