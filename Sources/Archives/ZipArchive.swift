// SPDX-License-Identifier: Apache-2.0

internal import CLibZip
package import FileAccess
internal import Glibc

/// A zip archive, read by libzip, one member at a time and each in pieces.
///
/// Nothing is ever written to the disk, so the names of members lead nowhere. Sizes come from the
/// directory at the end, as data descriptors and zip64 demand. Memory does not grow with members'
/// sizes, only with their number, which `ZipLimits` bounds.
@safe
package struct ZipArchive: ~Copyable {
  /// The members, by their paths, in the order in which folders are walked.
  package let members: [ZipMember]
  /// The archive's own size in bytes.
  package let size: Int

  private let limits: ZipLimits
  private let handle: OpaquePointer
  private var file: OpaquePointer?
  /// The member that was opened last.
  private var current: ZipMember?
  /// The bytes that the open member must still give.
  private var left: UInt64 = 0
  /// The bytes that all members opened so far have.
  private var unpacked: UInt64 = 0

  /// Opens an archive that a file holds; the file must not be read by others meanwhile.
  ///
  /// - Throws: `ZipFault` where it is no archive that can be read.
  package init(
    _ reader: borrowing FileReader, limits: ZipLimits = ZipLimits()
  ) throws(ZipFault) {
    try Self.loadLibrary()
    let (handle, size) = unsafe try Self.opened(reader, limits)
    unsafe try self.init(handle, size: size, limits)
  }

  /// Opens an archive that is in memory, of which it keeps a copy.
  ///
  /// - Throws: `ZipFault` where it is no archive that can be read.
  package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipFault) {
    try Self.loadLibrary()
    unsafe try self.init(try Self.opened(bytes), size: bytes.count, limits)
  }

  private init(_ handle: OpaquePointer, size: Int, _ limits: ZipLimits) throws(ZipFault) {
    do throws(ZipFault) {
      members = unsafe try Self.members(of: handle, archiveSize: size, limits)
    } catch {
      unsafe zip_discard(handle)
      throw error
    }
    self.size = size
    self.limits = limits
    unsafe self.handle = unsafe handle
  }

  deinit {
    if let file = unsafe file { unsafe zip_fclose(file) }
    unsafe zip_discard(handle)
  }

  /// Goes to the start of a member.
  ///
  /// - Throws: `ZipFault` where the member is of a kind, or so large, that it is not read.
  package mutating func open(_ member: ZipMember) throws(ZipFault) {
    close()
    try check(member)
    guard let opened = unsafe zip_fopen_index(handle, member.index, 0) else {
      throw unsafe ZipError.fault(zip_get_error(handle))
    }
    unsafe file = unsafe opened
    left = member.size
    unpacked += member.size
    current = member
  }

  /// Goes back to the start of the member that was opened last.
  package mutating func reopen() throws(ZipFault) {
    guard let member = current else { return }
    unpacked -= member.size
    try open(member)
  }

  /// Fills `buffer` from its start with the next bytes of the open member.
  ///
  /// - Returns: how many bytes were put there: fewer than `buffer.count` only at the end, where it
  ///   returns 0. Only then is the checksum known to be right.
  package mutating func read(into buffer: inout [UInt8]) throws(ZipFault) -> Int {
    guard let file = unsafe file else { return 0 }
    var filled = 0
    while filled < buffer.count {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return Int(unsafe zip_fread(file, base + filled, UInt64(bytes.count - filled)))
      }
      if got < 0 { throw unsafe ZipError.fault(zip_file_get_error(file)) }
      if got == 0 {
        guard left == 0 else { throw Self.wrongSize }
        close()
        break
      }
      guard UInt64(got) <= left else { throw Self.wrongSize }
      left -= UInt64(got)
      filled += got
    }
    return filled
  }

  private mutating func close() {
    if let file = unsafe file { unsafe zip_fclose(file) }
    unsafe file = nil
  }

  private static var wrongSize: ZipFault {
    ZipFault(.checksum, "its size is not the one that the directory states")
  }
}

extension ZipArchive {
  /// Loads libzip, which is done when the first archive is opened.
  private static func loadLibrary() throws(ZipFault) {
    guard libzip_load() else {
      throw ZipFault(.noLibrary, "libzip is not installed (apt install libzip4 or libzip5)")
    }
  }

  /// Refuses what is not read before any byte of it is unpacked.
  private func check(_ member: ZipMember) throws(ZipFault) {
    if member.isEncrypted { throw ZipFault(.encrypted, "it is encrypted") }
    guard member.method == ZIP_CM_STORE || member.method == ZIP_CM_DEFLATE else {
      throw ZipFault(.method(member.method), "it is compressed by method \(member.method)")
    }
    let (total, overflows) = unpacked.addingReportingOverflow(member.size)
    if overflows || total > limits.allowance(size: size) {
      throw ZipFault(
        .tooCompressed,
        "its \(size) bytes would unpack to \(overflows ? .max : total) and more, over \(limits.ratio) "
          + "times as many")
    }
    if total > limits.unpackedBytes {
      throw ZipFault(
        .tooLarge, "its members would unpack to more than \(limits.unpackedBytes >> 30) GiB")
    }
  }

  private static func opened(
    _ reader: borrowing FileReader, _ limits: ZipLimits
  ) throws(ZipFault) -> (OpaquePointer, Int) {
    var descriptor: Int32 = -1
    let size: Int
    let stated: UInt64
    do throws(FileError) {
      size = try reader.version().size
      stated = try ZipEnd.members(in: reader, size: size)
      descriptor = try reader.duplicatedDescriptor()
    } catch {
      throw ZipFault(.notReadable, error.reason)
    }
    guard stated <= UInt64(limits.members) else {
      Glibc.close(descriptor)
      throw tooMany(stated, limits)
    }
    var code: Int32 = 0
    guard let handle = unsafe zip_fdopen(descriptor, 0, &code) else {
      Glibc.close(descriptor)
      var error = unsafe zip_error_t()
      unsafe zip_error_init_with_code(&error, code)
      defer { unsafe zip_error_fini(&error) }
      throw unsafe ZipError.fault(&error)
    }
    return unsafe (handle, size)
  }

  private static func opened(_ bytes: [UInt8]) throws(ZipFault) -> OpaquePointer {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let copy = unsafe malloc(max(1, bytes.count)) else {
      throw ZipFault(.notReadable, "there is no memory for it")
    }
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    // From here on the copy is libzip's to free, with the source that holds it.
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw unsafe ZipError.fault(&error)
    }
    guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw unsafe ZipError.fault(&error)
    }
    return unsafe handle
  }

  private static func members(
    of handle: OpaquePointer, archiveSize: Int, _ limits: ZipLimits
  ) throws(ZipFault) -> [ZipMember] {
    let count = unsafe UInt64(max(0, zip_get_num_entries(handle, 0)))
    guard count <= UInt64(limits.members) else { throw tooMany(count, limits) }
    var members: [ZipMember] = []
    var needed: UInt64 = 0
    for index in 0..<count {
      let member = unsafe try member(index, of: handle)
      // What a member takes at least: its bytes and its header, there and in the directory.
      let own = member.packedSize.addingReportingOverflow(76)
      let sum = needed.addingReportingOverflow(own.partialValue)
      guard !own.overflow, !sum.overflow, sum.partialValue <= UInt64(archiveSize) else {
        throw ZipFault(
          .overlapping,
          "its members take more bytes than the file has, so some of them share theirs")
      }
      needed = sum.partialValue
      members.append(member)
    }
    return members.sorted { left, right in
      let (first, second) = (left.name.utf8, right.name.utf8)
      return first.elementsEqual(second)
        ? left.index < right.index
        : first.lexicographicallyPrecedes(second) { order($0) < order($1) }
    }
  }

  /// The rank of a byte in a path: what parts folders comes first, as when folders are walked.
  private static func order(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "/") ? 0 : byte
  }

  private static func member(
    _ index: UInt64, of handle: OpaquePointer
  ) throws(ZipFault) -> ZipMember {
    var facts = unsafe zip_stat_t()
    let all = UInt64(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD)
    guard unsafe zip_stat_index(handle, index, 0, &facts) == 0 else {
      throw unsafe ZipError.fault(zip_get_error(handle))
    }
    guard unsafe facts.valid & all == all else {
      throw ZipFault(.damaged, "its directory leaves the size of a member open")
    }
    // Names without the mark for UTF-8 are UTF-8 where they can be, and else of code page 437.
    let name = unsafe zip_get_name(handle, index, ZIP_FL_ENC_GUESS).map {
      unsafe String(cString: $0)
    }
    return unsafe ZipMember(
      name: name ?? "", size: facts.size, packedSize: facts.comp_size, index: index,
      method: Int(facts.comp_method), isEncrypted: facts.encryption_method != ZIP_EM_NONE)
  }

  private static func tooMany(_ count: UInt64, _ limits: ZipLimits) -> ZipFault {
    ZipFault(.tooManyMembers, "it has \(count) members, more than \(limits.members)")
  }
}
