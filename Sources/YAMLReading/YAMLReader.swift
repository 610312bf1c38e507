// SPDX-License-Identifier: Apache-2.0

internal import CYAML

/// Reads YAML 1.1 with libyaml: one document, without aliases.
///
/// Aliases (`*name`) are refused, as a few of them can stand for gigabytes of text.
public enum YAMLReader {
  /// The deepest nesting that is read.
  static let deepest = 64

  /// The root of a text; `nil` where there is none but blanks and comments.
  ///
  /// - Throws: the first fault.
  public static func root(of text: String) throws(YAMLError) -> YAMLNode? {
    var bytes = Array(text.utf8)
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
      throw YAMLError(line: line, problem: "aliases (*name) are not read; repeat the text")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      try tree.add(.scalar(unsafe String(decoding: text, as: UTF8.self)), line)
    case YAML_SEQUENCE_START_EVENT: try tree.open(isMapping: false, line)
    case YAML_MAPPING_START_EVENT: try tree.open(isMapping: true, line)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try tree.close()
    default: break
    }
    return false
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

/// The nodes of a document while its events come.
private struct YAMLTree {
  /// A list or mapping that is not closed yet.
  private struct Open {
    var line: Int
    var isMapping: Bool
    var items: [YAMLNode] = []
    var pairs = YAMLMapping()
    var key: YAMLNode?
  }

  private(set) var root: YAMLNode?
  private var stack: [Open] = []
  private var documents = 0

  mutating func startDocument(_ line: Int) throws(YAMLError) {
    documents += 1
    if documents > 1 {
      throw YAMLError(line: line, problem: "a second document starts here; only one is read")
    }
  }

  mutating func open(isMapping: Bool, _ line: Int) throws(YAMLError) {
    guard stack.count < YAMLReader.deepest else {
      throw YAMLError(line: line, problem: "lists are nested more than \(YAMLReader.deepest) deep")
    }
    stack.append(Open(line: line, isMapping: isMapping))
  }

  mutating func close() throws(YAMLError) {
    guard let last = stack.popLast() else { return }
    try add(last.isMapping ? .mapping(last.pairs) : .sequence(last.items), last.line)
  }

  mutating func add(_ content: YAMLNode.Content, _ line: Int) throws(YAMLError) {
    let node = YAMLNode(content, line: line)
    guard let top = stack.indices.last else {
      root = node
      return
    }
    if !stack[top].isMapping {
      stack[top].items.append(node)
    } else if let key = stack[top].key {
      stack[top].key = nil
      if !stack[top].pairs.append(key, node) {
        let text = (key.scalar ?? "").prefix(60)
        throw YAMLError(line: key.line, problem: "the key '\(text)' stands twice")
      }
    } else {
      stack[top].key = node
    }
  }
}
