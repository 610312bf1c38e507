// SPDX-License-Identifier: Apache-2.0

/// Placeholder until the benchmark is built.
@main
struct Accuracy {
  static func main() {}
}
