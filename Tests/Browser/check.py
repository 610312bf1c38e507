#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens the reports of every fixture in a browser, as readers meet them, and checks each.

usage: check.py PROGRAM [PICTURES [PAGE…]]

Light, dark, forced colours, a phone of 320 px, print, keyboard, scripts off, offline; tables that sort
and pictures that tell their rows; axe, the Nu
checker, the accessibility tree and the printed sheets. With PICTURES, a folder, each state is also
kept as a picture; PAGEs, such as demo, keep it to these. Skipped, with the reason, where there is no chromium.
"""
import asyncio
import pathlib
import shutil
import sys
import tempfile
import time

import markup
import pages
import states
from report import Report

from playwright.async_api import async_playwright

TABS = 3
PATIENCE = 240  # seconds for one page


async def visit_all(made, report, pictures):
    """All pages, a few at a time, in one browser that knows no network."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        free = asyncio.Semaphore(TABS)

        async def visit(page):
            async with free:
                try:
                    await asyncio.wait_for(states.visit(browser, page, report, pictures), PATIENCE)
                except Exception as error:  # a page that cannot be visited is a failure of its own
                    report.check(f"{page.name}: can be visited", False, repr(error)[:600])

        await asyncio.gather(*(visit(page) for page in made))
        await states.compare_hostile(browser, made, report)
        await browser.close()


def main():
    if not shutil.which("chromium"):
        print("browser: SKIPPED, chromium is not installed (Tools/install-dependencies browser)")
        return 0
    program = pathlib.Path(sys.argv[1]).resolve()
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    report, start = Report(), time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        made = pages.make(program, pathlib.Path(work), only=set(sys.argv[3:]))
        markup.check([page.path for page in made], report)
        asyncio.run(visit_all(made, report, pictures))
    print(f"browser: {report.summary} ({time.monotonic() - start:.0f} s)")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
