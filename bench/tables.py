"""Tables and charts in Markdown. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence

from bench.found import Found
from bench.goals import GOALS, Goal
from bench.stats import Row, percentile_99

NONE = "-"
ROWS_HEAD = (
    "What", "ms", "p99", "worst", "Yardstick", "ms", "p99", "Times", "p99", "Frames",
)  # fmt: skip
WIDTH = 40
"""Cells of the longest bar."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose columns are aligned, so that it can be read as it stands."""
    lines = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    )


def cells(row: Row) -> list[str]:
    """What was measured of one thing, as the columns of `ROWS_HEAD`."""
    return [
        row.what,
        number(statistics.median(row.took)),
        number(percentile_99(row.took)),
        number(max(row.took)),
        row.yardstick,
        number(statistics.median(row.yards)),
        number(percentile_99(row.yards)),
        number(row.ratio),
        number(row.tail),
        frames(row.frames),
    ]


def ratios(page: str) -> dict[str, float]:
    """The ratios in the first table of a page that has them, by what was measured."""
    lines = iter(page.splitlines())
    for line in lines:
        if _split(line) == list(ROWS_HEAD):
            break
    next(lines, None)
    found = {}
    for line in lines:
        if not line.startswith("|"):
            break
        row = _split(line)
        found[row[0]] = float(row[ROWS_HEAD.index("Times")])
    return found


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def frames(counts: Mapping[int, int]) -> str:
    """How many turns drew so many frames, as in `1 in 40, 2 in 3`."""
    return ", ".join(f"{count} in {counts[count]}" for count in sorted(counts)) or NONE


def goals(quiet: Found, busy: Found | None) -> str:
    """Each goal with what it is compared with and whether it is met."""
    states = [(quiet, False)] if busy is None else [(quiet, False), (busy, True)]
    head = ["Goal", "At most", "Quiet machine", "Busy machine"][: 2 + len(states)]
    rows = [
        [goal.what, _limit(goal), *(_verdict(goal, found, is_busy) for found, is_busy in states)]
        for goal in GOALS
    ]
    return table(head, rows)


def _limit(goal: Goal) -> str:
    busy = "" if goal.most_busy is None else f" ({number(goal.most_busy)} busy)"
    return f"{number(goal.most)}{busy} {goal.unit}".strip()


def _verdict(goal: Goal, found: Found, busy: bool) -> str:
    figure = goal.figure(found)
    if figure is None:
        return NONE
    return f"{number(figure)} {'met' if figure <= goal.allows(busy) else '**missed**'}"


def chart(bars: Mapping[str, float]) -> str:
    """A bar for each figure, the longest as wide as there is room."""
    most = max(bars.values(), default=0) or 1
    widest = max(map(len, bars), default=0)
    lines = [
        f"{name.ljust(widest)} {'█' * max(round(figure / most * WIDTH), 1)} {number(figure)}"
        for name, figure in bars.items()
    ]
    return "\n".join(["```text", *lines, "```"])


def number(figure: float | None) -> str:
    """A figure with as many digits as say something."""
    if figure is None:
        return NONE
    if figure == round(figure) or abs(figure) >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if abs(figure) >= 9.995 else f"{figure:.2f}"
