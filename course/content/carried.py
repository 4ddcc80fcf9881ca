"""Which pages, questions and danger signs carry each claim, source and thing that must be said."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from course.content import prose, wording
from course.content.kinds.questions import Triage
from course.content.loader import Behind
from course.content.model import Course, Module
from course.content.signs import DangerSign
from course.content.statements import statements


class Cited(Struct, frozen=True):
    """What is stated at one place, and the sources or claims that are cited for it, by id."""

    place: str
    words: str
    ids: tuple[str, ...]


class Carried(Struct, frozen=True):
    """What the places of a course carry. A place is named as in `preparation/medicines`."""

    statements: tuple[Cited, ...]
    """Every statement with a citation, in reading order, the danger signs last."""
    showing: dict[str, tuple[str, ...]]
    """The pages and questions that show or ask each danger sign."""
    course: Course
    behind: Behind

    def citing(self, point: str) -> Iterator[str]:
        """The places that cite a source or a claim, or that show a danger sign; each once."""
        named = {each.place: None for each in self.statements if point in each.ids}
        yield from named
        for name in [point, *(place.removeprefix("triage/") for place in named)]:
            yield from (each for each in self.showing.get(name, ()) if each not in named)
            named |= dict.fromkeys(self.showing.get(name, ()))

    def resting_on(self, source: str) -> Iterator[str]:
        """The places that cite a source, by itself or with a claim; each once."""
        claims = [name for name, each in self.course.claims.items() if source in each.sources]
        places = (place for point in (source, *claims) for place in self.citing(point))
        yield from dict.fromkeys(places)

    def signs_covering(self, row: str) -> list[str]:
        """The danger signs that say a thing that must be said."""
        return [name for name, sign in self.behind.signs.items() if row in sign.covers]

    def claims_covering(self, row: str) -> list[str]:
        """The claims that say it."""
        return [name for name, claim in self.course.claims.items() if row in claim.covers]

    def pages_covering(self, row: str) -> Iterator[str]:
        """The pages that say it, and the places that carry a claim or a danger sign that does."""
        said = [
            f"{module.id}/{page.id}"
            for module in self.course.modules
            for page in module.pages
            if row in page.covers
        ]
        for point in (*self.claims_covering(row), *self.signs_covering(row)):
            said += (place for place in self.citing(point) if not place.startswith("triage/"))
        yield from dict.fromkeys(said)


def carried(course: Course, behind: Behind) -> Carried:
    """What the places of a course carry."""
    told = [each for module in course.modules for each in _of_module(module)]
    told += _of_signs(behind, course.language)
    showing = {name: tuple(_showing(name, sign, course)) for name, sign in behind.signs.items()}
    return Carried(tuple(told), showing, course, behind)


def _of_module(module: Module) -> Iterator[Cited]:
    for page in module.pages:
        place = f"{module.id}/{page.id}"
        for text in wording.of_page(page):
            yield from _of_text(place, text)
        for figure in wording.figures_of(page):
            for text, source in figure.statements:
                yield Cited(place, text, (source,))
    for question in module.questions:
        for text in wording.of_question(question):
            yield from _of_text(f"{module.id}/{question.id}", text)


def _of_text(place: str, text: str) -> Iterator[Cited]:
    for each in statements(text):
        yield Cited(place, each.words, each.ids)


def _of_signs(behind: Behind, language: str) -> Iterator[Cited]:
    for name, sign in behind.signs.items():
        words = f"{prose.plain(sign.sign[language])}: {prose.plain(sign.why[language])}"
        yield Cited(f"triage/{name}", words, sign.sources)


def _showing(name: str, sign: DangerSign, course: Course) -> Iterator[str]:
    for module in course.modules:
        for page in module.pages:
            if page.triage is not None and page.triage.is_shown(name, sign):
                yield f"{module.id}/{page.id}"
        for question in module.questions:
            if isinstance(question, Triage) and question.sign == name:
                yield f"{module.id}/{question.id}"
