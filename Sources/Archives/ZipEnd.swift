// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// The records at an archive's end, read before libzip makes room for as many members as they say.
///
/// APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16. Only the number of members is taken from here.
enum ZipEnd {
  private static let endSize = 22
  private static let locatorSize = 20
  private static let longestComment = 65_535

  /// The largest number of members that any record at the end states.
  static func members(in file: borrowing FileReader, size: Int) throws(FileError) -> UInt64 {
    let length = min(size, endSize + longestComment + locatorSize)
    let tail = try file.bytes(at: size - length, count: length)
    var most: UInt64 = 0
    for place in tail.indices.dropLast(3) where tail[place] == 0x50 {
      switch number(in: tail, at: place, bytes: 4) {
      case 0x0605_4B50: most = max(most, number(in: tail, at: place + 10, bytes: 2))
      case 0x0706_4B50:
        let offset = number(in: tail, at: place + 8, bytes: 8)
        guard offset < UInt64(size) else { continue }
        let record = try file.bytes(at: Int(offset), count: 56)
        if number(in: record, at: 0, bytes: 4) == 0x0606_4B50 {
          most = max(most, number(in: record, at: 32, bytes: 8))
        }
      default: continue
      }
    }
    return most
  }

  /// A number whose lowest byte comes first; 0 where the bytes end before it does.
  private static func number(in bytes: [UInt8], at place: Int, bytes count: Int) -> UInt64 {
    guard place + count <= bytes.count else { return 0 }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
