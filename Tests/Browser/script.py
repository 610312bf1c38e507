# SPDX-License-Identifier: Apache-2.0
"""What the script of a report adds: tables that sort, and places of pictures that say their row."""

# Presses each head of each table three times, and tells what is wrong: the rows are the same, those that
# belong together stay so, each press says its order, the third brings the first order back.
SORTS = """() => {
  const faults = []
  let tables = 0
  for (const table of document.querySelectorAll('table:has(th button)')) {
    tables += 1
    const body = table.tBodies[0], before = [...body.rows]
    const after = row => before[before.indexOf(row) + 1]
    for (const button of table.querySelectorAll('th button')) {
      const head = button.parentNode, said = []
      for (let i = 0; i < 3; i += 1) {
        button.click()
        said.push(head.getAttribute('aria-sort'))
        const rows = [...body.rows]
        if (rows.length !== before.length || new Set(rows).size !== before.length) faults.push('rows lost')
        if (table.querySelectorAll('[aria-sort]').length !== (i < 2 ? 1 : 0)) faults.push('two orders')
        rows.forEach((row, place) => {
          if (row.cells[0].rowSpan > 1 && rows[place + 1] !== after(row)) faults.push('rows torn apart')
        })
        if (i === 2 && rows.some((row, place) => row !== before[place])) faults.push('not as at first')
      }
      if (said.join() !== 'ascending,descending,') faults.push(said.join())
    }
  }
  return [tables, faults]
}"""

# The rows of the table of days by a column, after so many presses: as dates and as numbers.
COLUMN = """([table, column]) => [...document.querySelector(table).tBodies[0].rows].map(row => {
  const cell = row.cells[column], data = cell.querySelector('data')
  return data ? +data.value : cell.textContent.trim()
})"""

# Where the marks of a picture stand in the window: the corners of its paths of some classes, or only where
# each shape begins, read from their data, whatever the script knows of the picture.
PLACES = """([chart, names, starts]) => {
  const svg = document.querySelector(chart)
  svg.scrollIntoView({block: 'center'})
  const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width, found = []
  for (const path of svg.querySelectorAll(names)) {
    let x = 0, y = 0
    for (const [, sign, rest] of path.getAttribute('d').matchAll(/([MLlHhVvz])([^MLlHhVvz]*)/g)) {
      const numbers = (rest.match(/-?[0-9.]+/g) ?? []).map(Number), own = sign.toLowerCase()
      for (const step = own === 'h' || own === 'v' ? 1 : 2; numbers.length >= step;) {
        const [dx, dy] = own === 'h' ? [numbers.shift(), null] : own === 'v' ? [null, numbers.shift()] : numbers.splice(0, 2)
        if (dx !== null) x = sign === own ? x + dx : dx
        if (dy !== null) y = sign === own ? y + dy : dy
        if (!starts && (dx || dy) || sign === 'M') found.push({at: [x, y], x: box.left + x * scale, y: box.top + y * scale})
      }
    }
  }
  return found
}"""

TIP = """() => [...document.querySelectorAll('#tip p')].map(p => [...p.children].map(e => e.textContent))"""
VALUED = """() => [...document.querySelectorAll('table.days tbody tr')]
  .filter(row => row.cells[1].querySelector('data') || /^[0-9]/.test(row.cells[1].textContent))
  .map(row => row.cells[0].textContent.trim())"""


async def sorts(tab, name, report):
    """Every head sorts by pointer and by keyboard, in the order of days, numbers or words."""
    tables, faults = await tab.evaluate(SORTS)
    report.check(f"{name}: heads sort and bring the order back", not faults, sorted(set(faults)))
    if await tab.locator("table.days th button").count() == 0:
        return
    await tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    heads = tab.locator("table.days thead th")
    first = await tab.evaluate(COLUMN, ["table.days", 0])
    await heads.nth(0).locator("button").focus()
    await tab.keyboard.press("Enter")
    report.check(f"{name}: days are in order", await tab.evaluate(COLUMN, ["table.days", 0]) == first)
    await tab.keyboard.press("Space")
    report.check(f"{name}: the keyboard turns the order",
                 await tab.evaluate(COLUMN, ["table.days", 0]) == first[::-1])
    order = await heads.nth(0).get_attribute("aria-sort")
    report.check(f"{name}: the head says the order", order == "descending", order)
    await heads.nth(1).locator("button").click()
    values = await tab.evaluate(COLUMN, ["table.days", 1])
    numbers = [float(v.replace(",", ".")) if isinstance(v, str) and v[:1].isdigit() else v for v in values]
    known = [n for n in numbers if not isinstance(n, str)]
    report.check(f"{name}: values go up, days without one stand last",
                 known == sorted(known) and numbers[:len(known)] == known, numbers[:6])
    orders = [await heads.nth(i).get_attribute("aria-sort") for i in range(2)]
    report.check(f"{name}: one head says an order", orders == [None, "ascending"], orders)
    for _ in range(2):
        await heads.nth(1).locator("button").click()
    report.check(f"{name}: the third press is the first order",
                 await tab.evaluate(COLUMN, ["table.days", 0]) == first)


async def point(tab, place):
    await tab.mouse.move(place["x"], place["y"])
    return await tab.evaluate(TIP)


def some(places, count=7):
    """Some of a list, from its first to its last."""
    if len(places) <= count:
        return list(enumerate(places))
    picked = [round(i * (len(places) - 1) / (count - 1)) for i in range(count)]
    return [(i, places[i]) for i in picked]


async def tips(tab, name, report):
    """Each mark of a picture tells its own row."""
    valued = await tab.evaluate(VALUED)
    for chart, marks in ((".timeline", ".point, .dots"), (".calendar", ".day")):
        if await tab.locator(f"svg{chart}").count() != 1:
            continue
        await tab.evaluate(OPEN, f"svg{chart}")
        places = await tab.evaluate(PLACES, [f"svg{chart}", marks, chart == ".calendar"])
        if not places:
            continue
        if chart == ".calendar":
            places = [{**p, "x": p["x"] + 8, "y": p["y"] + 8} for p in places]
        told = [(valued[i] if i < len(valued) else None, await point(tab, p)) for i, p in some(places)]
        wrong = [pair for pair in told if not pair[1] or pair[1][0][0] != pair[0]]
        report.check(f"{name}: {chart} tells the days' rows", len(places) == len(valued) and not wrong,
                     f"{len(places)} of {len(valued)}, {wrong[:2]}")
    for chart in ("challenge", "dose-response", "lag", "forest"):
        if await tab.locator(f"svg.{chart}").count() == 0:
            continue
        await tab.evaluate(OPEN, f"svg.{chart}")
        await one(tab, chart, name, report)
    await tab.keyboard.press("Escape")
    report.check(f"{name}: Escape hides what was told", await tab.evaluate(TIP) == [])


# Opens all that a picture is folded in.
OPEN = """chart => {
  for (let e = document.querySelector(chart); e; e = e.parentElement) {
    if (e.previousElementSibling?.matches('details.fold')) e.previousElementSibling.open = true
  }
}"""


async def one(tab, chart, name, report):
    """The first picture of a kind: at each mark it tells the value at which the mark stands."""
    marks = {"challenge": ".point, .dots", "dose-response": ".point, .within, .above", "lag": ".worst",
             "forest": ".mean"}[chart]
    faults = []
    for _, place in some(await tab.evaluate(PLACES, [f"svg.{chart}", marks, False])):
        told = await point(tab, place)
        if not told or not all(all(line) for line in told):
            faults.append((place, told))
        elif chart == "challenge" and abs(number(told[1][1]) - (108 - place["at"][1]) / 10) > 0.06:
            faults.append((place, told))
        elif chart == "dose-response" and abs(number(told[2][1]) - (144 - place["at"][1]) / 10.4) > 0.6:
            faults.append((place, told))
    report.check(f"{name}: {chart} tells its rows", not faults, faults[:2])


def number(text):
    return float(text.replace(",", ".").replace("\u2212", "-"))


async def keys(tab, name, report):
    """The arrow keys go from day to day, Escape and leaving hide what was told."""
    frame = tab.locator(".charts:has([data-days])").first
    if await frame.count() == 0 or not await frame.is_visible():
        return
    await frame.focus()
    told = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        await tab.keyboard.press(key)
        told.append(await tab.evaluate(TIP))
    report.check(f"{name}: arrow keys go from day to day", told[0] == told[2] and told[0] and told[1] != told[0], told)
    await tab.keyboard.press("Escape")
    report.check(f"{name}: Escape hides the day", await tab.evaluate(TIP) == [])
    await tab.keyboard.press("ArrowRight")
    await tab.keyboard.press("Tab")
    report.check(f"{name}: what was told goes with the focus", await tab.evaluate(TIP) == [])


async def touch(browser, page, report):
    """A finger shows a day and, elsewhere, hides it; nothing reaches beyond the window meanwhile."""
    name = f"{page.name}, touched"
    context = await browser.new_context(offline=True, has_touch=True, viewport={"width": 320, "height": 640})
    tab = await context.new_page()
    await tab.goto(page.path.as_uri())
    chart = tab.locator(".weeks[data-days]").first
    if await chart.count():
        await chart.scroll_into_view_if_needed()
        box = await chart.bounding_box()
        for share in (0.35, 0.98):
            await tab.touchscreen.tap(box["x"] + box["width"] * share, box["y"] + 40)
            report.check(f"{name}: a day is told", len(await tab.evaluate(TIP)) > 0)
            width = await tab.evaluate("document.documentElement.scrollWidth")
            tip = await tab.evaluate("(e => [e.left, e.right])(document.getElementById('tip').getBoundingClientRect())")
            report.check(f"{name}: within the window", width <= 320 and tip[0] >= 0 and tip[1] <= 320, (width, tip))
        await tab.locator("footer").tap()
        report.check(f"{name}: elsewhere hides it", await tab.evaluate(TIP) == [])
    await context.close()


TABLES = "[...document.querySelectorAll('th, td')].map(e => e.textContent).join('|')"


async def visit(visits, browser, page, report, axe):
    """All of it on one page; `visits` opens a page in a context of its own."""
    name = f"{page.name}, script"
    place = visits(browser, page)
    async with place as tab:
        await tab.goto(page.path.as_uri())
        texts = await tab.evaluate(TABLES)
        await sorts(tab, name, report)
        await tips(tab, name, report)
        await keys(tab, name, report)
        report.check(f"{name}: nothing said on the console", not place.told, place.told[:3])
        report.check(f"{name}: nothing ran", await tab.evaluate("window.hacked === undefined"))
        foreign = await tab.evaluate("document.querySelectorAll('#tip :not(p, bdi), th button :not(bdi)').length")
        report.check(f"{name}: what is told is text", foreign == 0, foreign)
        if await tab.locator("svg.forest").count():
            await tab.locator("svg.forest").first.scroll_into_view_if_needed()
            box = await tab.locator("svg.forest").first.bounding_box()
            await tab.mouse.move(box["x"] + 9, box["y"] + 9)
            told = await tab.evaluate(TIP)
            report.check(f"{name}: the effect is told", len(told) == 2 and all(map(all, told)), told)
            for scheme in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
                await tab.emulate_media(**scheme)
                await axe(tab, f"{name}, told in {scheme}")
            await tab.emulate_media(media="print")
            seen = await tab.evaluate("['tip', 'spot'].some(id => document.getElementById(id).checkVisibility())")
            report.check(f"{name}: what is told is not printed", not seen)
    async with visits(browser, page, scripts=False) as tab:
        await tab.goto(page.path.as_uri())
        report.check(f"{name}: off, all tables are the same", await tab.evaluate(TABLES) == texts)
        bare = await tab.evaluate("document.querySelectorAll('button, #tip').length")
        report.check(f"{name}: off, nothing is there that would do nothing", bare == 0, bare)
    await touch(browser, page, report)
