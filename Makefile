# `make run` opens the course, `make test` runs every test; both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: run test check faults monkey bench bench-quick claims rules pictures format lint types
.PHONY: floors content clean

run: $(READY)
	$(BIN)/prolo

test: $(READY)
	$(BIN)/pytest -n auto

check: format lint types floors content test

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/lint-imports

content: $(READY)
	$(BIN)/prolo check modules

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

clean:
	rm -rf .venv dist build

faults: $(READY)
	$(BIN)/python -m tests.faults --rounds 10000

claims: $(READY)
	$(BIN)/python -m course.content.claims_table modules docs/claims.md

rules: $(READY)
	$(BIN)/python -m course.content.rules_page > docs/rules.md

pictures: $(READY)
	$(BIN)/python docs/make_pictures.py

monkey: $(READY)
	$(BIN)/python -m tests.monkey --events 1000000 --seeds 20

bench: $(READY)
	$(BIN)/python -m bench

bench-quick: $(READY)
	$(BIN)/python -m bench --quick
