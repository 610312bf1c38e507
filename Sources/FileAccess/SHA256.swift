// SPDX-License-Identifier: Apache-2.0

internal import CCrypto

/// The SHA-256 of bytes that come in pieces (FIPS 180-4), computed by OpenSSL's libcrypto.
public struct SHA256 {
  private var context = SHA256_CTX()

  /// Creates the hash of no bytes.
  public init() {
    unsafe SHA256_Init(&context)
  }

  /// Takes in the first `count` bytes of `bytes`.
  public mutating func update(_ bytes: [UInt8], count: Int) {
    let length = min(count, bytes.count)
    unsafe bytes.withUnsafeBytes { all in
      _ = unsafe SHA256_Update(&context, all.baseAddress, length)
    }
  }

  /// The hash of the bytes so far, as 64 hexadecimal digits.
  public func hexadecimal() -> String {
    var copy = context
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { out in
      _ = unsafe SHA256_Final(out.baseAddress, &copy)
    }
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first eight bytes of the hash of one piece, as a number.
  public static func start(of bytes: [UInt8]) -> UInt64 {
    var hash = SHA256()
    hash.update(bytes, count: bytes.count)
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { out in
      _ = unsafe SHA256_Final(out.baseAddress, &hash.context)
    }
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The hash of one piece, as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes, count: bytes.count)
    return hash.hexadecimal()
  }
}
