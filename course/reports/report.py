"""The report itself, from what was counted of visits that are kept and of removed ones."""

from __future__ import annotations

from course import language
from course.content.minutes import Clock
from course.content.model import Course
from course.learners.counts import Counts, ItemCount, ModuleCount
from course.learners.visits import Item
from course.reports.figures import ModuleFigures, Report
from course.reports.findings import findings
from course.reports.gain import GainFigures, gain_figures
from course.reports.gather import Kept
from course.reports.rows import Figures
from course.reports.wordings import Wordings
from course.visit.route import BEFORE


def report(courses: list[Course], kept: Kept, removed: Counts, small: bool) -> Report:
    """All figures of a course, given in its languages, the first of which the report goes by.

    `small` shows those as well that rest on fewer than eleven people. In a period, removed visits
    are left out.
    """
    if not kept.period.is_all:
        removed = Counts()
    wordings = Wordings(courses)
    counts = _added(courses[0], wordings, kept, removed)
    make = Figures(wordings, kept, small)
    in_order = sorted(counts.items.items(), key=lambda each: wordings.place(each[0]))
    return Report(
        course=courses[0].title,
        period="" if kept.period.is_all else str(kept.period),
        visits_kept=make.total(kept.counts.visits),
        visits_removed=make.total(removed.visits),
        unreadable_files=kept.unreadable,
        small_cells_hidden=not small,
        findings=findings(courses, wordings, kept, counts, small),
        questions=[make.question(item, count) for item, count in in_order],
        pooled=make.pooled(in_order),
        gains=_gains(wordings, kept, make, small),
        modules=_modules(courses[0], make, counts),
    )


def _added(course: Course, wordings: Wordings, kept: Kept, removed: Counts) -> Counts:
    """All visits together, and a row for whatever nobody has come to."""
    counts = Counts()
    counts.add(removed)
    counts.add(kept.counts)
    for item in wordings.items(course):
        counts.items.setdefault(item, ItemCount(**item._asdict()))
    for module in course.modules:
        counts.modules.setdefault(module.id, ModuleCount(module=module.id))
    return counts


def _modules(course: Course, make: Figures, counts: Counts) -> list[ModuleFigures]:
    clock = Clock(course, language.load(course.language))
    rows = []
    for module in course.modules:
        minutes = round(clock.module(module).seconds / 60, 1)
        rows.append(make.module(module, minutes, counts.modules[module.id]))
    gone = sorted(counts.modules.keys() - {module.id for module in course.modules})
    return [*rows, *(make.module(None, None, counts.modules[name]) for name in gone)]


def _gains(wordings: Wordings, kept: Kept, make: Figures, small: bool) -> list[GainFigures]:
    rows = []
    for item in sorted(
        (Item(BEFORE, question, mark, "") for question, mark in kept.twice), key=wordings.place
    ):
        twice = kept.twice[item.question, item.hash]
        ask = wordings.of(item).ask
        answered = make.total(twice.people)
        rows.append(gain_figures(item.question, item.hash, ask, twice, answered, small))
    return rows
