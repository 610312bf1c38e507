// SPDX-License-Identifier: Apache-2.0

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

    /// Whether nothing comes behind it.
    var isLast: Bool { count == 0 || fault != nil }
  }

  private struct State {
    var filled: [Block] = []
    var spare: [[UInt8]] = []
    var isStopped = false
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
      guard let buffer = spare(size: size) else { return }
      var block = Block(bytes: buffer)
      do throws(SourceFault) {
        block.count = try read(into: &block.bytes)
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

  /// A buffer to be filled; `nil` where no more are wanted.
  private func spare(size: Int) -> [UInt8]? {
    let spare: [UInt8]? = state.withLock {
      $0.isStopped ? nil : $0.spare.popLast() ?? [UInt8](repeating: 0, count: size)
    }
    guard let spare, spare.count != size else { return spare }
    return [UInt8](repeating: 0, count: size)
  }

  /// The next block, for which it waits; `buffer` takes its bytes, and what it held is filled anew.
  func next(into buffer: inout [UInt8]) -> (count: Int, fault: SourceFault?, isLast: Bool) {
    ready.wait()
    let block = state.withLock { state in
      var block = state.filled.removeFirst()
      swap(&block.bytes, &buffer)
      state.spare.append(block.bytes)
      block.bytes = []
      return block
    }
    vacant.signal()
    return (block.count, block.fault, block.isLast)
  }

  /// Has `produce` return, if it has not yet.
  func stop() {
    state.withLock { $0.isStopped = true }
    vacant.signal()
  }

  /// Forgets what was read ahead, once `produce` has returned.
  func clear() {
    state.withLock { state in
      for block in state.filled { state.spare.append(block.bytes) }
      state.filled = []
    }
    while vacant.wait(timeout: .now()) == .success {}
    while ready.wait(timeout: .now()) == .success {}
  }
}
