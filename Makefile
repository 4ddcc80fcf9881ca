# make run      opens the course; sets up .venv with what the course needs, and nothing more
# make test     tries all that is quick, and of most kinds that take long one; adds the tools for
#               developing to .venv
# make test-all the rest of the tests: half an hour
# make check    all that must hold: form, lint, types, floors, content, and the tests
#
# One check alone:        make format, lint, types, floors, content
# Long, by hand:          make faults (a disk that fails), make monkey (a million events),
#                         make moments (200 sudden ends), make moves (2,000 moves in foot),
#                         make power (400 power cuts on each file system; as root)
# Every screen to look at: make sheets
# How fast it is:         make bench (docs/speed.md), make bench-quick
# Writes pages in docs/:  make claims, rules, pictures
# What editors are told:  make meanings (from docs/authoring.md)
# The kiosk's package:    make deb (docs/kiosk.md)
# Many kiosks on a hub:   make fleet, two of them to try (docs/fleet.md); make fleet-storm, forty of
#                         them while everything breaks
# Throws all of it away:  make clean
#
# Each takes another Python, from 3.11 on, where .venv is not there yet:
#                         make clean run PYTHON=python3.13
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# What each file stands for is installed; both are there after `make test`.
RUNS := .venv/runs
READY := .venv/ready

.PHONY: run test test-all check faults monkey moments bench bench-quick claims rules pictures sheets
.PHONY: moves power deb meanings fleet fleet-storm
.PHONY: format lint types floors content clean

run: $(RUNS)
	@$(BIN)/prolo

# All that is quick, and of most kinds that take long, one.
test: $(READY)
	$(BIN)/pytest -n auto

# The rest of what takes long.
test-all: $(READY)
	$(BIN)/pytest -n auto -m slow -o faulthandler_timeout=3600

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

$(RUNS): pyproject.toml constraints.txt
	@echo "Setting up .venv with what the course needs to run. It takes a moment, once."
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --editable .
	@touch $(RUNS)

$(READY): $(RUNS)
	@echo "Adding the tools for developing to .venv. It takes a minute, once."
	@$(INSTALL) --editable '.[dev]'
	@touch $(READY)

clean:
	rm -rf .venv dist build

faults: $(READY)
	$(BIN)/python -m tests.faults --rounds 20000

# Whatever becomes of it, nothing stays mounted. Status 3 says why this machine cannot.
power: $(READY)
	for each in ext4 xfs btrfs vfat; do \
	  unshare --mount $(BIN)/python -m tests.power $$each --cuts 400 || [ $$? -eq 3 ] || exit 1; \
	done

# The kiosk's package, into dist.
deb: $(READY)
	$(BIN)/python deploy/deb.py dist

# A hub and two kiosks on this machine, until ctrl+c.
fleet: $(READY)
	$(BIN)/python deploy/hub/try.py

# An hour or more; what is wrong is told with its seed.
fleet-storm: $(READY)
	$(BIN)/python -m tests.fleet.storm --kiosks 40 --answers 100000 --seed 1

claims: $(READY)
	$(BIN)/python -m course.content.claims_table modules docs

rules: $(READY)
	$(BIN)/python -m course.content.rules_page > docs/rules.md

# What each key means, for editors, from the reference for authors.
meanings: $(READY)
	$(BIN)/python -m course.content.drafting.meanings docs/authoring.md

pictures: $(READY)
	$(BIN)/python docs/make_pictures.py
	$(BIN)/python docs/make_visit.py
	$(BIN)/python docs/make_tutorial.py

# Contact sheets of every kind of view in the kiosk's own terminal, in sheets/, to look at.
sheets: $(READY)
	$(BIN)/python docs/make_sheets.py

# Thousands of moves in that terminal: nothing is left on the screen that does not belong there.
moves: $(READY)
	$(BIN)/python -m tests.foot.moves --moves 2000

monkey: $(READY)
	$(BIN)/python -m tests.monkey --events 1000000 --seeds 20

bench: $(READY)
	$(BIN)/python -m bench

bench-quick: $(READY)
	$(BIN)/python -m bench --quick

moments: $(READY)
	$(BIN)/python -m tests.e2e.moments 200
	$(BIN)/python -m tests.monkey.faults --rounds 200
