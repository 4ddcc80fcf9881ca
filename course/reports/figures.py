"""The report itself: what was counted, as figures that may be shown.

A figure is a number, or a text where the number may not be shown (see `small_cells`), or None where
there is none: nobody had a second try, or a question of that kind has no such answer.
"""

from __future__ import annotations

from msgspec import Struct, field

from course.content.kinds.questions.question import Result
from course.content.model import Course, Module
from course.learners.counts import Counts, ItemCount, ModuleCount
from course.learners.visits import Item
from course.reports.gather import Kept
from course.reports.small_cells import HIDDEN, LEAST, SMALL, Cell, protect, protect_total
from course.reports.wordings import Wordings

Measure = float | str | None

LIVE_ONLY = ("median_seconds", "item_rest_correlation", "median_minutes")
"""What cannot be kept as counts of people, and so leaves with the visits."""


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
    drawn_to: str | None
    """The wrong answer that most chose on the first try."""
    drawn_to_people: Cell | None
    median_seconds: Measure
    item_rest_correlation: Measure


class Left(Struct):
    """How many went no further than a page or a question."""

    kind: str
    id: str
    people: Cell


class ModuleFigures(Struct, kw_only=True):
    """One module."""

    module: str
    title: str
    started: Cell
    finished: Cell
    left_at: list[Left]
    """The places where people left, in the order of the module, but for small ones."""
    left_elsewhere: Cell
    median_minutes: Measure


class Report(Struct, kw_only=True):
    """What the answers say about a course."""

    course: str
    visits_kept: Cell
    visits_removed: Cell
    unreadable_files: int
    small_cells_hidden: bool
    questions: list[QuestionFigures]
    modules: list[ModuleFigures]
    live_only: tuple[str, ...] = field(default=LIVE_ONLY)


def report(course: Course, wordings: Wordings, kept: Kept, removed: Counts, small: bool) -> Report:
    """All figures; `small` shows those as well that rest on fewer than eleven people."""
    counts = Counts()
    counts.add(removed)
    counts.add(kept.counts)
    for item in wordings.items(course):
        counts.items.setdefault(item, ItemCount(**item._asdict()))
    for module in course.modules:
        counts.modules.setdefault(module.id, ModuleCount(module=module.id))
    make = Figures(wordings, kept, small)
    return Report(
        course=course.title,
        visits_kept=make.total(kept.counts.visits),
        visits_removed=make.total(removed.visits),
        unreadable_files=kept.unreadable,
        small_cells_hidden=not small,
        questions=[
            make.question(item, counts.items[item])
            for item in sorted(counts.items, key=wordings.place)
        ],
        modules=[make.module(course, counts.modules[name]) for name in _in_order(course, counts)],
    )


class Figures:
    """Makes the rows of a report out of counts."""

    def __init__(self, wordings: Wordings, kept: Kept, small: bool) -> None:
        self._wordings = wordings
        self._kept = kept
        self._small = small

    def total(self, people: int) -> Cell:
        """A number of people by itself."""
        return people if self._small else protect_total(people)

    def question(self, item: Item, count: ItemCount) -> QuestionFigures:
        """The row of one item."""
        wording = self._wordings.of(item)
        first = self._first(wording.results, count)
        missed = count.wrong + count.unsure
        second = self._parts_of(
            [first["wrong"], first.get("unsure", 0)],
            {"right": count.right_second, "not": missed - count.right_second},
        )
        later = self._parts_of(
            [first["wrong"], first.get("unsure", 0), first.get("safe", 0)],
            {"known": count.known_later, "not": missed + count.safe - count.known_later},
        )
        drawn_to, people = self._drawn_to(count, first["wrong"])
        seconds = self._kept.seconds.get(item)
        rest = self._kept.item_rest.get(item)
        return QuestionFigures(
            **item._asdict(),
            language=wording.language,
            wording="current" if wording.is_current else "earlier",
            kind=wording.kind,
            ask=wording.ask,
            statement=wording.statement,
            asked=self.total(count.asked),
            right_first=first["right"],
            right_second=None if item.part else second["right"],
            known_later=later["known"] if self._wordings.comes_again(item) else None,
            unsure_first=first.get("unsure"),
            safe_first=first.get("safe"),
            wrong_first=first["wrong"],
            drawn_to=drawn_to,
            drawn_to_people=people,
            median_seconds=self._measure(seconds.median(), seconds.total) if seconds else None,
            item_rest_correlation=self._measure(rest.value(), rest.total) if rest else None,
        )

    def module(self, course: Course, count: ModuleCount) -> ModuleFigures:
        """The row of one module."""
        written = next((one for one in course.modules if one.id == count.module), None)
        large = {
            place: people
            for place, people in sorted(
                count.left.items(), key=lambda left: _step(written, left[0])
            )
            if people >= LEAST or self._small
        }
        parts = {
            "finished": count.finished,
            **large,
            "elsewhere": sum(count.left.values()) - sum(large.values()),
        }
        shown = self._parts(count.started, parts)
        minutes = self._kept.module_seconds.get(count.module)
        return ModuleFigures(
            module=count.module,
            title=written.title if written else "",
            started=self.total(count.started),
            finished=shown["finished"],
            left_at=[_left(place, shown[place]) for place in large],
            left_elsewhere=shown["elsewhere"],
            median_minutes=self._measure(_minutes(minutes.median()), minutes.total)
            if minutes
            else None,
        )

    def _first(self, usual: tuple[Result, ...], count: ItemCount) -> dict[str, Cell]:
        outcomes = {name: getattr(count, name) for name in ("right", "safe", "wrong", "unsure")}
        return self._parts(
            count.asked,
            {name: number for name, number in outcomes.items() if number or name in usual},
        )

    def _drawn_to(self, count: ItemCount, wrong: Cell) -> tuple[str | None, Cell | None]:
        if not isinstance(wrong, int):
            return None, wrong if wrong == SMALL else HIDDEN
        if not count.chosen:
            return None, None
        most = max(count.chosen, key=lambda choice: (count.chosen[choice], choice))
        people = count.chosen[most]
        shown = self._parts_of([wrong], {"most": people, "others": count.wrong - people})["most"]
        return None if shown == SMALL else self._wordings.chosen(most), shown

    def _parts(self, total: int, parts: dict[str, int]) -> dict[str, Cell]:
        return dict(parts) if self._small else protect(total, parts)

    def _parts_of(self, totals: list[Cell], parts: dict[str, int]) -> dict[str, Cell]:
        """Parts of figures that may be hidden themselves: then the parts would betray them."""
        if all(isinstance(total, int) for total in totals):
            return self._parts(sum(parts.values()), parts)
        return dict.fromkeys(parts, HIDDEN)

    def _measure(self, value: float | None, people: int) -> Measure:
        if value is None or self._small or people >= LEAST:
            return None if value is None else round(value, 2)
        return SMALL


def _left(place: str, people: Cell) -> Left:
    kind, _, name = place.partition(":")
    return Left(kind, name, people)


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


def _in_order(course: Course, counts: Counts) -> list[str]:
    written = [module.id for module in course.modules]
    return written + sorted(counts.modules.keys() - set(written))


def _step(module: Module | None, place: str) -> int:
    ids = [each.id for each in (*module.pages, *module.questions)] if module else []
    name = place.partition(":")[2]
    return ids.index(name) if name in ids else len(ids)
