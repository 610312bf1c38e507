// SPDX-License-Identifier: Apache-2.0

internal import CLibZip

/// libzip's errors in the words of this project.
enum ZipError {
  /// The fault that an error of libzip stands for.
  static func fault(_ error: UnsafeMutablePointer<zip_error_t>) -> ZipFault {
    let code = unsafe zip_error_code_zip(error)
    let text = unsafe String(cString: zip_error_strerror(error))
    return ZipFault(kind(code), text)
  }

  private static func kind(_ code: Int32) -> ZipFault.Kind {
    switch code {
    case ZIP_ER_MULTIDISK: .severalDisks
    case ZIP_ER_CRC: .checksum
    case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: .encrypted
    case ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA, ZIP_ER_EOF: .memberDamaged
    case ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_OPEN, ZIP_ER_MEMORY, ZIP_ER_TELL: .notReadable
    default: .damaged
    }
  }
}
