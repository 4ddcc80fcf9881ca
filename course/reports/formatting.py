"""Figures in words: how a cell is written, and what a reader must know about the report."""

from __future__ import annotations

from collections.abc import Sequence

from course.reports.causes import HEADS
from course.reports.figures import Left, ModuleFigures, PooledFigures, QuestionFigures, Report
from course.reports.findings import ENOUGH, Finding
from course.reports.gain import ENOUGH as ENOUGH_TWICE
from course.reports.gain import GainFigures
from course.reports.rows import ANY
from course.reports.small_cells import Cell

NONE = "-"
FIRST = "Look at these first"
ROWS = 10
"""How many of them a table shows."""


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
    found = [_visits(report)]
    if report.visits_kept == report.visits_removed == 0:
        found.append("There are no answers yet.")
    if report.unreadable_files:
        found.append(
            f"Files that cannot be read, and are left out: {report.unreadable_files}. "
            "Run prolo learners check."
        )
    return found


def explained(report: Report) -> list[str]:
    """What the columns of the tables mean, and what is hidden."""
    found = [
        "Seconds and minutes are medians. r (discrimination index) tells how well a question goes "
        "with all the others: near 0 or below, it may be misunderstood. Efficiency is r beside the "
        "greatest that there could be. Seconds, minutes, r and efficiency rest on the visits still "
        "kept only; all else on removed ones too."
    ]
    if report.small_cells_hidden:
        found.append(
            "Groups of 1 to 10 people are shown as <11. A range or the word hidden stands where a "
            "number would give such a group away. --small-cells shows everything."
        )
    return found


def nothing_found(report: Report) -> str:
    """What to say where there is nothing to look at first."""
    return (
        "Nothing stands out from what chance alone would do."
        if report.findings.questions > report.findings.too_few
        else "There are too few answers yet to tell anything but great dangers, and there is none."
    )


def too_few(report: Report) -> str:
    """Of how many questions little can be told yet; empty where there is none."""
    few, every = report.findings.too_few, report.findings.questions
    if not few:
        return ""
    return (
        f"{few} of {every} questions (rows counted one by one) were answered by fewer than "
        f"{ENOUGH} people: of these, only a great danger can be told yet."
    )


def advice(found: Sequence[Finding]) -> list[tuple[tuple[str, str], ...]]:
    """Of each row the likely cause and what to try, each with its name; said once for a page."""
    first: dict[tuple[str, str], int] = {}
    said: list[tuple[tuple[str, str], ...]] = []
    for number, one in enumerate(found, start=1):
        same = first.setdefault((one.cause, one.page), number)
        if same < number:
            said.append((("Likely, and what to try", f"as in row {same}."),))
        else:
            said.append((("Likely", one.likely), ("Try", one.to_try)))
    return said


def head(one: Finding) -> str:
    """What a row is about, and how many it met."""
    whom = f"about {one.people}" if isinstance(one.people, int) else one.people
    return f"{HEADS[one.danger]}. It met {whom} people."


def place(one: Finding) -> str:
    """Where it stands, as in `risks/chest-pain`."""
    where = f"{one.module}/{one.id}" if one.id else one.module
    return f"{one.kind.capitalize()} {where}" + (f" ({one.language})" if one.language else "")


def title(one: Finding) -> str:
    """What is asked or told there."""
    return f"{one.title} {one.statement}".rstrip()


def wrong_answers(one: QuestionFigures) -> str:
    """Which wrong answers were taken, with how many; empty where that is not shown."""
    return "; ".join(
        f"{each.answer or 'others together'} ({shown(each.people)})" for each in one.wrong_answers
    )


def left(one: Left, module: ModuleFigures) -> str:
    """How many left at a place."""
    share = percent(one.people, module.started)
    count = shown(one.people) + (f" ({share})" if share.endswith("%") else "")
    if one.id:
        return f"left at {one.kind} {one.id}: {count}"
    others = "elsewhere" if any(place.id for place in module.left_at) else "on the way"
    return f"left {others}: {count}" if one.kind == ANY else f"left {others}, {one.kind}s: {count}"


def pooled(one: PooledFigures) -> str:
    """Small rows of a kind, together, in a sentence."""
    return (
        f"{one.rows} questions of the kind {one.kind}, each answered by fewer than 11 people, "
        f"together: {shown(one.asked)} answers, right {shown(one.right_first)}, "
        f"not sure {shown(one.unsure_first)}, too much care {shown(one.safe_first)}, "
        f"wrong {shown(one.wrong_first)}."
    )


def gain(one: GainFigures) -> str:
    """What was gained at a question, in a sentence."""
    both = f"{shown(one.answered_both)} people answered it before and after the course"
    if one.gain is None:
        return f"{both}: too few to tell; it takes {ENOUGH_TWICE}."
    if isinstance(one.gain, str):
        return f"{both}. The gain is hidden: it would lay a small group open."
    chance = isinstance(one.low, int) and isinstance(one.high, int) and one.low <= 0 <= one.high
    more = "more" if one.gain >= 0 else "fewer"
    return (
        f"{both}. Of 100 of them, {abs(one.gain)} {more} were right after it (95 % interval: "
        f"{one.low} to {one.high})." + (" That may be chance." if chance else "")
    )


def _visits(report: Report) -> str:
    if report.period:
        return (
            f"Visits that began {report.period}, and are still kept: {shown(report.visits_kept)}. "
            "Of visits removed after their time no day is known, so a period has none of them. "
            + ("Numbers of people are rounded to tens." if report.small_cells_hidden else "")
        ).rstrip()
    return (
        f"Visits still kept: {shown(report.visits_kept)}. "
        f"Visits removed after their time, of which only counts are left: "
        f"{shown(report.visits_removed)}."
    )
