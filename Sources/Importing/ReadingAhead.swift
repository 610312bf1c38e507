// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import FileAccess

/// The bytes of another source, a few blocks of which are read ahead by a thread of their own.
///
/// So the system copies a file's bytes, and libzip unpacks a member's, while those before are
/// parsed; where it is asked for, and the parser has enough to do, drafts of rows in them are made as
/// well. Blocks, faults and their order are the source's own. The thread is started only when
/// there is much to read, and has ended when this value is no more.
struct ReadingAhead<Base: ByteSource & ~Copyable>: ByteSource, ~Copyable {
  /// How many bytes are read before the thread is started, and how many must be left for it.
  static var least: Int { 1 << 20 }

  let size: Int?

  private let blocks: BlocksAhead<Base>
  private let least: Int
  private var thread: WorkerThread?
  private var isAhead = false
  private var taken = 0
  private var drafts = RowDrafts()

  /// Creates a source of the bytes of another.
  init(_ base: consuming sending Base, least: Int = Self.least) {
    size = base.size
    blocks = BlocksAhead(base)
    self.least = least
  }

  deinit {
    if isAhead { blocks.stop() }
  }

  mutating func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    drafts.removeAll()
    if !isAhead && isWorthwhile { start(blockSize: buffer.count) }
    guard isAhead else {
      let count = try readDirectly(into: &buffer)
      taken += count
      return count
    }
    let block = blocks.next(into: &buffer, &drafts)
    if block.isLast { stop() }
    if let fault = block.fault { throw fault }
    taken += block.count
    return block.count
  }

  mutating func restart() throws(SourceFault) {
    try withBase { base throws(SourceFault) in try base.restart() }
  }

  mutating func makeDrafts(_ layout: byte_scan_layout) { blocks.makeDrafts(layout) }

  mutating func exchange(_ drafts: inout RowDrafts) {
    swap(&drafts, &self.drafts)
    self.drafts.removeAll()
  }

  /// Hands over the source itself, for going elsewhere in it, and for what is asked at the end.
  ///
  /// What was read ahead of it is lost.
  mutating func withBase<Result, Failure: Error>(
    _ body: (inout sending Base) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    stop()
    taken = 0
    blocks.makeDrafts(nil)
    drafts.removeAll()
    return try blocks.withBase(body)
  }

  private func readDirectly(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    try blocks.withBase { base throws(SourceFault) in try base.read(into: &buffer) }
  }

  private var isWorthwhile: Bool {
    taken >= least && size.map { $0 - taken >= least } ?? true
  }

  private mutating func start(blockSize: Int) {
    let blocks = blocks
    blocks.open()
    thread = WorkerThread { blocks.produce(size: blockSize) }
    isAhead = thread != nil
    if !isAhead { taken = .min / 2 }
  }

  private mutating func stop() {
    guard isAhead else { return }
    blocks.stop()
    thread = nil
    isAhead = false
    blocks.clear()
    taken = 0
  }
}
