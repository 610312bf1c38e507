// SPDX-License-Identifier: Apache-2.0

internal import Markup

/// What the charts are drawn with: shapes in the order in which they come, and labels above them.
///
/// Shapes of one class that follow each other become one path, which keeps pages small. Labels are
/// text of the page with a ground of its own, so that nothing drawn below can make them unreadable.
struct Picture: ~Copyable {
  private struct Label {
    var name: String?
    var x: Double
    var y: Double
    var anchor: Anchor
    var text: String
  }

  /// Labels side by side or under each other, all as far apart, as the style sheet says by the name.
  private struct Scale {
    var name: String
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var texts: [String]
    var strong: Int?
  }

  /// The side of a label that its place names.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  private var page: MarkupWriter
  private var name = ""
  private var path = PathData()
  private var labels: [Label] = []
  private var scales: [Scale] = []

  private init(_ page: consuming MarkupWriter) { self.page = page }

  /// Writes shapes into an element of `page` that was begun already.
  fileprivate static func draw(
    into page: inout MarkupWriter, _ content: (inout Picture) -> Void
  ) {
    var picture = Picture(MarkupWriter())
    swap(&picture.page, &page)
    content(&picture)
    picture.endPath()
    let labels = picture.labels
    for label in labels { picture.write(label) }
    let scales = picture.scales
    for scale in scales { picture.write(scale) }
    swap(&picture.page, &page)
  }

  // MARK: Shapes

  mutating func rectangle(
    class name: String, x: Double, y: Double, width: Double, height: Double
  ) {
    guard width > 0, height > 0 else { return }
    begin(name)
    path.add(.move, x, y)
    path.add(.horizontalBy, width)
    path.add(.verticalBy, height)
    path.add(.horizontalBy, -width)
    path.close()
  }

  mutating func line(class name: String, x1: Double, y1: Double, x2: Double, y2: Double) {
    begin(name)
    path.add(.move, x1, y1)
    if y1 == y2 {
      path.add(.horizontal, x2)
    } else if x1 == x2 {
      path.add(.vertical, y2)
    } else {
      path.add(.line, x2, y2)
    }
  }

  /// A dot; its size is the style sheet's.
  mutating func dot(class name: String, x: Double, y: Double) {
    begin(name)
    path.add(.move, x, y)
    path.add(.horizontalBy, 0)
  }

  /// A diamond around a place.
  mutating func diamond(class name: String, x: Double, y: Double, radius: Double) {
    begin(name)
    path.add(.move, x, y - radius)
    path.add(.lineBy, radius, radius)
    path.add(.lineBy, -radius, radius)
    path.add(.lineBy, -radius, -radius)
    path.close()
  }

  /// A line through points; nothing where there is only one.
  mutating func curve(class name: String, _ points: [(x: Double, y: Double)]) {
    guard let first = points.first, points.count > 1 else { return }
    begin(name)
    path.add(.move, first.x, first.y)
    for point in points.dropFirst() { path.add(.line, point.x, point.y) }
  }

  /// Text that starts, ends or is centred at a place, `y` being the line that it stands on.
  mutating func label(
    class name: String? = nil, x: Double, y: Double, anchor: Anchor = .start, _ text: String
  ) {
    guard !text.isEmpty else { return }
    labels.append(Label(name: name, x: x, y: y, anchor: anchor, text: text))
  }

  /// Labels that are all as far apart, from a place on; those without text keep theirs.
  ///
  /// Their distance and direction are the style sheet's, by the name.
  mutating func scale(
    class name: String, x: Double, y: Double, width: Double, height: Double, _ texts: [String],
    strong: Int? = nil
  ) {
    scales.append(
      Scale(name: name, x: x, y: y, width: width, height: height, texts: texts, strong: strong))
  }

  /// A symbol of the page's own, which many pictures share.
  mutating func symbol(_ address: String) {
    begin("")
    page.element(.use) { $0.attribute(.href, address) }
  }

  // MARK: Writing

  private mutating func begin(_ name: String) {
    guard name != self.name else { return }
    endPath()
    self.name = name
  }

  private mutating func endPath() {
    guard !path.isEmpty else { return }
    page.element(.path, class: name) { $0.attribute(.d, path) }
    path.removeAll()
  }

  private mutating func write(_ scale: Scale) {
    page.element(.foreignObject, class: scale.name) { page in
      page.attribute(.x) { $0.number(scale.x, decimals: 1) }
      page.attribute(.y) { $0.number(scale.y, decimals: 1) }
      page.attribute(.width, scale.width)
      page.attribute(.height, scale.height)
      page.element(.p) { page in
        for (place, text) in scale.texts.enumerated() {
          page.element(.span, class: place == scale.strong ? "strong" : nil, text: text)
        }
      }
    }
  }

  /// The room of a label: wide enough for its text in any usual font, and as high as a line.
  private mutating func write(_ label: Label) {
    let room = Double(label.text.unicodeScalars.count) * 9 + 6
    let left =
      switch label.anchor {
      case .start: label.x
      case .middle: label.x - room / 2
      case .end: label.x - room
      }
    page.element(.foreignObject, class: label.anchor == .start ? nil : label.anchor.rawValue) {
      page in
      page.attribute(.x) { $0.number(left, decimals: 1) }
      page.attribute(.y) { $0.number(label.y - 12, decimals: 1) }
      page.attribute(.width, room)
      page.attribute(.height, 16)
      page.element(.span, class: label.name, text: label.text)
    }
  }
}

extension MarkupWriter {
  /// A sentence of the program that may hold words of the diary, set apart as those are.
  mutating func said(_ text: String, limit: Int = 160) {
    element(.bdi, class: "said", text: text.shortened(to: limit))
  }

  /// A picture with a name and a description for those who do not see it.
  ///
  /// Where days stand side by side, `days` says so to the page's script: the left edge and the width of
  /// one, the number of the first, and how many there are.
  mutating func picture(
    id: String, class name: String, width: Double, height: Double, title: String,
    description: String, days: [Double] = [], _ content: (inout Picture) -> Void
  ) {
    element(.svg, class: name) { page in
      page.attribute(.viewBox) { value in
        value.text("0 0 ")
        value.number(width)
        value.text(" ")
        value.number(height)
      }
      page.attribute(.width, width)
      if !days.isEmpty {
        page.attribute(.dataDays) { value in
          for (place, number) in days.enumerated() {
            if place > 0 { value.text(" ") }
            value.number(number, decimals: 3)
          }
        }
      }
      page.attribute(.height, height)
      page.attribute(.role, "img")
      page.attribute(.ariaLabelledby, "\(id)-t \(id)-d")
      page.element(.title) { page in
        page.attribute(.id, id + "-t")
        page.text(title)
      }
      page.element(.desc) { page in
        page.attribute(.id, id + "-d")
        page.text(description)
      }
      Picture.draw(into: &page, content)
    }
  }

  /// Shapes in an element of the program's own.
  mutating func drawing(_ content: (inout Picture) -> Void) { Picture.draw(into: &self, content) }

  /// A picture beside words that say the same, hidden from those who do not see it.
  mutating func mark(
    class name: String?, box: StaticString, isStretched: Bool = false,
    _ content: (inout Picture) -> Void
  ) {
    element(.svg, class: name) { page in
      page.attribute(.viewBox, "\(box)")
      if isStretched { page.attribute(.preserveAspectRatio, "none") }
      page.attribute(.ariaHidden, "true")
      page.attribute(.focusable, "false")
      Picture.draw(into: &page, content)
    }
  }
}
