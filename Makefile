# make demo     install what is missing, build, and analyse a diary of fixtures/ into a report
# make test     install what is missing, and run all tests
# make build    the release program, at .build/release/reintro
# make lint     what CI checks of form
# make format   bring the sources into that form
# make accuracy the accuracy table over simulated diaries (minutes)
# make bench-foods  food texts a second beside a keyword scan in Python
# make bench    run time, memory and throughput beside Python's start-up
# make clean    remove what was built

SHELL := /bin/bash
export SWIFT_BACKTRACE := enable=no

SOURCES := Sources Tests Plugins Package.swift
PROGRAM := .build/release/reintro
PARTICIPANTS ?= 1000
SEED ?= 20261

.PHONY: demo test build deps lint format accuracy bench bench-foods clean swift-test contract-test

demo: build
	mkdir -p out
	$(PROGRAM) analyze fixtures/demo -o out/demo.report.html --json out/demo.results.json
	@echo "Open out/demo.report.html in a browser."

test: swift-test contract-test

deps:
	@Tools/install-dependencies

build: deps
	swift build -c release --static-swift-stdlib --product reintro

swift-test: deps
	swift test --disable-xctest --quiet

contract-test: build
	Tools/in-venv python3 Tests/Contract/check.py $(PROGRAM)
	python3 Tests/Contract/batch.py $(PROGRAM)

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

bench-foods: build
	Tools/bench-foods $(PROGRAM)

clean:
	rm -rf .build out
