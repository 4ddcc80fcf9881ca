"""Figures in words: how a cell is written, and what a reader must know about the report."""

from __future__ import annotations

from course.reports.figures import Report
from course.reports.small_cells import Cell

NONE = "-"


def shown(figure: float | str | None) -> str:
    """A figure as it is read: `1,234`, `0.31`, `<11`; a dash where there is none."""
    match figure:
        case None:
            return NONE
        case int():
            return f"{figure:,}"
        case float():
            return f"{figure:g}"
        case _:
            return figure


def percent(part: Cell | None, whole: Cell) -> str:
    """A share in whole percent, or else the part as it stands."""
    if isinstance(part, int) and isinstance(whole, int) and whole:
        return f"{round(100 * part / whole)} %"
    return shown(part)


def notes(report: Report) -> list[str]:
    """What must be said along with the figures."""
    found = [
        f"Visits still kept: {shown(report.visits_kept)}. "
        f"Visits removed after their time, of which only counts are left: "
        f"{shown(report.visits_removed)}."
    ]
    if report.visits_kept == report.visits_removed == 0:
        found.append("There are no answers yet.")
    if report.unreadable_files:
        found.append(
            f"Files that cannot be read, and are left out: {report.unreadable_files}. "
            "Run prolo learners check."
        )
    found.append(
        "Seconds and minutes are medians. r tells how well a question goes with all the others "
        "(corrected item-total correlation): near 0 or below, it may be misunderstood. "
        "Seconds, minutes and r rest on the visits still kept only; all else on removed ones too."
    )
    if report.small_cells_hidden:
        found.append(
            "Groups of 1 to 10 people are shown as <11. A range or the word hidden stands where a "
            "number would give such a group away. --small-cells shows everything."
        )
    return found
