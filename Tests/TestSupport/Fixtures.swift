// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Places and files that tests read.
public enum Fixtures {
  /// The repository's top folder.
  public static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The path of a file below `fixtures/`.
  public static func path(_ name: String) -> String { root + "/fixtures/" + name }

  /// The path of a file below the shared folder beside the checkout; `nil` where it is absent.
  public static func shared(_ name: String) -> String? {
    let path = root + "/../shared/" + name
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Whether the shared folder stands beside the checkout; tests that use it skip where not.
  public static var hasShared: Bool { shared("contract/contract.md") != nil }

  /// A new empty folder for a test's outputs.
  public static func temporaryFolder() throws -> String {
    let path = NSTemporaryDirectory() + "reintro-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
