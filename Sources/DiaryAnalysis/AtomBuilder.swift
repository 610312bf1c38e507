// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How the dose of a day turns into a response.
enum DoseShape: CaseIterable, Sendable {
  case linear
  case saturating
  case threshold

  /// The prior weight.
  var weight: Double {
    switch self {
    case .linear: 0.45
    case .saturating: 0.30
    case .threshold: 0.25
    }
  }

  /// The response to a day's portions; 1 for one portion.
  func response(_ portions: Double) -> Double {
    switch self {
    case .linear: min(portions, 3)
    case .saturating: min(portions / 0.4, 1)
    case .threshold: min(max((portions - 0.5) / 0.5, 0), 1)
    }
  }
}

/// The exposure columns of one group, one for each distinct kernel and dose shape.
struct AtomSet: Sendable {
  /// One column: its values, its prior weight, and how much of that is each kernel's.
  struct Column: Sendable {
    var values: [Double]
    var weight: Double
    var kernelWeights: [Double]
  }

  /// The columns that are not all zeros.
  var columns: [Column] = []
}

/// Builds the exposure columns of groups for one outcome.
struct AtomBuilder: Sendable {
  private let observations: [Observation]
  private let ends: [Double]
  private let longest: Double
  private let axis: TimeAxis
  private let prior: AnalysisOptions.Prior
  private let ingredients: ModelIngredients
  private(set) var kernels: KernelTable
  private let scales: [[Double]]
  private let order: [Int]

  init(
    observations: [Observation], axis: TimeAxis, prior: AnalysisOptions.Prior = .literature,
    ingredients: ModelIngredients = .all
  ) {
    self.prior = prior
    self.ingredients = ingredients
    let byEnd = observations.sorted { ($0.end, $0.hour) < ($1.end, $1.hour) }
    var table = KernelTable.shared
    scales = ResponseKernel.all.indices.map { kernel in
      byEnd.map { observation in
        observation.daily
          ? table.scaleOfDay(kernel)
          : table.scale(kernel, width: observation.end - observation.begin)
      }
    }
    kernels = table
    self.observations = byEnd
    self.axis = axis
    ends = byEnd.map(\.end)
    longest = byEnd.map { $0.end - $0.begin }.max() ?? 0
    order = byEnd.indices.sorted { byEnd[$0].hour < byEnd[$1].hour }
  }

  /// The columns of one group, in the order of the observations' hours.
  mutating func atoms(of exposure: GroupExposure) -> AtomSet {
    var set = AtomSet()
    let weights = Self.kernelWeights(of: exposure.group, prior: prior)
    let doses = doses(exposure)
    for kernel in ResponseKernel.all.indices where ingredients.contains(.lag) || kernel == 1 {
      let responses = responses(doses, kernel)
      for (place, shape) in DoseShape.allCases.enumerated() {
        guard ingredients.contains(.dose) || shape == .linear else { continue }
        let values = order.map { responses[$0 * Self.shapes + place] }
        guard values.contains(where: { $0 > 1e-9 }) else { continue }
        let weight = weights[kernel] * shape.weight
        if let same = set.columns.firstIndex(where: { Self.same($0.values, values) }) {
          set.columns[same].weight += weight
          set.columns[same].kernelWeights[kernel] += weight
        } else {
          var shares = [Double](repeating: 0, count: ResponseKernel.all.count)
          shares[kernel] = weight
          set.columns.append(.init(values: values, weight: weight, kernelWeights: shares))
        }
      }
    }
    return set
  }

  /// The kernels' prior weights for a group.
  static func kernelWeights(of group: GroupID, prior: AnalysisOptions.Prior) -> [Double] {
    prior == .literature
      ? LiteraturePrior(of: group).kernelWeights : ResponseKernel.all.map(\.weight)
  }

  private static let shapes = DoseShape.allCases.count

  /// What is eaten at an hour, in responses by dose shape.
  private struct Dose {
    var hour: Double
    /// The share of a meal that may have been at one of several hours.
    var share: Double
    /// The responses' place in the list of all.
    var factors: Int
  }

  /// A group's doses in time, and the responses to each meal, shape by shape.
  private func doses(_ exposure: GroupExposure) -> (doses: [Dose], factors: [Double]) {
    var doses: [Dose] = []
    var factors: [Double] = []
    var day = 0
    for meal in exposure.meals {
      while day < exposure.days.count - 1, exposure.days[day].day < meal.day { day += 1 }
      let hours = meal.hour.map { [$0] } ?? axis.mealHours(of: meal.day)
      for hour in hours {
        doses.append(Dose(hour: hour, share: 1 / Double(hours.count), factors: factors.count))
      }
      for shape in DoseShape.allCases {
        factors.append(Self.share(shape, of: meal, on: exposure.days[day]))
      }
    }
    return (doses, factors)
  }

  /// What the doses bring to each observation by a kernel, shape by shape.
  private mutating func responses(
    _ given: (doses: [Dose], factors: [Double]), _ kernel: Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: observations.count * Self.shapes)
    for dose in given.doses {
      var index = ends.partitioningIndex { $0 > dose.hour }
      while index < observations.count,
        ends[index] - dose.hour < ResponseKernel.reachHours + longest
      {
        let begin = observations[index].begin - dose.hour
        let part =
          kernels.bracket(kernel, begin, observations[index].end - dose.hour) * dose.share
          / max(scales[kernel][index], 1e-12)
        if part > 0 {
          for shape in 0..<Self.shapes {
            sums[index * Self.shapes + shape] += given.factors[dose.factors + shape] * part
          }
        }
        index += 1
      }
    }
    return sums
  }

  /// A meal's share of its day's response.
  ///
  /// Certain foods share the response to their own dose. Possible foods share what they would add to
  /// it, times the probability that they hold the group: an expectation over responses, not a
  /// response to an expected dose, which a saturating shape would take for a full one.
  private static func share(
    _ shape: DoseShape, of meal: GroupMeal, on day: GroupExposure.Day
  ) -> Double {
    let certain = shape.response(day.certainPortions)
    if meal.certain {
      return day.certainPortions > 0 ? certain * meal.portions / day.certainPortions : 0
    }
    let added = shape.response(day.certainPortions + day.possiblePortions) - certain
    return day.possiblePortions > 0
      ? meal.weight * added * meal.portions / day.possiblePortions : 0
  }

  private static func same(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) < 1e-9 }
  }
}
