// SPDX-License-Identifier: Apache-2.0

internal import CLanes
internal import Glibc

/// The lower triangle of the products of all columns, row after row.
///
/// - Complexity: O(rows × width²/2), less where columns are zero for long.
func gramMatrix(_ rows: [Double], width: Int) -> [Double] {
  var gram = [Double](repeating: 0, count: width * width)
  guard width > 0 else { return gram }
  ColumnPanels(rows, width: width).addProducts(to: &gram, from: 0, stride: width, sign: 1)
  return gram
}

/// The leading columns of a symmetric matrix, eliminated.
struct Elimination {
  /// The rows of the leading block's factor, each from the diagonal on; zero where one was passed over.
  private(set) var factor: [Double]
  /// What each row of the factor was multiplied with: one over the root of its pivot.
  private(set) var scales: [Double]
  /// The log determinant of the leading block.
  private(set) var logDeterminant = 0.0
  let leading: Int
  let width: Int

  /// Eliminates the leading columns of a symmetric matrix held in its lower triangle.
  ///
  /// What is left below them is the Schur complement. A column that depends on those before it
  /// (pivot below 1e-11 of its square) is passed over, as if it were not there. The leading columns
  /// themselves are left as they were.
  init(_ matrix: inout [Double], leading: Int, width: Int) {
    self.leading = leading
    self.width = width
    factor = Array(repeating: 0, count: leading * width)
    scales = Array(repeating: 0, count: leading)
    for k in 0..<leading { addRow(k, matrix) }
    let rest = width - leading
    guard leading > 0, rest > 0 else { return }
    var trailing: [Double] = []
    trailing.reserveCapacity(leading * rest)
    for k in 0..<leading { trailing += factor[k * width + leading..<(k + 1) * width] }
    ColumnPanels(trailing, width: rest).addProducts(
      to: &matrix, from: leading, stride: width, sign: -1)
  }

  private mutating func addRow(_ k: Int, _ matrix: [Double]) {
    let line = k * width
    let width = width
    let square = matrix[line + k]
    let scale = unsafe factor.withUnsafeMutableBufferPointer { factor in
      guard let rows = factor.baseAddress else { return 0.0 }
      unsafe matrix.withUnsafeBufferPointer { matrix in
        for j in k..<width { unsafe factor[line + j] = matrix[j * width + k] }
      }
      for m in 0..<k {
        let above = m * width
        let x = unsafe factor[above + k]
        if x == 0 { continue }
        unsafe lanes_add_scaled(-x, rows + above + k, width - k, rows + line + k)
      }
      let pivot = unsafe factor[line + k]
      let isIndependent = pivot > 1e-11 * square && pivot > 0
      if isIndependent { logDeterminant += log(pivot) }
      let scale = isIndependent ? 1 / pivot.squareRoot() : 0
      for j in k..<width { unsafe factor[line + j] *= scale }
      return scale
    }
    scales[k] = scale
  }

  /// The row that one more column would have in the factor, given its products with the leading ones.
  func share(_ products: some RandomAccessCollection<Double>) -> [Double] {
    var share = Array(products)
    for k in 0..<min(leading, share.count) {
      var value = share[k]
      for m in 0..<k {
        let x = factor[m * width + k]
        if x != 0 { value -= x * share[m] }
      }
      share[k] = value * scales[k]
    }
    return share
  }

  /// What the leading columns explain of the products of one more column, given its share, with the
  /// columns after them.
  func explained(_ share: [Double]) -> [Double] {
    let rest = width - leading
    var sums = [Double](repeating: 0, count: rest)
    precondition(share.count <= leading, "The share is one of the leading columns.")
    unsafe factor.withUnsafeBufferPointer { factor in
      guard let rows = factor.baseAddress else { return }
      for (k, x) in share.enumerated() where x != 0 {
        unsafe lanes_add_scaled(x, rows + k * width + leading, rest, &sums)
      }
    }
    return sums
  }
}

/// Columns in panels of four, with a note of where each panel is zero.
private struct ColumnPanels {
  /// The number of columns, and of panels.
  let width: Int
  let panels: Int
  /// The number of rows, rounded up to a multiple of four.
  let rows: Int
  /// Panel after panel, row after row.
  private let values: [Lanes]
  /// By panel, a bit for each four rows that are not all zero.
  private let active: [UInt64]
  private var words: Int { (rows / 4 + 63) / 64 }

  /// Packs rows of `width` numbers.
  init(_ numbers: [Double], width: Int) {
    self.width = width
    let count = numbers.count / width
    let (panels, rows) = ((width + 3) / 4, (count + 3) / 4 * 4)
    let words = (rows / 4 + 63) / 64
    var active = [UInt64](repeating: 0, count: panels * words)
    values = unsafe Array(unsafeUninitializedCapacity: panels * rows) { values, filled in
      for panel in 0..<panels {
        for i in 0..<rows {
          let value =
            i < count ? Self.four(numbers, i * width + 4 * panel, width - 4 * panel) : Lanes()
          unsafe values.initializeElement(at: panel * rows + i, to: value)
          if value != Lanes() { active[panel * words + i / 256] |= 1 << UInt64(i / 4 % 64) }
        }
      }
      filled = panels * rows
    }
    self.panels = panels
    self.rows = rows
    self.active = active
  }

  /// Up to four numbers from a place on, of as many as are left in a row, with zeros behind them.
  @inline(__always)
  private static func four(_ numbers: [Double], _ place: Int, _ left: Int) -> Lanes {
    guard left < 4 else {
      return unsafe numbers.withUnsafeBytes { numbers in
        unsafe numbers.loadUnaligned(fromByteOffset: place * 8, as: Lanes.self)
      }
    }
    var value = Lanes()
    for k in 0..<left { value[k] = numbers[place + k] }
    return value
  }

  /// Adds the products of all pairs of columns, times ±1, to the lower triangle of a matrix whose rows
  /// are `stride` apart, from its row and column `first` on.
  func addProducts(to matrix: inout [Double], from first: Int, stride: Int, sign: Double) {
    precondition(
      width == 0 || (first + width - 1) * (stride + 1) < matrix.count,
      "The matrix must hold all products.")
    unsafe values.withUnsafeBytes { values in
      unsafe active.withUnsafeBufferPointer { active in
        unsafe matrix.withUnsafeMutableBufferPointer { matrix in
          guard let matrix = matrix.baseAddress else { return }
          var all = unsafe lanes_panels(
            values: values.assumingMemoryBound(to: Double.self).baseAddress,
            active: active.baseAddress, width: width, panels: panels, rows: rows, words: words)
          unsafe lanes_add_products(&all, sign, matrix + first * (stride + 1), stride)
        }
      }
    }
  }
}
