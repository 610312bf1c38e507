// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One row of a mySymptoms export: a time, a type of event, and its items.
struct MySymptomsRow {
  /// One item with what the row says about it.
  struct Item: Hashable {
    var name: String
    var value: EntryValue?
    var unit: String?
    var intensity: Double?
    /// Seconds.
    var duration: Int?
  }

  /// The types of events that the app writes, in lower case.
  static let types: Set<String> = [
    "breakfast", "lunch", "dinner", "snack", "drink", "medication", "supplements", "exercise",
    "other", "stress", "symptom", "energy", "sleep quality", "bowel movement", "environment",
  ]

  /// When.
  let time: LocalDateTime
  /// The type of event, in lower case.
  let type: String
  /// The items in the row's order.
  private(set) var items: [Item] = []
  /// The note at the row's end.
  private(set) var note: String?

  /// Reads a row.
  ///
  /// - Throws: `RowFault` where time, type or an item cannot be read.
  init(
    _ row: CSVRow, _ format: CellFormat, log: inout FindingLog
  ) throws(RowFault) {
    let cells = (0..<row.count).map { row.trimmedText($0) ?? "" }
    guard cells.count >= 3 else {
      throw RowFault(
        id: "csv-short-row", summary: "The row has \(cells.count) cells.",
        remedy: "Expected are a date, a time and a type of event at least.")
    }
    time = try Self.time(cells[0], cells[1], order: format.order ?? .mdy)
    type = cells[2].lowercased()
    guard Self.types.contains(type) else {
      throw RowFault(
        id: "mysymptoms-type-unknown",
        summary: "“\(cells[2].shortened)” is no type of event that is known.",
        remedy: "Known are \(Self.types.sorted().joined(separator: ", ")).")
    }
    for (place, cell) in cells.enumerated().dropFirst(3) where !cell.isEmpty {
      if let text = cell.after("Notes:") {
        let rest = [text] + cells[(place + 1)...].filter { !$0.isEmpty }
        note = rest.joined(separator: ", ").trimmed
        break
      }
      try take(cell) { format.pointed($0, line: row.line, log: &log) }
    }
  }

  /// Takes a cell; `pointed` gives numbers their decimal point.
  private mutating func take(
    _ cell: String, pointed: (String) -> String
  ) throws(RowFault) {
    if cell.hasPrefix("[") && cell.hasSuffix("]") {
      try takeAmount(String(cell.dropFirst().dropLast()).trimmed, pointed: pointed)
    } else if let text = cell.after("Intensity:") {
      guard let last = items.indices.last, let number = NumberText.number(pointed(text)) else {
        throw Self.misplaced(cell)
      }
      items[last].intensity = number
    } else if let text = cell.after("Duration:") {
      guard let last = items.indices.last, let seconds = Self.duration(text) else {
        throw Self.misplaced(cell)
      }
      items[last].duration = seconds
    } else {
      items.append(Item(name: cell))
    }
  }

  /// Takes `x 2` or `200 mg` for the item before.
  private mutating func takeAmount(
    _ text: String, pointed: (String) -> String
  ) throws(RowFault) {
    guard let last = items.indices.last else { throw Self.misplaced("[ \(text) ]") }
    let parts = text.split(separator: " ", maxSplits: 1).map { String($0).trimmed }
    if parts.count == 2, parts[0] == "x", let number = NumberText.number(pointed(parts[1])) {
      (items[last].value, items[last].unit) = (.number(number), "portion")
    } else if let first = parts.first, let number = NumberText.number(pointed(first)) {
      (items[last].value, items[last].unit) = (.number(number), parts.dropFirst().first)
    } else {
      items[last].value = EntryValue(canonical: text)
    }
  }

  private static func time(
    _ day: String, _ clock: String, order: DateOrder
  ) throws(RowFault) -> LocalDateTime {
    guard let date = LocalizedTime(day), date.secondOfDay == nil, date.yearPlace != nil else {
      throw RowFault(
        id: "time-not-readable", summary: "“\(day.shortened)” is not a date.",
        remedy: "Expected is a date as the app writes it, such as 03/30/2022.")
    }
    guard case .day(let civil) = date.point(date.yearPlace == 0 ? .ymd : order) else {
      throw RowFault(
        id: "date-not-existing", summary: "There is no day “\(day)” (read as \(order.rawValue)).",
        remedy: "The app writes month/day/year; say another order with --date-order.")
    }
    guard let second = ClockText.secondOfDay(clock),
      let time = LocalDateTime(date: civil, secondOfDay: second)
    else {
      throw RowFault(
        id: "time-not-existing", summary: "“\(clock.shortened)” is not a clock time.",
        remedy: "Expected is a time such as 18:57.")
    }
    return time
  }

  /// Seconds of `H:MM`.
  private static func duration(_ text: String) -> Int? {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
      let hours = UInt16(parts[0]), let minutes = UInt16(parts[1]), minutes < 60
    else { return nil }
    return Int(hours) * 3600 + Int(minutes) * 60
  }

  private static func misplaced(_ cell: String) -> RowFault {
    RowFault(
      id: "mysymptoms-item-not-readable", summary: "“\(cell.shortened)” cannot be read here.",
      remedy: "Expected after an item are “[ x 2 ]”, “Intensity: 3” or “Duration: 5:00”.")
  }
}

extension String {
  /// The trimmed text after a prefix; `nil` where the text starts otherwise.
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)).trimmed : nil
  }
}
