"""The page `docs/speed.md`. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from bench.found import Found, Held, Modules, Visits
from bench.stats import exponent
from bench.tables import ROWS_HEAD, cells, chart, goals, number, table

HEAD = """# Speed

What things cost, against a yardstick that takes turns with them in the same run: machines differ
and have other things to do, so read the ratios, not the milliseconds. `make bench` measures it all
anew and writes this page; `make bench-quick` takes less than a minute and prints the ratios of now
beside those of this page.

The program runs in a real pseudo-terminal of 80 by 24, from compiled bytecode. A turn ends with the
last byte of its last frame. The bare app is a Textual app that does nothing but show the same texts
in one Static in a box of fixed size. The busy machine runs a loop on each of its cores.
"""


NOTES = "## Notes"
"""What people write under this heading, at the end of the page, stays when it is written anew."""


def page(quiet: Found, busy: Found, machine: str, before: str) -> str:
    """The whole page; `machine` says where it was measured, `before` is the page as it was."""
    _, there_are_notes, notes = before.partition(f"\n{NOTES}\n")
    parts = [
        HEAD,
        f"{machine}\n",
        "## Goals\n",
        goals(quiet, busy),
        "\n## Quiet machine\n",
        *_state(quiet),
        "\n## Busy machine\n",
        *_state(busy),
        "\n## Many modules\n",
        _modules(quiet.modules),
        "\n## Many turns\n",
        _memory(quiet.memory),
        "\n## Many visits\n",
        _visits(quiet.reports),
    ]
    written = "\n".join(parts) + "\n"
    return f"{written}\n{NOTES}\n{notes}" if there_are_notes else written


def _state(found: Found) -> list[str]:
    rows = found.rows.values()
    bars = {row.what: row.ratio for row in rows}
    return [
        table(ROWS_HEAD, map(cells, rows)),
        "\nTimes the yardstick:\n",
        chart(bars),
        f"\nA save grows with the learners to the power of {number(exponent(found.saves))}.",
    ]


def _modules(modules: Modules) -> str:
    """A row for each number of modules."""
    head = ("Modules", "Start, ms", "First start after a change", "Check", "PyYAML alone")
    columns: tuple[Mapping[int, Sequence[float]], ...] = (
        modules.start,
        modules.first_start,
        modules.check,
        modules.yaml,
    )
    rows = [
        [number(count), *(_median(column.get(count, ())) for column in columns)]
        for count in modules.start
    ]
    note = (
        "The modules of the course under new names. PyYAML's fastest safe reader reads the same\n"
        "files into dicts, without lines, types or faults. A check draws every view at two sizes."
    )
    return f"{table(head, rows)}\n\n{note}"


def _median(values: Sequence[float]) -> str:
    return number(statistics.median(values)) if values else "-"


def _memory(held: Sequence[Held]) -> str:
    """The memory after so many turns."""
    files = sorted({point.files for point in held})
    bars = {f"{point.turns:,} turns": point.megabytes for point in held}
    opened = " to ".join(map(str, dict.fromkeys((files[0], files[-1]))))
    return f"Megabytes; open files: {opened}.\n\n{chart(bars)}"


def _visits(reports: Sequence[Visits]) -> str:
    """A report about so many visits."""
    head = ("Visits", "Report, s", "Most memory, MB")
    rows = [[number(one.visits), number(one.seconds), number(one.megabytes)] for one in reports]
    return table(head, rows)
