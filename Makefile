# Two commands on a fresh machine: `make report` and `make test`. `make help` lists the rest.

BIN = .venv/bin

# macOS: lets a Python that is not Homebrew's find Homebrew's Pango. It stands before each command
# because the system's own shell and env drop DYLD_* variables.
ifeq ($(shell uname),Darwin)
RUN = DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib
endif

.PHONY: help setup report test silence lint format types wheel-test setup-e2e e2e check-editions pictures bench golden lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup: ## Python packages into .venv, and the system libraries they need
	@PYTHON="$(PYTHON)" scripts/setup.sh

report: setup ## build every report under data/ into output/
	$(RUN) $(BIN)/triplicate build

test: setup ## the test suite
	$(RUN) $(BIN)/pytest -q -m "not e2e and not packaging and not silence"

silence: setup ## what CSS says is in the Word file, or reported
	$(RUN) $(BIN)/pytest -q -m silence tests/editions/docx

lint: setup ## style: ruff's rules and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: setup ## let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: setup ## mypy, strict
	$(BIN)/mypy

wheel-test: setup ## build a wheel, install it elsewhere, build a report with it
	$(RUN) $(BIN)/pytest -q -m packaging tests/packaging

setup-e2e: setup ## LibreOffice, Chromium and the other programs that look at finished editions
	@scripts/setup-e2e.sh

check-editions: e2e

e2e: setup-e2e ## open the finished editions in LibreOffice, Chromium and validators
	$(RUN) $(BIN)/pytest -q -m e2e tests/e2e

pictures: setup-e2e report ## docs/images/editions.png, and every page and width under output/pictures
	$(BIN)/python -m tests.e2e.pictures output/csr-roundtable-2011 output/pictures docs/images/editions.png
	$(BIN)/python -m tests.e2e.word_pictures docs/examples/word.html docs/images/word.png

bench: setup ## time triplicate against the weasyprint command and pandoc
	$(RUN) $(BIN)/python benchmarks/run.py

golden: setup ## rewrite the expected messages under tests/errors; review the diff
	$(RUN) $(BIN)/pytest -q --golden tests/errors

lock: setup ## pin every package again, with hashes
	scripts/lock.sh

clean: ## remove the editions, .venv and caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist tests/e2e/node_modules
	find output -mindepth 1 ! -name README.md -delete
