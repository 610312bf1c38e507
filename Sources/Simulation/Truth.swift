// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Works out what is true of a diary.
enum Truth {
  /// Runs of exposure days that lie at most 2 days apart, as first and last day.
  static func episodes(_ days: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for day in Set(days).sorted() {
      if let last = runs.last, day - last.upperBound <= 2 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs
  }

  /// The mean over episodes of the largest rise on recorded days up to 3 days after their end.
  static func effect(
    exposureDays: [Int], recorded: [(day: Int, rise: Double)]
  ) -> (effect: Double, episodes: Int) {
    let peaks = episodes(exposureDays).compactMap { run in
      recorded.filter { $0.day >= run.lowerBound && $0.day <= run.upperBound + 3 }
        .map(\.rise).max()
    }
    guard !peaks.isEmpty else { return (0, 0) }
    return (peaks.reduce(0, +) / Double(peaks.count), peaks.count)
  }

  /// By group, then by moment: the expected rise of the outcome within its bounds.
  ///
  /// The difference between the expected outcome as it was and the one without this group.
  static func rises(_ course: Course) -> [[Double]] {
    let sample = course.noiseSample
    let levels = course.moments.indices.map { course.structure[$0] + course.rises(at: $0) }
    return course.traits.groups.indices.map { group in
      course.moments.indices.map { moment in
        let rise = course.rise(group, at: moment)
        guard rise > 1e-6 else { return 0 }
        return course.expected(level: levels[moment], sample)
          - course.expected(level: levels[moment] - rise, sample)
      }
    }
  }

  /// The truth of every group, given the days on which the diary holds an exposure.
  static func truths(
    _ course: Course, rises: [[Double]], exposureDays: [[Int]], observed: [Bool]
  ) -> [GroupTruth] {
    course.traits.groups.indices.map { place in
      let group = course.traits.groups[place]
      let days = Set(exposureDays[place])
      let raised = days.contains { day in
        course.moments.indices.contains {
          (day...day + 3).contains(course.moments[$0].day) && rises[place][$0] > 0.05
        }
      }
      let recorded = course.moments.indices.filter { observed[$0] }.map {
        (day: course.moments[$0].day, rise: rises[place][$0])
      }
      let (effect, episodes) = effect(exposureDays: exposureDays[place], recorded: recorded)
      let trigger = group.potency > 0 && raised
      return GroupTruth(
        group: group.group, exposed: !days.isEmpty, trigger: trigger,
        effect: trigger ? effect : 0, episodes: episodes)
    }
  }
}
