// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The lower triangle of the products of all columns, row after row.
///
/// Takes four observations at a time, so that each element is loaded and stored a quarter as often.
///
/// - Complexity: O(rows × width²/2).
func gramMatrix(_ rows: [Double], width: Int) -> [Double] {
  var gram = [Double](repeating: 0, count: width * width)
  let count = width > 0 ? rows.count / width : 0
  unsafe gram.withUnsafeMutableBufferPointer { gram in
    unsafe rows.withUnsafeBufferPointer { rows in
      var i = 0
      while i + 4 <= count {
        unsafe addFour(rows, at: i * width, width: width, to: gram)
        i += 4
      }
      while i < count {
        let base = i * width
        for j in 0..<width {
          let x = unsafe rows[base + j]
          for k in 0...j { unsafe gram[j * width + k] += x * rows[base + k] }
        }
        i += 1
      }
    }
  }
  return gram
}

/// Adds the products of four observations.
private func addFour(
  _ rows: UnsafeBufferPointer<Double>, at base: Int, width: Int,
  to gram: UnsafeMutableBufferPointer<Double>
) {
  let second = base + width
  let third = second + width
  let fourth = third + width
  for j in 0..<width {
    let (a, b) = unsafe (rows[base + j], rows[second + j])
    let (c, d) = unsafe (rows[third + j], rows[fourth + j])
    if a == 0, b == 0, c == 0, d == 0 { continue }
    for k in 0...j {
      let sum = unsafe a * rows[base + k] + b * rows[second + k]
      let more = unsafe c * rows[third + k] + d * rows[fourth + k]
      unsafe gram[j * width + k] += sum + more
    }
  }
}

/// Eliminates the leading columns of a symmetric matrix held in its lower triangle.
///
/// What is left below them is the Schur complement. A column that depends on those before it
/// (pivot below 1e-11 of its square) is passed over, as if it were not there.
///
/// - Returns: The log determinant of the leading block.
func eliminate(_ matrix: inout [Double], leading: Int, width: Int) -> Double {
  var logDeterminant = 0.0
  let squares = (0..<leading).map { matrix[$0 * width + $0] }
  var row = [Double](repeating: 0, count: width)
  for k in 0..<leading {
    let pivot = matrix[k * width + k]
    guard pivot > 1e-11 * squares[k], pivot > 0 else { continue }
    logDeterminant += log(pivot)
    let scale = 1 / pivot.squareRoot()
    for j in k + 1..<width { row[j] = matrix[j * width + k] * scale }
    unsafe matrix.withUnsafeMutableBufferPointer { matrix in
      unsafe row.withUnsafeBufferPointer { row in
        for j in k + 1..<width {
          let x = unsafe row[j]
          if x == 0 { continue }
          for l in k + 1...j { unsafe matrix[j * width + l] -= x * row[l] }
        }
      }
    }
  }
  return logDeterminant
}
