// SPDX-License-Identifier: Apache-2.0

import DiaryModel

@testable import Importing

/// Files that the tests of rows that cannot be read start from.
enum UnreadFiles {
  /// The header of a canonical CSV.
  static let header = "participant,time,kind,name,value,unit,groups,note"

  /// A report of FatSecret with 40 foods.
  static let fatSecret =
    "#----\n# Food Diary Report - Detailed Report\n\"Tuesday, May 1, 2018\",1\n Lunch,1\n"
    + String(repeating: "  Rice,1\n", count: 40)

  /// 40 rows of MyFitnessPal's table of foods, and what stands before them.
  static let page =
    "<html><body id=\"printable-diary\"><h2 id=\"date\">March 1, 2026</h2>"
    + "<table id=\"food\"><tbody>"
    + String(repeating: "<tr><td>Rice, 1 cup</td><td>1</td></tr>\n", count: 40)

  /// An Apple Health export with 40 symptoms and what is given.
  static func health(_ record: String) -> String {
    let sound = (10...49).map { second in
      let time = "2026-02-03 08:00:\(second) +0000"
      return "<Record type=\"HKCategoryTypeIdentifierHeadache\" sourceName=\"s\" "
        + "startDate=\"\(time)\" endDate=\"\(time)\" value=\"HKCategoryValueSeverityMild\"/>"
    }
    return "<HealthData>\(sound.joined())\(record)</HealthData>"
  }

  /// What import writes to a file with this ending.
  static func written(_ diaries: [Diary], _ ending: String) -> [UInt8] {
    ending == "xml" ? CanonicalXMLWriter.write(diaries) : CanonicalCSVWriter.write(diaries)
  }
}
