"""The sections that hang on all that a person did: the way, and the end of a part.

What they say is taken from views of the navigator: of somebody who did nothing yet, of one who had
everything right at first, and of one who had nothing right. Facts say which of it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from msgspec import structs

from course.content import prose
from course.content.texts import whole_name
from course.views.model import Button, Heading, Plain, Text, View
from course.views.press import Pick, Press, Spot
from course.web.conditions import alternatives, shown
from course.web.model import Face, Section, Way, Ways, When, facts
from course.web.walk import END, WAY
from course.web.writer import At, Writer

if TYPE_CHECKING:
    from course.content.model import Course, Module
    from course.web.runs import Runs


class States:
    """Writes these sections."""

    def __init__(self, course: Course, runs: Runs, writer: Writer) -> None:
        self._course, self._runs, self._writer = course, runs, writer
        self._words = writer.words

    # The way

    def way(self, section: Section) -> str:
        """All parts, and the one that comes next."""
        writer, faces = self._writer, section.faces
        of_all = self._runs.steps[: 1 if self._ended(section) else None]
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
        for step in self._runs.steps:
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
        finish = self._writer.label(Button(Spot.NEXT, self._words("button.finish")))
        return self._writer.link(finish, Way(END), "next", shown(self._all_done))

    @cached_property
    def _all_done(self) -> When:
        """Once all is done that nobody may skip."""
        needed = [m.id for m in self._course.modules if m.id not in self._course.optional]
        return When(all_of=facts("done", needed))

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
        points = self._runs.points(module)
        names = [each for asked in points.values() for each in asked]
        sure, open_ = facts("sure", names), facts("open", names)
        body = f"<div{shown(When(none_of=(*sure, *open_)))}>{end}</div>" if names else end
        if names:
            for when, told in (
                (When(any_of=sure, none_of=open_), self._all_sure(section, module, points)),
                (When(any_of=open_), self._some_open(section, module, points)),
            ):
                body += f"<div{shown(when)}>{told}</div>"
        body += self._onward(name)
        told = f' data-done="{escape(name)}"'
        return writer.framed(section.id, head + body + feet, "result", told)

    def _onward(self, name: str) -> str:
        """What comes next, as long as it is so."""
        said, when = self._runs.sure[name].onward, self._runs.onward[name]
        when = when if when.none_of else self._all_done
        told = self._writer.blocks([Plain(said)]) if said else ""
        return f"<div{shown(when)}>{told}</div>" if told else ""

    def _all_sure(self, section: Section, module: Module, points: dict[str, list[str]]) -> str:
        view = self._runs.sure[module.id]
        kept = tuple(block for block in view.blocks if not isinstance(block, Text))
        view = structs.replace(view, blocks=(_listed(points), *kept))
        return self._writer.body(section, view, {}, At(items=_sure(points)))

    def _some_open(self, section: Section, module: Module, points: dict[str, list[str]]) -> str:
        cards = self._runs.again.get(module.id, {})
        view = structs.replace(
            self._runs.sure[module.id],
            title=self._words("result.again"),
            blocks=(heading := Heading(self._words("result.sure")), _listed(points)),
            # A page may stand for several questions: which of them is open differs.
            cards=tuple(structs.replace(card, status="", about=()) for card in cards.values()),
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
        can_wait = self._writer.blocks([Plain(self._words("result.can_wait"))])
        return self._writer.body(section, view, ways, at) + can_wait


def _listed(points: Iterable[str]) -> Text:
    items = tuple(map(prose.verbatim, points))
    return Text(prose.Prose((prose.Bullets(items, ordered=False),)))


def _sure(points: dict[str, list[str]]) -> dict[str, When]:
    return {
        title: When(any_of=facts("sure", asked), none_of=facts("open", asked))
        for title, asked in points.items()
    }
