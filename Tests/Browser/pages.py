# SPDX-License-Identifier: Apache-2.0
"""Makes the pages that the browser opens: every fixture, hostile diaries, and a batch's index."""
import csv
import json
import pathlib
import re
import shutil
import subprocess
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Texts that try to leave their place. None has digits, which would lend a food an amount.
HOSTILE = [
    "<script>window.hacked = true</script>",
    "<img src=x onerror='window.hacked = true'>",
    "\"></svg></td></table><p>outside</p>",
    "]]></style><style>*{display:none}</style>",
    "--><iframe src=javascript:window.hacked=true></iframe>",
    "\u202egnol\u2066 \u200f &lt;b&gt; &amp;lt;i",
    "y" * 10_240,
    "\U0001F95B\U0001F469\u200d\U0001F373 caf\u00e9 \u4e2d\u6587 \u0645\u062b\u0627\u0644",
    "</title></head></body></html>{{a*b}} ${a*b} javascript:window.hacked=true",
]
# The same words without what could harm, so that the analysis reads both alike.
HARMLESS = [" ".join(re.findall("[A-Za-z]+", text)) for text in HOSTILE]


class Page(NamedTuple):
    """A page to visit; `kind` says what else is expected of it."""

    name: str
    path: pathlib.Path
    kind: str = "report"


def make(program, work, only=()):
    """All pages, in `work`; or only those named."""
    hostile = [work / "hostile.csv", work / "harmless.csv"]
    for place, diary in enumerate(hostile):
        write_hostile(diary, place)
    folders = sorted(p.parent for p in (ROOT / "fixtures").glob("*/README.md"))
    sources = [(folder.name, folder, "report") for folder in folders]
    sources += [(diary.stem, diary, diary.stem) for diary in hostile]
    sources += [("nothing", write_little(work), "report")]
    made = [
        Page(name, analyze(program, source, work / f"{name}.html"), kind)
        for name, source, kind in sources if not only or name in only]
    for language in ("en", "de"):
        name = f"four-triggers-{language}"
        if not only or name in only:
            made.append(Page(name, analyze(program, find_four(program, work), work / f"{name}.html", language), "long"))
    if not only or "index" in only:
        made.append(Page("index", make_batch(program, work), "index"))
    return made


def analyze(program, source, page, language="en"):
    subprocess.run(
        [program, "analyze", source, "-o", page, "--language", language], check=True, capture_output=True,
        timeout=120)
    return page


def find_four(program, work):
    """The first of simulated diaries in which four groups or more may be triggers, under a safety gate."""
    folder = work / "simulated"
    if not folder.exists():
        subprocess.run([program, "simulate", "--participants", "80", "--seed", "5", "-o", folder],
                       check=True, capture_output=True, timeout=120)
        subprocess.run([program, "batch", folder / "diaries", "-o", folder / "out"], capture_output=True, timeout=240)
    with open(folder / "out" / "results.jsonl", encoding="utf-8") as lines:
        for results in map(json.loads, lines):
            triggers = [g for g in results["groups"] if g["verdict"] in ("likely-trigger", "possible-trigger")]
            if len(triggers) >= 4 and results["safety"]:
                return folder / "diaries" / f"{results['participant']}.csv"
    raise AssertionError("no simulated diary has four triggers and a gate")


def make_batch(program, work):
    """The index of a batch; it is copied, for its name tells it from others."""
    folder = work / "batch"
    shutil.copytree(ROOT / "fixtures", folder, ignore=shutil.ignore_patterns("*.py", "*.md", "__pycache__"))
    shutil.copy(work / "hostile.csv", folder)
    (folder / "empty.csv").write_bytes(b"")
    subprocess.run([program, "batch", folder, "-o", work / "out"], capture_output=True, timeout=240)
    return work / "out" / "index.html"


def write_little(work):
    """A diary that cannot answer anything yet."""
    path = work / "nothing.csv"
    path.write_text("participant,time,kind,name,value\np1,2026-02-01,food,rice,1\np1,2026-02-02,symptom,pain,3\n")
    return path


def write_hostile(path, place):
    """The demo diary with a hostile text (place 0) or a harmless one (place 1) in every text."""
    texts = (HOSTILE, HARMLESS)[place]
    with open(ROOT / "fixtures" / "demo" / "diary.csv", newline="", encoding="utf-8") as source:
        rows = list(csv.DictReader(source))
    for number, row in enumerate(rows):
        text = texts[number % len(texts)]
        row["participant"] = "p " + texts[0]
        if row["kind"] == "food":
            name = row["name"].lower()
            groups = [g for g in ("milk", "egg", "soy", "bread") if g in name]
            named = {"milk": "lactose", "egg": "egg", "soy": "soy", "bread": "gluten"}
            row["groups"] = " ".join(named[g] for g in groups) or "none"
            row["name"] = f"{row['name']} {text}"
        elif row["kind"] == "symptom":
            row["name"] = f"{row['name']} {texts[2]}"
        elif row["kind"] == "note":
            row["name"] = f"{row['name']} {text}"
        if row["kind"] != "profile" and row["kind"] != "phase":
            row["note"] = f"{row['note']} {text}".strip()
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, fieldnames=rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
