// SPDX-License-Identifier: Apache-2.0

/// The script of the index: search, filters and sorting over a table that is whole without it.
///
/// It is written without `<` and `&`, so that the page is well-formed XML as well. Words come from the
/// page; it reads nothing else and writes text only.
enum IndexScript {
  /// The script's hash for the page's Content-Security-Policy; a test compares it with the text.
  static let hash = "sha256-29fTReGXfn1stzmGV7AB/N+LZFNu6Vp2BeiS+Q3Y5xU="

  static let text: StaticString = """
    (function () {
      "use strict";
      var box = document.getElementById("controls");
      var table = document.getElementById("participants");
      if (!box || !table) return;
      var words = box.getAttribute("data-label").split("|");
      var none = words[0], shownAtOnce = 500, limit = shownAtOnce, sorted = null;
      var body = table.tBodies[0];
      var rows = Array.from(body.rows, function (row, place) {
        var cells = Array.from(row.cells, function (cell) {
          return (cell.querySelector(".folded") || cell).textContent.trim();
        });
        // Urgency, then groups: likely, possible, tolerated, not clear, not to be judged; any judged.
        var numbers = row.getAttribute("data-numbers").split(" ").map(Number);
        return { row: row, place: place, cells: cells, numbers: numbers,
                 text: cells.join(" ").toLowerCase() };
      });
      function make(name, parent, text) {
        var node = document.createElement(name);
        if (text) node.textContent = text;
        parent.appendChild(node);
        return node;
      }
      function choice(label, options) {
        var frame = make("label", box, label + " ");
        var select = make("select", frame);
        options.forEach(function (text, place) { make("option", select, text).value = place; });
        select.addEventListener("change", changed);
        return select;
      }
      var frame = make("label", box, words[1] + " ");
      var search = make("input", frame);
      search.type = "search";
      search.addEventListener("input", changed);
      var verdict = choice(words[2], words.slice(3, 10));
      var safety = choice(words[10], words.slice(11, 14));
      var quality = choice(words[14], [words[15], "A", "B", "C", "D"]);
      var count = make("output", box);
      var more = make("button", box, words[17]);
      more.type = "button";
      more.addEventListener("click", function () { limit += 10 * shownAtOnce; show(); });
      function changed() { limit = shownAtOnce; show(); }
      var verdicts = [
        function () { return true; },
        function (n) { return n[1] > 0; },
        function (n) { return n[2] > 0; },
        function (n) { return n[4] > 0; },
        function (n) { return n[5] > 0; },
        function (n) { return n[6] > 0 ? n[1] + n[2] === 0 : false; },
        function (n) { return n[6] === 0; }
      ];
      function fits(item, terms) {
        if (!verdicts[verdict.selectedIndex](item.numbers)) return false;
        if (safety.selectedIndex === 1) { if (item.numbers[0] === 0) return false; }
        if (safety.selectedIndex === 2) { if (item.numbers[0] > 0) return false; }
        if (quality.selectedIndex) {
          if (item.cells[6] !== quality.options[quality.selectedIndex].text) return false;
        }
        return terms.every(function (term) { return item.text.includes(term); });
      }
      // Urgency and numbers of groups, the most first.
      function isRanked(column) { return column > 0 ? 5 > column : false; }
      function key(item, column) {
        if (isRanked(column)) return item.numbers[column - 1] || null;
        var text = item.cells[column];
        if (text === none) return null;
        var number = parseFloat(text);
        return column > 4 ? (isNaN(number) ? text : number) : text;
      }
      function compare(a, b) {
        if (!sorted) return a.place - b.place;
        var x = key(a, sorted.column), y = key(b, sorted.column);
        if (x === y) {
          if (!isRanked(sorted.column) || a.cells[0] === b.cells[0]) return a.place - b.place;
          return a.cells[0] > b.cells[0] ? 1 : -1;
        }
        if (x === null) return 1;
        if (y === null) return -1;
        return (x > y ? 1 : -1) * sorted.direction;
      }
      function show() {
        var terms = search.value.toLowerCase().split(" ").filter(Boolean);
        var found = rows.filter(function (item) { return fits(item, terms); }).sort(compare);
        var part = document.createDocumentFragment();
        found.slice(0, limit).forEach(function (item) { part.appendChild(item.row); });
        body.replaceChildren(part);
        count.textContent = words[16].replace("#", found.length).replace("#", rows.length);
        more.hidden = !(found.length > limit);
      }
      Array.from(table.tHead.rows[0].cells).forEach(function (cell, column, all) {
        var text = cell.textContent;
        cell.textContent = "";
        var button = make("button", cell, text);
        button.type = "button";
        button.addEventListener("click", function () {
          var again = sorted ? sorted.column === column : false;
          var first = isRanked(column) ? -1 : 1;
          sorted = { column: column, direction: again ? -sorted.direction : first };
          all.forEach(function (other) { other.removeAttribute("aria-sort"); });
          cell.setAttribute("aria-sort", sorted.direction > 0 ? "ascending" : "descending");
          changed();
        });
      });
      show();
    })();
    """

  static let style: StaticString = """
    #controls { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: 1rem 0; }
    #controls input, #controls select, #controls button, th button { font: inherit; color: inherit; background: transparent; }
    #controls input, #controls select, #controls button { border: 1px solid var(--rule); padding: .4rem .6rem; min-height: 44px; }
    th button { border: 0; padding: 0; min-height: 44px; text-align: left; cursor: pointer; text-decoration: underline; }
    th[aria-sort="ascending"] button::after { content: " \\2191"; }
    th[aria-sort="descending"] button::after { content: " \\2193"; }
    #participants details { display: none; }
    #participants .folded { display: block; }
    @media screen and (max-width: 40rem) {
      #participants :is(caption, thead, tbody, tbody tr, th), #participants { display: block; }
      #participants thead tr { display: flex; flex-wrap: wrap; gap: 0 1.2rem; padding-bottom: .4rem; border-bottom: 1px solid var(--rule); }
      #participants thead:not(:has(button)) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      #participants tbody tr { padding: .9rem 0; border-bottom: 1px solid var(--rule); }
      #participants :is(th, td) { min-width: 0; padding: .1rem 0; border: 0; }
      #participants td { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 .8rem; }
      #participants details { display: block; margin: 0; }
      #participants details:not([open]) + .folded { display: none; }
      #participants .folded { grid-column: 2; }
      #participants summary { padding: 0; min-height: 24px; }
      #participants td::before { color: var(--soft); font-size: .875rem; font-weight: 400; }
      #participants td:nth-child(2)::before { content: var(--head-2); }
      #participants td:nth-child(3)::before { content: var(--head-3); }
      #participants td:nth-child(4)::before { content: var(--head-4); }
      #participants td:nth-child(5)::before { content: var(--head-5); }
      #participants td:nth-child(6)::before { content: var(--head-6); }
      #participants td:nth-child(7)::before { content: var(--head-7); }
      #participants td:nth-child(8)::before { content: var(--head-8); }
    }
    """
}
