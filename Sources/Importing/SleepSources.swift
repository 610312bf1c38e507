// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Which of several files, or of several sources in one, gives the hours of sleep of each day.
///
/// One tracker may part a night and naps into several entries, which add up. What several trackers, or
/// exports that overlap, give for one day is the same sleep measured more than once.
struct SleepSources {
  /// What one source says of a day.
  struct Night {
    /// Seconds, whole, so that the order of entries does not change the sum.
    var seconds = 0.0
    var line: Int

    /// Adds an entry's hours.
    mutating func add(_ hours: Double) { seconds += (hours * 3600).rounded() }
  }

  /// The nights of each file, by day.
  private let nights: [[Int: Night]]
  /// The file whose sleep counts, by day.
  private var chosen: [Int: Int] = [:]

  /// Looks at the entries of files; of each day the file counts that has the most days, then the most
  /// hours, then that which comes first.
  init(_ files: [[Entry]]) { self.init(nights: files.map(Self.nights)) }

  /// The same for nights; `same` says which sources of a day measure the same sleep, where these are
  /// not all.
  init(nights: [[Int: Night]], same: [Int: Set<Int>]? = nil) {
    self.nights = nights
    let hours = nights.map { $0.values.reduce(0) { $0 + $1.seconds } }
    let order = nights.indices.sorted { one, two in
      let (few, many) = (nights[one], nights[two])
      if few.count != many.count { return few.count > many.count }
      return hours[one] != hours[two] ? hours[one] > hours[two] : one < two
    }
    for file in order {
      for day in nights[file].keys where same.map({ $0[day]?.contains(file) == true }) ?? true {
        if chosen[day] == nil { chosen[day] = file }
      }
    }
  }

  /// The day and hours of an entry that says how long somebody slept; `nil` for all others.
  static func sleep(_ entry: borrowing Entry) -> (day: Int, hours: Double)? {
    guard isSleep(entry), let hours = entry.hoursSlept, let time = entry.time else { return nil }
    return (time.end.date.dayNumber, hours)
  }

  /// Whether an entry is about how long somebody slept.
  static func isSleep(_ entry: borrowing Entry) -> Bool {
    // Most names are written so, and making another of each takes longer than all else.
    entry.kind == .context && entry.name.utf8.count == 5
      && (entry.name == "sleep" || entry.name.lowercased() == "sleep")
  }

  private static func nights(_ entries: [Entry]) -> [Int: Night] {
    var nights: [Int: Night] = [:]
    for entry in entries {
      guard let (day, hours) = sleep(entry) else { continue }
      nights[day, default: Night(line: entry.origin.line)].add(hours)
    }
    return nights
  }

  /// The source whose sleep of a day counts, of those that measure the same.
  func choice(on day: Int) -> Int? { chosen[day] }

  /// The entries of a file without the sleep of days for which another one counts; what says the same
  /// stays, unless `withoutEqual` asks for one only.
  func kept(_ entries: [Entry], of file: Int, withoutEqual: Bool = false) -> [Entry] {
    let others = Set(nights[file].keys.filter { isOther($0, file, withoutEqual: withoutEqual) })
    if others.isEmpty { return entries }
    return entries.filter { entry in
      guard let (day, _) = Self.sleep(entry) else { return true }
      return !others.contains(day)
    }
  }

  /// The entries of a file without the sleep of days of which files before it, whose days are
  /// `known`, have as much.
  static func new(_ entries: [Entry], after known: inout Set<Int>) -> [Entry] {
    let days = Set(nights(entries).keys)
    let repeated = days.intersection(known)
    known.formUnion(days)
    if repeated.isEmpty { return entries }
    return entries.filter { entry in
      guard let (day, _) = sleep(entry) else { return true }
      return !repeated.contains(day)
    }
  }

  /// Whether a file's sleep of a day does not count, as another's does, which is longer or shorter.
  private func isOther(_ day: Int, _ file: Int, withoutEqual: Bool = false) -> Bool {
    guard let own = chosen[day], own != file else { return false }
    return withoutEqual || nights[own][day]?.seconds != nights[file][day]?.seconds
  }

  /// What there is to say of each file whose sleep does not count on some days; `names` are those of the
  /// sources, where several are in one of the files at `paths`.
  func findings(_ paths: [String], names: [String]? = nil) -> [Finding] {
    nights.indices.compactMap { file in
      let days = nights[file].keys.filter { isOther($0, file) }.sorted()
      guard let first = days.first else { return nil }
      let others = Set(days.compactMap { chosen[$0] }).sorted().map { "“\((names ?? paths)[$0])”" }
      let what =
        days.count == 1
        ? "of \(CivilDate(dayNumber: first))"
        : "of \(days.count) days from \(CivilDate(dayNumber: first)) on"
      return Finding(
        id: "sleep-of-several-sources", severity: .warning,
        summary: """
          The sleep \(what) has another source as well, with other hours. It does not add up: that of \
          \(others.joined(separator: ", ")) counts, which covers more.
          """,
        remedy: "If you trust this source more, leave the sleep of the other out.",
        file: paths[file], line: nights[file][first]?.line)
    }
  }
}
