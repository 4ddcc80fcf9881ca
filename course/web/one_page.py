"""The whole course to be read from its first line to its last, for paper.

Each question stands with its right answer and the reason: nobody can press anything on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from msgspec import structs

from course.flow.around import Reading
from course.views import overview
from course.views.model import View
from course.views.press import Spot
from course.visit.route import MAP
from course.web.model import Section
from course.web.walk import Walk
from course.web.writer import Writer

if TYPE_CHECKING:
    from course.content.model import Module


class OnePage:
    """Writes it in one language."""

    def __init__(self, walk: Walk, writer: Writer) -> None:
        self._walk, self._writer = walk, writer
        self._nav = walk.begun(MAP, None, "")
        self._course = self._nav.context.course

    def html(self) -> str:
        """All of it, for the middle of a document."""
        sections = [each for each in self._walk.sections() if each.place]
        told = [self._titled(overview.first_view(self._nav.context))]
        for module in self._course.modules:
            told.append(f'<section class="part"><h1>{escape(module.title)}</h1></section>')
            told += self._module(module, sections)
        told.append(self._written(overview.glossary_view(self._nav.context)))
        for at in range(len(overview.ABOUT)):
            told.append(self._written(overview.about_view(self._nav.context, at)))
        return f'<div class="whole">{"".join(told)}</div>'

    def _titled(self, view: View) -> str:
        return self._written(structs.replace(view, title=self._course.title))

    def _module(self, module: Module, sections: list[Section]) -> Iterator[str]:
        before = f"{module.id}."
        for section in sections:
            if not section.id.startswith(before):
                continue
            view = section.faces[0].view
            is_first = "~" not in section.id
            if (
                (view.layout in ("page", "list", "map") and (is_first or not view.cards))
                or (is_first and view.layout == "question")
                or section.told.result == "sure"
            ):
                yield self._written(view)

    def _written(self, view: View) -> str:
        """A view, what can be chosen in it, and where that comes from."""
        section = Section("", [])
        told = self._writer.body(section, structs.replace(view, cards=(), mapped=None), {})
        told = told.replace("<h1", "<h2").replace("</h1>", "</h2>")
        cards = "".join(f"<li>{escape(card.text)}</li>" for card in view.cards if _says(view))
        told += f"<ul>{cards}</ul>" if cards else ""
        if view.cites:
            sources = Reading(Spot.SOURCES, view.cites).view(self._nav)
            told += f'<div class="foot">{self._writer.blocks(sources.blocks)}</div>'
        return f"<section>{told}</section>"


def _says(view: View) -> bool:
    """Whether the cards of a view say something, and do not only lead somewhere."""
    return view.layout == "question" or any(card.ticks for card in view.cards)
