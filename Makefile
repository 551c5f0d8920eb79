# Vocería: `make demo` shows it, `make test` proves it. Each target sets up what it needs.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
TESTS ?= tests
SIZES ?= 50 50000
FUZZ ?= 2000
SEED ?= $(shell date +%s)
SIZE ?= 100000
BENCH ?=
GROWTH ?= 10000 100000 1000000

.PHONY: help demo test check manual fuzz fuzz-freshness intake-score bench bench-growth bench-intake desk-growth format messages lock clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: $(VENV)/runtime locale/compiled ## set up, load the demonstration once, serve it on 127.0.0.1:$(PORT) until Ctrl-C
	@exec $(BIN)/python manage.py demo --port $(PORT)

test: $(VENV)/dev locale/compiled ## set up and run the tests (TESTS=tests/personas for some)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(TESTS)

fuzz: $(VENV)/dev locale/compiled ## ask the public face FUZZ=2000 things of each sort; SEED=… asks the same once more
	@echo "SEED=$(SEED)"
	FUZZ=$(FUZZ) $(BIN)/python -m pytest --hypothesis-seed=$(SEED) tests/public/test_fuzz.py

check: $(VENV)/dev locale/compiled ## style, types, walls, templates, migrations, messages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy config personas comunicados
	$(BIN)/lint-imports
	$(BIN)/djlint --lint templates
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m tests.messages

intake-score: $(VENV)/dev ## how well documents are read: the table of docs/intake.md (DOCUMENT=name for one)
	@$(BIN)/python -m tests.documents.score $(if $(DOCUMENT),--document $(DOCUMENT))

bench-intake: $(VENV)/dev locale/compiled ## how long a document takes to the screen, and 1,000 into the archive
	$(BIN)/python -m benchmarks.intake

bench: $(VENV)/dev locale/compiled ## the public pages beside a constant page, on SIZE communiqués (needs wrk; docs/benchmarks.md; BENCH=--strict)
	$(BIN)/python -m benchmarks.pages --size $(SIZE) $(BENCH)

fuzz-freshness: $(VENV)/dev locale/compiled ## hundreds of random sequences of events before two web processes: nothing stale, nothing early
	FRESHNESS_EXAMPLES=300 $(BIN)/python -m pytest tests/public/test_freshness.py

bench-growth: $(VENV)/dev locale/compiled ## the same at GROWTH sizes: a table and docs/growth.svg (a million takes an hour to load)
	$(BIN)/python -m benchmarks.growth $(GROWTH)

desk-growth: $(VENV)/dev locale/compiled ## count each desk page's queries with 50 and with 50,000 communiqués (docs/benchmarks.md)
	VAR_DIR=var/growth $(BIN)/python -m benchmarks.desk_growth $(SIZES)

manual: $(VENV)/dev locale/compiled ## take the pictures of the manual anew, from the running desk (needs Chromium)
	$(BIN)/python -m docs.take_pictures

format: $(VENV)/dev ## let ruff write the style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(VENV)/dev ## collect new messages into locale/ (needs gettext)
	$(BIN)/python manage.py makemessages --locale es --no-obsolete --no-wrap --no-location --ignore var --ignore .venv

lock: $(VENV)/dev ## resolve the dependencies of pyproject.toml anew
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	    --allow-unsafe --upgrade --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	    --allow-unsafe --upgrade --extra dev --output-file requirements-dev.txt pyproject.toml

clean: ## forget the environment and the demonstration's data
	rm -rf $(VENV) var

$(VENV)/runtime: requirements.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@ $(VENV)/runtime

locale/compiled: $(wildcard locale/*/LC_MESSAGES/*.po) | $(VENV)/runtime
	$(BIN)/pybabel --quiet compile --directory locale --domain django
	@touch $@
