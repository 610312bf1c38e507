#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Batches that are killed, stopped, run twice or run out of room; for `make test`.

batch.py PROGRAM
"""
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = str(Path(sys.argv[1]).resolve())
FAILED = []


def check(name, holds, detail=""):
    print(f"{'ok  ' if holds else 'FAIL'} {name}" + ("" if holds else f": {detail}"), flush=True)
    if not holds:
        FAILED.append(name)


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, **options)


def shown(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*")
            if p.is_file() and ".reintro" not in p.relative_to(folder).parts}


def check_kill(work, diaries, whole):
    """Killed at 20 random moments and run again: the same bytes as an undisturbed run."""
    moments = random.Random(20261)
    started = time.monotonic()
    run("batch", diaries, "-o", work / "timed", "--quiet")
    length = time.monotonic() - started
    out = work / "killed"
    killed = 0
    for number in range(20):
        if number % 5 == 0:
            shutil.rmtree(out, ignore_errors=True)
        command = [PROGRAM, "batch", str(diaries), "-o", str(out), "--quiet"]
        # One run in two begins anew, so that tables are written in each.
        if number % 2:
            command.append("--force")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(moments.uniform(0.05, 1.0) * length)
        except subprocess.TimeoutExpired:
            process.kill()
            killed += process.wait() == -signal.SIGKILL
    again = run("batch", diaries, "-o", out, "--quiet")
    check("killed runs were killed", killed >= 10, killed)
    check("a run after kills ends well", again.returncode == 0, again.stderr)
    check("kills change no byte", shown(out) == whole,
          [name for name in whole if shown(out).get(name) != whole[name]][:5])


def check_stop(work, diaries, whole):
    """SIGINT and SIGTERM leave finished reports, and the next run goes on from there."""
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        out = work / f"stopped-{status}"
        process = subprocess.Popen([PROGRAM, "batch", str(diaries), "-o", str(out), "--jobs", "1", "--log", "json"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for line in process.stderr:
            if '"done"' in line:
                break
        process.send_signal(number)
        rest = process.stderr.read()
        process.wait()
        check(f"signal {number} gives {status}", process.returncode == status, process.returncode)
        check("the log says that it stopped", json.loads(rest.splitlines()[-1])["event"] == "stopped", rest[-300:])
        reports = len(list((out / "reports").iterdir()))
        check("finished reports are there", 0 < reports < len(list(diaries.iterdir())), reports)
        again = run("batch", diaries, "-o", out, "--log", "json")
        done = [json.loads(line) for line in again.stderr.splitlines()]
        check("the next run goes on", sum(e["event"] == "done" for e in done) + reports == len(list(diaries.iterdir())),
              again.stderr[-300:])
        check("a stopped run changes no byte", shown(out) == whole)


def check_outputs(work, diaries):
    """The log, the tables and masked cells."""
    folder, out = work / "mixed", work / "mixed-out"
    shutil.copytree(diaries, folder)
    (folder / "Anna Meier.csv").write_text("hello\n")
    first = run("batch", folder, "-o", out, "--log", "json", "--mask-small")
    events = [json.loads(line) for line in first.stderr.splitlines()]
    check("a failure gives 65", first.returncode == 65, first.returncode)
    check("the log is machine-readable", events[0]["event"] == "started" and events[-1]["event"] == "finished"
          and events[-1]["status"] == 65 and any(e["event"] == "failure" and e["code"] for e in events), events[-1:])
    check("the log names nobody", "Anna" not in first.stderr and "Meier" not in first.stderr)
    database = sqlite3.connect(out / "results.sqlite")
    check("the tables are sound", database.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    check("keys lead somewhere", database.execute("PRAGMA foreign_key_check").fetchall() == [])
    tables = {row[0]: row[1] for row in database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")}
    check("columns are described", all("--" in sql for sql in tables.values()), tables)
    small = [row for row in database.execute(
        "SELECT likely, possible, not_clear, tolerated, diaries, judged, challenged FROM cohort_groups")
        if any(cell is not None and cell < 5 for cell in row)]
    check("small cells are masked", not small, small)
    counts = database.execute("SELECT count(*) FROM cohort_counts WHERE participants < 5").fetchone()
    check("small counts are masked", counts == (0,), counts)
    lines = (out / "results.jsonl").read_text().splitlines()
    ids = [json.loads(line)["participant"] for line in lines]
    found = [row[0] for row in database.execute("SELECT participant FROM participants")]
    check("tables and lines agree", found == ids, (found[:3], ids[:3]))
    pages = (out / "index.html").read_text()
    check("the index allows its script alone", "script-src &#39;sha256-" in pages and "script-src &#39;unsafe" not in pages)
    check("the index is whole without its script", all(f'href="reports/{i}.html"' in pages for i in ids))


def check_faults(work, diaries):
    """What cannot be read or written is an error or a failure, and nothing is lost."""
    bad = work / "bad"
    shutil.copytree(diaries, bad)
    for number in range(500):
        (bad / f"x{number:04}.csv").write_bytes(b"noise\n" * (number % 3))
    os.symlink(".", bad / "loop")
    (bad / "p").mkdir()
    os.symlink("..", bad / "p" / "up")
    shutil.copy(next(diaries.iterdir()), bad / "p" / "d.csv")
    outcome = run("batch", bad, "-o", bad / "out", "--quiet", timeout=300)
    check("bad files among good ones give 65", outcome.returncode == 65, outcome.stderr[-300:])
    people = len((bad / "out" / "results.jsonl").read_text().splitlines())
    check("the good ones are there", people >= len(list(diaries.iterdir())), people)
    told = (bad / "out" / "failures.csv").read_text()
    check("all bad ones are told", all(f"x{n:04}.csv" in told for n in range(500)))
    inside = run("batch", bad, "-o", bad / "p" / "out")
    check("an output in a participant's folder is refused", inside.returncode == 73, inside.stderr)

    out = work / "vanishing"
    gone = work / "vanishing-in"
    shutil.copytree(diaries, gone)
    process = subprocess.Popen([PROGRAM, "batch", str(gone), "-o", str(out), "--jobs", "1", "--log", "json"],
                               stderr=subprocess.PIPE, text=True)
    names = sorted(p.name for p in gone.iterdir())
    for line in process.stderr:
        if '"done"' in line:
            break
    (gone / names[-1]).unlink()
    process.stderr.read()
    process.wait()
    check("a file that vanishes is told", process.returncode in (0, 65), process.returncode)
    rows = (out / "failures.csv").read_text()
    check("a file that vanishes loses nobody else",
          len((out / "results.jsonl").read_text().splitlines()) == len(names) - 1 and names[-1] in rows, rows)

    if os.geteuid() != 0:
        locked = work / "locked"
        locked.mkdir(mode=0o500)
        outcome = run("batch", diaries, "-o", locked / "out")
        check("a read-only output gives 73", outcome.returncode == 73, outcome.stderr)
        secret = work / "secret"
        shutil.copytree(diaries, secret)
        os.chmod(secret / names[0], 0)
        outcome = run("batch", secret, "-o", work / "secret-out")
        check("an unreadable file gives 65", outcome.returncode == 65, outcome.stderr)
    else:
        print("skip read-only folders and unreadable files: root may do all")


def check_full_disk(work, diaries, whole):
    """On a full disk the run is an error; with room the next one is whole."""
    disk = work / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)], capture_output=True).returncode == 0
    if not mounted:
        print("skip the full disk: mounting is not allowed here")
        return
    try:
        full = run("batch", diaries, "-o", disk / "out", "--quiet")
        check("a full disk gives 73", full.returncode == 73 and "space" in full.stderr, (full.returncode, full.stderr))
        check("nothing half written is left", not list(disk.rglob(".reintro-*.tmp")))
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        again = run("batch", diaries, "-o", disk / "out", "--quiet")
        check("with room the run is whole", again.returncode == 0 and shown(disk / "out") == whole, again.stderr)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        locked = run("batch", diaries, "-o", disk / "out", "--quiet", "--force")
        check("a read-only disk gives 73", locked.returncode == 73, locked.stderr)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        check("and changes nothing", shown(disk / "out") == whole)
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def main():
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        run("simulate", "--participants", "40", "--seed", "11", "-o", work / "sim")
        diaries = work / "sim" / "diaries"
        first = run("batch", diaries, "-o", work / "whole")
        check("a batch ends well", first.returncode == 0, first.stderr)
        whole = shown(work / "whole")
        for place in ("results.sqlite", "cohort.html", "cohort.csv", "index.html"):
            check(f"{place} is there", place in whole)
        run("batch", diaries, "-o", work / "one-job", "--jobs", "1")
        check("any number of jobs gives the same bytes", shown(work / "one-job") == whole)
        check_kill(work, diaries, whole)
        check_stop(work, diaries, whole)
        check_outputs(work, diaries)
        check_faults(work, diaries)
        check_full_disk(work, diaries, whole)
    if FAILED:
        sys.exit(f"{len(FAILED)} failed")


main()
