# Two commands do all the set-up: `make demo` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
# Processes that share the unit tests, and those that share the tests on real servers, each with servers of its own. These
# wait for half of their time; more than two are no faster on two cores.
TESTERS ?= auto
DESKS ?= 2
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
# stands for "the locked dependencies are installed": by uv, which takes a fifth of pip's time for the same packages and
# hashes, or by pip where uv cannot be had
READY := $(VENV)/.ready

.PHONY: help ready fetched demo up down clean test quick unit integration kibana-test containers containers-core containers-images check bench bench-scale bench-flat quality fortnight crash lock

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1|\2/' | column -t -s '|'

$(READY): requirements.lock requirements-uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.11"; exit 2; }
	@echo "installing the locked dependencies into $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { echo "the venv module is missing: apt-get install python3-venv"; exit 2; }
	@{ $(PIP) --require-hashes -r requirements-uv.lock && \
	  $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock; \
	} 2>/dev/null || $(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(READY)

# Neither waits for the other. What is wrong with the download is said by whoever needs it.
ready: ## the locked dependencies and, beside them, the download of both servers
	@$(MAKE) --no-print-directory --silent --jobs 2 $(READY) fetched

fetched: ## that download alone
	@$(PYTHON) -m deploy.demo fetch 2>/dev/null || true

demo: ready ## sample articles in, documents and alerts out; in containers where Docker answers (DEMO=local, DEMO=docker)
	@$(BIN)/python -m deploy.demo demo

up: ready ## servers and services as local processes, without samples
	@$(BIN)/python -m deploy.demo up

down: ## stop all of it
	@test ! -x $(BIN)/python || $(BIN)/python -m deploy.demo down

clean: ## stop all of it and remove its data
	@test ! -x $(BIN)/python || $(BIN)/python -m deploy.demo clean

check: $(READY) ## ruff, mypy --strict, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

unit: $(READY) ## unit tests, no network, seconds
	@$(BIN)/pytest -n $(TESTERS) --dist loadfile

integration: $(READY) ## tests on a real Kafka and a real Elasticsearch
	@$(BIN)/pytest -m integration -n $(DESKS) --dist loadfile --no-loadscope-reorder --durations 15

# The tests on real servers wait now and then, and the others use that. What needs no server gives way, so that no
# service is late for it.
test: ready ## everything that must hold before a change lands
	@$(MAKE) --no-print-directory --jobs 3 quick integration

quick: $(READY) ## of that what needs no server, giving way to all else
	@nice -n 19 $(MAKE) --no-print-directory --output-sync check unit

kibana-test: $(READY) ## our objects in a real Kibana; needs Docker and the official images
	@$(BIN)/pytest -m kibana

containers-core: $(READY) ## the core of that and of the integration tests in containers
	@tests/containers/run core

containers-images: $(READY) ## the images that it needs, beforehand
	@tests/containers/run images

containers: $(READY) ## compose and image on a real engine, one that is started here if need be
	@tests/containers/run

bench: $(READY) ## throughput, CPU per article, latency, and waits of desk and dashboard on this machine
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.search

bench-scale: $(READY) ## 1, 2 and 4 workers of enrich and index: rate and CPU per article
	@$(BIN)/python -m tests.bench.scale

bench-flat: $(READY) ## whether the last of a million articles cost what the first do; half an hour
	@$(BIN)/python -m tests.bench.flat

quality: $(READY) ## tagging per language, near copies, stories, with every miss; how the search ranks
	@$(BIN)/python -m tests.quality.measure
	@$(BIN)/python -m tests.quality.extraction
	@$(BIN)/python -m tests.quality.relevance.measure

fortnight: $(READY) ## 5,000 articles of a fortnight with a known truth, alerts against it
	@$(BIN)/python -m tests.fortnight.replay

crash: $(READY) ## workers killed at 50 random moments, and whether each alert is there once
	@$(BIN)/python -m tests.crash

lock: $(READY) ## resolve the dependencies anew
	@$(PIP) --upgrade uv
	@echo uv | $(BIN)/uv pip compile --quiet - --generate-hashes --no-header --no-annotate -o requirements-uv.lock
	@$(BIN)/uv pip compile --quiet pyproject.toml --extra dev --generate-hashes --no-header -o requirements.lock
