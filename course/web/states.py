"""The sections that hang on all that a person did: the way, the end of a part, the end of all.

What they say is taken from views of the navigator: of somebody who did nothing yet, of one who had
everything right at first, and of one who had nothing right. Facts say which of it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from course.content import prose
from course.content.texts import whole_name
from course.flow import rehearsal
from course.views.model import Button, Card, Heading, Plain, Text, View
from course.views.press import Go, Pick, Press, Spot
from course.visit.route import FINISH
from course.web.conditions import alternatives, shown
from course.web.model import Face, Section, Way, Ways, When, facts
from course.web.walk import END, TAKE, WAY, Walk
from course.web.writer import At, Writer

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.content.compiled import Edition
    from course.content.model import Module
    from course.flow.rehearsal import Seen

AGAIN = "again"


class _Step(NamedTuple):
    """The way as somebody sees it who has just ended a part."""

    view: View
    when: When


class States:
    """Writes these sections."""

    def __init__(self, edition: Edition, clinic: Clinic, walk: Walk, writer: Writer) -> None:
        self._edition, self._clinic = edition, clinic
        self._course, self._words = edition.course, edition.words
        self._walk, self._writer = walk, writer
        self._steps: list[_Step] = []
        self._sure: dict[str, View] = {}
        """How each part ends for who had everything right."""
        self._again: dict[str, dict[str, Card]] = {}
        """For each part, what is worth another look for who had nothing right, by its words."""
        self._ends: list[tuple[str, list[View]]] = []
        """What there is at the end, for each place of the person's own shot."""
        self._asked: dict[str, list[str]] = {}
        """The key points that are asked for, for each of these."""
        for own in ("", *self._course.places):
            self._take_right(own)
            self._take_wrong(own)

    def _take_right(self, own: str) -> None:
        end: list[View] = []
        asked: list[str] = []
        for seen in rehearsal.through(self._edition, self._clinic, wrong=False, own_place=own):
            if seen.visit.place == FINISH:
                end.append(seen.view)
                asked = [
                    f"{module.id}/{question.id}"
                    for module in self._course.modules
                    for question, _ in seen.visit.achieved.key_points(module)
                ]
            elif seen.visit.place.kind == "result":
                self._sure.setdefault(seen.visit.module.id, seen.view)
            elif not own:
                self._steps.append(_Step(seen.view, self._when(seen)))
        self._ends.append((own, end))
        self._asked[own] = asked

    def _take_wrong(self, own: str) -> None:
        for seen in rehearsal.through(self._edition, self._clinic, wrong=True, own_place=own):
            if seen.visit.place.kind == "result":
                cards = {card.text: card for card in seen.view.cards}
                found = self._again.setdefault(seen.visit.module.id, {})
                found |= {text: card for text, card in cards.items() if text not in found}

    def _when(self, seen: Seen) -> When:
        """When the way shows what it shows now."""
        states = seen.visit.achieved.states()
        optional = self._course.optional
        done = [each.module.id for each in states if each.done and each.module.id not in optional]
        upcoming = seen.visit.achieved.upcoming
        return When(
            all_of=facts("done", done), none_of=facts("done", [upcoming.id] if upcoming else [])
        )

    # The way

    def way(self, section: Section) -> str:
        """All parts, and the one that comes next."""
        writer, faces = self._writer, section.faces
        of_all = self._steps[: 1 if self._ended(section) else None]
        told = []
        for step in of_all:
            blocks = faces[0].view.blocks if self._ended(section) else step.view.blocks
            when = shown(step.when) if len(of_all) > 1 else ""
            told.append(f"<div{when}>{writer.blocks(blocks)}</div>")
        first = structs.replace(faces[0].view, blocks=())
        every = writer.every
        cards = alternatives(
            (
                (each.owns, writer.body(section, first, each.ways, self._marks(each.view)))
                for each in faces
            ),
            every,
        )
        feet = alternatives(((each.owns, self._on(each)) for each in faces), every)
        head = f"<div{shown(When(none_of=self._done))}>{writer.head(first)}</div>"
        title, cards = cards[: cards.index("</h1>") + 5], cards[cards.index("</h1>") + 5 :]
        return writer.framed(section.id, head + title + "".join(told) + cards + feet, "way")

    def _ended(self, section: Section) -> bool:
        return section.id != WAY

    @cached_property
    def _done(self) -> tuple[str, ...]:
        return facts("done", (module.id for module in self._course.modules))

    def _marks(self, view: View) -> At:
        done = escape(self._words("map.is_done"))
        found: dict[Press, str] = {}
        for card in view.cards:
            if isinstance(card.press, Pick):
                fact = (f"done:{card.press.id}",)
                found[card.press] = (
                    f' <span class="status"{shown(When(none_of=fact))}>{escape(card.status)}</span>'
                    f'<span class="status done"{shown(When(fact))}>{done}</span>'
                )
        return At(statuses=found)

    def _on(self, face: Face) -> str:
        """On to the part that comes next, or to the end."""
        writer, ends = self._writer, []
        for step in self._steps:
            upcoming = step.when.none_of[0].partition(":")[2] if step.when.none_of else ""
            button = step.view.next
            ways = face.ways.get(Pick(upcoming))
            if button is not None and ways:
                ends.append(writer.links(writer.label(button), ways, "next", shown(step.when)))
        ends.append(self._to_the_end())
        bare = structs.replace(face.view, back=None, next=None)
        return f'<div class="ends">{"".join(ends)}</div>{writer.foot(bare, face.ways)}'

    def _to_the_end(self) -> str:
        """A link to the end, once all is done that nobody may skip. What stands behind it then
        gives way."""
        needed = [m.id for m in self._course.modules if m.id not in self._course.optional]
        finish = self._writer.label(Button(Spot.NEXT, self._words("button.finish")))
        all_done = shown(When(all_of=facts("done", needed)))
        return self._writer.link(finish, Way(END), "next", all_done)

    # The end of a part

    def _foot(self, face: Face) -> str:
        """On to the other parts, or to the end."""
        told = self._writer.foot(face.view, face.ways)
        before, on, after = told.partition('<a href="#way" class="next"')
        return f"{before}{self._to_the_end()}{on}{after}" if on else told

    def result(self, section: Section) -> str:
        """What is worth another look, or what they can be sure of."""
        writer, name = self._writer, section.told.done
        module, every = self._course.module(name), self._writer.every
        head = alternatives(((f.owns, writer.head(f.view)) for f in section.faces), every)
        end = alternatives(
            ((f.owns, writer.body(section, f.view, f.ways)) for f in section.faces), every
        )
        feet = alternatives(((f.owns, self._foot(f)) for f in section.faces), every)
        points = self._points(module)
        names = [each for asked in points.values() for each in asked]
        sure, open_ = facts("sure", names), facts("open", names)
        body = f"<div{shown(When(none_of=(*sure, *open_)))}>{end}</div>" if names else end
        if names:
            for when, told in (
                (When(any_of=sure, none_of=open_), self._all_sure(section, module, points)),
                (When(any_of=open_), self._some_open(section, module, points)),
            ):
                body += f"<div{shown(when)}>{told}</div>"
        told = f' data-done="{escape(name)}"'
        return writer.framed(section.id, head + body + feet, "result", told)

    def _points(self, module: Module) -> dict[str, list[str]]:
        """The titles of the pages that teach key points, with the questions that ask for these."""
        found: dict[str, list[str]] = {}
        for question in module.questions:
            if question.key_point:
                of, page = whole_name(question.page, module.id)
                title = self._course.module(of).page(page).title
                found.setdefault(title, []).append(f"{module.id}/{question.id}")
        return found

    def _all_sure(self, section: Section, module: Module, points: dict[str, list[str]]) -> str:
        view = self._sure[module.id]
        kept = tuple(block for block in view.blocks if not isinstance(block, Text))
        view = structs.replace(view, blocks=(_listed(points), *kept))
        return self._writer.body(section, view, {}, At(items=_sure(points)))

    def _some_open(self, section: Section, module: Module, points: dict[str, list[str]]) -> str:
        cards = self._again.get(module.id, {})
        view = structs.replace(
            self._sure[module.id],
            title=self._words("result.again"),
            blocks=(heading := Heading(self._words("result.sure")), _listed(points)),
            cards=tuple(structs.replace(card, status="") for card in cards.values()),
        )
        names = [each for asked in points.values() for each in asked]
        some = {heading.text: When(facts("sure", names))}
        ways: Ways = {}
        when: dict[Press, When] = {}
        for title, card in cards.items():
            asked = points[title]
            question = module.question(asked[0].partition("/")[2])
            of, page = whole_name(question.page, module.id)
            ways[card.press] = (Way(f"shown.{of}.{page}", then=section.id),)
            when[card.press] = When(facts("open", asked))
        at = At(items=some | _sure(points), cards=when)
        return self._writer.body(section, view, ways, at)

    # The end of all

    def ends(self) -> Iterator[str]:
        """The end, what is worth another look in all parts, and what is told after it."""
        chains = [(own, *self._chain(views)) for own, views in self._ends]
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
        chain, _ = self._chain(self._ends[0][1])
        return next(at for at, view in enumerate(chain) if at and view.cards)

    def _finish(self, views: Iterable[tuple[str, View]]) -> str:
        writer, words = self._writer, self._words
        every = [each for m in self._course.modules for q in self._points(m).values() for each in q]
        sure = Plain(words("finish.sure"), strong=True)
        section = Section(END, [])
        faces = []
        for own, view in views:
            bare = structs.replace(view, cards=(), blocks=(), tools=())
            told = writer.body(section, bare, {})
            said = When(all_of=facts("sure", self._asked[own]))
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
            names = [each for asked in self._points(module).values() for each in asked]
            ways[Pick(module.id)] = (Way(f"{module.id}.{END}"),)
            when[Pick(module.id)] = When(facts("open", names or ["nothing"]))
        section = Section(AGAIN, [])
        told = self._writer.head(view) + self._writer.body(section, view, ways, At(cards=when))
        return self._writer.framed(AGAIN, told + self._writer.foot(view, ways), "list")


def _listed(points: Iterable[str]) -> Text:
    items = tuple(map(prose.verbatim, points))
    return Text(prose.Prose((prose.Bullets(items, ordered=False),)))


def _sure(points: dict[str, list[str]]) -> dict[str, When]:
    return {
        title: When(any_of=facts("sure", asked), none_of=facts("open", asked))
        for title, asked in points.items()
    }
