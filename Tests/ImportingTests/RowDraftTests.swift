// SPDX-License-Identifier: Apache-2.0

import CByteScan
import TestSupport
import Testing

@testable import Importing

@Suite("Drafts of rows")
struct RowDraftTests {
  private func layout() throws -> byte_scan_layout {
    var table = RepeatedRows()
    table.start(places: (0..<8).map(\.self), others: [], count: 8, delimiter: 0x2C)
    return try #require(table.layout)
  }

  private func layout(of header: [UInt8]) throws -> byte_scan_layout {
    let names = CSVSniffer.header(of: header)
    let places = CanonicalCSVReader.columns.map { names.firstIndex(of: $0) }
    var table = RepeatedRows()
    table.start(
      places: places, others: names.indices.filter { !places.contains($0) }, count: names.count,
      delimiter: CSVSniffer.delimiter(of: header))
    return try #require(table.layout)
  }

  /// What each draft tells, with what is not set left out.
  private func told(
    _ bytes: [UInt8], _ layout: byte_scan_layout, _ make: Make
  ) -> (rows: [[UInt64]], end: Int) {
    var (layout, end) = (layout, 0)
    var drafts = [byte_scan_draft](repeating: byte_scan_draft(), count: 400)
    let count = unsafe make(&layout, bytes, bytes.count, 0, &drafts, drafts.count, &end)
    let rows = drafts.prefix(count).map { draft in
      [
        UInt64(draft.start), UInt64(draft.size), UInt64(draft.lines), draft.hash,
        draft.has_number ? draft.number.bitPattern : draft.has_text ? 1 : 0,
        UInt64(draft.owner.start), UInt64(draft.owner.count),
        UInt64(draft.note.start), UInt64(draft.note.count), draft.note_has_quotes ? 1 : 0,
      ] + time(draft)
    }
    return (rows, end)
  }

  private func time(_ draft: byte_scan_draft) -> [UInt64] {
    guard draft.is_sound else { return [] }
    return [
      UInt64(bitPattern: Int64(draft.day)), UInt64(bitPattern: Int64(draft.second)),
      UInt64(bitPattern: Int64(draft.offset)), UInt64(draft.time),
    ]
  }

  private typealias Make = (
    UnsafePointer<byte_scan_layout>, UnsafePointer<UInt8>, Int, Int,
    UnsafeMutablePointer<byte_scan_draft>, Int, UnsafeMutablePointer<Int>
  ) -> Int

  @Test("Every processor makes the same", arguments: UInt64(1)...200)
  func wideAndNarrow(seed: UInt64) throws {
    var source = RepetitiveCSV(seed: seed)
    let (header, rows) = source.next(rows: 40)
    let layout = try layout(of: header)
    var made = 0
    let starts = [0] + rows.indices.dropLast().filter { rows[$0] == 0x0A }.map { $0 + 1 }
    for start in starts {
      let bytes = Array(rows[start...])
      let wide = unsafe told(bytes, layout, byte_scan_drafts)
      let narrow = unsafe told(bytes, layout, byte_scan_drafts_narrow)
      #expect(wide.rows == narrow.rows)
      #expect(wide.end == narrow.end)
      made += wide.rows.count
    }
    #expect(made > 0)
  }

  @Test("Each plain row has one, wherever the block starts")
  func wherever() throws {
    let rows = [
      "p,2026-01-01,food,rice,1,g,,\n", "p,2026-01-01,food,\"soup,\nnoodles\",1,g,,\r\n",
      "p,2026-01-01,food,bread,,g,,\"two\nlines\"\n", "p,x,food,rice,1,g,,late\n",
    ]
    let block = Array(rows.joined().utf8)
    let starts = rows.indices.map { rows[..<$0].reduce(0) { $0 + $1.utf8.count } }
    for cut in block.indices {
      let bytes = Array(block[cut...])
      var drafts = RowDrafts()
      unsafe try bytes.withUnsafeBufferPointer {
        unsafe drafts.make(of: $0, try layout()) { true }
      }
      for (place, start) in starts.enumerated() where start >= cut {
        drafts.go(to: start - cut)
        let draft = try #require(drafts.draft(at: start - cut), "\(cut), \(place)")
        #expect(Int(draft.size) == rows[place].utf8.count)
        #expect(draft.is_sound == (place < 3))
      }
    }
  }

  @Test("A row of 64 KiB has none, and one a byte shorter has")
  func longest() throws {
    for (length, isMade) in [(65_535, true), (65_536, false)] {
      let start = "p,2026-01-01,food,rice,1,g,,"
      let row = start + String(repeating: "x", count: length - start.utf8.count - 1) + "\n"
      let found = unsafe told(Array(row.utf8), try layout(), byte_scan_drafts)
      #expect(found.rows.count == (isMade ? 1 : 0))
      #expect(found.end == (isMade ? length : 0))
    }
  }

  @Test("As many are made beforehand as there is room for")
  func most() throws {
    let bytes = Array(String(repeating: ",,,,,,,\n", count: RowDrafts.most + 9).utf8)
    var drafts = RowDrafts()
    unsafe try bytes.withUnsafeBufferPointer { unsafe drafts.make(of: $0, try layout()) { true } }
    drafts.go(to: 8 * (RowDrafts.most - 1))
    #expect(drafts.draft(at: 8 * (RowDrafts.most - 1)) != nil)
    drafts.go(to: 8 * RowDrafts.most)
    #expect(drafts.draft(at: 8 * RowDrafts.most) == nil)
  }
}
