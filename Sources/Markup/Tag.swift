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

  let name: String
  let closing: Closing
  let endsLine: Bool

  private init(_ name: String, _ closing: Closing = .always, endsLine: Bool = false) {
    self.name = name
    self.closing = closing
    self.endsLine = endsLine
  }
}

// The names are those of HTML and SVG.
extension Tag {
  package static let html = Tag("html", endsLine: true)
  package static let head = Tag("head", endsLine: true)
  package static let title = Tag("title", endsLine: true)
  package static let style = Tag("style", endsLine: true)
  package static let script = Tag("script", endsLine: true)
  package static let body = Tag("body", endsLine: true)
  package static let header = Tag("header", endsLine: true)
  package static let main = Tag("main", endsLine: true)
  package static let footer = Tag("footer", endsLine: true)
  package static let nav = Tag("nav", endsLine: true)
  package static let section = Tag("section", endsLine: true)
  package static let article = Tag("article", endsLine: true)
  package static let aside = Tag("aside", endsLine: true)
  package static let h1 = Tag("h1", endsLine: true)
  package static let h2 = Tag("h2", endsLine: true)
  package static let h3 = Tag("h3", endsLine: true)
  package static let h4 = Tag("h4", endsLine: true)
  package static let p = Tag("p", endsLine: true)
  package static let a = Tag("a")
  package static let span = Tag("span")
  package static let strong = Tag("strong")
  package static let em = Tag("em")
  package static let small = Tag("small")
  package static let bdi = Tag("bdi")
  package static let data = Tag("data")
  package static let time = Tag("time")
  package static let ul = Tag("ul", endsLine: true)
  package static let ol = Tag("ol", endsLine: true)
  package static let li = Tag("li", endsLine: true)
  package static let dl = Tag("dl", endsLine: true)
  package static let dt = Tag("dt")
  package static let dd = Tag("dd", endsLine: true)
  package static let div = Tag("div", endsLine: true)
  package static let table = Tag("table", endsLine: true)
  package static let caption = Tag("caption", endsLine: true)
  package static let thead = Tag("thead", endsLine: true)
  package static let tbody = Tag("tbody", endsLine: true)
  package static let tr = Tag("tr", endsLine: true)
  package static let th = Tag("th")
  package static let td = Tag("td")
  package static let details = Tag("details", endsLine: true)
  package static let summary = Tag("summary")
  package static let figure = Tag("figure", endsLine: true)
  package static let figcaption = Tag("figcaption", endsLine: true)
  package static let blockquote = Tag("blockquote")

  package static let meta = Tag("meta", .inStartTag, endsLine: true)
  package static let link = Tag("link", .inStartTag)
  package static let br = Tag("br", .inStartTag)
  package static let hr = Tag("hr", .inStartTag)

  package static let svg = Tag("svg", endsLine: true)
  package static let g = Tag("g", .inStartTag)
  package static let foreignObject = Tag("foreignObject")
  package static let rect = Tag("rect", .inStartTag)
  package static let line = Tag("line", .inStartTag)
  package static let circle = Tag("circle", .inStartTag)
  package static let path = Tag("path", .inStartTag)
  package static let polyline = Tag("polyline", .inStartTag)
  package static let polygon = Tag("polygon", .inStartTag)
  package static let text = Tag("text")
  package static let tspan = Tag("tspan")
  package static let use = Tag("use", .inStartTag)
  package static let defs = Tag("defs", .inStartTag)
  package static let pattern = Tag("pattern", .inStartTag)
  package static let symbol = Tag("symbol", .inStartTag)
  package static let desc = Tag("desc")
}
