"""Measures the program, prints what it found, and writes it to `docs/speed.md`."""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench import memory, modules, page, pictures, programs, reports, saves, starts, tables, turns
from bench.busy import busy
from bench.found import Found
from bench.goals import FEW, MANY
from bench.stats import Row

PAGE = programs.ROOT / "docs" / "speed.md"


@dataclass(frozen=True)
class Effort:
    """How often things are measured."""

    starts: int
    rounds: int
    times: int
    onward: int
    learners: tuple[int, ...]
    saves: int


FULL = Effort(20, 5, 12, 70, (10, 100, 1_000, 10_000, 100_000), 60)
QUICK = Effort(3, 1, 4, 12, (10, 1_000), 20)
MODULES = (FEW, 100, MANY)
MODULE_STARTS, MODULE_CHECKS = 7, 2
VISITS = (1_000, 10_000)
TURNS = 20_000


def main() -> int:
    """Measure as much as was asked for; 2 where something is missing that it takes."""
    asked = _parser().parse_args()
    # A pause of this process would count as one of the program.
    gc.disable()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs.surround(folder / "cache")
        texts = folder / "texts"
        turns.collect_texts(texts)
        if asked.extras:
            drawn = pictures.compare()
            show([*starts.compare_extras(FULL.starts), *drawn.rows])
            print(f"\n{drawn.told}")
        elif asked.fleet:
            # It needs an extra, and what tests need.
            from bench import fleet

            if fleet.SERVER is None:
                say(fleet.NO_SERVER)
                return 2
            show(fleet.compare())
        elif asked.quick:
            quick(texts)
        else:
            full(texts, asked.turns)
    return 0


def show(rows: Iterable[Row]) -> None:
    """Print a table of some rows."""
    print(tables.table(tables.ROWS_HEAD, map(tables.cells, rows)))


def full(texts: Path, turns_to_make: int) -> None:
    """Measure everything, print it, and write it to the page."""
    quiet, other = Found(), Found()
    say("Many modules, many visits, many turns ...")
    modules.measure(quiet, MODULES, MODULE_STARTS, MODULE_CHECKS)
    reports.measure(quiet, VISITS)
    memory.measure(quiet, turns_to_make)
    say("A quiet machine ...")
    measure(quiet, texts, FULL)
    say("A busy machine ...")
    with busy():
        measure(other, texts, FULL)
    written = page.page(quiet, other, machine(), page_before())
    PAGE.write_text(written, encoding="utf-8")
    print(written)


def quick(texts: Path) -> None:
    """Measure what takes less than a minute, and print it beside what the page says."""
    found = Found()
    measure(found, texts, QUICK)
    before = tables.ratios(page_before())
    head = [*tables.ROWS_HEAD, "Times in docs/speed.md"]
    rows = found.rows.values()
    print(
        tables.table(
            head, ([*tables.cells(row), tables.number(before.get(row.what))] for row in rows)
        )
    )
    print()
    print(tables.goals(found, None))


def measure(found: Found, texts: Path, effort: Effort) -> None:
    """What is measured in every state of the machine."""
    starts.measure(found, texts, effort.starts)
    turns.measure(found, texts, effort.rounds, effort.times, effort.onward)
    saves.measure(found, effort.learners, effort.saves)


def page_before() -> str:
    """The page as it is; empty if there is none."""
    return PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""


def machine() -> str:
    """Where this runs."""
    return (
        f"Measured with Python {platform.python_version()} and Textual {version('textual')} on "
        f"{platform.system()}, {os.cpu_count()} cores."
    )


def say(what: str) -> None:
    """Tell whoever waits what is going on."""
    print(what, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    quick = "print the ratios of now beside those of the page, in less than a minute"
    parser.add_argument("--quick", action="store_true", help=quick)
    extras = "only compare a start with the extras to one without, and a page with its picture"
    parser.add_argument("--extras", action="store_true", help=extras)
    fleet = "only compare a press with `prolo sync` beside it to one without"
    parser.add_argument("--fleet", action="store_true", help=fleet)
    turns = "over how many turns the memory is watched, a multiple of 80"
    parser.add_argument("--turns", type=int, default=TURNS, metavar="N", help=turns)
    return parser


if __name__ == "__main__":
    sys.exit(main())
