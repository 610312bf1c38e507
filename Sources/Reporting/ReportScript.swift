// SPDX-License-Identifier: Apache-2.0

/// The script of a report: sorting of the dietitian's tables, and what the tables say at the pictures.
///
/// A page is whole without it. It makes its own controls, reads nothing but the page, and writes text
/// only. It is written without `<` and `&`, so that the page is well-formed XML as well, and with few
/// blanks, since every report holds it.
///
/// - A column is sorted as days, numbers (`value` of a `data`, or what its texts begin with) or words;
///   a third press brings the order of the page back. Rows that a `rowspan` ties stay together.
/// - A place of a picture is told in the words of its row: of the day (`data-days` of the picture: left
///   edge and width of a day, number and count of days), the column of a test, the dose, the response
///   time. The numbers are those of the charts' own axes.
enum ReportScript {
  /// The script's hash for the page's Content-Security-Policy; a test compares it with the text.
  static let hash = "sha256-gu+k0Ae/l1BhXFSXbvLUTLh3PW79oT6gSW0dEsswmoY="

  static let text: StaticString = #"""
    addEventListener("DOMContentLoaded", () => {
    "use strict";
    const page = document.documentElement, days = [];
    const all = (path, root) => Array.from((root || document).querySelectorAll(path));
    const said = node => node.nodeName === "svg" ? ""
     : node.firstChild ? Array.from(node.childNodes, said).join("") : node.textContent;
    const begin = (all("[data-days]")[0]?.dataset.days || "").split(" ")[2] || 0;
    const date = day => new Date(day * 864e5), usual = date(begin).getUTCFullYear();
    const months = "jan   feb   marmärapr   maymaijun   jul   aug   sep   octoktnov   decdez";
    const dayOf = text => {
     const parts = /^(\d+)\.?(?:(?:–|, )\d+\.?)* (\p{L}{3})/u.exec(text), year = /\d{4}/.exec(text);
     const at = parts ? months.indexOf(parts[2].toLowerCase()) : -1;
     return at % 3 ? NaN : Date.UTC(year ? year[0] : usual, Math.floor(at / 6), parts[1]) / 864e5;
    };
    const figure = text => parseFloat(text.replace("−", "-").replace(",", "."));
    const value = cell => {
     const text = said(cell).trim(), data = cell.querySelector("data"), lead = figure(text), day = dayOf(text);
     if (!isNaN(day)) return day;
     if (data) if (isNaN(lead) || lead === figure(data.textContent)) return +data.value;
     return isNaN(lead) ? text : lead;
    };
    all("#clinic table, #more table").forEach(table => {
     const blocks = [];
     let tied = 0;
     if (!table.tHead || table.matches(".values")) return;
     all("tbody tr", table).forEach((row, place) => {
      if (!tied) blocks.push({ rows: [], place });
      blocks.at(-1).rows.push(row);
      tied = Math.max(tied, row.cells[0].rowSpan) - 1;
     });
     if (3 > blocks.length) return;
     const heads = all("thead th", table);
     heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.onclick = () => {
       const way = { ascending: -1, descending: 0 }[head.ariaSort] ?? 1;
       let numbers = 0;
       heads.forEach(one => one.removeAttribute("aria-sort"));
       if (way) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
       blocks.forEach(block => {
        const key = block.key = value(block.rows[0].cells[column]);
        if (key !== "") numbers += key === +key ? 1 : -1;
       });
       const last = key => key === "" || (numbers >= 0 ? key !== +key : false);
       const order = (x, y) => last(x) || last(y) ? last(x) - last(y)
        : way * (numbers >= 0 ? x - y : String(x).localeCompare(y, page.lang));
       blocks.sort((a, b) => (way ? order(a.key, b.key) : 0) || a.place - b.place);
       blocks.forEach(block => table.tBodies[0].append(...block.rows));
      };
     });
    });
    const reach = () => all("th button").forEach(one =>
     one.tabIndex = getComputedStyle(one.closest("thead")).position === "absolute" ? -1 : 0);
    reach();
    addEventListener("resize", reach);

    const monthOf = day => date(day).getUTCFullYear() * 12 + date(day).getUTCMonth();
    const lines = (row, heads) => Array.from(row.cells, (cell, place) =>
     (place ? [heads[place].textContent] : []).concat(said(cell).trim())).filter(line => line.at(-1));
    const marks = svg => {
     const kind = svg.classList[0], list = [], group = svg.closest("article"), high = svg.viewBox.baseVal.height;
     const rows = path => all(path + " tbody tr", group), heads = path => all(path + " thead th", group);
     const add = (...mark) => list.push(mark);
     if (svg.dataset.days) {
      const [left, wide, first, count] = svg.dataset.days.split(" ").map(Number), ahead = (first + 3) % 7;
      if (!days.length) rows(".days").forEach(row => days.push([dayOf(row.cells[0].textContent), row]));
      days.forEach(([day, row]) => {
       const told = () => lines(row, heads(".days")), n = day - first;
       if (0 > n || n >= count) return;
       if (kind !== "calendar") add(told, left + n * wide, 0, wide, high);
       else if (svg.matches(".months")) add(told, left + (date(day).getUTCDate() - 1) * 20,
        20 + (monthOf(day) - monthOf(first)) * 20, 20, 20);
       else add(told, left + Math.floor((n + ahead) / 7) * 20, 20 + (n + ahead) % 7 * 20, 20, 20);
      });
     } else if (kind === "challenge") {
      const columns = heads(".values"), wide = 228 / (columns.length - 1), at = 2 * all("svg.challenge", group).indexOf(svg);
      columns.forEach((head, n) => n ? add(() => [[columns[0].textContent, head.textContent]].concat(
       rows(".values").slice(at, at + 2).map(row => [row.cells[0].textContent, row.cells[n].textContent])),
       24 + (n - 1) * wide, 0, wide, 146) : 0);
     } else if (kind === "dose-response") {
      const items = rows(".doses").filter(row => value(row.cells[1]) > 0), doses = items.map(row => value(row.cells[1]));
      const low = Math.min(...doses), top = Math.max(...doses);
      items.forEach((row, n) => add(() => lines(row, heads(".doses")), top >= 10 * low
       ? 33 + Math.log(doses[n] / low) / Math.log(top / low) * 296 : 19 + doses[n] / top * 310,
       137 - 10.4 * value(row.cells[2]), 14, 14));
     } else if (kind === "lag") {
      all(".bars tr", svg.closest(".folded")).forEach(row => add(() =>
       [[row.cells[0].textContent, row.cells[2].textContent]], 22 + 3.375 * value(row.cells[0]), 24, 8, 94));
     } else add(() => [[all(".whole", svg.closest("tr")).map(said).join(", ")], [said(svg.parentNode)]], 0, 0, 240, 28);
     return list;
    };
    const make = id => {
     const node = document.createElement("div");
     node.id = id;
     return document.getElementById("report").appendChild(node);
    };
    const tip = make("tip"), spot = make("spot");
    let place = 0;
    tip.setAttribute("role", "status");
    const hide = () => {
     tip.textContent = "";
     spot.hidden = true;
    };
    const put = (node, x, y) => {
     node.style.left = x + scrollX + "px";
     node.style.top = y + scrollY + "px";
    };
    const scaled = svg => {
     const box = svg.getBoundingClientRect();
     return [box.left, box.top, box.width / svg.viewBox.baseVal.width];
    };
    const show = (svg, [told, x, y, width, height]) => {
     const [left, top, scale] = scaled(svg);
     hide();
     put(tip, 0, 0);
     told().forEach(line => {
      const row = tip.appendChild(document.createElement("p"));
      line.forEach(text => row.appendChild(document.createElement("bdi")).textContent = text.trim().slice(0, 200));
     });
     spot.hidden = false;
     spot.style.width = width * scale + "px";
     spot.style.height = height * scale + "px";
     put(spot, left + x * scale, top + y * scale);
     const over = top + y * scale - tip.offsetHeight - 6, room = page.clientWidth - tip.offsetWidth - 4;
     put(tip, Math.max(4, Math.min(left + (x + width / 2) * scale - tip.offsetWidth / 2, room)),
      over > 0 ? over : top + (y + height) * scale + 6);
    };
    const charts = all(".timeline, .weeks, .calendar, svg.challenge, .dose-response, .lag, .forest");
    charts.forEach(svg => svg.style.pointerEvents = "none");
    const point = event => {
     let best, near = 1 / 0;
     charts.filter(svg => svg.parentNode === event.target).forEach(svg => {
      const [left, top, scale] = scaled(svg), x = (event.clientX - left) / scale, y = (event.clientY - top) / scale;
      const box = svg.viewBox.baseVal;
      if (0 > x || 0 > y || x > box.width || y > box.height) return;
      marks(svg).forEach(mark => {
       const far = Math.hypot(x - mark[1] - mark[3] / 2, y - mark[2] - mark[4] / 2);
       if (near > far) [near, best] = [far, [svg, mark]];
      });
     });
     best ? show(...best) : hide();
    };
    addEventListener("pointermove", event => event.pointerType === "touch" || point(event));
    addEventListener("pointerup", point);
    addEventListener("focusout", hide);
    addEventListener("keydown", event => {
     const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], frame = event.target;
     if (event.key === "Escape") hide();
     const list = step ? charts.filter(svg => svg.parentNode === frame).flatMap(svg => marks(svg).map(mark => [svg, mark])) : [];
     if (!list.length) return;
     event.preventDefault();
     place = spot.hidden ? 0 : Math.max(0, Math.min(list.length - 1, place + step));
     show(...list[place]);
     const box = frame.getBoundingClientRect(), at = spot.getBoundingClientRect();
     frame.scrollLeft += Math.max(0, at.right - box.right) - Math.max(0, box.left - at.left);
     show(...list[place]);
    });
    });
    """#
}
