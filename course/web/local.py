"""One place of the course, walked by somebody who has just come there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import structs

from course.flow.lesson import Here
from course.flow.over import OVER
from course.views.model import Card, View
from course.views.press import Go, Pick, Press, Spot
from course.web.model import ALWAYS, NOTHING, Face, Section, Told, Way, When, facts

if TYPE_CHECKING:
    from course.content.kinds.questions import Question
    from course.flow.navigator import Navigator
    from course.visit.visit import Visit

Presses = tuple[Press, ...]
Start = Callable[[], "Navigator"]
"""Gives a navigator of somebody who has come to a place and pressed nothing there yet."""
Leads = Callable[["Navigator", Presses], tuple[Way, ...]]
"""Gives where the last of some presses led that left a place; the last way is for everybody."""
Opens = Callable[[Spot, View], str]
"""Gives the section that a button opens over a view; empty if there is none."""

SKIPPED = tuple(map(Go, (Spot.STOP, Spot.SHARE, Spot.CODE)))
"""What a page has no use for: nobody has a code there, and no staff stand by."""
_MOST_TRIED = 1
"""Answers before one that is followed: after more of them all goes as after one."""
_FIRST = "first"


class Local:
    """The sections of one place."""

    def __init__(
        self, name: str, is_here: Callable[[Navigator], bool], leads: Leads, opens: Opens
    ) -> None:
        """`name` is the id of its first section."""
        self._name, self._is_here, self._leads, self._opens = name, is_here, leads, opens
        self._sections: dict[Hashable, Section] = {}

    @property
    def sections(self) -> list[Section]:
        """All of them, the first one first."""
        return [*self._sections.values()]

    def walk(self, start: Start, owns: frozenset[str]) -> None:
        """Follow all that is offered to those with their own shot in some places."""
        nav = start()
        first = _Seen.of(nav).key
        found: dict[str, _Led] = {}
        left: deque[tuple[Presses, Navigator]] = deque([((), nav)])
        known: set[Hashable] = set()
        while left:
            way, nav = left.popleft()
            seen = _Seen.of(nav)
            if seen.state in known:
                continue
            known.add(seen.state)
            section = self._section(seen, first)
            led = found.setdefault(section.id, _Led(section, seen))
            if seen.is_asked_once_more:
                continue
            if section.told == NOTHING:
                section.told = _told(nav.visit, seen)
            for presses in _offered(nav.visit, seen.view):
                ways, after = self._to(start, (*way, *presses), seen, first)
                if ways:
                    led.add(presses, seen.tried, ways)
                if after is not None:
                    left.append(((*way, *presses), after))
        for each in found.values():
            each.close(owns)

    def _section(self, seen: _Seen, first: Hashable) -> Section:
        key = _FIRST if seen.key == first else seen.key
        if key not in self._sections:
            count = len(self._sections)
            self._sections[key] = Section(f"{self._name}~{count}" if count else self._name, [])
        return self._sections[key]

    def _to(
        self, start: Start, way: Presses, seen: _Seen, first: Hashable
    ) -> tuple[tuple[Way, ...], Navigator | None]:
        """Where the last of some presses leads, and the navigator if that is within the place."""
        last = way[-1]
        if isinstance(last, Go) and last.spot in OVER:
            to = self._opens(last.spot, seen.view)
            return ((Way(to, then=self._section(seen, first).id),) if to else ()), None
        nav = pressed(start, way)
        if not isinstance(nav.stack[-1], Here):
            return (), None
        if self._is_here(nav):
            return (Way(self._section(_Seen.of(nav), first).id),), nav
        led = self._leads(nav, way)
        if last == Go(Spot.SHOW):
            back, _ = self._to(start, (*way, Go(Spot.NEXT)), seen, first)
            led = tuple(structs.replace(each, then=back[-1].to) for each in led)
        return led, None


@dataclass(frozen=True)
class _Seen:
    """A view without the signs of what was ticked, picked or tried before."""

    view: View
    tried: frozenset[str]
    """The answers to its question that what follows hangs on."""
    form: str = ""

    @classmethod
    def of(cls, nav: Navigator) -> _Seen:
        view, visit = nav.view(), nav.visit
        question = visit.question
        if question is None or not question.is_graded:
            tried = frozenset[str]()
        else:
            tried = frozenset(_tried(visit, question))
        form = question.form if question else ""
        unmarked = view.layout == "question" or asks_place(visit)
        cards = tuple(_bare(card) if unmarked or card.ticks else card for card in view.cards)
        return cls(structs.replace(view, cards=cards), tried, form)

    @property
    def key(self) -> Hashable:
        """Equal for what is one section: how many steps there are is not the same for everybody."""
        view = structs.replace(self.view, said="", step=None)
        return view, self.tried if self.form == "parts" else bool(self.tried)

    @property
    def state(self) -> Hashable:
        """Equal where everything goes on alike."""
        return self.view, self.tried

    @property
    def is_asked_once_more(self) -> bool:
        """Whether more was tried than is followed."""
        is_asking = self.view.layout == "question" and self.form != "parts"
        return is_asking and len(self.tried) > _MOST_TRIED


@dataclass
class _Led:
    """Where presses led from one section, by what was tried before."""

    section: Section
    seen: _Seen
    ways: dict[Presses, list[tuple[frozenset[str], tuple[Way, ...]]]] = field(default_factory=dict)

    def add(self, presses: Presses, tried: frozenset[str], ways: tuple[Way, ...]) -> None:
        """Once more, where some presses led."""
        self.ways.setdefault(presses, []).append((tried, ways))

    def close(self, owns: frozenset[str]) -> None:
        """Give the section the face that was found for some people."""
        found = {presses: self._resolved(led) for presses, led in self.ways.items()}
        answers = {_answer(each): ways for each, ways in found.items() if len(each) > 1}
        self.section.answers |= answers
        if answers:
            self.section.order = tuple(next(iter(answers)).split(","))
        single = {each[0]: ways for each, ways in found.items() if len(each) == 1}
        self.section.faces.append(Face(self.seen.view, single, owns))

    def _resolved(self, led: list[tuple[frozenset[str], tuple[Way, ...]]]) -> tuple[Way, ...]:
        """The way of whoever tried least before is that of everybody else."""
        tried, base = min(led, key=lambda each: len(each[0]))
        others: dict[Way, set[str]] = {}
        for before, ways in led:
            if ways[-1].to != base[-1].to:
                others.setdefault(ways[-1], set()).update(before - tried)
        name = self.section.told.question
        more = tuple(
            way
            if way.when != ALWAYS
            else structs.replace(way, when=When(facts("tried", (f"{name}/{a}" for a in answers))))
            for way, answers in others.items()
        )
        return (*base[:-1], *more, structs.replace(base[-1], when=ALWAYS))


def asks_place(visit: Visit) -> bool:
    """Whether a person is asked for the place of their own shot where they are."""
    page = visit.page
    return page is not None and page.your_place and visit.showing is None


def pressed(start: Start, way: Presses) -> Navigator:
    """The navigator after some presses."""
    nav = start()
    for press in way:
        nav.press(press)
    return nav


def _bare(card: Card) -> Card:
    return structs.replace(card, status="", mark="")


def _tried(visit: Visit, question: Question) -> Iterator[str]:
    """The answers that were given here; of a question with parts, those that have to be put right:
    nothing else is asked again."""
    for one in visit.achieved.tries(visit.module, question):
        if question.form != "parts" or question.must_be_put_right(one.choice):
            yield one.choice


def _told(visit: Visit, seen: _Seen) -> Told:
    """What whoever comes to a view tells by that."""
    question = visit.question
    if question is None or not question.is_graded:
        return NOTHING
    name = f"{visit.place.module}/{question.id}"
    if seen.view.verdict is None:
        return Told(name, is_begun=not (seen.tried or visit.hinted))
    tries = visit.achieved.tries(visit.module, question)
    result = "missed"
    if seen.view.verdict.tone == "good":
        result = "sure" if question.standing(tries).done else ""
    return Told(name, tries[-1].choice, result)


def _offered(visit: Visit, view: View) -> Iterator[Presses]:
    """Presses that are followed from a view: for an order, all of its steps at once."""
    question = visit.question
    is_order = question is not None and question.form == "order" and not visit.feedback
    if question is not None and is_order:
        yield from _orders(question)
    elif not asks_place(visit):
        yield from ((card.press,) for card in view.cards if not card.ticks)
    buttons = (view.back, *view.tools, view.next, *view.menu)
    presses = [button.press for button in buttons if button is not None]
    if view.help:
        presses.append(Go(Spot.HELP))
    yield from ((press,) for press in presses if press not in SKIPPED)


def _orders(question: Question) -> Iterator[Presses]:
    """The right order first; then one for each step that can be the first that is out of place."""
    keys = [offered.key for offered in question.offered()]
    yield tuple(map(Pick, keys))
    for at in range(len(keys) - 1):
        swapped = [*keys[:at], keys[at + 1], keys[at], *keys[at + 2 :]]
        yield tuple(map(Pick, swapped))


def _answer(presses: Presses) -> str:
    return ",".join(press.id for press in presses if isinstance(press, Pick))
