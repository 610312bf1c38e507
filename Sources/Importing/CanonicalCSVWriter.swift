// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A writer of the canonical CSV.
enum CanonicalCSVWriter: DiaryWriter {
  /// The diaries as one CSV file: LF line ends, cells quoted only where they must be.
  static func write<Failure: Error>(
    _ diaries: [Diary], to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var output = Array((CanonicalCSVReader.columns.joined(separator: ",") + "\n").utf8)
    for diary in diaries {
      for row in diary.unreadable {
        append(UnreadItem.entry(of: row), diary.participant ?? "", to: &output)
      }
      for entry in diary.entries {
        append(entry, diary.participant ?? "", to: &output)
        guard output.count >= ImportSession.pieceSize else { continue }
        try put(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try put(output)
  }

  private static func append(_ entry: Entry, _ participant: String, to output: inout [UInt8]) {
    let cells = [
      participant, entry.time?.description ?? "", entry.kind.rawValue, entry.name,
      entry.value?.canonicalText ?? "", entry.unit ?? "", groups(entry), entry.note ?? "",
    ]
    for (column, cell) in cells.enumerated() {
      if column > 0 { output.append(UInt8(ascii: ",")) }
      append(cell, to: &output)
    }
    output.append(UInt8(ascii: "\n"))
  }

  private static func groups(_ entry: Entry) -> String {
    guard let groups = entry.groups else { return "" }
    return groups.isEmpty ? "none" : groups.map(\.rawValue).joined(separator: " ")
  }

  private static func append(_ cell: String, to output: inout [UInt8]) {
    let bytes = Array(cell.utf8)
    guard needsQuotes(bytes) else {
      output.append(contentsOf: bytes)
      return
    }
    output.append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a cell holds a sign of the format, or a blank at an end that would be trimmed.
  private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
    if bytes.trimmingBlanks().count < bytes.count { return true }
    return bytes.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: ";") || byte == 0x09
    }
  }
}
