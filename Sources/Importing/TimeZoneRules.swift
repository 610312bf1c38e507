// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess

/// The clock changes of one IANA zone, read from the system's TZif file (RFC 8536).
///
/// Foundation's `TimeZone(identifier:)` gives `nil` in static builds, so the file is read here.
struct TimeZoneRules: Sendable {
  /// The zone's name.
  let identifier: String
  private let table: TZifTable

  /// Reads a zone's rules; `nil` where the system has no zone of that name.
  ///
  /// The zones lie in the folder that `TZDIR` names, or else in `/usr/share/zoneinfo`.
  init?(identifier: String) {
    let folder = Environment.value(of: "TZDIR") ?? "/usr/share/zoneinfo"
    self.init(identifier: identifier, folder: folder)
  }

  /// Reads a zone's rules from a folder of zones.
  init?(identifier: String, folder: String) {
    guard Self.isName(identifier) else { return nil }
    let contents: [UInt8]
    do throws(FileError) {
      contents = try FileSystem.contents(of: folder + "/" + identifier, limit: 1 << 20)
    } catch {
      return nil
    }
    guard let table = TZifTable(contents) else { return nil }
    self.identifier = identifier
    self.table = table
  }

  /// The distance from UTC that the zone's clocks have at an instant, in whole minutes.
  ///
  /// Local mean times, as before 1893 in Berlin, have seconds that no canonical time can write.
  func offset(atSecondsSinceEpoch seconds: Int) -> UTCOffset {
    let minutes = (Double(table.offset(at: seconds)) / 60).rounded()
    return UTCOffset(seconds: Int(minutes) * 60) ?? .utc
  }

  /// Whether the zone's clocks never show a local time, because they are put forward over it.
  func skips(_ time: LocalDateTime) -> Bool {
    let local = time.secondsSinceEpoch
    let near = [local - 86_400, local + 86_400].map(table.offset)
    guard near[0] != near[1] else { return false }
    return near.allSatisfy { table.offset(at: local - $0) != $0 }
  }

  /// The same instant on this zone's clocks.
  ///
  /// An instant that would leave the years 1…9999 stays as it is.
  func instant(_ time: LocalDateTime, _ offset: UTCOffset) -> TimePoint {
    let seconds = time.secondsSinceEpoch - offset.seconds
    let own = self.offset(atSecondsSinceEpoch: seconds)
    let moved = LocalDateTime(secondsSinceEpoch: seconds + own.seconds)
    guard (1...9999).contains(moved.date.year) else { return .instant(time, offset) }
    return .instant(moved, own)
  }

  /// Whether a text has the form of a zone's name: letters, digits, `_`, `+`, `-`, parts with `/`.
  ///
  /// Dots are in no zone's name, so no name leads out of the folder. Zones below `right/` count
  /// leap seconds, which no diary does.
  private static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text.utf8.count <= 64 && parts.first != "right"
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 0x5F, 0x2B, 0x2D: true
            default: false
            }
          }
      }
  }
}
