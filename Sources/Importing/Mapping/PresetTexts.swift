// SPDX-License-Identifier: Apache-2.0

extension MappingPresets {
  /// The files in `presets/`, by name.
  static let texts: [(name: String, text: StaticString)] = [
    ("daylio", Embedded.daylio_yaml),
  ]
}
