// SPDX-License-Identifier: Apache-2.0

/// The name of an attribute, as all that stands before its value.
package struct AttributeName: Sendable {
  let opening: StaticString

  private init(_ opening: StaticString) { self.opening = opening }
}

// The names are those of HTML, ARIA and SVG.
extension AttributeName {
  package static let `class` = AttributeName(" class=\"")
  package static let id = AttributeName(" id=\"")
  package static let lang = AttributeName(" lang=\"")
  package static let href = AttributeName(" href=\"")
  package static let rel = AttributeName(" rel=\"")
  package static let role = AttributeName(" role=\"")
  package static let title = AttributeName(" title=\"")
  package static let value = AttributeName(" value=\"")
  package static let name = AttributeName(" name=\"")
  package static let content = AttributeName(" content=\"")
  package static let charset = AttributeName(" charset=\"")
  package static let xmlns = AttributeName(" xmlns=\"")
  package static let httpEquiv = AttributeName(" http-equiv=\"")
  package static let scope = AttributeName(" scope=\"")
  package static let rowspan = AttributeName(" rowspan=\"")
  package static let tabindex = AttributeName(" tabindex=\"")
  package static let open = AttributeName(" open=\"")
  package static let ariaLabel = AttributeName(" aria-label=\"")
  package static let ariaLabelledby = AttributeName(" aria-labelledby=\"")
  package static let ariaHidden = AttributeName(" aria-hidden=\"")
  package static let dataLabel = AttributeName(" data-label=\"")
  package static let dataDays = AttributeName(" data-days=\"")
  package static let dataNumbers = AttributeName(" data-numbers=\"")
  package static let viewBox = AttributeName(" viewBox=\"")
  package static let width = AttributeName(" width=\"")
  package static let height = AttributeName(" height=\"")
  package static let x = AttributeName(" x=\"")
  package static let y = AttributeName(" y=\"")
  package static let d = AttributeName(" d=\"")
  package static let strokeWidth = AttributeName(" stroke-width=\"")
  package static let preserveAspectRatio = AttributeName(" preserveAspectRatio=\"")
  package static let focusable = AttributeName(" focusable=\"")
  package static let style = AttributeName(" style=\"")
}
