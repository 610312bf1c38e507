#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Batches that are killed, stopped, run twice or run out of room; for `make test`.

batch.py PROGRAM [--thorough]

--thorough takes 10,000 bad files instead of 500.
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
BAD_FILES = 10_000 if "--thorough" in sys.argv else 500
FAILED = []


def check(name, holds, detail=""):
    print(f"{'ok  ' if holds else 'FAIL'} {name}" + ("" if holds else f": {detail}"), flush=True)
    if not holds:
        FAILED.append(name)


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, **options)


def run_as_nobody(work, *arguments):
    """Runs the program without root's rights, from a copy that nobody may execute too."""
    program = work / "reintro"
    if not program.exists():
        shutil.copy(PROGRAM, program)
        program.chmod(0o755)
    user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, **user)


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


def check_log_that_is_lost(work, diaries):
    """A log that nobody reads, or that has no room, stops no batch and is told by the status."""
    out = work / "no-room"
    with open("/dev/full", "w") as full:
        lost = subprocess.run([PROGRAM, "batch", str(diaries), "-o", str(out), "--log", "json"],
                              stdout=subprocess.PIPE, stderr=full, text=True)
    check("a log without room gives 73", lost.returncode == 73, lost.returncode)
    check("the lost log is told", "log cannot be written" in lost.stdout, lost.stdout)
    check("the batch without a log is finished", (out / "index.html").exists())
    reader, writer = os.pipe()
    os.close(reader)
    out = work / "no-reader"
    gone = subprocess.run([PROGRAM, "batch", str(diaries), "-o", str(out), "--log", "json"],
                          stdout=subprocess.DEVNULL, stderr=writer)
    os.close(writer)
    check("a log that nobody reads gives 73", gone.returncode == 73, gone.returncode)
    check("the batch whose log nobody reads is finished", (out / "index.html").exists())
    for arguments in (("batch", diaries, "-o", ""), ("batch", "", "-o", work / "x"), ("analyze", ""),
                      ("batch", diaries, "-o", work / "x", "--since", "2999-01-01")):
        usage = run(*arguments)
        check(f"wrong usage: {arguments[0]} {arguments[-1]!r}", usage.returncode == 64, usage.returncode)


def check_faults(work, diaries):
    """What cannot be read or written is an error or a failure, and nothing is lost."""
    bad = work / "bad"
    shutil.copytree(diaries, bad)
    kinds = (b"", b"noise\n", b"noise\n" * 2, b"time,kind,name\n", b"time,kind,name\n2026-01-01,food,\"milk\n",
             bytes(range(256)), b"<diary", b"<!DOCTYPE d [<!ENTITY a 'aaaa'>]><d>&a;</d>", b"PK\3\4rest", b"[1, 2]")
    for number in range(BAD_FILES):
        (bad / f"x{number:05}.csv").write_bytes(kinds[number % len(kinds)])
    os.symlink(".", bad / "loop")
    (bad / "p").mkdir()
    os.symlink("..", bad / "p" / "up")
    shutil.copy(next(diaries.iterdir()), bad / "p" / "d.csv")
    outcome = run("batch", bad, "-o", bad / "out", "--quiet", timeout=900)
    check("bad files among good ones give 65", outcome.returncode == 65, outcome.stderr[-300:])
    people = len((bad / "out" / "results.jsonl").read_text().splitlines())
    check("the good ones are there", people == len(list(diaries.iterdir())) + 1, people)
    told = (bad / "out" / "failures.csv").read_text()
    check("all bad ones are told", all(f"x{n:05}.csv" in told for n in range(BAD_FILES)))
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


def check_rights(work, diaries):
    """Folders and files that may not be read or written."""
    names = sorted(p.name for p in diaries.iterdir())
    locked, secret, open_to_all = work / "locked", work / "secret", work / "open"
    locked.mkdir(mode=0o555)
    outcome = run_as_nobody(work, "batch", diaries, "-o", locked / "out")
    check("a read-only output gives 73", outcome.returncode == 73, (outcome.returncode, outcome.stderr))
    check("and nothing is written", not list(locked.iterdir()))
    shutil.copytree(diaries, secret)
    os.chmod(secret / names[0], 0)
    (secret / "sub").mkdir()
    shutil.copy(diaries / names[1], secret / "sub" / "d.csv")
    (secret / "sub").chmod(0)
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    outcome = run_as_nobody(work, "batch", secret, "-o", open_to_all / "out", "--quiet")
    check("an unreadable file gives 65", outcome.returncode == 65, (outcome.returncode, outcome.stderr))
    told = (open_to_all / "out" / "failures.csv").read_text()
    check("unreadable files and folders are told", names[0] in told and "sub," in told and "ermission" in told, told)
    people = len((open_to_all / "out" / "results.jsonl").read_text().splitlines())
    check("unreadable files lose nobody else", people == len(names) - 1, people)
    (secret / "sub").chmod(0o700)


ODD = ["../x", "CON", "a/b", "7" * 300, "p\u00011", "..", "Anna\u2028Meier", "ü1", "x" * 250 + "1"]


def check_odd_ids(work, diaries):
    """Ids and names of files that are no names of files everywhere."""
    folder, out = work / "odd", work / "odd-out"
    folder.mkdir()
    lines = next(iter(sorted(diaries.iterdir()))).read_text().splitlines(keepends=True)
    body = [line.split(",", 1)[1] for line in lines[1:]]
    with open(folder / "all.csv", "w") as file:
        file.write(lines[0])
        for name in ODD:
            file.writelines(f'"{name}",{rest}' for rest in body)
    for name in ("CON.csv", "\x01\x1b[31m.csv", "n\nl.csv", "%s.csv" % ("y" * 240), "-o.csv", "<b>&.csv", "=1+1.csv"):
        (folder / name).write_text(lines[0] + "".join("," + rest for rest in body))
    for policy in ((), ("--keep-names",)):
        outcome = run("batch", folder, "-o", out, "--quiet", *policy)
        people = [json.loads(line)["participant"] for line in (out / "results.jsonl").read_bytes().splitlines()]
        check(f"odd names lose nobody {policy}", len(set(people)) == len(ODD) + 7, (outcome.stderr, len(people)))
        # Kept names are those of contents and of files alike: “CON” is in both, which is told.
        check(f"and one id in two inputs is told {policy}", outcome.returncode == (65 if policy else 0)
              and ("CON stands in several" in (out / "failures.csv").read_text()) == bool(policy), outcome.returncode)
        reports = sorted(p.name for p in (out / "reports").iterdir())
        check(f"each has a report with a plain name {policy}", len(reports) == len(people)
              and all(len(name) < 110 and name.isascii() and name.isprintable() and "/" not in name for name in reports), reports)
        pages = (out / "index.html").read_text()
        check(f"the index leads to each {policy}", all(f'href="reports/{name}"' in pages for name in reports))
        tables = sorted(p.name for p in out.iterdir() if p.name != ".reintro")
        check(f"nothing lies beside the tables {policy}", tables == sorted(
            ["reports", "results.jsonl", "summary.csv", "failures.csv", "index.html", "results.sqlite", "cohort.csv", "cohort.html"]), tables)


def check_many_in_one(work):
    """A file of so many that it is read in parts, in any order: the same as a file each."""
    run("simulate", "--participants", "240", "--seed", "12", "-o", work / "each")
    each = work / "each" / "diaries"
    texts = [path.read_text().splitlines(keepends=True) for path in sorted(each.iterdir())]
    rows = [text[1:] for text in texts]
    check("the file is one that is read in parts", sum(map(len, rows)) > 100_000, sum(map(len, rows)))
    mixed = sorted(((number, line) for body in rows for number, line in enumerate(body)), key=lambda row: row[0])
    run("batch", each, "-o", work / "each-out", "--quiet", "--without-reports")
    expected = (work / "each-out" / "summary.csv").read_bytes()
    # Held whole, the file takes more than 100 MB.
    for name, lines in (
            ("together", [line for body in rows for line in body]), ("in turn", [line for _, line in mixed])):
        folder, out = work / name, work / f"{name} out"
        folder.mkdir()
        (folder / "all.csv").write_text(texts[0][0] + "".join(lines))
        process = subprocess.Popen([PROGRAM, "batch", folder, "-o", out, "--quiet", "--without-reports"])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        check(f"people {name} in one file: the same rows as in a file each", process.returncode == 0
              and (out / "summary.csv").read_bytes() == expected, process.returncode)
        check(f"people {name} in one file: memory", usage.ru_maxrss < 80 << 10, f"{usage.ru_maxrss >> 10} MB")
    lines = (work / "together out" / "results.jsonl").read_bytes()
    process = subprocess.Popen([PROGRAM, "batch", work / "together", "-o", work / "together out", "--quiet", "--force"],
                               stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not (work / "together out" / "reports").is_dir():
        time.sleep(0.01)
    while process.poll() is None and len(os.listdir(work / "together out" / "reports")) < 20:
        time.sleep(0.01)
    with open(work / "together" / "all.csv", "a") as file:
        file.write("late,2026-01-01,food,milk,1,cup,,\n")
    process.communicate()
    told = (work / "together out" / "failures.csv").read_text()
    check("a file that changes in the run is told", process.returncode == 65 and "written to while it was read" in told, told)
    check("and nobody of it is shown", not (work / "together out" / "results.jsonl").read_bytes()
          and not os.listdir(work / "together out" / "reports"))
    again = run("batch", work / "together", "-o", work / "together out", "--quiet", "--without-reports")
    people = (work / "together out" / "results.jsonl").read_bytes()
    check("the next run has all", again.returncode == 0 and people.count(b"\n") == lines.count(b"\n") + 1, again.stderr)


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
        work.chmod(0o755)
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
        check_log_that_is_lost(work, diaries)
        check_faults(work, diaries)
        check_rights(work, diaries)
        check_odd_ids(work, diaries)
        check_many_in_one(work)
        check_full_disk(work, diaries, whole)
    if FAILED:
        sys.exit(f"{len(FAILED)} failed")


if __name__ == "__main__":
    main()
