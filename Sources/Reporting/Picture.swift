// SPDX-License-Identifier: Apache-2.0

internal import Markup

/// What the charts are drawn with: shapes in the order in which they come, and labels above them.
///
/// Shapes of one class that follow each other become one path, and labels of one kind stand in one
/// group, which keeps pages small. Labels are text of the page with a ground of its own, so that
/// nothing drawn below can make them unreadable. The numbers of a scale that many pictures share are
/// text of the picture, in a symbol with nothing below.
struct Picture: ~Copyable {
  private struct Label {
    var x: Double
    var y: Double
    var text: String
  }

  /// The labels of one kind, and what their names in the style sheet are.
  private struct Labels {
    var name: String?
    var anchor: Anchor
    var labels: [Label]
  }

  /// The side of a label that its place names.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  private var page: MarkupWriter
  private var name = ""
  /// The width of the bars of the path; 0 where the style sheet has one.
  private var barWidth = 0.0
  private var path = PathData()
  private var labels: [Labels] = []

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
    for kind in labels { picture.write(kind) }
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

  /// A bar on its middle, from a line up.
  mutating func bar(class name: String, x: Double, y: Double, width: Double, height: Double) {
    guard width > 0, height > 0 else { return }
    if width != barWidth { endPath() }
    begin(name)
    barWidth = width
    path.add(.move, x, y)
    path.add(.verticalBy, -height)
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
    guard points.count > 1 else { return }
    marks(class: name, points)
  }

  /// Points, each with the sign that the style sheet has for them, and the line through them where it
  /// has one.
  mutating func marks(class name: String, _ points: [(x: Double, y: Double)]) {
    guard !points.isEmpty else { return }
    begin(name)
    path.addCurve(points)
  }

  /// Text that starts, ends or is centred at a place, `y` being the line that it stands on.
  mutating func label(
    class name: String? = nil, x: Double, y: Double, anchor: Anchor = .start, _ text: String
  ) {
    guard !text.isEmpty else { return }
    let label = Label(x: x, y: y, text: text)
    if let place = labels.firstIndex(where: { $0.anchor == anchor && $0.name == name }) {
      labels[place].labels.append(label)
    } else {
      labels.append(Labels(name: name, anchor: anchor, labels: [label]))
    }
  }

  /// A number of a scale in a symbol that pictures share: nothing may be drawn below it.
  mutating func tick(x: Double, y: Double, anchor: Anchor, _ text: String, isStrong: Bool = false) {
    begin("")
    page.element(.text, class: isStrong ? anchor.rawValue + " strong" : anchor.rawValue) { page in
      page.attribute(.x) { $0.number(x, decimals: 1) }
      page.attribute(.y) { $0.number(y, decimals: 1) }
      page.text(text)
    }
  }

  /// The usual range of an outcome, as wide as the plot.
  mutating func band(_ band: [Double]?, _ axis: Axis, left: Double, right: Double) {
    guard let low = band?.first, let high = band?.last else { return }
    rectangle(
      class: "band", x: left, y: axis(high), width: right - left,
      height: max(axis(low) - axis(high), 1.5))
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
    page.element(.path, class: name) { page in
      if barWidth > 0 { page.attribute(.strokeWidth) { $0.number(barWidth, decimals: 1) } }
      page.attribute(.d, path)
    }
    path.removeAll()
    barWidth = 0
  }

  private mutating func write(_ kind: Labels) {
    let names = [kind.anchor == .start ? nil : kind.anchor.rawValue, kind.name].compactMap(\.self)
    guard !names.isEmpty else {
      for label in kind.labels { Self.write(&page, label, kind.anchor) }
      return
    }
    page.element(.g, class: names.joined(separator: " ")) { page in
      for label in kind.labels { Self.write(&page, label, kind.anchor) }
    }
  }

  /// The room of a label: wide enough for its text in any usual font, and as high as a line.
  private static func write(_ page: inout MarkupWriter, _ label: Label, _ anchor: Anchor) {
    let room = Double(label.text.unicodeScalars.count) * 9 + 6
    let left =
      switch anchor {
      case .start: label.x
      case .middle: label.x - room / 2
      case .end: label.x - room
      }
    page.element(.foreignObject) { page in
      page.attribute(.x) { $0.number(left, decimals: 0) }
      page.attribute(.y) { $0.number(label.y - 12, decimals: 0) }
      page.attribute(.width) { $0.number(room, decimals: 0) }
      page.attribute(.height, "16")
      page.element(.span, text: label.text)
    }
  }
}

extension MarkupWriter {
  /// A sentence of the program that may hold words of the diary, set apart as those are.
  mutating func said(_ text: String, limit: Int = 160) {
    element(.bdi, class: "said", text: text.shortened(to: limit))
  }

  /// Symbols of the page's own, which `use` shows: nothing is seen where they stand.
  mutating func symbols(_ content: (inout MarkupWriter) -> Void) {
    element(.svg, class: "symbols") { page in
      page.attribute(.ariaHidden, "true")
      content(&page)
    }
  }

  /// A symbol by its identifier.
  mutating func symbol(_ id: String, _ content: (inout Picture) -> Void) {
    element(.g) { page in
      page.attribute(.id, id)
      page.drawing(content)
    }
  }

  /// A picture with a name and a description for those who do not see it, which are its first two
  /// elements; one that is fluid is as wide as the style sheet says.
  ///
  /// Where days stand side by side, `days` says so to the page's script: the left edge and the width of
  /// one, the number of the first, and how many there are.
  mutating func picture(
    id: String, class name: String, width: Double, height: Double, isFluid: Bool = false,
    title: String, description: String, days: [Double] = [],
    _ content: (inout Picture) -> Void
  ) {
    element(.svg, class: name) { page in
      page.attribute(.id, id)
      page.attribute(.viewBox) { value in
        value.text("0 0 ")
        value.number(width)
        value.text(" ")
        value.number(height)
      }
      if !isFluid {
        page.attribute(.width, width)
        page.attribute(.height, height)
      }
      if !days.isEmpty {
        page.attribute(.dataDays) { value in
          for (place, number) in days.enumerated() {
            if place > 0 { value.text(" ") }
            value.number(number, decimals: 3)
          }
        }
      }
      page.attribute(.role, "img")
      page.element(.title, text: title)
      page.element(.desc, text: description)
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
      Picture.draw(into: &page, content)
    }
  }
}
