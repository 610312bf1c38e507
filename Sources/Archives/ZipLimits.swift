// SPDX-License-Identifier: Apache-2.0

/// The most that an archive may ask for.
///
/// An Apple Health export is the largest that is known: 3.1 GB of XML at 18 to 40 times its size
/// in the archive, beside some thousand routes of workouts. Deflate can reach 1,032 times.
package struct ZipLimits: Hashable, Sendable {
  /// Members in the directory, read or not.
  package var members = 100_000
  /// The bytes of all members that are opened, unpacked.
  package var unpackedBytes: UInt64 = 8 << 30
  /// How many times the archive's own size they may have, beside `unpackedFree`.
  package var ratio: UInt64 = 100
  /// What any archive may unpack to.
  package var unpackedFree: UInt64 = 8 << 20

  /// Creates the limits that hold for all inputs.
  package init() {}

  /// What an archive of `size` bytes may unpack to, as far as the ratio is concerned.
  func allowance(size: Int) -> UInt64 {
    let (product, overflows) = UInt64(max(0, size)).multipliedReportingOverflow(by: ratio)
    return overflows ? .max : product.addingReportingOverflow(unpackedFree).partialValue
  }
}
