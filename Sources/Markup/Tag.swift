// SPDX-License-Identifier: Apache-2.0

/// An element of HTML or SVG.
package struct Tag: Sendable {
  /// How an element without content ends.
  enum Closing {
    /// With an end tag, as HTML asks of elements that can hold something.
    case always
    /// In its start tag.
    case inStartTag
  }

  /// `<` and the name.
  let opening: StaticString
  /// The end tag.
  let end: StaticString
  let closing: Closing
  let endsLine: Bool

  private init(
    _ opening: StaticString, _ end: StaticString, _ closing: Closing = .always,
    endsLine: Bool = false
  ) {
    self.opening = opening
    self.end = end
    self.closing = closing
    self.endsLine = endsLine
  }
}

// The names are those of HTML and SVG.
extension Tag {
  package static let html = Tag("<html", "</html>", endsLine: true)
  package static let head = Tag("<head", "</head>", endsLine: true)
  package static let title = Tag("<title", "</title>", endsLine: true)
  package static let style = Tag("<style", "</style>", endsLine: true)
  package static let script = Tag("<script", "</script>", endsLine: true)
  package static let body = Tag("<body", "</body>", endsLine: true)
  package static let header = Tag("<header", "</header>", endsLine: true)
  package static let main = Tag("<main", "</main>", endsLine: true)
  package static let footer = Tag("<footer", "</footer>", endsLine: true)
  package static let nav = Tag("<nav", "</nav>", endsLine: true)
  package static let section = Tag("<section", "</section>", endsLine: true)
  package static let article = Tag("<article", "</article>", endsLine: true)
  package static let h1 = Tag("<h1", "</h1>", endsLine: true)
  package static let h2 = Tag("<h2", "</h2>", endsLine: true)
  package static let h3 = Tag("<h3", "</h3>", endsLine: true)
  package static let h4 = Tag("<h4", "</h4>", endsLine: true)
  package static let p = Tag("<p", "</p>", endsLine: true)
  package static let a = Tag("<a", "</a>")
  package static let span = Tag("<span", "</span>")
  package static let strong = Tag("<strong", "</strong>")
  package static let bdi = Tag("<bdi", "</bdi>")
  package static let data = Tag("<data", "</data>")
  package static let ul = Tag("<ul", "</ul>", endsLine: true)
  package static let ol = Tag("<ol", "</ol>", endsLine: true)
  package static let li = Tag("<li", "</li>", endsLine: true)
  package static let dl = Tag("<dl", "</dl>", endsLine: true)
  package static let dt = Tag("<dt", "</dt>")
  package static let dd = Tag("<dd", "</dd>", endsLine: true)
  package static let div = Tag("<div", "</div>", endsLine: true)
  package static let table = Tag("<table", "</table>", endsLine: true)
  package static let caption = Tag("<caption", "</caption>", endsLine: true)
  package static let thead = Tag("<thead", "</thead>", endsLine: true)
  package static let tbody = Tag("<tbody", "</tbody>", endsLine: true)
  package static let tr = Tag("<tr", "</tr>")
  package static let th = Tag("<th", "</th>")
  package static let td = Tag("<td", "</td>")
  package static let details = Tag("<details", "</details>", endsLine: true)
  package static let summary = Tag("<summary", "</summary>")
  package static let figure = Tag("<figure", "</figure>", endsLine: true)
  package static let figcaption = Tag("<figcaption", "</figcaption>", endsLine: true)

  package static let meta = Tag("<meta", "</meta>", .inStartTag, endsLine: true)
  package static let br = Tag("<br", "</br>", .inStartTag)

  package static let svg = Tag("<svg", "</svg>", endsLine: true)
  package static let g = Tag("<g", "</g>", .inStartTag)
  package static let foreignObject = Tag("<foreignObject", "</foreignObject>")
  package static let rect = Tag("<rect", "</rect>", .inStartTag)
  package static let path = Tag("<path", "</path>", .inStartTag)
  package static let text = Tag("<text", "</text>")
  package static let use = Tag("<use", "</use>", .inStartTag)
  package static let desc = Tag("<desc", "</desc>")
}
