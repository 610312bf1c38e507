// SPDX-License-Identifier: Apache-2.0

/// The name of an attribute.
package enum AttributeName: String, Sendable {
  case `class`
  case id
  case lang
  case dir
  case href
  case rel
  case role
  case title
  case value
  case name
  case content
  case charset
  case xmlns
  case httpEquiv = "http-equiv"
  case scope
  case colspan
  case tabindex
  case open
  case datetime
  case ariaLabel = "aria-label"
  case ariaLabelledby = "aria-labelledby"
  case ariaDescribedby = "aria-describedby"
  case ariaHidden = "aria-hidden"
  case dataLabel = "data-label"
  case viewBox
  case width
  case height
  case x
  case y
  case x1
  case x2
  case y1
  case y2
  case cx
  case cy
  case r
  case rx
  case d
  case points
  case transform
  case textAnchor = "text-anchor"
  case preserveAspectRatio
  case patternUnits
  case focusable
  case style
}
