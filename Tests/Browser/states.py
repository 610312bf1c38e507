# SPDX-License-Identifier: Apache-2.0
"""What is looked at on each page: the states in which readers meet it."""
import io
import unicodedata
import pathlib

import script

import pypdf
from axe_playwright_python.base import AXE_SCRIPT

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
# Name, viewport, media, whether all rules of axe are asked beside contrast, whether scripts run.
# axe waits for timers, which do not run where scripts are off: there it asks nothing.
STATES = [
    ("light", DESKTOP, {"color_scheme": "light"}, True, True),
    ("dark", DESKTOP, {"color_scheme": "dark"}, False, True),
    ("forced colours", DESKTOP, {"forced_colors": "active"}, False, True),
    ("phone", PHONE, {"color_scheme": "light"}, True, True),
    ("dark phone without scripts", PHONE, {"color_scheme": "dark"}, False, False),
    ("print", DESKTOP, {"media": "print", "color_scheme": "dark"}, False, True),
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


async def visit(browser, page, report, pictures):
    for state in STATES:
        await visit_state(browser, page, report, pictures, *state)
    await walk_keyboard(browser, page, report)
    await charts(browser, page, report)
    if page.kind != "index":
        await views(browser, page, report)
        await sheets(browser, page, report)
        await script.visit(Visit, browser, page, report, told_axe(report))


class Visit:
    """One page in a context of its own; what it asks for or says is written down."""

    def __init__(self, browser, page, viewport=None, scripts=True):
        self.browser, self.page = browser, page
        self.options = {"offline": True, "viewport": viewport or DESKTOP, "java_script_enabled": scripts}
        self.requests, self.told = [], []

    async def __aenter__(self):
        self.context = await self.browser.new_context(**self.options)
        self.tab = await self.context.new_page()
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.told.append(message.text))
        self.tab.on("pageerror", lambda error: self.told.append(str(error)))
        return self.tab

    async def __aexit__(self, *_):
        await self.context.close()


async def visit_state(browser, page, report, pictures, state, viewport, media, wholly, scripts):
    name = f"{page.name}, {state}"
    place = Visit(browser, page, viewport, scripts)
    async with place as tab:
        await tab.emulate_media(**media)
        await tab.goto(page.path.as_uri())
        if pictures:
            file = f"{page.name}-{state}".replace(" ", "-")
            await tab.screenshot(path=pictures / f"{file}.png", full_page=True)
        others = [u for u in place.requests if u != page.path.as_uri() and not u.startswith("data:")]
        report.check(f"{name}: no request but the page", not others, others[:3])
        report.check(f"{name}: nothing said on the console", not place.told, place.told[:3])
        await fits(tab, viewport, name, report)
        if page.kind == "index" and viewport is PHONE:
            await cards(tab, name, report)
        await tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        await fits(tab, viewport, name + ", all opened", report)
        if not scripts:
            return
        await tab.evaluate(AXE_SCRIPT)
        await tab.evaluate(SAMPLE)
        rules = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
        await axe(tab, {"include": [["[data-sample]"]]}, rules, f"{name}, contrast", report)
        if wholly:
            rules = {"runOnly": {"type": "tag", "values": RULES}, "rules": {"color-contrast": {"enabled": False}}}
            await axe(tab, None, rules, name, report)


async def fits(tab, viewport, name, report):
    """Nothing reaches beyond the window but what scrolls in its own frame."""
    width = await tab.evaluate("document.documentElement.scrollWidth")
    report.check(f"{name}: no sideways scroll", width <= viewport["width"], f"{width} px")


async def cards(tab, name, report):
    """On a phone a participant is a card: no cell is beyond the window, each says what it is."""
    told = await tab.evaluate("""() => [...document.querySelectorAll('#participants tbody td')].map(cell => [
        getComputedStyle(cell, '::before').content.replaceAll('"', ''), cell.getBoundingClientRect().right])""")
    heads = await tab.evaluate(
        "[...document.querySelectorAll('#participants thead th')].slice(1).map(head => head.textContent)")
    labels = [label for label, _ in told]
    report.check(f"{name}: cells say what they are", labels == heads * (len(told) // max(len(heads), 1)) != [], labels[:8])
    wide = [right for _, right in told if right > PHONE["width"]]
    report.check(f"{name}: no cell runs out of the window", not wide, wide[:3])


# The time that axe needs for contrast grows with the square of the texts. So it is asked of three
# texts of each kind (same elements and classes up to the fourth above), and of all labels of charts. What
# is scrolled out of its frame cannot be seen, so nobody can say; it is judged at the desktop's width.
SAMPLE = """() => {
  const counts = {}
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue
    const frame = e.closest('.scroll')?.getBoundingClientRect().right ?? Infinity
    if (e.getBoundingClientRect().right > frame) continue
    let kind = '', at = e
    for (let i = 0; i < 5 && at; i += 1, at = at.parentElement) {
      kind += at.tagName + '.' + at.getAttribute('class') + ' '
    }
    counts[kind] = (counts[kind] ?? 0) + 1
    if (counts[kind] <= 3 || e.closest('svg')) e.dataset.sample = ''
  }
}"""


def told_axe(report):
    """axe for the texts that a script shows at a picture."""
    async def ask(tab, name):
        await tab.evaluate(AXE_SCRIPT)
        rules = {"runOnly": {"type": "rule", "values": ["color-contrast", "region", "aria-allowed-role"]}}
        await axe(tab, {"include": [["#tip"]]}, rules, name, report)
    return ask


async def axe(tab, context, rules, name, report):
    found = await tab.evaluate(
        "([context, rules]) => axe.run(context ?? document, {...rules, resultTypes: ['violations', 'incomplete']})",
        [context, rules])
    report.check(f"{name}: axe finds nothing wrong", not found["violations"], "; ".join(map(told, found["violations"])))
    open_ends = [rule for rule in found["incomplete"] if rule["id"].startswith("color-contrast")]
    report.check(f"{name}: axe can decide", not open_ends, "; ".join(map(told, open_ends)))


def told(rule):
    nodes = rule["nodes"]
    said = nodes[0]["any"][0]["message"] if nodes[0]["any"] else ""
    return f"{rule['id']} at {len(nodes)}: {nodes[0]['html'][:160]} ({said})"


# The elements that the Tab key is to reach, in the order of the page.
EXPECTED = """() => [...document.querySelectorAll(
  'a[href], summary, input, select, button:not([tabindex="-1"]), [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}))
  .map((e, i) => { e.dataset.place = i; return i })"""
FOCUSED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e)
  return {
    place: e.dataset.place === undefined ? null : +e.dataset.place,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    html: e.outerHTML.slice(0, 120),
  }
}"""


async def walk_keyboard(browser, page, report):
    """Tab reaches everything that can be used, in order, and shows where it stands."""
    for viewport in (DESKTOP, PHONE):
        name = f"{page.name}, keyboard at {viewport['width']} px"
        async with Visit(browser, page, viewport) as tab:
            await tab.goto(page.path.as_uri())
            expected = await tab.evaluate(EXPECTED)
            reached, faults = [], []
            for _ in expected:
                await tab.keyboard.press("Tab")
                focus = await tab.evaluate(FOCUSED)
                reached.append(focus["place"])
                if not focus["seen"] or not focus["ring"]:
                    faults.append(focus)
            report.check(f"{name}: reaches everything in order", reached == expected,
                         f"{reached[:12]}… of {len(expected)}")
            report.check(f"{name}: the focus is seen", not faults, faults[:2])
            await opens(tab, name, report)


async def opens(tab, name, report):
    """Enter opens what is folded, and closes it again."""
    summary = tab.locator("summary:visible").first
    if await summary.count() == 0:
        return
    await summary.focus()
    states = []
    for _ in range(2):
        await tab.keyboard.press("Enter")
        states.append(await summary.evaluate("e => e.parentElement.open"))
    report.check(f"{name}: Enter opens and closes", states == [True, False], states)


async def charts(browser, page, report):
    """Each picture has a name and a description where screen readers look, none has the same name."""
    async with Visit(browser, page) as tab:
        await tab.goto(page.path.as_uri())
        session = await tab.context.new_cdp_session(tab)
        tree = (await session.send("Accessibility.getFullAXTree"))["nodes"]
        shown = [node for node in tree if not node.get("ignored")
                 and node.get("role", {}).get("value") in ("image", "img", "graphics-document")]
        expected = await tab.evaluate(
            "[...document.querySelectorAll('svg[role=img]')].filter(e => e.checkVisibility()).length")
        report.check(f"{page.name}: each chart is known to screen readers", len(shown) == expected,
                     f"{len(shown)} of {expected}")
        texts = await tab.evaluate(
            "[...document.querySelectorAll('svg[role=img]')].map(e => "
            "[e.querySelector('title')?.textContent ?? '', e.querySelector('desc')?.textContent ?? ''])")
        bare = [t for t in texts if len(t[0]) < 4 or len(t[1]) < 10 or t[0] == t[1]]
        report.check(f"{page.name}: each chart has a name and a description", not bare, bare[:2])
        names = [node.get("name", {}).get("value", "") for node in shown]
        report.check(f"{page.name}: names of charts are read out", all(len(n) > 10 for n in names), names[:3])
        again = sorted({n for n in names if names.count(n) > 1})
        report.check(f"{page.name}: no two charts have one name", not again, again[:2])


async def views(browser, page, report):
    """Each view shows its part; a link out of it shows what it leads to; paper shows all."""
    parts = ["patient", "clinic", "more"]
    visible = f"{parts}.filter(id => document.getElementById(id).checkVisibility())"
    for scripts in (True, False):
        name = f"{page.name}, views{'' if scripts else ' without scripts'}"
        async with Visit(browser, page, PHONE, scripts) as tab:
            await tab.goto(page.path.as_uri())
            report.check(f"{name}: all at first", await tab.evaluate(visible) == parts)
            for target, expected in (("patient", ["patient"]), ("clinic", ["clinic", "more"]), ("report", parts)):
                await tab.locator(f".views a[href='#{target}']").click()
                shown = await tab.evaluate(visible)
                report.check(f"{name}: #{target}", shown == expected, shown)
                await stays(tab, f"{name}: #{target}", visible, expected, report)
            await leads_out(tab, name, report)


async def stays(tab, name, visible, expected, report):
    """The links to the parts leave the view as it is, and each ends at something that is seen."""
    links = tab.locator(".contents a:visible")
    count, faults = await links.count(), []
    for place in range(count):
        link = links.nth(place)
        await link.click()
        seen = await link.evaluate("a => document.querySelector(a.getAttribute('href')).checkVisibility()")
        shown = await tab.evaluate(visible)
        if shown != expected or not seen:
            faults.append((await link.text_content(), shown, seen))
    report.check(f"{name}: the links to parts keep the view", count > 1 and not faults, faults[:2])


LEADS = """view => {
  const links = new Set([...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href')))
  return [...links].filter(link => {
    location.hash = view
    location.hash = link
    return !document.getElementById(link.slice(1)).checkVisibility({contentVisibilityAuto: true})
  })
}"""


async def leads_out(tab, name, report):
    """From every view every link within the page ends at something that is seen."""
    for view in ("#patient", "#clinic"):
        hidden = await tab.evaluate(LEADS, view)
        report.check(f"{name}: from {view} every link leads to what is seen", not hidden, hidden[:3])


# The last text of each part that is folded on screen.
FOLDED = """() => [...document.querySelectorAll('details.fold:not([open])')]
  .map(fold => [...fold.nextElementSibling.querySelectorAll('p, li, dt, td')].findLast(e =>
    !e.closest('details:not(.print)') && !e.children.length && e.textContent.trim().length > 11))
  .filter(e => e).map(e => e.textContent)"""


async def sheets(browser, page, report):
    """On A4 and on Letter the dietitian's page is one sheet, and both parts are there."""
    for view in ("", "#patient", "#clinic"):
        async with Visit(browser, page) as tab:
            await tab.goto(page.path.as_uri() + view)
            for size in ("A4", "Letter") if view == "" else ("A4",):
                pdf = await tab.pdf(format=size, prefer_css_page_size=False, print_background=True)
                texts = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages]
                name = f"{page.name}{view} on {size}"
                marks = await tab.evaluate(
                    "['patient', 'clinic', 'more'].map(id => "
                    "document.querySelector('#' + id + ' .part-name').textContent)")
                first = [next((i for i, text in enumerate(texts) if mark in text), None) for mark in marks]
                report.check(f"{name}: all parts are printed", None not in first, first)
                if None not in first:
                    report.check(f"{name}: the dietitian's page is one sheet", first[2] - first[1] == 1,
                                 f"sheets {first}")
                    report.check(f"{name}: the patient's page is one sheet", first[1] - first[0] == 1,
                                 f"sheets {first}")
                unprinted = await tab.evaluate(FOLDED)
                paper = letters("".join(texts))
                lost = [text for text in unprinted if letters(text)[:24] not in paper]
                report.check(f"{name}: what is folded is printed", not lost, lost[:2])
                if view == "" and size == "A4" and page.kind != "long":
                    report.check(f"{name}: at most 14 sheets", len(texts) <= 14, len(texts))


def letters(text):
    """A text without its blanks, and with the letters that a font draws as one apart."""
    return unicodedata.normalize("NFKC", "".join(text.split()))


# The page without its texts: elements, their attributes' names, and what they stand in. Verdicts may
# differ by what a text says, so kinds are compared, with those of all other pages.
SKELETON = """() => [...document.querySelectorAll('*')].map(e =>
  e.tagName + ' ' + [...e.attributes].map(a => a.name).sort() + ' ' + e.parentElement?.tagName)"""


async def compare_hostile(browser, made, report):
    """Hostile texts change no element, run nothing, and are there to be read."""
    found = {}
    for page in made:
        if page.kind == "index":
            continue
        async with Visit(browser, page) as tab:
            await tab.goto(page.path.as_uri())
            kind = "hostile" if page.kind == "hostile" else "others"
            found.setdefault(kind, set()).update(await tab.evaluate(SKELETON))
            if page.kind != "hostile":
                continue
            report.check("hostile: nothing ran", await tab.evaluate("window.hacked === undefined"))
            foreign = await tab.evaluate("document.querySelectorAll('body script, img, iframe, object').length")
            report.check("hostile: no foreign element", foreign == 0, foreign)
            text = await tab.evaluate("document.body.textContent")
            report.check("hostile: the text is text", "<script>window.hacked = true</script>" in text
                         and '"></svg></td></table>' in text)
            report.check("hostile: nothing turns the direction", not set("\u202e\u2066\u200f") & set(text))
            report.check("hostile: emoji and scripts of the world stay", "\U0001F95B" in text and "\u4e2d" in text)
            report.check("hostile: a name of 10 kB is cut", "y" * 2000 not in text)
    if len(found) == 2:
        foreign = found["hostile"] - found["others"]
        report.check("hostile: no kind of element in a place where no other page has it", not foreign,
                     sorted(foreign)[:3])
