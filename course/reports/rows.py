"""Makes the rows of a report out of counts, with small groups hidden."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.kinds.questions import Question
from course.content.kinds.questions.question import Result
from course.content.model import Module
from course.learners.counts import ItemCount, ModuleCount
from course.learners.visits import Item
from course.reports.figures import (
    Left,
    Measure,
    ModuleFigures,
    PooledFigures,
    QuestionFigures,
    Taken,
)
from course.reports.gather import Kept
from course.reports.small_cells import (
    HIDDEN,
    LEAST,
    SMALL,
    Cell,
    is_full,
    protect,
    protect_total,
    rounded,
)
from course.reports.wordings import Wordings
from course.visit.route import steps

RESULTS: tuple[Result, ...] = ("right", "safe", "wrong", "unsure")
ANY = "any"
"""The kind of a place where people left, for pages and questions together."""
FINISHED = "finished"


class Figures:
    """Makes them; `small` shows those as well that rest on fewer than eleven people.

    In a period each number of people is rounded to tens: two reports, of which one begins a week
    later, then differ by about a number, and not by the few of that week.
    """

    def __init__(self, wordings: Wordings, kept: Kept, small: bool) -> None:
        self._wordings = wordings
        self._kept = kept
        self._small = small
        self._is_rounded = not kept.period.is_all and not small

    def total(self, people: int) -> Cell:
        """A number of people by itself."""
        return people if self._small else self._told(protect_total(people))

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
        asked = self.total(count.asked)
        seconds = self._kept.seconds.get(item)
        found = self._kept.discrimination.get(item)
        return QuestionFigures(
            **item._asdict(),
            language=wording.language,
            wording="current" if wording.is_current else "earlier",
            kind=wording.kind,
            ask=wording.ask,
            statement=wording.statement,
            asked=asked,
            right_first=first["right"],
            right_second=None if item.part else second["right"],
            known_later=later["known"] if self._wordings.comes_again(item) else None,
            unsure_first=first.get("unsure"),
            safe_first=first.get("safe"),
            wrong_first=first["wrong"],
            wrong_answers=self._wrong_answers(item, count, first["wrong"]),
            facility=_share(first["right"], asked),
            median_seconds=self._measure(seconds.median(), seconds.total) if seconds else None,
            discrimination_index=self._measure(found.index(), found.total) if found else None,
            discriminative_efficiency=self._measure(found.efficiency(), found.total)
            if found
            else None,
        )

    def pooled(self, counts: Iterable[tuple[Item, ItemCount]]) -> list[PooledFigures]:
        """The rows that are too small to be shown, together, for each kind of question."""
        kinds: dict[str, list[ItemCount]] = {}
        for item, count in counts:
            if 0 < count.asked < LEAST and not self._small:
                kinds.setdefault(self._wordings.of(item).kind, []).append(count)
        found = []
        for kind, few in sorted(kinds.items()):
            asked = sum(count.asked for count in few)
            # Of two rows of at most ten people who are twenty together, each has ten.
            if kind and asked >= LEAST and not is_full(asked, len(few)):
                sums = {str(name): sum(getattr(c, name) for c in few) for name in RESULTS}
                shown = self._parts(asked, sums)
                found.append(
                    PooledFigures(
                        kind=kind,
                        rows=len(few),
                        asked=self.total(asked),
                        right_first=shown["right"],
                        unsure_first=shown["unsure"],
                        safe_first=shown["safe"],
                        wrong_first=shown["wrong"],
                    )
                )
        return found

    def module(
        self, written: Module | None, minutes: float | None, count: ModuleCount
    ) -> ModuleFigures:
        """The row of one module, `written` as it is today, which takes so many minutes."""
        places = _places(written, count)
        shown = self._left(places, count)
        taken = self._kept.module_seconds.get(count.module)
        return ModuleFigures(
            module=count.module,
            title=written.title if written else "",
            started=self.total(count.started),
            finished=shown.pop(FINISHED),
            left_at=[_left(place, cell) for place, cell in shown.items() if cell != 0],
            median_minutes=self._measure(_minutes(taken.median()), taken.total) if taken else None,
            written_minutes=minutes,
        )

    def _first(self, usual: tuple[Result, ...], count: ItemCount) -> dict[str, Cell]:
        outcomes = {name: getattr(count, name) for name in RESULTS}
        return self._parts(
            count.asked,
            {name: number for name, number in outcomes.items() if number or name in usual},
        )

    def _wrong_answers(self, item: Item, count: ItemCount, wrong: Cell) -> list[Taken]:
        if not isinstance(wrong, int) or not count.wrong:
            return []
        offered = _wrong_of(self._wordings.question(item), item.part)
        taken = dict.fromkeys(offered, 0) | dict(sorted(count.chosen.items()))
        named = {answer: taken[answer] for answer in self._listed(taken)}
        shown = self._parts(count.wrong, {**named, "": count.wrong - sum(named.values())})
        if not named or HIDDEN in shown.values():
            return []
        if all(isinstance(cell, int) for cell in shown.values()):
            # Else the order would tell of numbers that are not shown.
            named = dict(sorted(named.items(), key=lambda each: -each[1]))
        return [
            Taken(self._wordings.chosen(answer) if answer else "", shown[answer])
            for answer in (*named, "")
            if shown[answer] != 0
        ]

    def _left(self, places: dict[str, int], count: ModuleCount) -> dict[str, Cell]:
        """How many finished, and where the others left: named, by kind, or all together."""
        listed = self._listed(places)
        named = {place: places[place] for place in listed}
        rest = {place: people for place, people in places.items() if place not in named}
        kinds = {
            f"{kind}:": [people for place, people in rest.items() if place.startswith(f"{kind}:")]
            for kind in ("page", "question")
        }
        by_kind = {kind: sum(few) for kind, few in kinds.items()}
        if not any(is_full(sum(few), len(few)) for few in kinds.values()):
            shown = self._all_of(count, named | by_kind)
            # Which way is taken tells something as well: here, that no part is small.
            if all(isinstance(cell, int) for cell in shown.values()):
                return shown
        shown = self._all_of(count, {**named, f"{ANY}:": sum(by_kind.values())})
        if HIDDEN not in shown.values():
            return shown
        return self._all_of(count, {f"{ANY}:": sum(places.values())})

    def _all_of(self, count: ModuleCount, left: dict[str, int]) -> dict[str, Cell]:
        return self._parts(count.started, {FINISHED: count.finished, **left})

    def _listed(self, parts: dict[str, int]) -> list[str]:
        """Which parts are shown by themselves; the others are shown together."""
        if self._small:
            return [name for name, people in parts.items() if people]
        large = [name for name, people in parts.items() if people >= LEAST]
        rest = [people for name, people in parts.items() if name not in large]
        return [] if is_full(sum(rest), len(rest)) else large

    def _parts(self, total: int, parts: dict[str, int]) -> dict[str, Cell]:
        if self._small:
            return dict(parts)
        return {name: self._told(cell) for name, cell in protect(total, parts).items()}

    def _parts_of(self, totals: list[Cell], parts: dict[str, int]) -> dict[str, Cell]:
        """Parts of figures that may be hidden themselves: then the parts would betray them."""
        if all(isinstance(total, int) for total in totals):
            return self._parts(sum(parts.values()), parts)
        return dict.fromkeys(parts, HIDDEN)

    def _told(self, cell: Cell) -> Cell:
        if not self._is_rounded or cell == SMALL:
            return cell
        return rounded(cell) if isinstance(cell, int) else HIDDEN

    def _measure(self, value: float | None, people: int) -> Measure:
        if value is None or self._small or people >= LEAST:
            return None if value is None else round(value, 2)
        return SMALL


def _share(part: Cell, whole: Cell) -> Measure:
    if isinstance(part, int) and isinstance(whole, int):
        return round(part / whole, 2) if whole else None
    return HIDDEN


def _wrong_of(question: Question | None, part: str) -> list[str]:
    """The wrong answers that a question offers; those of an order are too many to name."""
    if question is None or question.form == "order":
        return []
    offered = (each.key for each in question.offered(part))
    return [key for key in offered if question.grade(key) == "wrong"]


def _places(written: Module | None, count: ModuleCount) -> dict[str, int]:
    """How many left at each step of a module, in their order, then at those that it had once."""
    now = [f"{place.kind}:{place.id}" for place in steps(written)] if written else []
    every = {place: 0 for place in now if not place.startswith("result:")}
    return every | dict(sorted(count.left.items()) if not every else count.left)


def _left(place: str, people: Cell) -> Left:
    kind, _, name = place.partition(":")
    return Left(kind, name, people)


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60
