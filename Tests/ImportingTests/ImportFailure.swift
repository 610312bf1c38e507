// SPDX-License-Identifier: Apache-2.0

import Importing

/// Why some paths cannot be imported; `nil` where they can.
func importFailure(_ paths: [String]) -> ImportError? {
  do throws(ImportError) {
    _ = try Importer.read(paths)
    return nil
  } catch {
    return error
  }
}
