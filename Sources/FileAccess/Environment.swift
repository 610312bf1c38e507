// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What the process was told from outside.
public enum Environment {
  /// The value of an environment variable; `nil` where it is not set.
  public static func value(of name: String) -> String? {
    guard let text = unsafe getenv(name) else { return nil }
    return unsafe String(cString: text)
  }
}
