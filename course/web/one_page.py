"""The whole course to be read from its first line to its last, for paper.

Each question stands with its right answer and the reason: nobody can press anything on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from msgspec import structs

from course.content import prose
from course.flow.around import Reading
from course.views import overview
from course.views.model import Note, View
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
        parts = [(m, [*self._views(m, sections)]) for m in self._course.modules]
        cites = {name: None for _, views in parts for view in views for name in view.cites}
        context, told = self._nav.context, []
        for module, views in parts:
            told.append(f'<section class="part"><h1>{escape(module.title)}</h1></section>')
            told += (self._written(view, tuple(cites)) for view in views)
        last = [overview.about_view(context, at) for at in range(len(overview.ABOUT))]
        if self._course.glossary:
            last.insert(0, overview.glossary_view(context))
        if cites:
            last.append(Reading(Spot.SOURCES, tuple(cites)).view(self._nav))
        told += map(self._written, last)
        return f'<div class="whole"><h1>{escape(self._course.title)}</h1>{"".join(told)}</div>'

    def _views(self, module: Module, sections: list[Section]) -> Iterator[View]:
        """Pages, what they say of each place, and questions with the answer that is right."""
        for section in sections:
            view, is_first = section.faces[0].view, "~" not in section.id
            if not section.id.startswith(f"{module.id}."):
                continue
            is_read = view.layout in ("page", "list", "map") and (is_first or not view.cards)
            is_asked = is_first and view.layout == "question"
            if is_read or is_asked or section.told.result == "sure":
                yield view

    def _written(self, view: View, cites: tuple[str, ...] = ()) -> str:
        """A view, with the numbers that its sources have on paper, and what can be chosen in it."""
        section, verdict = Section("", []), view.verdict
        bare = structs.replace(view, cards=(), mapped=None, verdict=None, cites=cites)
        if verdict is not None:
            answer = Note(self._writer.words("feedback.answer"), prose.verbatim(verdict.chose[0]))
            blocks = (answer, *view.blocks) if len(verdict.chose) == 1 else view.blocks
            bare = structs.replace(bare, blocks=blocks, asked=())
        told = self._writer.body(section, bare, {})
        if verdict is not None:
            told = told.partition("</h1>")[2]
        told = told.replace("<h1", "<h2").replace("</h1>", "</h2>")
        cards = "".join(f"<li>{escape(card.text)}</li>" for card in view.cards if _says(view))
        return f"<section>{told}{f'<ul>{cards}</ul>' if cards else ''}</section>"


def _says(view: View) -> bool:
    """Whether the cards of a view say something, and do not only lead somewhere."""
    return view.layout == "question" or any(card.ticks for card in view.cards)
