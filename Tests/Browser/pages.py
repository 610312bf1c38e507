# SPDX-License-Identifier: Apache-2.0
"""Makes the pages that the browser opens: every fixture, hostile diaries, and a batch's index."""
import csv
import pathlib
import shutil
import subprocess
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Texts that try to leave their place, each beside a harmless one. The number of characters differs
# on purpose; the beginning does not, so that both sort alike.
HOSTILE = [
    ("<script>window.hacked = 1</script>", "plain words"),
    ("<img src=x onerror='window.hacked = 1'>", "plain words"),
    ("\"></svg></td></table><h1>outside</h1>", "plain words"),
    ("]]></style><style>*{display:none}</style>", "plain words"),
    ("--><iframe src=javascript:window.hacked=1></iframe>", "plain words"),
    ("\u202egnol\u2066 \u200f &lt;b&gt; &#x3c;i&#x3e;", "plain words"),
    ("y" * 10_240, "y" * 40),
    ("\U0001F95B\U0001F469\u200d\U0001F373 caf\u00e9 \u4e2d\u6587 \u0645\u062b\u0627\u0644", "plain words"),
    ("</title></head></body></html>{{7*7}} ${7*7} javascript:window.hacked=1", "plain words"),
]


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
    if not only or "index" in only:
        made.append(Page("index", make_batch(program, work), "index"))
    return made


def analyze(program, source, page):
    subprocess.run(
        [program, "analyze", source, "-o", page], check=True, capture_output=True, timeout=120)
    return page


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
    with open(ROOT / "fixtures" / "demo" / "diary.csv", newline="", encoding="utf-8") as source:
        rows = list(csv.DictReader(source))
    for number, row in enumerate(rows):
        text = HOSTILE[number % len(HOSTILE)][place]
        row["participant"] = "p " + HOSTILE[0][place]
        if row["kind"] == "food":
            name = row["name"].lower()
            groups = [g for g in ("milk", "egg", "soy", "bread") if g in name]
            named = {"milk": "lactose", "egg": "egg", "soy": "soy", "bread": "gluten"}
            row["groups"] = " ".join(named[g] for g in groups) or "none"
            row["name"] = f"{row['name']} {text}"
        elif row["kind"] == "symptom":
            row["name"] = f"{row['name']} {HOSTILE[2][place]}"
        elif row["kind"] == "note":
            row["name"] = f"{row['name']} {text}"
        if row["kind"] != "profile" and row["kind"] != "phase":
            row["note"] = f"{row['note']} {text}".strip()
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, fieldnames=rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
