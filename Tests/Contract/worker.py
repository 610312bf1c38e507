#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The worker as a process: answers at once, bad frames, memory, statuses; for `make test`.

worker.py PROGRAM
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = str(Path(sys.argv[1]).resolve())
FAILED = []


def check(name, holds, detail=""):
    print(f"{'ok  ' if holds else 'FAIL'} {name}" + ("" if holds else f": {detail}"), flush=True)
    if not holds:
        FAILED.append(name)


def frame(name, content):
    return json.dumps({"name": name, "bytes": len(content)}).encode() + b"\n" + content


def work(stream, *options):
    return subprocess.run([PROGRAM, "worker", *map(str, options)], input=stream, capture_output=True, timeout=300)


def check_same_as_batch(folder):
    subprocess.run([PROGRAM, "simulate", "--participants", "20", "--seed", "5", "-o", folder], check=True)
    diaries = folder / "diaries"
    (diaries / "Anna Meier.csv").write_text("time,kind,name,value,unit\n" + "".join(
        f"2026-01-{day:02},symptom,pain,{day % 4},0-10\n2026-01-{day:02},food,milk,1,portion\n" for day in range(1, 31)))
    head = "participant,time,kind,name,value,unit,groups,note\n"
    rows = ["".join(f"c{who},2026-01-{day:02},symptom,pain,{day % 4},0-10,,\n" for day in range(1, 11)) for who in range(1, 5)]
    (diaries / "cut.csv").write_text(head + "".join(rows[:2]) + 'c3,2026-01-01,note,,,,,"open\n' + rows[3])
    people = "".join(f'<diary participant="x{who}"><entries>' + "".join(
        f'<food time="2026-01-{day:02}">milk</food>\n' for day in range(1, 11)) + "</entries></diary>\n" for who in range(1, 5))
    (diaries / "cut.xml").write_text('<diaries xmlns="urn:reintro:diary:1">' + people[:-30])
    subprocess.run([PROGRAM, "batch", diaries, "-o", folder / "out", "--quiet"], check=False)
    lines = set((folder / "out" / "results.jsonl").read_bytes().splitlines())
    stream = b"".join(frame(p.name, p.read_bytes()) for p in diaries.iterdir())
    answer = work(stream)
    check("frames end with 0", answer.returncode == 0, answer.stderr)
    check("results are those of a batch", set(answer.stdout.splitlines()) == lines, len(lines))
    kept = sorted(json.loads(line)["participant"] for line in lines if json.loads(line)["participant"][0] in "cx")
    check("of cut files those who stand whole are kept", kept == ["c1", "c2", "x1", "x2", "x3"], kept)


def check_flush():
    process = subprocess.Popen([PROGRAM, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for number in range(3):
        process.stdin.write(frame(f"f{number}", b"x"))
        process.stdin.flush()
        # Would wait for ever if answers were held back.
        check(f"frame {number} is answered at once", json.loads(process.stdout.readline())["name"] == f"f{number}")
    process.stdin.close()
    check("the end of input ends the worker with 0", process.wait(60) == 0)
    process.stdout.close()


def check_bad():
    answer = work(b"".join(frame(f"f{n}", b"" if n % 2 else b"\0\xff{}") for n in range(1000)))
    check("1000 bad frames have 1000 answers", len(answer.stdout.splitlines()) == 1000)
    check("bad diaries are no fault of the run", answer.returncode == 0, answer.stderr)
    for name, stream, code in (
            ("broken header", b"what\n" + frame("a", b"x"), "frame-header"),
            ("endless header", b"x" * (8 << 20), "frame-header"),
            ("huge number", b'{"name":"a","bytes":99999999999999999999}\n', "frame-header"),
            ("negative number", b'{"name":"a","bytes":-5}\n', "frame-header"),
            ("truncated frame", b'{"name":"a","bytes":9000000000000000000}\nx', "frame-truncated")):
        answer = work(stream)
        lines = answer.stdout.splitlines()
        check(f"{name}: one line", len(lines) == 1 and json.loads(lines[0])["error"]["code"] == code, lines)
        check(f"{name}: status 65", answer.returncode == 65, answer.returncode)
    check("no input: status 0", work(b"").returncode == 0)
    check("wrong usage: status 64", work(b"", "--max-bytes", "0").returncode == 64)
    answer = work(frame("big", b"x" * 5000) + frame("small", b"x"), "--max-bytes", 4999)
    codes = [json.loads(line)["error"]["code"] for line in answer.stdout.splitlines()]
    check("a frame that is too large is passed over", codes[:1] == ["frame-too-large"] and len(codes) == 2, codes)


def check_memory():
    """200 MB in one frame that is too large are not held."""
    process = subprocess.Popen([PROGRAM, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdin.write(json.dumps({"name": "big", "bytes": 200 << 20}).encode() + b"\n")
    for _ in range(200):
        process.stdin.write(bytes(1 << 20))
    process.stdin.close()
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    check("a huge frame is told", b"frame-too-large" in said and process.returncode == 0, said)
    check("a huge frame is not held", usage.ru_maxrss < 120 << 10, f"{usage.ru_maxrss >> 10} MB")


def check_reader_gone():
    process = subprocess.Popen([PROGRAM, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    try:
        process.stdin.write(frame("a", b"x"))
        process.stdin.close()
    except BrokenPipeError:
        pass
    check("a reader that has gone is status 73", process.wait(60) == 73, process.returncode)
    process.stderr.close()


with tempfile.TemporaryDirectory() as name:
    check_same_as_batch(Path(name))
check_flush()
check_bad()
check_memory()
check_reader_gone()
print(f"{len(FAILED)} failed")
sys.exit(1 if FAILED else 0)
