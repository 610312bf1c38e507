// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Importing

@Suite("Amounts as people write them")
struct AmountTextTests {
  @Test(arguments: [
    ("3 oz", 3.0, "oz"), ("1 1/2 cupcakes", 1.5, "cupcakes"), ("1/2  cup", 0.5, "cup"),
    ("1,000 g", 1000, "g"), ("½ cup", 0.5, "cup"), ("1½ cups", 1.5, "cups"), ("2 ¾ oz", 2.75, "oz"),
    ("1,000.50 g", 1000.5, "g"), ("1.75 cup  (drained)", 1.75, "cup (drained)"),
    ("2\u{A0}large\u{A0}\u{A0}eggs of hens", 2, "large eggs of hens"), (" 4  x ", 4, "x"),
  ])
  func readsNumberAndUnit(text: String, number: Double, unit: String) {
    let amount = AmountText(text)
    #expect(amount.number == number)
    #expect(amount.unit == unit)
    #expect(amount.text == text)
  }

  @Test(arguments: ["", "  ", "some rice", "²", "g½", "½½ cup", "1,5 g", "0,125 l", "a 2 b"])
  func saysNoNumberThatIsNotThere(text: String) {
    #expect(AmountText(text).number == nil)
    #expect(AmountText(text).unit == nil)
  }

  @Test(arguments: [("0,125 l", 0.125), ("1,250 kg", 1.25), ("1.5 g", 1.5), ("12 g", 12)])
  func aCommaIsThatOfTheFile(text: String, number: Double) {
    #expect(AmountText(text, CellFormat(hasDecimalComma: true)).number == number)
  }

  @Test func aNumberAloneHasNoUnit() {
    #expect(AmountText("7").unit == nil)
    #expect(AmountText("1 1/2").number == 1.5)
    #expect(AmountText("1 1/2").unit == nil)
  }
}
