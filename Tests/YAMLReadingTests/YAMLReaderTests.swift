// SPDX-License-Identifier: Apache-2.0

import Testing
import YAMLReading

@Suite("Reading YAML")
struct YAMLReaderTests {
  @Test func listsMappingsAndTextsKeepTheirLines() throws {
    let text = """
      # foods of mine
      foods:
        - name: "Omas Eintopf"   # quoted
          groups: [egg, 'soy']
          portion: 0250
        - name: |
            two
            lines
      """
    let root = try #require(try YAMLReader.root(of: text))
    let foods = try #require(root.mapping?["foods"]?.sequence)
    #expect(root.line == 2)
    #expect(foods.map(\.line) == [3, 6])
    let first = try #require(foods[0].mapping)
    #expect(first.map { $0.key.scalar } == ["name", "groups", "portion"])
    #expect(first["name"]?.scalar == "Omas Eintopf")
    #expect(first["groups"]?.sequence?.compactMap(\.scalar) == ["egg", "soy"])
    #expect(first["groups"]?.line == 4)
    #expect(first["portion"]?.scalar == "0250")
    #expect(foods[1].mapping?["name"]?.scalar == "two\nlines")
    #expect(first["absent"] == nil)
  }

  @Test(arguments: ["", "\n\n", "# only a comment", "---\n...\n"])
  func nothingIsNoRootOrAnEmptyText(text: String) throws {
    let root = try YAMLReader.root(of: text)
    #expect(root == nil || root?.scalar == "")
  }

  @Test(arguments: [
    ("a: [1, 2", 1), ("a: 1\n\tb: 2", 2), ("a: 1\nb: *x", 2), ("a: 1\n---\nb: 2", 2),
    ("a: 1\nb: 2\na: 3", 3), ("a: \"open\nb: 2\n", 3), ("a: b: c", 1), ("ok: 1\nno: \u{01}", 2),
    ("ok: 1\nno: \u{0}", 2), ("- a\nb: 1", 2),
  ])
  func faultsNameTheirLine(text: String, line: Int) {
    let error = #expect(throws: YAMLError.self) { try YAMLReader.root(of: text) }
    #expect(error?.line == line)
    #expect(error?.problem.isEmpty == false)
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let root = try #require(try YAMLReader.root(of: "\u{FEFF}a: 1\n"))
    #expect(root.mapping?["a"]?.scalar == "1")
    #expect(root.line == 1)
  }

  @Test func aliasesStandForWhatTheyName() throws {
    let root = try #require(try YAMLReader.root(of: "a: &x {k: [1, 2]}\nb: *x\nc: [*x, y]\n"))
    #expect(root.mapping?["b"] == root.mapping?["a"])
    #expect(root.mapping?["c"]?.sequence?.first?.mapping?["k"]?.sequence?.count == 2)
  }

  @Test func aliasBombsAndDepthAreRefused() {
    var bomb = "a: &a [x, x]\n"
    for (name, last) in zip("bcdefghijklmnop", "abcdefghijklmno") {
      bomb += "\(name): &\(name) [*\(last), *\(last), *\(last), *\(last)]\n"
    }
    #expect(throws: YAMLError.self) { try YAMLReader.root(of: bomb) }
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(throws: YAMLError.self) { try YAMLReader.root(of: deep) }
    let wide = "a: [" + String(repeating: "x,", count: 100_000) + "]"
    #expect((try? YAMLReader.root(of: wide))??.mapping?["a"]?.sequence?.count == 100_000)
  }

  /// Any text gives a tree or an error, and never ends the program.
  @Test(arguments: 0..<300) func anyTextIsReadOrRefused(seed: Int) {
    let pieces: [Character] = [
      "a", ":", " ", "-", "\n", "[", "]", "{", "}", "\"", "'", "#", "&", "*", "!", "|", ">", "%",
      "?", ",", "\t", "é", "\u{FEFF}", "~", "0", "\u{7}",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var text = ""
    for _ in 0..<80 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(pieces[Int(state >> 33) % pieces.count])
    }
    let lines = text.count { $0 == "\n" } + 1
    do throws(YAMLError) {
      let root = try YAMLReader.root(of: text)
      #expect((root?.line ?? 1) <= lines)
    } catch {
      #expect((1...lines + 1).contains(error.line))
    }
  }
}
