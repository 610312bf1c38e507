// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// `index.html`: the participants of a batch, those with a safety gate first.
struct BatchIndex {
  let places: [BatchAssembly.Place]
  let failures: Int

  func write(to path: String) throws(FileError) {
  }
}
