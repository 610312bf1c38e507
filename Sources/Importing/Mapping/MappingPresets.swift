// SPDX-License-Identifier: Apache-2.0

/// The mappings that come with the program.
public enum MappingPresets {
  /// The presets' names and what each is for, by name.
  public static var list: [(name: String, about: String)] { all.map { ($0.name, $0.about) } }

  /// The YAML of a preset; `nil` where there is none of that name.
  public static func yaml(_ name: String) -> String? {
    texts.first { $0.name == name }.map { "\($0.text)" }
  }

  /// The presets, by name, read once.
  static let all: [Mapping] = texts.compactMap { name, text in
    var mapping: Mapping?
    do throws(ImportError) {
      mapping = try Mapping(yaml: "\(text)", file: "presets/\(name).yaml")
    } catch {
      // A test reads every preset; one that cannot be read is left out.
      mapping = nil
    }
    mapping?.isPreset = true
    return mapping
  }
}
