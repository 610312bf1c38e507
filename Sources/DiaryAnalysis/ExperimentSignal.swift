// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The response that doses by day bring, by response time and dose shape.
enum ExperimentSignal {
  /// The days after a dose on which any of it is felt.
  static let reach = 7
  /// The number of pairs of a response time and a dose shape.
  static let atoms = ResponseKernel.all.count * DoseShape.allCases.count

  /// How much of a signal an analysis sees that does not know the response time and dose shape, as a
  /// share: found by whole new analyses, see `docs/experiments.md`, section 4.
  static let look = 0.9

  /// For each response time, what one portion at unknown hours brings on its day and each day after.
  static let daily: [[Double]] = {
    var table = KernelTable()
    let hours = TimeAxis(dayStartMinutes: 0).mealHours(of: 0)
    return ResponseKernel.all.indices.map { kernel in
      (0...reach).map { lag in
        let begin = Double(lag) * 24
        let sum = hours.reduce(0) {
          $0 + table.bracket(kernel, begin - $1, begin + 24 - $1)
        }
        return sum / Double(hours.count) / table.scaleOfDay(kernel)
      }
    }
  }()

  /// The daily responses of each atom over `count` days, given days and portions in order.
  static func columns(_ doses: [(day: Int, portions: Double)], count: Int) -> [[Double]] {
    var columns = [[Double]](repeating: [Double](repeating: 0, count: max(count, 0)), count: atoms)
    let shapes = DoseShape.allCases
    for dose in doses where dose.portions > 0 && dose.day < count {
      for (shape, factor) in shapes.map({ $0.response(dose.portions) }).enumerated()
      where factor > 0 {
        for kernel in ResponseKernel.all.indices {
          let atom = kernel * shapes.count + shape
          for lag in max(0, -dose.day)...max(reach, -dose.day)
          where lag <= reach && dose.day + lag < count {
            columns[atom][dose.day + lag] += factor * daily[kernel][lag]
          }
        }
      }
    }
    return columns
  }

  /// The size of a signal in standard errors, where the noise has this covariance.
  ///
  /// It is that of the best sum of the days with weights of 0 or more: the root of the largest
  /// (w'x)²/w'Cw. Larger signals, more days and less noise never make it smaller.
  static func size(_ signal: [Double], covariance: [Double]) -> Double {
    let count = signal.count
    guard signal.contains(where: { $0 > 1e-9 }), covariance.count == count * count else { return 0 }
    var weights = [Double](repeating: 0, count: count)
    // Minimises w'Cw/2 − x'w over w ≥ 0, one weight after the other.
    for _ in 0..<200 {
      var change = 0.0
      var largest = 0.0
      for i in 0..<count {
        var rest = signal[i]
        for j in 0..<count { rest -= covariance[i * count + j] * weights[j] }
        let pivot = covariance[i * count + i]
        let next = max(0, weights[i] + rest / pivot)
        change = max(change, abs(next - weights[i]))
        largest = max(largest, next)
        weights[i] = next
      }
      if change <= 1e-7 * largest { break }
    }
    let gain = zip(weights, signal).reduce(0) { $0 + $1.0 * $1.1 }
    return max(gain, 0).squareRoot()
  }
}
