// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Synchronization

/// A file that is written beside its place, by any thread, and put there by whoever waits for it.
final class SideFile: Sendable {
  /// Where it is written.
  let temporary: String
  private let error = Mutex<FileError?>(nil)
  private let givenUp = Atomic(false)

  /// A file that is to stand at that path.
  init(path: String) { temporary = FileSystem.temporaryPath(beside: path) }

  /// Whether nobody wants it any more.
  var isGivenUp: Bool { givenUp.load(ordering: .relaxed) }

  /// Writes it whole; a fault is told by `check`.
  func write(_ body: (inout AtomicFileWriter) throws(FileError) -> Void) {
    do throws(FileError) {
      var writer = try AtomicFileWriter(path: temporary)
      try body(&writer)
      try writer.finish()
      if isGivenUp { FileSystem.remove(temporary) }
    } catch {
      self.error.withLock { $0 = error }
    }
  }

  /// Throws what happened when it was written.
  func check() throws(FileError) {
    if let error = error.withLock({ $0 }) { throw error }
  }

  /// Says that nobody wants it, and takes away what there is of it.
  func giveUp() {
    givenUp.store(true, ordering: .relaxed)
    FileSystem.remove(temporary)
  }
}
