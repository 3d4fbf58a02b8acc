# Each target does all its own set-up: a fresh Debian with python3, venv and make is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench soak shots clean format

run: $(READY)
	@$(BIN)/malstyrt $(ARGS)

test: $(READY)
	@$(BIN)/pytest -n auto $(ARGS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m tests.bench $(ARGS)

soak: $(READY)
	$(BIN)/python -m tests.soak $(ARGS)

shots: $(READY)
	$(BIN)/python -m tests.shots $(ARGS)

$(READY): pyproject.toml constraints.txt
	@echo "Setter opp $(VENV) …" >&2
	@$(PYTHON) -m venv $(VENV)
	@PIP_CONSTRAINT=constraints.txt $(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV)
