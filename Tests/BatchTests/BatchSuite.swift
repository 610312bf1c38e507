// SPDX-License-Identifier: Apache-2.0

import FileAccess
import FoodKnowledge
import TestSupport

@testable import Batch

/// A suite of batches in a folder of its own: diaries in `in`, results beside it.
protocol BatchSuite {
  var top: String { get }
}

extension BatchSuite {
  var input: String { top + "/in" }

  static func folder() throws -> String {
    let top = try Fixtures.temporaryFolder()
    try FileSystem.makeFolder(top + "/in")
    return top
  }

  func run(
    _ output: String = "out", _ change: (inout BatchOptions) -> Void = { _ in },
    stop: @escaping @Sendable () -> Bool = { false }
  ) async throws -> BatchOutcome {
    var options = BatchOptions(version: "1")
    change(&options)
    var runner = BatchRunner(
      input: input, output: top + "/" + output, options: options, foods: FoodClassifier())
    runner.shouldStop = stop
    return try await runner.run { _ in }
  }

  func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.contents(of: top + "/" + path), as: UTF8.self)
  }
}
