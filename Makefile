# Two commands: `make run` and `make test`. Needs Python 3.11+ with venv, and make; the rest comes from the locks.
PY ?= python3
V := .venv
# Trust the machine's own certificate store: landlords often inspect TLS.
export UV_SYSTEM_CERTS := 1
# Compiled modules are kept, whatever the shell says: each of our processes would compile them all anew.
export PYTHONDONTWRITEBYTECODE :=
.DEFAULT_GOAL := help

help: ## what can be asked for
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: $(V)/.run ## start Due Course here and print where to open it
	@$(V)/bin/duecourse run

test: $(V)/.dev ## install the test set and pass every test
	$(V)/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

search: $(V)/.dev ## try the properties on twenty times as many examples, new ones each time
	$(V)/bin/python -m pytest tests/law tests/cases -n 2 --hypothesis-profile=searching -k "$(only)"

long: $(V)/.dev ## the long proofs: kills, hostile values on every paper, whole journeys
	$(V)/bin/python -m pytest -m long

setup: $(V)/.dev ## only install (run and test sets)

check: lint types imports test ## everything that CI checks

lint: $(V)/.dev ## format and lint
	$(V)/bin/ruff format --check .
	$(V)/bin/ruff check .

fix: $(V)/.dev ## format and mend what lint can mend
	$(V)/bin/ruff check --fix .
	$(V)/bin/ruff format .

types: $(V)/.dev ## strict types
	$(V)/bin/mypy

imports: $(V)/.dev ## who may import what
	$(V)/bin/lint-imports --no-cache

law-coverage: $(V)/.dev ## branch coverage of the law room, which must be whole
	$(V)/bin/python -m pytest tests/law --cov=law --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

mutants: $(V)/.dev ## break every constant and comparison of the law in turn; a test must notice each
	$(V)/bin/python -m tests.law.mutants --write

$(V)/.tools: requirements/tools.lock
	$(PY) -m venv $(V)
	$(V)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(V)/.run: requirements/run.lock pyproject.toml $(V)/.tools
	$(V)/bin/uv pip install -q --python $(V) --require-hashes -r $<
	$(V)/bin/uv pip install -q --python $(V) --no-deps --no-build-isolation -e .
	@touch $@

$(V)/.dev: requirements/dev.lock $(V)/.run
	$(V)/bin/uv pip install -q --python $(V) --require-hashes -r $<
	@touch $@

histories: $(V)/.dev ## record the workflow histories that are replayed; review their change like a migration
	$(V)/bin/python -m tests.replay.record
	$(V)/bin/python -m tests.replay.record_journeys

bench-bundle: $(V)/.dev ## time a bundle of 1,002 pages beside the bare work; fails when it is too slow
	$(V)/bin/python -m benchmarks.bundle

bench-papers: $(V)/.dev ## time a claim pack and a long schedule beside the bare work
	$(V)/bin/python -m benchmarks.papers

bench-bulk: $(V)/.dev ## time a dry run over a hundred cases; fails when a case takes too long
	$(V)/bin/python -m benchmarks.bulk

history-sizes: $(V)/.dev ## how many events and bytes a recorded case takes in the engine
	$(V)/bin/python -m benchmarks.histories

LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q
lock: $(V)/.tools ## the only target that resolves; writes no host name
	$(V)/bin/uv pip compile requirements/tools.in $(LOCK) -o requirements/tools.lock
	$(V)/bin/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements/dev.lock
	$(V)/bin/uv pip compile pyproject.toml $(LOCK) -c requirements/dev.lock -o requirements/run.lock
	! grep -nE 'https?://' requirements/*.lock

.PHONY: help run test long search setup check lint fix types imports law-coverage mutants lock histories history-sizes bench-bulk bench-bundle bench-papers
