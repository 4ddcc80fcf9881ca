"""The sections around the course: where everybody begins, help, sources, words, and who made it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from msgspec import structs

from course.content import prose
from course.flow.around import Reading
from course.views import overview
from course.views.helping import help_view
from course.views.model import Block, Box, Button, Plain, View
from course.views.press import Go, Press, Spot
from course.visit.route import MAP
from course.web.model import Face, Section, Way, Ways
from course.web.walk import ABOUT, GLOSSARY, Walk
from course.web.writer import Writer

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.content.compiled import Edition
    from course.views.context import Context

FIRST = "first"
_OF_CODES = (Go(Spot.CODE),)


class Around:
    """Writes these sections."""

    def __init__(self, edition: Edition, clinic: Clinic, walk: Walk, writer: Writer) -> None:
        self._edition, self._clinic = edition, clinic
        self._words, self._walk, self._writer = edition.words, walk, writer
        self._context: Context = walk.begun(MAP, None, "").context

    def opened(self) -> Iterator[str]:
        """What opens over another section, and returns to it."""
        for cites, name in self._walk.cited.items():
            yield self._over(name, self._view(Reading(Spot.SOURCES, cites)))
        for name, view in self._walk.helped.items():
            told = help_view(view, self._context)
            yield self._over(f"help.{name}", structs.replace(told, cards=()))
        about = [overview.about_view(self._context, at) for at in range(len(overview.ABOUT))]
        blocks = tuple(self._as_here(block) for view in about for block in view.blocks)
        yield self._over(ABOUT, structs.replace(about[0], said="", next=None, blocks=blocks))
        if self._context.course.glossary:
            yield self._over(GLOSSARY, overview.glossary_view(self._context))

    def first(self, languages: str) -> str:
        """Where everybody begins; `languages` are links to the others."""
        nav = self._walk.begun(MAP, None, "")
        nav.leave()
        view, ways = nav.view(), Ways()
        for card in view.cards:
            if card.press not in _OF_CODES:
                ways[card.press] = (Way(self._after(card.press)),)
        ways[Go(Spot.ABOUT)] = (Way(ABOUT, then=FIRST),)
        blocks = tuple(map(self._as_here, view.blocks))
        view = structs.replace(view, blocks=blocks, help="", languages=())
        section = Section(FIRST, [Face(view, ways, self._writer.every)])
        words, writer = self._words, self._writer
        resume = escape(words("web.resume"))
        goes_on = f'<p hidden data-resume><a class="card" href="#{FIRST}">{resume}</a></p>'
        forget = f'<button type="button" class="tool" data-forget>{escape(words("web.forget"))}'
        kept = f'<p class="kept">{escape(words("web.kept"))}</p>{languages}'
        told = writer.head(view) + writer.title(view) + goes_on
        body = writer.body(section, view, ways).partition("</h1>")[2]
        more = f"<p hidden data-resume>{forget}</button></p>"
        return writer.framed(FIRST, told + body + kept + more + writer.foot(view, ways), "first")

    def _after(self, press: Press) -> str:
        """Where a card of the first screen leads, once the code was shown."""
        nav = self._walk.begun(MAP, None, "")
        nav.leave()
        nav.press(press)
        while nav.view().layout == "code":
            nav.press(Go(Spot.NEXT))
        return self._walk.name_of(nav.visit.place, nav.visit.path)

    def _over(self, name: str, view: View) -> str:
        view = structs.replace(
            view,
            blocks=tuple(map(self._as_here, view.blocks)),
            back=Button(Spot.BACK, self._words("button.close")),
            help="",
            next=None,
            menu=(),
        )
        ways: Ways = {Go(Spot.BACK): (Way(FIRST, returns=True),)}
        return self._writer.section(Section(name, [Face(view, ways, self._writer.every)]))

    def _view(self, reading: Reading) -> View:
        return reading.view(self._walk.begun(MAP, None, ""))

    def _as_here(self, block: Block) -> Block:
        """A block as it is right for whoever reads it at home, where there are no codes."""
        words, told = self._words, self._here
        if isinstance(block, Plain) and block.text in told:
            return Plain(told[block.text])
        number = self._context.emergency_number
        staff = prose.verbatim(words("welcome.help_now", number=number))
        if isinstance(block, Box) and block.inlines == staff:
            here = prose.verbatim(words("web.help_now", number=number))
            return structs.replace(block, inlines=here)
        return block

    @cached_property
    def _here(self) -> dict[str, str]:
        """What is said with other words than at a clinic."""
        words = self._words
        names = {
            "welcome.no_name": "web.no_name",
            "about.kept": "web.kept",
            **{f"help.{name}": f"web.help.{name}" for name in self._walk.helped},
        }
        return {words(name): words(here) for name, here in names.items() if here in words}
