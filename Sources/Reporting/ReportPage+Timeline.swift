// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// The days of the timeline in rows: the whole diary, about quarters, or half-years.
  private func timelineRows(_ daysPerRow: Int) -> [ArraySlice<Timeline.Day>] {
    let days = results.timeline.days
    let rows = stride(from: 0, to: days.count, by: daysPerRow).map {
      days[$0..<min($0 + daysPerRow, days.count)]
    }
    return rows.filter { row in row.contains { $0.logged || $0.outcome != nil } }
  }

  private var daysPerRow: Int {
    let count = results.timeline.days.count
    switch count {
    case ...Thresholds.daysPerRow: return max(count, 1)
    case ...(2 * 366): return Self.evenly(count, about: 91)
    default: return Self.evenly(count, about: 183)
    }
  }

  private var daysPerNarrowRow: Int {
    Self.evenly(results.timeline.days.count, about: Thresholds.daysPerNarrowRow)
  }

  /// The days of a row where all rows are about as long, so that none is left with a few days.
  private static func evenly(_ count: Int, about length: Int) -> Int {
    let rows = max(1, (count + length / 2) / length)
    return (count + rows - 1) / rows
  }

  /// The diary in one picture.
  func timeline(_ page: inout MarkupWriter) {
    section(&page, id: "timeline", title: words.timelineTitle, class: "wide") { page in
      let rows = timelineRows(daysPerRow)
      guard !rows.isEmpty else {
        page.element(.p, text: words.answerNoDays)
        return
      }
      page.element(.figure) { page in
        page.element(.figcaption) { legend(&$0) }
        let lanes = foodLanes() + factorLanes()
        let description = words.timelineDescription(results)
        let hasNarrow = results.timeline.days.count <= Thresholds.narrowDays
        page.element(.div, class: hasNarrow ? "scroll charts wide-only" : "scroll charts") { page in
          page.attribute(.role, "group")
          page.attribute(.tabindex, "0")
          page.attribute(.ariaLabel, words.timelineTitle)
          for (index, row) in rows.enumerated() { chart(&page, row, index, lanes, description) }
        }
        if hasNarrow { narrow(&page, lanes, description) }
      }
      details(&page, words.showTable) { dayTable(&$0) }
    }
  }

  /// The same in rows of four weeks, for phones.
  private func narrow(
    _ page: inout MarkupWriter, _ lanes: [TimelineChart.Lane], _ description: String
  ) {
    page.element(.div, class: "charts-narrow") { page in
      for (index, row) in timelineRows(daysPerNarrowRow).enumerated() {
        chart(&page, row, index, lanes, description, isNarrow: true)
      }
    }
  }

  private func chart(
    _ page: inout MarkupWriter, _ row: ArraySlice<Timeline.Day>, _ index: Int,
    _ lanes: [TimelineChart.Lane], _ description: String, isNarrow: Bool = false
  ) {
    guard let first = row.first?.date, let last = row.last?.date else { return }
    let span = first.dayNumber...last.dayNumber
    TimelineChart(
      id: (isNarrow ? "weeks-" : "timeline-") + "\(index + 1)",
      title: words.timelineName(first, last),
      description: description, days: Array(row),
      phases: results.timeline.phases.filter { $0.start <= last && $0.end >= first },
      band: results.outcome.baselineBand,
      lanes: lanes.filter { lane in lane.marks.contains { span.contains($0.day) } },
      daysPerRow: isNarrow ? daysPerNarrowRow : daysPerRow, words: words,
      isNarrow: isNarrow
    ).write(&page)
  }

  /// One lane for each group with a challenge, in the order in which they were tested.
  private func foodLanes() -> [TimelineChart.Lane] {
    let shown = focus.groups.filter { !$0.challenges.isEmpty }.prefix(Thresholds.lanes).sorted {
      (firstDay($0), $0.group) < (firstDay($1), $1.group)
    }
    return shown.map { result in
      let highest = max(
        result.challenges.flatMap(\.doses).map(\.value).max() ?? 0,
        result.exposures.filter(\.certain).map(\.portions).max() ?? 0)
      var marks: [TimelineChart.Lane.Mark] = []
      var days: Set<Int> = []
      for challenge in result.challenges {
        for dose in challenge.doses where dose.value > 0 {
          let day = challenge.start.dayNumber + dose.day
          guard challenge.start.dayNumber...challenge.end.dayNumber ~= day,
            days.insert(day).inserted
          else { continue }
          marks.append(
            .init(
              day: day, height: dose.value / highest, text: words.dose(dose.value), tested: true))
        }
      }
      for exposure in result.exposures
      where exposure.certain && days.insert(exposure.date.dayNumber).inserted {
        marks.append(
          .init(
            day: exposure.date.dayNumber, height: exposure.portions / max(highest, 0.01), text: nil,
            tested: false))
      }
      return TimelineChart.Lane(name: words.chartName(result.group), marks: marks, isDose: true)
    }
  }

  private func firstDay(_ result: GroupResult) -> Int {
    result.challenges.first?.start.dayNumber ?? Int.max
  }

  /// One lane for each kind of confounder.
  private func factorLanes() -> [TimelineChart.Lane] {
    let kinds = Set(results.timeline.days.flatMap(\.confounders)).sorted().prefix(
      Thresholds.factorLanes)
    return kinds.map { kind in
      TimelineChart.Lane(
        name: words.confounder(kind).capitalizedFirst,
        marks: results.timeline.days.filter { $0.confounders.contains(kind) }.map {
          .init(day: $0.date.dayNumber, height: 1, text: nil, tested: false)
        }, isDose: false)
    }
  }

  private func legend(_ page: inout MarkupWriter) {
    page.element(.ul, class: "legend") { page in
      for (name, text) in words.legend {
        page.element(.li) { page in
          swatch(&page, name)
          page.text(text)
        }
      }
    }
    guard focus.groups.count(where: { !$0.challenges.isEmpty }) > Thresholds.lanes else { return }
    page.element(.p, class: "small", text: words.lanesCut)
  }

  private func swatch(_ page: inout MarkupWriter, _ name: String) {
    page.mark(class: "swatch", box: "0 0 22 12") { picture in
      switch name {
      case "symptom":
        picture.curve(class: "symptom", [(1, 9), (8, 4), (15, 7), (21, 2)])
        picture.dot(class: "point", x: 8, y: 4)
      case "dose": picture.rectangle(class: name, x: 7, y: 1, width: 8, height: 11)
      case "eaten": picture.rectangle(class: name, x: 7, y: 4, width: 8, height: 8)
      case "factor": picture.rectangle(class: name, x: 7, y: 3, width: 8, height: 8)
      case "left-out":
        picture.rectangle(class: name, x: 0, y: 7, width: 22, height: 5)
      default: picture.rectangle(class: name, x: 0, y: 0, width: 22, height: 12)
      }
    }
  }

  // MARK: The table behind it

  private func dayTable(_ page: inout MarkupWriter) {
    if !results.timeline.phases.isEmpty { phaseTable(&page) }
    let names = results.outcome.symptoms
    let columns = names.count <= Thresholds.symptomColumns ? names : []
    let heads = words.dayTableHeads(columns.map { $0.shortened(to: 40) })
    table(&page, caption: words.dayTable, heads: heads, class: "days") { page in
      for day in results.timeline.days where day.logged || day.outcome != nil {
        page.element(.tr) { page in
          rowHeading(&page, self.day(day.date))
          page.element(.td) { page in
            if let outcome = day.outcome {
              plain(&page, outcome)
            } else {
              page.text(words.notKnown)
            }
          }
          if columns.isEmpty { page.element(.td) { symptomValues(&$0, day.symptoms) } }
          for name in columns {
            page.element(.td) { page in
              if let value = day.symptoms[name] { plain(&page, value) }
            }
          }
          page.element(.td, text: words.list(day.confounders.map(words.confounder)))
          page.element(.td) { page in
            if let excluded = day.excluded { page.said(words.exclusion(excluded)) }
          }
        }
      }
    }
    let empty = results.timeline.days.count { !$0.logged && $0.outcome == nil }
    if empty > 0 { page.element(.p, class: "small", text: words.daysWithoutEntries(empty)) }
  }

  private func phaseTable(_ page: inout MarkupWriter) {
    let file = RowFile(results.timeline.phases.lazy.compactMap(\.entry))
    table(&page, caption: words.phaseTable, heads: words.phaseTableHeads, file: file) { page in
      for phase in results.timeline.phases {
        page.element(.tr) { page in
          rowHeading(&page, words.longName(phase))
          page.element(.td, text: period(phase.start, phase.end))
          page.element(.td) { page in
            page.element(.bdi, class: "said", text: words.list(phase.groups.map(words.inner)))
            guard let food = phase.food else { return }
            page.text(" (")
            page.userText(food, limit: 80)
            page.text(")")
          }
          page.element(.td) { page in
            page.text(words.source(phase.source))
          }
          page.element(.td) { rows(&$0, phase.entry.map { [$0] } ?? [], in: file) }
        }
      }
    }
  }

  private func symptomValues(_ page: inout MarkupWriter, _ symptoms: [String: Double]) {
    for (index, (name, value)) in symptoms.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { page.text(", ") }
      page.userText(name, limit: 60)
      page.text(" ")
      data(&page, value)
    }
  }
}
