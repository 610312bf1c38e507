# make demo     install what is missing, build, and analyse a diary of fixtures/ into a report
# make test     install what is missing, and run all tests
# make browser-test  the reports in a browser: axe, Nu checker, keyboard, print
# make spark-test  the Spark job on a local cluster, beside batch; skips without pyspark and Java
# make build    the release program, at .build/release/reintro
# make lint     what CI checks of form
# make format   bring the sources into that form
# make accuracy the accuracy table over simulated diaries (minutes)
# make bench-foods  food texts a second beside a keyword scan in Python
# make bench    run time, memory and throughput beside Python's start-up
# make bench-batch  diaries a second beside a Python script of a study (PEER_PYTHON with pandas and statsmodels)
# make bench-import  exports and tables read, beside libxml2 alone, wc, DuckDB and Python's start
# make bench-report  the time of one report, of the demo diary and of simulated ones, in each language
# make fuzz     each reader fed with made-up bytes for MINUTES (10); make fuzz-smoke for seconds
# make clean    remove what was built

SHELL := /bin/bash
export SWIFT_BACKTRACE := enable=no

SOURCES := Sources Tests Plugins Package.swift
PROGRAM := .build/release/reintro
PARTICIPANTS ?= 1000
SEED ?= 20261

MINUTES ?= 10

.PHONY: demo test build deps lint format accuracy bench bench-foods bench-import bench-batch bench-report fuzz fuzz-smoke clean \
  swift-test contract-test browser-test spark-test

demo: build
	mkdir -p out
	$(PROGRAM) analyze fixtures/demo -o out/demo.report.html --json out/demo.results.json
	@echo "Open out/demo.report.html in a browser."

test: swift-test contract-test browser-test

deps:
	@Tools/install-dependencies

build: deps
	swift build -c release --static-swift-stdlib --product reintro

swift-test: deps
	swift test --disable-xctest --quiet

contract-test: build
	Tools/in-venv python3 Tests/Contract/check.py $(PROGRAM)
	python3 Tests/Contract/batch.py $(PROGRAM)
	python3 Tests/Contract/worker.py $(PROGRAM)

browser-test: build
	Tools/install-dependencies browser
	Tools/in-venv python3 Tests/Browser/check.py $(PROGRAM)

# The Python that has pyspark; not part of `make test`, as pyspark is 450 MB and its clusters are slow.
SPARK_PYTHON ?= python3
spark-test: build
	$(SPARK_PYTHON) Tests/Spark/check.py $(PROGRAM)

lint:
	swift format lint --strict -r -p $(SOURCES)

format:
	swift format -i -r -p $(SOURCES)

accuracy: deps
	swift build -c release --product accuracy-benchmark
	.build/release/accuracy-benchmark --participants $(PARTICIPANTS) --seed $(SEED)
	.build/release/accuracy-benchmark --participants $(PARTICIPANTS) --seed $(SEED) \
	  --profile reference

bench: build
	Tools/bench $(PROGRAM)
	Tools/bench-import $(PROGRAM)

bench-import: build
	Tools/bench-import $(PROGRAM)

fuzz: deps
	Tools/fuzz $$(( $(MINUTES) * 60 ))

fuzz-smoke: deps
	Tools/fuzz 4

PEER_PYTHON ?= python3
bench-batch: build
	$(PEER_PYTHON) Tools/bench-batch $(PROGRAM)

bench-foods: build
	Tools/bench-foods $(PROGRAM)

TIMES ?= 200
bench-report: build
	swift build -c release --static-swift-stdlib --product report-benchmark
	Tools/bench-report $(PROGRAM) .build/release/report-benchmark $(TIMES)

clean:
	rm -rf .build .build-fuzz out
