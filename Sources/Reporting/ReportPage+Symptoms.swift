// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// Each symptom by itself, so that none is hidden in the outcome.
  func symptoms(_ page: inout MarkupWriter) {
    section(&page, id: "symptoms", title: words.symptomsTitle, isFolded: true) { page in
      guard !results.outcome.symptoms.isEmpty else {
        page.element(.p, text: words.answerNoOutcome)
        return
      }
      page.element(.p, text: words.symptomsIntro(results.outcome))
      outcomeFacts(&page)
      calendar(&page)
      page.element(.div, class: "symptoms") { page in
        for (index, symptom) in results.outcome.symptoms.prefix(12).enumerated() {
          symptomFigure(&page, symptom, index)
        }
      }
      let rest = results.outcome.symptoms.dropFirst(12)
      if !rest.isEmpty {
        page.element(.p, class: "small") { page in
          page.text(words.otherSymptoms)
          page.element(.bdi, text: words.list(rest.prefix(40).map { $0.shortened(to: 60) }))
        }
      }
      page.element(.p, class: "small", text: words.symptomTableHint)
      helpfulFactors(&page)
    }
  }

  private func outcomeFacts(_ page: inout MarkupWriter) {
    let outcome = results.outcome
    page.element(.dl, class: "facts") { page in
      if let mean = outcome.dailyMean { fact(&page, words.factMean) { data(&$0, mean) } }
      if let median = outcome.baselineMedian {
        fact(&page, words.factMedian) { data(&$0, median) }
      }
      if let low = outcome.baselineBand?.first, let high = outcome.baselineBand?.last {
        fact(&page, words.factBand) { page in
          data(&page, low)
          page.text(words.between)
          data(&page, high)
        }
      }
      if let correlation = outcome.autocorrelation {
        fact(&page, words.factAutocorrelation) { data(&$0, correlation, decimals: 2) }
      }
    }
  }

  /// The scale on which the diary notes a symptom, where it is another than 0–10.
  func ownScale(_ symptom: String) -> (low: Double, high: Double)? {
    guard let ends = results.outcome.scales?[symptom], let low = ends.first, let high = ends.last,
      low < high
    else { return nil }
    return (low, high)
  }

  /// What a point of 0–10 is on the diary's own scale, where all symptoms are on that one.
  var ownPoint: String? {
    let own = results.outcome.symptoms.map(ownScale)
    guard let first = own.first, let scale = first,
      own.allSatisfy({ $0?.low == scale.low && $0?.high == scale.high })
    else { return nil }
    return words.ownPoint(
      words.amount((scale.high - scale.low) / 10), words.amount(scale.low),
      words.amount(scale.high))
  }

  /// Where the stems of a symptom stand and how high; of the days of a long diary that fall on one
  /// place, the worst.
  private func stems(_ symptom: String, _ place: Axis) -> [(x: Double, value: Double)] {
    var stems: [(x: Double, value: Double)] = []
    let isLong = results.timeline.days.count > Thresholds.calendarDays
    for day in results.timeline.days {
      guard let value = day.symptoms[symptom] else { continue }
      let exact = place(Double(day.date.dayNumber))
      let x = isLong ? exact.rounded() : exact
      if isLong, let last = stems.last, last.x == x {
        stems[stems.count - 1].value = max(last.value, value)
      } else {
        stems.append((x, value))
      }
    }
    return stems
  }

  private func symptomFigure(_ page: inout MarkupWriter, _ symptom: String, _ index: Int) {
    let days = results.timeline.days
    guard let first = days.first?.date, let last = days.last?.date else { return }
    page.element(.figure) { page in
      let own = ownScale(symptom)
      let told = own.map { words.ownScale(words.amount($0.low), words.amount($0.high)) }
      page.element(.figcaption) { page in
        page.element(.strong) { $0.userText(symptom, limit: 80) }
        page.text(": " + words.valuesOn(days.count { $0.symptoms[symptom] != nil }))
        if let told { page.text(", " + told) }
      }
      page.picture(
        id: "symptom-\(index + 1)", class: "sparkline", width: 480, height: 64, isFluid: true,
        title: symptom.shortened(to: 80),
        description: words.symptomDescription(first, last)
          + (told.map { " " + $0.capitalizedFirst + "." } ?? "")
      ) { picture in
        let axis = Axis(domain: 0...10, start: 48, end: 6)
        let place = Axis(
          domain: Double(first.dayNumber)...Double(max(last.dayNumber, first.dayNumber + 1)),
          start: 22, end: 472)
        for tick in [0.0, 10] {
          picture.line(
            class: tick == 0 ? "axis" : "grid", x1: 18, y1: axis(tick), x2: 476, y2: axis(tick))
          let value = own.map { $0.low + tick / 10 * ($0.high - $0.low) } ?? tick
          picture.label(x: 14, y: axis(tick) + 4, anchor: .end, words.amount(value))
        }
        for (x, value) in stems(symptom, place) {
          picture.line(
            class: "stem", x1: x, y1: axis(0), x2: x, y2: min(axis(value), axis(0) - 0.8))
        }
        picture.label(x: 22, y: 61, words.chartDate(first))
        picture.label(x: 472, y: 61, anchor: .end, words.chartDate(last))
      }
    }
  }
}
