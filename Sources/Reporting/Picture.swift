// SPDX-License-Identifier: Apache-2.0

internal import Markup

/// Marks of SVG that the charts share.
extension MarkupWriter {
  /// A sentence of the program that may hold words of the diary, set apart as those are.
  mutating func said(_ text: String, limit: Int = 160) {
    element(.bdi, class: "said", text: text.shortened(to: limit))
  }

  /// A picture with a name and a description for those who do not see it.
  mutating func picture(
    id: String, class name: String, width: Double, height: Double, title: String,
    description: String, _ content: (inout MarkupWriter) -> Void
  ) {
    element(.svg, class: name) { page in
      page.attribute(.viewBox) { value in
        value.text("0 0 ")
        value.number(width)
        value.text(" ")
        value.number(height)
      }
      page.attribute(.width, width)
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
      content(&page)
    }
  }

  mutating func rectangle(
    class name: String, x: Double, y: Double, width: Double, height: Double
  ) {
    guard width > 0, height > 0 else { return }
    element(.rect, class: name) { page in
      page.attribute(.x, x)
      page.attribute(.y, y)
      page.attribute(.width, width)
      page.attribute(.height, height)
    }
  }

  mutating func line(class name: String, x1: Double, y1: Double, x2: Double, y2: Double) {
    element(.line, class: name) { page in
      page.attribute(.x1, x1)
      page.attribute(.y1, y1)
      page.attribute(.x2, x2)
      page.attribute(.y2, y2)
    }
  }

  mutating func dot(class name: String, x: Double, y: Double, radius: Double) {
    element(.circle, class: name) { page in
      page.attribute(.cx, x)
      page.attribute(.cy, y)
      page.attribute(.r, radius)
    }
  }

  /// Text that starts, ends or is centred at a place.
  mutating func label(
    class name: String = "label", x: Double, y: Double, anchor: String? = nil, _ text: String
  ) {
    element(.text, class: name) { page in
      page.attribute(.x, x)
      page.attribute(.y, y)
      if let anchor { page.attribute(.textAnchor, anchor) }
      page.text(text)
    }
  }

  /// Upright lines from a common base.
  mutating func stems(_ tops: [(x: Double, y: Double)], from base: Double) {
    guard !tops.isEmpty else { return }
    element(.path, class: "stem") { page in
      page.attribute(.d) { value in
        for top in tops {
          value.text("M")
          value.number(top.x, decimals: 1)
          value.text(" ")
          value.number(base, decimals: 1)
          value.text("V")
          value.number(top.y, decimals: 1)
        }
      }
    }
  }

  /// A line through points; a dot where there is only one.
  mutating func curve(class name: String, _ points: [(x: Double, y: Double)]) {
    guard points.count > 1 else { return }
    element(.path, class: name) { page in
      page.attribute(.d) { value in
        for (index, point) in points.enumerated() {
          value.text(index == 0 ? "M" : "L")
          value.number(point.x, decimals: 1)
          value.text(" ")
          value.number(point.y, decimals: 1)
        }
      }
    }
  }
}
