"""The end of the course: what is worth another look in all parts, and what is told after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from msgspec import structs

from course.views.model import Button, Card, Plain, View
from course.views.press import Go, Pick, Press, Spot
from course.web.conditions import alternatives, shown
from course.web.model import Face, Section, Way, Ways, When, facts
from course.web.runs import Runs
from course.web.walk import END, TAKE, WAY
from course.web.writer import At, Writer

if TYPE_CHECKING:
    from course.content.model import Course

AGAIN = "again"


class Ends:
    """Writes these sections."""

    def __init__(self, course: Course, runs: Runs, writer: Writer) -> None:
        self._course, self._runs, self._writer = course, runs, writer
        self._words = writer.words

    def sections(self) -> Iterator[str]:
        """The end, what is worth another look in all parts, and what is told after it."""
        chains = [(own, *self._chain(views)) for own, views in self._runs.ends]
        yield self._finish([(own, views[0]) for own, views, _ in chains])
        yield self._again_in_all()
        longest = max(len(views) for _, views, _ in chains)
        for number in range(1, longest):
            faces = [
                Face(views[number], self._onward(views, number), frozenset((own,)))
                for own, views, _ in chains
                if number < len(views)
            ]
            yield self._writer.section(Section(f"{END}.{number}", faces))
        for _, _, opened in chains:
            for place, views in opened.items():
                yield from self._signs_of(place, views)

    def _chain(self, views: list[View]) -> tuple[list[View], dict[str, list[View]]]:
        """The views one after the other, and those that open from cards of the one before."""
        chain: list[View] = []
        opened: dict[str, list[View]] = {}
        places: list[str] = []
        for view in views:
            if view.section != self._words("signs.title"):
                chain.append(view)
                places = [c.press.id for c in view.cards if isinstance(c.press, Pick)]
                continue
            opened.setdefault(places[0], []).append(view)
            if view.next and view.next.label == self._words("button.unpick"):
                places.pop(0)
        return chain, opened

    def _onward(self, views: list[View], number: int) -> Ways:
        last = number + 1 == len(views)
        ways: Ways = {
            Go(Spot.BACK): (Way(f"{END}.{number - 1}" if number > 1 else END),),
            Go(Spot.NEXT): (Way(TAKE if last else f"{END}.{number + 1}"),),
            Go(Spot.TAKE): (Way(TAKE, then=f"{END}.{number}"),),
        }
        for card in views[number].cards:
            if isinstance(card.press, Pick):
                ways[card.press] = (Way(f"signs.{card.press.id}.1"),)
        return ways

    def _signs_of(self, place: str, views: list[View]) -> Iterator[str]:
        for number, view in enumerate(views, start=1):
            home = f"{END}.{self._signs_at()}"
            back = f"signs.{place}.{number - 1}" if number > 1 else home
            on = f"signs.{place}.{number + 1}" if number < len(views) else home
            ways: Ways = {Go(Spot.BACK): (Way(back),), Go(Spot.NEXT): (Way(on),)}
            face = Face(view, ways, self._writer.every)
            yield self._writer.section(Section(f"signs.{place}.{number}", [face]))

    def _signs_at(self) -> int:
        """Which view after the end has the places to choose from."""
        chain, _ = self._chain(self._runs.ends[0][1])
        return next(at for at, view in enumerate(chain) if at and view.cards)

    def _finish(self, views: Iterable[tuple[str, View]]) -> str:
        writer, words = self._writer, self._words
        every = [
            each for m in self._course.modules for q in self._runs.points(m).values() for each in q
        ]
        sure = Plain(words("finish.sure"), strong=True)
        section = Section(END, [])
        faces = []
        for own, view in views:
            bare = structs.replace(view, cards=(), blocks=(), tools=(), picture="")
            told = writer.body(section, bare, {})
            said = When(all_of=facts("sure", self._runs.asked[own]))
            told += f"<div{shown(said)}>{writer.blocks([sure])}</div>"
            told += writer.blocks(block for block in view.blocks if block != sure)
            again = self._writer.link(escape(words("result.again")), Way(AGAIN), "card")
            some = shown(When(facts("open", every)))
            told += f'<ul class="cards"><li{some}>{again}</li></ul>'
            ways: Ways = {
                Go(Spot.BACK): (Way(WAY),),
                Go(Spot.NEXT): (Way(f"{END}.1"),),
                Go(Spot.TAKE): (Way(TAKE, then=END),),
            }
            told = writer.head(view) + told + writer.foot(view, ways)
            faces.append((frozenset((own,)), told))
        return writer.framed(END, alternatives(faces, writer.every), "finish")

    def _again_in_all(self) -> str:
        words, title = self._words, self._words("result.again")
        cards = tuple(Card(Pick(m.id), m.title) for m in self._course.modules)
        view = View(
            layout="list",
            section=self._course.title,
            title=title,
            cards=cards,
            back=Button(Spot.BACK, words("button.back")),
        )
        ways: Ways = {Go(Spot.BACK): (Way(END),)}
        when: dict[Press, When] = {}
        for module in self._course.modules:
            names = [each for asked in self._runs.points(module).values() for each in asked]
            ways[Pick(module.id)] = (Way(f"{module.id}.{END}"),)
            when[Pick(module.id)] = When(facts("open", names or ["nothing"]))
        section = Section(AGAIN, [])
        told = self._writer.head(view) + self._writer.body(section, view, ways, At(cards=when))
        return self._writer.framed(AGAIN, told + self._writer.foot(view, ways), "list")
