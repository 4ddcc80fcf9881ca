"""What a report holds: figures that may be shown.

A figure is a number, or a text where the number may not be shown (see `small_cells`), or None where
there is none: nobody had a second try, or a question of that kind has no such answer.
"""

from __future__ import annotations

from msgspec import Struct, field

from course.reports.findings import Findings
from course.reports.gain import GainFigures
from course.reports.small_cells import Cell

Measure = float | str | None

LIVE_ONLY = (
    "median_seconds",
    "discrimination_index",
    "discriminative_efficiency",
    "median_minutes",
)
"""What cannot be kept as counts of people, and so leaves with the visits."""


class Taken(Struct):
    """How many took a wrong answer on the first try."""

    answer: str
    """In the words of the course; empty for all others together."""
    people: Cell


class QuestionFigures(Struct, kw_only=True):
    """One question, or one row or pair of it, in one wording."""

    module: str
    question: str
    hash: str
    part: str
    language: str
    wording: str
    """`current` or `earlier`."""
    kind: str
    ask: str
    statement: str
    asked: Cell
    right_first: Cell
    right_second: Cell | None
    known_later: Cell | None
    """Missed at first, and known by a later question on the same point. With those who were right
    at first these are all who know the point. None where no question comes later."""
    unsure_first: Cell | None
    safe_first: Cell | None
    """For triage: more care than was needed."""
    wrong_first: Cell
    """For triage: too little care."""
    wrong_answers: list[Taken]
    """Those that 11 people or more took, most first, and the others together."""
    facility: Measure
    """Moodle's facility index, the mean mark divided by the greatest one: here the share that was
    right at first, 0 to 1 (docs.moodle.org/dev/Quiz_statistics_calculations)."""
    median_seconds: Measure
    discrimination_index: Measure
    """See `statistics.Discrimination` for this and the next."""
    discriminative_efficiency: Measure


class PooledFigures(Struct, kw_only=True):
    """All questions of a kind that fewer than 11 people have answered, together."""

    kind: str
    rows: int
    asked: Cell
    right_first: Cell
    unsure_first: Cell
    safe_first: Cell
    wrong_first: Cell


class Left(Struct):
    """How many went no further than a page or a question."""

    kind: str
    id: str
    """Empty for all others of the kind together."""
    people: Cell


class ModuleFigures(Struct, kw_only=True):
    """One module."""

    module: str
    title: str
    started: Cell
    finished: Cell
    left_at: list[Left]
    """The places where people left, in the order of the module; small ones together, by their kind
    where that is enough to show them, else all under the kind `any`."""
    median_minutes: Measure
    written_minutes: float | None
    """What there is to read and to press takes so long; None if the module is gone."""


class Report(Struct, kw_only=True):
    """What the answers say about a course."""

    course: str
    period: str
    """Empty where it tells of all visits."""
    visits_kept: Cell
    visits_removed: Cell
    """In a period none: of removed ones no day is known."""
    unreadable_files: int
    small_cells_hidden: bool
    findings: Findings
    questions: list[QuestionFigures]
    pooled: list[PooledFigures]
    gains: list[GainFigures]
    modules: list[ModuleFigures]
    live_only: tuple[str, ...] = field(default=LIVE_ONLY)
