"""From a language of a course, as it stands in its files, to the course that people see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec import structs

from course.content import prose
from course.content.checks import signed
from course.content.checks.draft import LanguageDraft
from course.content.kinds.figures import Drawn, Picture
from course.content.model import Course, Module, Review
from course.content.pictures import has_words, squared
from course.content.signs import DangerSign, Sign
from course.content.source.binding import Written
from course.content.source.svg_bounds import bounds, middles
from course.content.source.svg_reader import Vector
from course.errors import ContentError

T = TypeVar("T")


def opened(edition: LanguageDraft) -> Course:
    """A course without faults in one of its languages. Raises ContentError if it has any."""
    draft, chosen = edition.draft, edition.language
    course = sound(draft.course)
    table = sound(draft.triage)
    signs = _told(table, chosen)
    first = _told(table, course.languages[0]) if edition.borrowed else signs
    return Course(
        id=course.id,
        language=chosen,
        languages=course.languages,
        title=course.title[chosen],
        modules=tuple(
            _filled_in(
                _called_before(sound(each), edition), first if name in edition.borrowed else signs
            )
            for name, each in edition.modules.items()
        ),
        optional=frozenset(course.optional),
        evaluation=tuple(_named(name) for name in course.evaluation),
        review=_reviewed(edition),
        changed=signed.is_changed(edition),
        made=course.made,
        emergency_number=course.emergency_number,
        sources=sound(draft.sources),
        claims=sound(draft.claims),
        glossary=tuple(sound(edition.glossary).values()),
        pictures=_drawings(edition),
        svgs={name: _drawn(each) for name, each in edition.svgs.items()},
        triage=signs,
        asks={name: each.ask[chosen] for name, each in course.asks.items() if each.first},
        welcome=course.welcome.get(chosen, ""),
        places={name: each[chosen] for name, each in course.places.items()},
        untranslated=edition.borrowed,
    )


def _drawings(edition: LanguageDraft) -> dict[str, Picture]:
    """The drawings in cells. One with words in it that the original shows as well is in another
    language: a translation has its own, or says in words what it shows."""
    others = edition.original.pictures if edition.original else {}
    drawn = {name: squared(sound(each)) for name, each in edition.pictures.items()}
    return {name: each for name, each in drawn.items() if name not in others or not has_words(each)}


def _reviewed(edition: LanguageDraft) -> Review:
    """Who signed what stands in an edition, or stood there."""
    found = edition.review.signed if edition.review else None
    if found is None:
        return Review(None, None, None, None)
    return Review(found.by, found.role, found.on, found.next)


def _told(table: dict[str, DangerSign], language: str) -> dict[str, Sign]:
    """The table of danger signs in a language; its texts are parsed, to be kept so."""
    signs = {name: row.told(language) for name, row in table.items()}
    for row in signs.values():
        prose.parse(row.sign)
        prose.parse(row.why)
    return signs


def _called_before(module: Module, edition: LanguageDraft) -> Module:
    """A module with the former names that its original says: a translation need not repeat them."""
    written = edition.original and edition.original.modules.get(module.id)
    original = written.value if written else None
    if original is None:
        return module
    pages = {each.id: each.formerly for each in original.pages}
    questions = {each.id: each.formerly for each in original.questions}
    return structs.replace(
        module,
        formerly=original.formerly,
        pages=tuple(
            structs.replace(each, formerly=pages.get(each.id, ())) for each in module.pages
        ),
        questions=tuple(
            structs.replace(each, formerly=questions.get(each.id, ())) for each in module.questions
        ),
    )


def _filled_in(module: Module, signs: Mapping[str, Sign]) -> Module:
    """A module whose questions know what they look up in the table of danger signs."""
    return structs.replace(module, questions=tuple(q.filled_in(signs) for q in module.questions))


def _named(written: str) -> tuple[str, str]:
    module, _, question = written.partition("/")
    return module, question


_measured: dict[str, tuple[Vector, Drawn]] = {}
"""The last answer for each picture, by its file: whoever writes a course has it opened again and
again with the same pictures."""


def _drawn(picture: Vector) -> Drawn:
    if picture.view_box is None:
        raise ContentError(picture.problems)
    known = _measured.get(picture.file)
    if known is None or known[0] is not picture:
        box = bounds(picture.elements, *picture.view_box)
        drawn = Drawn(*picture.view_box, box, picture.ids, middles(picture.elements))
        known = _measured[picture.file] = picture, drawn
    return known[1]


def sound(written: Written[T]) -> T:
    """What a file says. Raises ContentError if it has faults."""
    if written.value is None:
        raise ContentError(written.problems)
    return written.value
