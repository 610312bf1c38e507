// SPDX-License-Identifier: Apache-2.0

/// What a group lacks for an answer.
enum Lack: CaseIterable, Sendable {
  /// Enough of it, or often enough.
  case amount
  /// A food that surely holds it.
  case sureFood
  /// Foods that were understood.
  case knownFoods
}
