#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The job of integrations/spark on a local Spark cluster, beside `reintro batch`; for `make spark-test`.

check.py PROGRAM [--cost]

Skips where pyspark or Java is missing. --cost also measures diaries a second with 1 to 4 executors.
"""
import csv
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = str(Path(sys.argv[1]).resolve())
JOB = Path(__file__).resolve().parents[2] / "integrations" / "spark" / "reintro_spark.py"
TABLES = ("participants", "groups", "challenges", "symptoms", "safety", "warnings", "quality", "inseparable",
          "findings", "failures", "cohort_groups", "cohort_counts")
FAILED = []


def check(name, holds, detail=""):
    print(f"{'ok  ' if holds else 'FAIL'} {name}" + ("" if holds else f": {detail}"), flush=True)
    if not holds:
        FAILED.append(name)


def reintro(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)


def make_inputs(folder, participants):
    """Simulated diaries, some of them moved together, and files that cannot be used."""
    reintro("simulate", "--participants", participants, "--seed", 20261, "-o", folder)
    diaries = folder / "diaries"
    names = sorted(p.name for p in diaries.iterdir())
    # A person's name for a file, a participant in two files, two people in one file, a folder, bad files.
    shutil.copy(diaries / names[0], diaries / "Anna Meier.csv")
    one, two = ((diaries / n).read_text() for n in names[1:3])
    (diaries / names[1]).unlink()
    (diaries / names[2]).write_text(one + two.split("\n", 1)[1])
    (diaries / "site 1" / "month").mkdir(parents=True)
    lines = (diaries / names[3]).read_text().splitlines(keepends=True)
    half = len(lines) // 2
    (diaries / "site 1" / "month" / "first.csv").write_text("".join(lines[:half]))
    (diaries / "site 1" / "second.csv").write_text("".join(lines[:1] + lines[half:]))
    (diaries / "site 1" / "notes.md").write_text("no diary")
    (diaries / names[3]).unlink()
    (diaries / "Kurt.csv").write_text("time,kind,name,value,unit\n" + "".join(
        f"2026-01-{d:02},symptom,pain,{d % 4},0-10\n2026-01-{d:02},food,{'milk' if d % 5 else 'bread'},1,portion\n" for d in range(1, 31)))
    # Of several people who end in a quote that is never closed, or in XML that is cut off, the first are kept.
    (diaries / "cut.csv").write_text("participant,time,kind,name,value,unit,groups,note\n" + "".join(
        f"c{who},2026-01-{day:02},symptom,pain,{day % 4},0-10,,\n" for who in (1, 2, 3) for day in range(1, 11))
        + 'c3,2026-01-11,note,,,,,"open\n')
    (diaries / "cut.xml").write_text('<diaries xmlns="urn:reintro:diary:1">' + "".join(
        f'<diary participant="x{who}"><entries><food time="2026-01-01">milk</food></entries></diary>\n' for who in (1, 2, 3))[:-30])
    (diaries / "empty.csv").write_text("")
    (diaries / "torn.csv").write_bytes((diaries / names[4]).read_bytes()[:700] + b'"')
    (diaries / "bytes.xml").write_bytes(bytes(range(256)) * 20)
    (diaries / "bomb.xml").write_text('<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>')
    (diaries / "readme.md").write_text("left out")
    for number in range(5):
        (diaries / f"unknown-{number}.csv").write_text("a;b\n1;2\n")
    return diaries


def start_job(diaries, out, executors, *options, worker=()):
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(out) + "-spark",
                   "PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS":
                   f"--master local-cluster[{executors},1,1024] --conf spark.ui.enabled=false "
                   "--conf spark.sql.shuffle.partitions=8 --conf spark.executor.memory=700m pyspark-shell"}
    return subprocess.Popen([sys.executable, str(JOB), str(diaries), str(out), "--reintro", PROGRAM, *options,
                             "--", *worker], env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)


def run_job(*arguments, **options):
    process = start_job(*arguments, **options)
    said = process.communicate(timeout=900)[1]
    return process.returncode, said


def processes_below(root):
    """The processes that a process started, with their command lines."""
    children, commands = {}, {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            commands[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        children.setdefault(parent, []).append(int(entry.name))
    found, waiting = {}, [root]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found[child] = commands.get(child, "")
            waiting.append(child)
    return found


def kill_one(process, pick, seconds=600):
    """Ends with -9 a process below the job's that `pick` names; returns its command line."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        found = processes_below(process.pid)
        for number, command in found.items():
            if pick(number, command):
                os.kill(number, signal.SIGKILL)
                return command
        time.sleep(0.02)
    return None


def is_worker(command):
    return command.startswith(PROGRAM + " worker --receipts")


def analysing_executor(number, command):
    return "CoarseGrainedExecutorBackend" in command and any(map(is_worker, processes_below(number).values()))


def rows_of(spark, path):
    frame = spark.read.parquet(str(path))
    return frame.columns, [tuple(row) for row in frame.collect()]


def ordered(rows):
    return sorted(rows, key=lambda row: [(value is not None, str(value)) for value in row])


def compare(name, spark, batch, out):
    """All that the job wrote, against what the batch did."""
    columns, rows = rows_of(spark, out / "results")
    lines = "".join(line + "\n" for _, line in sorted(rows, key=lambda row: row[0].encode()))
    check(f"{name}: results, byte for byte", lines.encode() == (batch / "results.jsonl").read_bytes(), len(rows))
    check(f"{name}: cohort.csv, byte for byte", (out / "cohort.csv").read_bytes() == (batch / "cohort.csv").read_bytes())
    told = list(csv.reader(io.StringIO((out / "failures.csv").read_text())))
    expected = list(csv.reader(io.StringIO((batch / "failures.csv").read_text())))
    check(f"{name}: failures.csv", told == expected, [pair for pair in zip(told, expected) if pair[0] != pair[1]][:2])
    database = sqlite3.connect(batch / "results.sqlite")
    for table in TABLES:
        columns, rows = rows_of(spark, out / table)
        wanted = database.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        check(f"{name}: table {table}", ordered(rows) == ordered(wanted) and (rows or table == "safety"),
              [pair for pair in zip(ordered(rows), ordered(wanted)) if pair[0] != pair[1]][:1] or (len(rows), len(wanted)))
    check(f"{name}: nothing else is left", not (out / "_staging").exists())


def check_same(work, diaries):
    jobs = {}
    status, said = run_job(diaries, work / "plain", 2)
    check("the job ends with 65, as a batch with failures", status == 65, said[-2000:])
    jobs["plain"] = ()
    process = start_job(diaries, work / "killed", 2, "--partitions", "12")
    victim = kill_one(process, analysing_executor)
    said = process.communicate(timeout=900)[1]
    check("an executor was killed while its worker ran", victim is not None and "CoarseGrained" in victim, said[-500:])
    check("the job ends with 65 all the same", process.returncode == 65, said[-2000:])
    check("Spark lost an executor", "Lost executor" in said or "lost" in said.lower(), said[-2000:])
    process = start_job(diaries, work / "worker-killed", 2)
    victim = kill_one(process, lambda _, command: is_worker(command))
    said = process.communicate(timeout=900)[1]
    check("a worker was killed", victim is not None)
    check("the job with a killed worker ends with 65", process.returncode == 65, said[-2000:])
    salt = work / "salt"
    salt.write_bytes(b"a secret of more than 16 bytes")
    status, said = run_job(diaries, work / "salted", 1, "--mask-small", "--salt", str(salt), worker=("--prior", "neutral"))
    check("the job with a salt ends with 65", status == 65, said[-2000:])
    return ["plain", "killed", "worker-killed", "salted"]


def check_cost(work):
    reintro("simulate", "--participants", 2000, "--seed", 7, "-o", work / "many")
    diaries = work / "many" / "diaries"
    print(f"2000 diaries, {os.cpu_count()} cores", flush=True)
    for jobs in (1, 2):
        # The worker writes no reports.
        load = os.getloadavg()[0]
        started = time.monotonic()
        done = reintro("batch", diaries, "-o", work / f"cost-batch-{jobs}", "--jobs", jobs, "--quiet", "--without-reports")
        seconds = time.monotonic() - started
        print(f"batch, {jobs} jobs, without reports: {seconds:.1f} s, {seconds / 2:.2f} ms a diary (load {load:.1f})", flush=True)
        check(f"cost run of a batch with {jobs} jobs", done.returncode == 0, done.stderr[-1000:])
    for executors in (1, 2, 3, 4):
        load = os.getloadavg()[0]
        started = time.monotonic()
        status, said = run_job(diaries, work / f"cost-{executors}", executors)
        seconds = time.monotonic() - started
        analysed = float(said.split("Analysed in ")[1].split()[0]) if "Analysed in " in said else float("nan")
        print(f"Spark, {executors} executors: {seconds:.1f} s in all; analysis {analysed:.1f} s, "
              f"{analysed / 2:.2f} ms a diary (load {load:.1f})", flush=True)
        check(f"cost run with {executors} executors", status == 0, said[-1000:])


def main():
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        print("SKIPPED: pyspark is not installed")
        return 0
    if not shutil.which("java"):
        print("SKIPPED: there is no Java")
        return 0
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        diaries = make_inputs(work / "simulated", 300)
        reintro("batch", diaries, "-o", work / "batch", "--quiet")
        salted = ("--mask-small", "--salt", work / "salt", "--prior", "neutral")
        outs = check_same(work, diaries)
        reintro("batch", diaries, "-o", work / "batch-salted", "--quiet", *salted)
        spark = (SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
                 .config("spark.driver.host", "127.0.0.1").getOrCreate())
        for out in outs:
            if (work / out / "cohort.csv").exists():
                compare(out, spark, work / ("batch-salted" if out == "salted" else "batch"), work / out)
            else:
                check(f"{out}: wrote its tables", False)
        spark.stop()
        if "--cost" in sys.argv:
            check_cost(work)
    print(f"{len(FAILED)} failed")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
