// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@testable import reintro

@Suite("What simulate says of its diaries")
struct SimulateTextTests {
  @Test func theFolderThatItNamesHoldsDiariesAlone() throws {
    #expect(Simulate.advice.contains("reintro batch FOLDER/diaries -o OUT"))
    let folder = try Fixtures.temporaryFolder()
    var command = Simulate()
    command.participants = 2
    command.seed = 1
    command.output = folder
    try command.run()
    #expect(try FileSystem.names(inFolder: folder) == ["diaries", "truth.csv"])
    #expect(try FileSystem.names(inFolder: folder + "/diaries").count == 2)
  }
}
