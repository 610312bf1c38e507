// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What ends a file of several participants before its end: a quote that is never closed, XML that is cut off.
///
/// In a batch those who stand whole before it are kept. Nobody is whole where it is not certain that
/// the rest, which cannot be read, says no more of them.
struct CutFile {
  /// In whom a fault stands.
  enum Place {
    /// In one of whom nothing is known.
    case unknown
    /// In nobody: between two.
    case nobody
    /// In somebody who is named.
    case participant(String)

    fileprivate var name: String? { if case .participant(let name) = self { name } else { nil } }
  }

  /// Why the file cannot be read on.
  let error: ImportError
  /// Those who stand whole before the fault.
  private(set) var kept: Set<String>
  /// All others who were seen.
  private let lost: Set<String>
  private let seen: Int

  private var rest: RestOfTable?

  /// Takes note of a fault.
  ///
  /// - Parameters:
  ///   - error: the fault.
  ///   - names: those who have entries before it, in the order of their first ones.
  ///   - isMixed: whether any of them stands in several places.
  ///   - place: in whom it stands.
  init(_ error: ImportError, names: [String?], isMixed: Bool, place: Place) {
    self.error = error
    seen = names.count
    var whole = isMixed ? [] : names.compactMap(\.self)
    // Entries without a name may be anybody's.
    if whole.count < names.count { whole = [] }
    switch place {
    case .nobody: break
    case .participant(let name) where whole.last != name:
      // Whoever comes again was not whole, and then nobody is known to be.
      if whole.contains(name) { whole = [] }
    case .unknown, .participant: whole = whole.dropLast()
    }
    kept = Set(whole)
    lost = Set(names.compactMap(\.self) + [place.name].compactMap(\.self)).subtracting(kept)
  }

  /// Takes note of a fault in a row of a table whose column `column` names the participant.
  init(
    _ error: ImportError, names: [String?], isMixed: Bool, row: CSVRow, column: Int,
    delimiter: UInt8
  ) {
    let cell = row.count > column ? row.trimmedText(column)?.nonEmpty : nil
    self.init(
      error, names: names, isMixed: isMixed, place: cell.map { .participant($0) } ?? .unknown)
    rest = RestOfTable(column: column, delimiter: delimiter, place: row.count)
    take(row.bytes[(row.ends.last ?? 0)...])
  }

  /// Looks at bytes behind the fault: somebody who is named there is not whole, and then
  /// nobody is known to be.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard !kept.isEmpty, rest?.names(anyOf: kept, in: bytes) == true else { return }
    kept = []
  }

  /// Leaves in what was read those who are whole, and says so.
  ///
  /// - Throws: the fault, where nobody is.
  func end(_ outcome: inout ReadOutcome) throws(ImportError) {
    var error = error
    guard var finding = error.findings.popLast() else { throw self.error }
    let whole = outcome.parts.count { part in
      !part.isEmpty && part.participant.map(kept.contains) == true
    }
    guard whole > 0 else {
      if seen > 1 {
        finding.summary +=
          " None of the \(seen) participants before it was read: nobody is certain to be whole."
      }
      error.findings.append(finding)
      throw error
    }
    finding.summary +=
      whole == 1
      ? " Only the participant who stands whole before it was read."
      : " Only the \(whole) participants who stand whole before it were read."
    outcome.parts.removeAll { $0.participant.map(kept.contains) != true }
    outcome.removeUnread(of: lost)
    outcome.findings.append(finding)
  }
}

/// The rest of a table behind a quote that is never closed, taken as lines and cells without quotes.
private struct RestOfTable {
  /// The most bytes of a name that are compared.
  private static let longestName = 1000

  let column: Int
  let delimiter: UInt8
  /// The cell in which the bytes stand that come next.
  var place: Int
  private var cell: [UInt8] = []

  init(column: Int, delimiter: UInt8, place: Int) {
    self.column = column
    self.delimiter = delimiter
    self.place = place
  }

  /// Whether a line names one of these people.
  mutating func names(anyOf people: Set<String>, in bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes {
      let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if endsLine || byte == delimiter {
        if place == column, people.contains(name) { return true }
        place = endsLine ? 0 : place + 1
        cell.removeAll(keepingCapacity: true)
      } else if place == column && cell.count < Self.longestName {
        cell.append(byte)
      }
    }
    return false
  }

  private var name: String {
    let isSign = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: "\"") }
    let start = cell.drop(while: isSign)
    let end = start.lastIndex { !isSign($0) } ?? start.startIndex
    return String(decoding: start.isEmpty ? start : start[...end], as: UTF8.self)
  }
}

/// Whether participants stand one after the other, told by the places of their parts.
struct PartOrder {
  private var last = 0
  /// Whether one came again after another.
  private(set) var isMixed = false

  /// Takes note of an entry's part.
  @inline(__always)
  mutating func note(_ part: Int) {
    if part < last { isMixed = true } else { last = part }
  }
}
