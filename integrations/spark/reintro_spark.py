#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Analyses a folder or object store of diaries on Apache Spark, with the same results as `reintro batch`.

spark-submit reintro_spark.py INPUT OUTPUT [--reintro PATH | --files PATH] [-- WORKER OPTIONS]

Each executor's task runs one `reintro worker` and starts it again where it dies. Written to OUTPUT:
results (one line of results.jsonl each), the tables of results.sqlite as Parquet, cohort.csv and failures.csv.
"""
import argparse
import csv
import io
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time

# The types of SQLite's columns, and of Parquet's.
TYPES = {"TEXT": "string", "INTEGER": "bigint", "REAL": "double"}
RESULT_COLUMNS = "unit string, participant string, base string, line string, tables string, receipt string"
PERSON_TABLES = ("participants", "groups", "challenges", "symptoms", "safety", "warnings", "quality", "inseparable")


def say(text):
    print(text, file=sys.stderr, flush=True)


class WorkerDied(Exception):
    """The worker ended, or did not answer in time."""


class Worker:
    """One `reintro worker`, started when it is needed and again after it died."""

    def __init__(self, command, seconds):
        self.command, self.seconds = command, seconds
        self.process = None

    def start(self):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, bufsize=0)
        for stream in (self.process.stdin, self.process.stdout):
            os.set_blocking(stream.fileno(), False)
        self.rest = b""

    def stop(self):
        if self.process is None:
            return
        process, self.process = self.process, None
        process.stdin.close()
        process.kill()
        process.wait()
        process.stdout.close()
        self.errors.close()

    def answer(self, header, contents):
        """The lines for a frame, the receipt last; a frame that kills the worker is tried twice."""
        for attempt in (1, 2):
            try:
                if self.process is None:
                    self.start()
                return self.exchange(json.dumps(header).encode() + b"\n", contents)
            except (WorkerDied, OSError) as error:
                reason = self.describe(error)
                self.stop()
        fault = {"file": header["name"], "label": "input", "code": "worker-died",
                 "reason": f"The worker ended twice over this input: {reason} It was left out."}
        return [json.dumps({"receipt": {"name": header["name"], "people": [], "findings": [], "failures": [fault]}})]

    def describe(self, error):
        if self.process is None:
            return f"{error}."
        status = self.process.poll()
        self.errors.seek(0)
        said = self.errors.read(500).decode(errors="replace").strip()
        return f"{error}, status {status}. {said}"

    def exchange(self, header, contents):
        """Writes a frame and reads up to its receipt, both at once so that neither side waits."""
        pieces = [memoryview(header), *map(memoryview, contents)]
        lines, deadline = [], time.monotonic() + self.seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            selector.register(self.process.stdin, selectors.EVENT_WRITE)
            while True:
                ready = selector.select(max(0, deadline - time.monotonic()))
                if not ready:
                    raise WorkerDied(f"no answer within {self.seconds} s")
                for key, _ in ready:
                    if key.fileobj is self.process.stdin:
                        pieces = self.send(pieces)
                        if not pieces:
                            selector.unregister(self.process.stdin)
                    elif self.receive(lines):
                        return lines

    def send(self, pieces):
        while pieces and not pieces[0]:
            pieces = pieces[1:]
        if not pieces:
            return []
        written = self.process.stdin.write(pieces[0])
        return [pieces[0][written or 0:], *pieces[1:]]

    def receive(self, lines):
        """Takes what has come; whether the receipt was in it."""
        block = self.process.stdout.read(1 << 20)
        if block is None:
            return False
        if not block:
            raise WorkerDied("it ended")
        *whole, self.rest = (self.rest + block).split(b"\n")
        lines += [line.decode() for line in whole]
        return any(line.startswith(b'{"receipt":') for line in whole)


def run_partition(units, options):
    """Takes units to rows of RESULT_COLUMNS: one per participant, and one with the receipt per unit."""
    path = options["reintro"]
    if options["shipped"]:
        from pyspark import SparkFiles
        path = SparkFiles.get(path)
        if not os.access(path, os.X_OK):
            os.chmod(path, 0o755)
    arguments = list(options["arguments"])
    if options["salt"]:
        salt = tempfile.NamedTemporaryFile()
        salt.write(options["salt"])
        salt.flush()
        arguments += ["--salt", salt.name]
    worker = Worker([path, "worker", "--receipts", *arguments], options["seconds"])
    try:
        for unit, files in units:
            header = {"name": unit}
            renames = options["renames"].get(unit)
            if renames:
                header["rename"] = renames
            if len(files) == 1 and files[0][0] == "":
                header["bytes"] = len(files[0][1])
            else:
                header["files"] = [{"name": name, "bytes": len(content)} for name, content in files]
            *lines, last = worker.answer(header, [content for _, content in files])
            receipt = json.loads(last)["receipt"]
            people = receipt.pop("people")
            for person, line in zip(people, lines):
                yield (unit, person["participant"], person["base"], line, json.dumps(person["tables"]), None)
            yield (unit, None, None, None, None, json.dumps(receipt))
    finally:
        worker.stop()


def empty_files(system, path, root):
    """The files of no bytes, by their paths below the folder."""
    names, files = [], system.listFiles(path, True)
    while files.hasNext():
        status = files.next()
        if status.getLen() == 0:
            names.append(status.getPath().toString()[len(root):])
    return sorted(name for name in names if not name.split("/")[-1].startswith("_"))


def read_units(spark, folder, partitions):
    """The units of a folder: its files, and its sub-folders with all their files."""
    from pyspark.sql import functions as F
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    root = system.makeQualified(path).toString().rstrip("/") + "/"
    # Small files are much work each: pack them by number rather than by size.
    spark.conf.set("spark.sql.files.minPartitionNum", str(partitions))
    files = (spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(folder)
             .select(F.expr(f"substring(path, {len(root) + 1})").alias("path"), "content"))
    # Spark passes over files of no bytes; a batch tells them.
    empty = spark.sparkContext.parallelize(empty_files(system, path, root), 1)
    nested = F.instr("path", "/") > 0
    direct = (files.where(~nested).rdd.map(lambda row: (row.path, [("", bytes(row.content))]))
              .union(empty.filter(lambda name: "/" not in name).map(lambda name: (name, [("", b"")]))))
    below = (files.where(nested).rdd.map(lambda row: (row.path, bytes(row.content)))
             .union(empty.filter(lambda name: "/" in name).map(lambda name: (name, b"")))
             .map(lambda file: (file[0].split("/")[0], (file[0].split("/", 1)[1], file[1])))
             .filter(lambda unit: not unit[0].startswith("."))
             .groupByKey(max(1, partitions // 4)).mapValues(lambda files: sorted(files)))
    return direct.filter(lambda unit: not unit[0].startswith(".")).union(below)


def renames_of(results):
    """For ids that stand in several units: the ids that their participants shall have, by unit."""
    from pyspark.sql import functions as F
    people = results.where("participant IS NOT NULL")
    doubled = people.groupBy("base").agg(F.collect_list("unit").alias("units")).where(F.size("units") > 1).collect()
    if not doubled:
        return {}, {}
    taken = {row.base for row in people.select("base").distinct().toLocalIterator()}
    renames, told = {}, {}
    for base, units in sorted(((row.base, sorted(row.units, key=str.encode)) for row in doubled), key=lambda r: r[0].encode()):
        number = 1
        for unit in units:
            while f"{base}-{number}" in taken:
                number += 1
            taken.add(f"{base}-{number}")
            renames.setdefault(unit, {})[base] = f"{base}-{number}"
            told.setdefault(unit, []).append((base, ", ".join(units), f"{base}-{number}"))
    return renames, told


def doubled_failures(told, results):
    """The failures of units whose participants stand in others too."""
    if not told:
        return []
    people = results.where(results.participant.isNotNull() & results.unit.isin(list(told))).select("unit", "tables")
    labels = {row.unit: json.loads(row.tables)["participants"][0]["input"] for row in people.toLocalIterator()}
    return [{"label": labels.get(unit, "input"), "file": unit, "code": "participant-in-several-inputs",
             "reason": f"Participant {base} stands in several inputs: {units}. Each was analysed by itself, this "
                       f"one as {name}. Put the files of one person in one sub-folder, or give each person an id "
                       "of their own."}
            for unit, entries in told.items() for base, units, name in entries]


def failures_text(failures):
    """failures.csv as a batch writes it: for whoever holds the inputs, whose names it has."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["file", "line", "reason"])
    for failure in sorted(failures, key=lambda f: (f["file"], f.get("line") or 0, f["reason"])):
        writer.writerow([failure["file"], failure.get("line", ""), failure["reason"]])
    return text.getvalue()


def typed(row, columns, **more):
    """A row as a tuple of Python values of the columns' types."""
    row = {**row, **more}
    return tuple(None if row.get(name) is None else float(row[name]) if kind == "double" else row[name]
                 for name, kind in columns)


def write_tables(spark, results, output, description, told):
    """The tables that have a row per participant or more, and those of findings and failures."""
    def columns_of(table):
        return [(c["name"], TYPES[c["type"]]) for c in description["tables"][table]]

    def save(rdd, columns, table):
        schema = ", ".join(f"`{name}` {kind}" for name, kind in columns)
        spark.createDataFrame(rdd, schema).write.mode("overwrite").parquet(f"{output}/{table}")

    people = results.where("participant IS NOT NULL").select("tables").rdd
    for table in PERSON_TABLES:
        columns = columns_of(table)
        if table == "participants":
            columns = [c for c in columns if c[0] != "report"]
        save(people.flatMap(lambda row, table=table, columns=columns: [
            typed(entry, columns) for entry in json.loads(row.tables).get(table, [])]), columns, table)
    receipts = results.where("receipt IS NOT NULL").select("unit", "receipt").rdd.map(
        lambda row: (row.unit, json.loads(row.receipt)))
    findings = [c for c in columns_of("findings") if c[0] != "finding"]
    save(receipts.flatMap(lambda unit: [typed(f, findings) for f in unit[1]["findings"]]), findings, "findings")
    failures = [c for c in columns_of("failures") if c[0] != "failure"]
    faults = receipts.flatMap(lambda unit: unit[1]["failures"]).collect() + doubled_failures(told, results)
    rows = [typed(f, failures, input=f["label"].split("/")[0], file=f["label"]) for f in faults]
    save(spark.sparkContext.parallelize(rows, 1), failures, "failures")
    write_text(spark, f"{output}/failures.csv", failures_text(faults))


def write_text(spark, path, text):
    """Writes a small file to any file system that Spark reaches."""
    target = spark._jvm.org.apache.hadoop.fs.Path(path)
    stream = target.getFileSystem(spark._jsc.hadoopConfiguration()).create(target, True)
    stream.write(bytearray(text.encode()))
    stream.close()


def write_cohort(spark, results, output, command, description):
    """The cohort's tables and cohort.csv, by the program that makes those of a batch."""
    needed = set(description["cohort"])
    with tempfile.TemporaryFile() as answer:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=answer)
        people = results.where("participant IS NOT NULL").select("participant", "tables").orderBy("participant")
        for row in people.toLocalIterator():
            tables = {name: rows for name, rows in json.loads(row.tables).items() if name in needed}
            process.stdin.write(json.dumps(tables).encode() + b"\n")
        process.stdin.close()
        if process.wait() != 0:
            raise SystemExit(f"error: the cohort could not be made: status {process.returncode}")
        answer.seek(0)
        cohort = json.loads(answer.read())
    write_text(spark, f"{output}/cohort.csv", cohort["csv"])
    for table in ("cohort_groups", "cohort_counts"):
        columns = [(c["name"], TYPES[c["type"]]) for c in description["tables"][table]]
        schema = ", ".join(f"`{name}` {kind}" for name, kind in columns)
        rows = [typed(row, columns) for row in cohort["tables"].get(table, [])]
        spark.createDataFrame(rows, schema).coalesce(1).write.mode("overwrite").parquet(f"{output}/{table}")


def analyse(spark, arguments):
    """Runs the job; returns the numbers of participants and failures."""
    program = arguments.reintro or arguments.ship
    described = subprocess.run([program, "worker", "--describe"], capture_output=True, check=True).stdout
    description = json.loads(described)
    if arguments.ship:
        spark.sparkContext.addFile(os.path.abspath(arguments.ship))
    salt = open(arguments.salt, "rb").read() if arguments.salt else None
    options = {"reintro": os.path.basename(program) if arguments.ship else program, "shipped": bool(arguments.ship),
               "arguments": arguments.worker, "salt": salt, "seconds": arguments.timeout, "renames": {}}
    # A worker does much with little input: several tasks a core level out what is left at the end.
    partitions = arguments.partitions or 4 * spark.sparkContext.defaultParallelism
    units = read_units(spark, arguments.input, partitions)
    staging = f"{arguments.output}/_staging"

    def run(units, options, name):
        spark.createDataFrame(units.mapPartitions(lambda part: run_partition(part, options)), RESULT_COLUMNS
                              ).write.mode("overwrite").parquet(f"{staging}/{name}")
        return spark.read.parquet(f"{staging}/{name}")

    started = time.monotonic()
    results = run(units, options, "first")
    say(f"Analysed in {time.monotonic() - started:.2f} s.")
    renames, told = renames_of(results)
    if renames:
        again = run(units.filter(lambda unit: unit[0] in renames), {**options, "renames": renames}, "again")
        results = results.where(~results.unit.isin(list(renames))).unionByName(again)
    (results.where("participant IS NOT NULL").select("participant", "line").orderBy("participant")
     .write.mode("overwrite").parquet(f"{arguments.output}/results"))
    write_tables(spark, results, arguments.output, description, told)
    masks = ["--mask-small"] if arguments.mask_small else []
    write_cohort(spark, results, arguments.output, [program, "worker", "--cohort", *masks], description)
    path = spark._jvm.org.apache.hadoop.fs.Path(staging)
    path.getFileSystem(spark._jsc.hadoopConfiguration()).delete(path, True)
    return (spark.read.parquet(f"{arguments.output}/participants").count(),
            spark.read.parquet(f"{arguments.output}/failures").count())


def parse(words):
    own, worker = words, []
    if "--" in words:
        place = words.index("--")
        own, worker = words[:place], words[place + 1:]
    parser = argparse.ArgumentParser(description="Diaries on Apache Spark.", epilog="What follows -- goes to `reintro worker`.")
    parser.add_argument("input", help="the folder or object store of diaries")
    parser.add_argument("output", help="where Parquet, cohort.csv and failures.csv are written")
    program = parser.add_mutually_exclusive_group(required=True)
    program.add_argument("--reintro", help="the program, at this path on every machine")
    program.add_argument("--ship", help="the program here, to be sent to every machine")
    parser.add_argument("--salt", help="a file with the secret that names are replaced with; sent to the executors")
    parser.add_argument("--mask-small", action="store_true", help="leave cohort cells of fewer than 5 empty")
    parser.add_argument("--partitions", type=int, help="how many tasks; 4 a core if left out")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one input (600)")
    arguments = parser.parse_args(own)
    arguments.worker = worker
    return arguments


def main(words):
    arguments = parse(words)
    from pyspark.sql import SparkSession
    spark = SparkSession.builder.appName("reintro").getOrCreate()
    try:
        participants, failures = analyse(spark, arguments)
    finally:
        spark.stop()
    say(f"{participants} participants, {failures} failures.")
    return 65 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
