// SPDX-License-Identifier: Apache-2.0

internal import CYAML

/// Reads YAML 1.1 with libyaml: one document.
///
/// Aliases (`*name`) stand for the node that they name; together a text may stand for at most
/// `mostNodes`, as a few aliases of aliases can stand for more than memory holds.
public enum YAMLReader {
  /// The deepest nesting that is read.
  static let deepest = 64
  /// The most nodes that a text may stand for.
  static let mostNodes = 1 << 20

  /// The root of a text; `nil` where there is none but blanks and comments.
  ///
  /// - Throws: the first fault.
  public static func root(of text: String) throws(YAMLError) -> YAMLNode? {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    // libyaml takes no NUL and other control characters and says where they are.
    if bytes.isEmpty { bytes = [0x0A] }
    var tree = YAMLTree()
    try read(bytes, into: &tree)
    return tree.root
  }

  private static func read(_ bytes: [UInt8], into tree: inout YAMLTree) throws(YAMLError) {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw YAMLError(line: 1, problem: "there is not enough memory to read it")
    }
    defer { unsafe yaml_parser_delete(&parser) }
    let fault: YAMLError? = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      do throws(YAMLError) {
        var isDone = false
        while !isDone { unsafe isDone = try step(&parser, bytes, &tree) }
        return nil
      } catch {
        return error
      }
    }
    if let fault { throw fault }
  }

  /// Takes one event; returns whether it was the last.
  private static func step(
    _ parser: inout yaml_parser_t, _ bytes: [UInt8], _ tree: inout YAMLTree
  ) throws(YAMLError) -> Bool {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
      throw unsafe error(of: parser, bytes)
    }
    defer { unsafe yaml_event_delete(&event) }
    let line = Int(clamping: unsafe event.start_mark.line) + 1
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: return true
    case YAML_DOCUMENT_START_EVENT: try tree.startDocument(line)
    case YAML_ALIAS_EVENT:
      try tree.addAlias(unsafe name(event.data.alias.anchor), line)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      try tree.add(
        .scalar(unsafe String(decoding: text, as: UTF8.self)), line, isQuoted,
        anchor: unsafe name(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      try tree.open(
        isMapping: false, line, anchor: unsafe name(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      try tree.open(isMapping: true, line, anchor: unsafe name(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try tree.close()
    default: break
    }
    return false
  }

  private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe anchor.map { unsafe String(cString: $0) }
  }

  private static func error(of parser: yaml_parser_t, _ bytes: [UInt8]) -> YAMLError {
    let problem =
      unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    let isOfReader = unsafe parser.error == YAML_READER_ERROR
    // The index counts characters, but never beyond the end, where libyaml adds a line.
    // At its end libyaml adds a line that the text may not have.
    let mark = unsafe Int(clamping: parser.problem_mark.line) + 1
    let end =
      isOfReader ? min(Int(clamping: unsafe parser.problem_offset), bytes.count) : bytes.count
    let last = bytes[..<end].count { $0 == 0x0A } + 1
    return YAMLError(line: isOfReader ? last : min(mark, last), problem: problem)
  }
}
