// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
public import FoodKnowledge
internal import YAMLNodes

/// What is wrong in a file of a user's own foods.
public struct UserFoodsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, and what was expected.
  public var text: String

  /// `file:line: error: what`.
  public var description: String { "\(file):\(line): error: \(text)" }
}

/// Reads a user's own foods and dishes from YAML.
public struct UserFoods: Sendable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20

  private let file: String
  private static let keys = [
    "name", "aliases", "groups", "possible", "parts", "portion", "doses",
  ]

  /// A classifier that knows the foods of a YAML text, too; they win over what is built in.
  ///
  /// - Parameters:
  ///   - yaml: the text: a list `foods` of entries with `name`, and any of `aliases`, `groups`,
  ///     `possible`, `parts`, `portion` in grams, and `doses` in grams per 100 g.
  ///   - file: the file's name, for errors and as the foods' source.
  ///   - classifier: what else is known.
  /// - Returns: the classifier.
  /// - Throws: the first fault, with its line.
  public static func classifier(
    yaml: String, file: String, over classifier: FoodClassifier = FoodClassifier()
  ) throws(UserFoodsError) -> FoodClassifier {
    let reader = UserFoods(file: file)
    let entries = try reader.entries(yaml)
    let (result, unknown) = classifier.adding(entries.map(\.food), source: file)
    if let part = unknown.first {
      throw reader.fault(
        entries[part.food].line,
        "'\(entries[part.food].food.name)' has the part '\(part.part)', which no food is named like"
      )
    }
    return result
  }

  private func fault(_ line: Int, _ text: String) -> UserFoodsError {
    UserFoodsError(file: file, line: line, text: text)
  }

  private func entries(_ yaml: String) throws(UserFoodsError) -> [(food: OwnFood, line: Int)] {
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLReader.root(of: yaml)
    } catch {
      throw fault(error.line, "not YAML: \(error.problem)")
    }
    guard let root else { throw fault(1, "is empty, expected a list 'foods'") }
    guard let list = root.mapping?["foods"]?.sequence else {
      throw fault(root.line, "expected a list 'foods'")
    }
    var names: [String: Int] = [:]
    var entries: [(food: OwnFood, line: Int)] = []
    for node in list {
      let food = try food(node)
      if let other = names[food.name] {
        throw fault(node.line, "'\(food.name)' stands in line \(other) already")
      }
      names[food.name] = node.line
      entries.append((food, node.line))
    }
    return entries
  }

  private func food(_ node: YAMLNode) throws(UserFoodsError) -> OwnFood {
    guard let fields = node.mapping else {
      throw fault(node.line, "expected an entry with a 'name'")
    }
    for key in fields.map(\.key) where !Self.keys.contains(key.scalar ?? "") {
      throw fault(
        key.line,
        "unknown field '\(key.scalar ?? "")', expected \(Self.keys.joined(separator: ", "))")
    }
    guard let name = fields["name"]?.scalar, !name.allSatisfy(\.isWhitespace) else {
      throw fault(node.line, "an entry without a 'name'")
    }
    var food = OwnFood(name: name)
    food.aliases = try texts(fields["aliases"])
    food.groups = try groups(fields["groups"])
    food.possible = try groups(fields["possible"])
    food.parts = try parts(fields["parts"])
    if let portion = fields["portion"] {
      food.portion = try number(portion, upTo: 5_000, "'portion' takes grams from 0 to 5000")
    }
    if let doses = fields["doses"] {
      guard let pairs = doses.mapping else {
        throw fault(doses.line, "'doses' takes entries such as lactose: 4.7 (g in 100 g)")
      }
      for pair in pairs {
        let group = try self.group(pair.key)
        food.doses[group] = try number(pair.value, upTo: 100, "a dose takes grams in 100 g")
      }
    }
    return food
  }

  /// A text, or a list of texts; none where the field is missing or empty.
  private func scalars(_ node: YAMLNode?) throws(UserFoodsError) -> [YAMLNode] {
    guard let node else { return [] }
    if let text = node.scalar { return text.isEmpty || text == "~" ? [] : [node] }
    guard let list = node.sequence, list.allSatisfy({ $0.scalar != nil }) else {
      throw fault(node.line, "expected a list of words, such as [milk, egg]")
    }
    return list
  }

  /// The parts; YAML itself reads an unquoted `?milk` in brackets as a key without a value.
  private func parts(_ node: YAMLNode?) throws(UserFoodsError) -> [String] {
    guard let list = node?.sequence else { return try texts(node) }
    var parts: [String] = []
    for item in list {
      if let pairs = item.mapping, pairs.count == 1, let key = pairs.pairs.first?.key.scalar,
        pairs.pairs.first?.value.scalar?.isEmpty == true
      {
        parts.append("?" + key)
      } else if let text = item.scalar {
        parts.append(text)
      } else {
        throw fault(item.line, "expected the names of foods as parts, such as [milk, ?egg]")
      }
    }
    return parts
  }

  private func texts(_ node: YAMLNode?) throws(UserFoodsError) -> [String] {
    try scalars(node).compactMap(\.scalar)
  }

  private func groups(_ node: YAMLNode?) throws(UserFoodsError) -> [GroupID] {
    var groups: [GroupID] = []
    for word in try scalars(node) { groups.append(try group(word)) }
    return groups
  }

  private func group(_ node: YAMLNode) throws(UserFoodsError) -> GroupID {
    let group = GroupID(rawValue: node.scalar ?? "")
    guard group.builtInIndex != nil else {
      let known = GroupID.builtIn.map(\.rawValue).joined(separator: ", ")
      throw fault(node.line, "unknown group '\(group)', expected one of \(known)")
    }
    return group
  }

  private func number(_ node: YAMLNode, upTo top: Double, _ rule: String) throws(UserFoodsError)
    -> Double
  {
    guard let value = node.scalar.flatMap(Double.init), value >= 0, value <= top else {
      throw fault(node.line, "\(rule), not '\(node.scalar ?? "a list")'")
    }
    return value
  }

  private init(file: String) { self.file = file }
}
