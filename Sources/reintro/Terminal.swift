// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import Glibc

/// The two streams that people read.
enum Terminal {
  /// Whether standard error is a terminal, so that progress may be shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line to standard output; ends the program with status 73 where that fails.
  static func say(_ line: String) { say(Array((line + "\n").utf8)) }

  /// Writes bytes to standard output; ends the program with status 73 where that fails.
  static func say(_ bytes: [UInt8]) {
    let failure = write(bytes, to: STDOUT_FILENO)
    guard failure != 0 else { return }
    let reason = unsafe strerror(failure).map { unsafe String(cString: $0) } ?? "error \(failure)"
    warn("error: standard output: cannot be written: \(reason)")
    exit(ExitStatus.noOutput.rawValue)
  }

  /// Writes a line to standard error.
  static func warn(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  /// Writes text to standard error without a line's end, over the current line.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: STDERR_FILENO) }

  /// Writes findings to standard error: errors and warnings first, at most `limit` lines of them, and
  /// what many files have in common once.
  static func warn(_ findings: [Finding], limit: Int) {
    FindingList.brief(findings, limit: limit).forEach { warn($0) }
  }

  /// Writes text; returns 0, or the system's error number.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes; returns 0, or the system's error number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all -> Int in
        guard let base = all.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + written, all.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return errno }
      written += count
    }
    return 0
  }
}
