// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import Dispatch
internal import Synchronization

/// Blocks of a source's bytes on their way from the thread that reads them to the one that asked.
///
/// There are `most` buffers at most, which go back and forth.
final class BlocksAhead<Base: ByteSource & ~Copyable>: Sendable {
  /// What one reading gave.
  struct Block {
    var bytes: [UInt8]
    var count = 0
    var fault: SourceFault?
    /// Of rows in the bytes, as far as there was time to make them.
    var drafts = RowDrafts()

    /// Whether nothing comes behind it.
    var isLast: Bool { count == 0 || fault != nil }
  }

  private struct State {
    var filled: [Block] = []
    var spare: [Block] = []
    var isStopped = false
    /// How the rows are laid out of which drafts are asked for.
    var layout: byte_scan_layout?
  }

  /// The most buffers that are filled ahead.
  static var most: Int { 4 }

  private let base: Mutex<Base>
  private let state = Mutex(State())
  /// How many buffers may be filled, and how many are.
  private let vacant = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)

  init(_ base: consuming sending Base) { self.base = Mutex(base) }

  /// Hands over the source; while blocks are read ahead it stands where nobody knows.
  func withBase<Result, Failure: Error>(
    _ body: (inout sending Base) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try base.withLock(body)
  }

  /// Makes ready for `produce`.
  func open() {
    state.withLock { $0.isStopped = false }
    for _ in 0..<Self.most { vacant.signal() }
  }

  /// Reads block after block until the source ends or `stop` is called.
  func produce(size: Int) {
    while true {
      vacant.wait()
      guard var block = spare(size: size) else { return }
      do throws(SourceFault) {
        block.count = try read(into: &block.bytes)
        makeDrafts(of: &block)
      } catch {
        block.fault = error
      }
      let isLast = block.isLast
      state.withLock { $0.filled.append(block) }
      ready.signal()
      if isLast { return }
    }
  }

  private func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    try base.withLock { base throws(SourceFault) in try base.read(into: &buffer) }
  }

  /// Has drafts made of rows that are laid out so, or none.
  func makeDrafts(_ layout: byte_scan_layout?) { state.withLock { $0.layout = layout } }

  /// Makes drafts as long as a block waits that was filled before: so neither thread waits for the
  /// other, and what is left is done by that which has less to do.
  private func makeDrafts(of block: inout Block) {
    guard let layout = state.withLock({ $0.layout }) else { return }
    let count = min(block.count, block.bytes.count)
    unsafe block.bytes.withUnsafeBufferPointer { bytes in
      unsafe block.drafts.make(of: UnsafeBufferPointer(rebasing: bytes[..<count]), layout) {
        state.withLock { !$0.filled.isEmpty && !$0.isStopped }
      }
    }
  }

  /// A block to be filled; `nil` where no more are wanted.
  private func spare(size: Int) -> Block? {
    let spare: Block? = state.withLock {
      $0.isStopped ? nil : $0.spare.popLast() ?? Block(bytes: [])
    }
    guard var spare else { return nil }
    if spare.bytes.count != size { spare.bytes = [UInt8](repeating: 0, count: size) }
    spare.count = 0
    spare.fault = nil
    spare.drafts.removeAll()
    return spare
  }

  /// The next block, for which it waits; `buffer` and `drafts` take what it holds, and what they held
  /// is filled anew.
  func next(
    into buffer: inout [UInt8], _ drafts: inout RowDrafts
  ) -> (count: Int, fault: SourceFault?, isLast: Bool) {
    ready.wait()
    let block = state.withLock { state in
      var block = state.filled.removeFirst()
      swap(&block.bytes, &buffer)
      swap(&block.drafts, &drafts)
      let found = (block.count, block.fault, block.isLast)
      state.spare.append(block)
      return found
    }
    vacant.signal()
    return block
  }

  /// Has `produce` return, if it has not yet.
  func stop() {
    state.withLock { $0.isStopped = true }
    vacant.signal()
  }

  /// Forgets what was read ahead, once `produce` has returned.
  func clear() {
    state.withLock { state in
      state.spare += state.filled
      state.filled = []
    }
    while vacant.wait(timeout: .now()) == .success {}
    while ready.wait(timeout: .now()) == .success {}
  }
}
