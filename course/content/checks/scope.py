"""What a rule is handed, one after another: the whole course, each page, each text..."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct, structs

from course.content.checks.draft import Draft, LanguageDraft, ModuleFile, Placed, Told
from course.content.kinds.figures import Picture
from course.content.kinds.piece import Piece
from course.content.kinds.questions import Option, Question
from course.content.model import Claim, Page, Source
from course.content.source.binding import Text, Written
from course.content.source.svg_reader import Vector

T = TypeVar("T")
P = TypeVar("P", bound=Struct)


class Scope(Struct, Generic[T], frozen=True):
    """A kind of thing that rules look at."""

    name: str
    """As in: it looks at "each page"."""
    units: Callable[[Draft], Iterator[T]]
    """All of them in a course."""


def _course(draft: Draft) -> Iterator[Draft]:
    yield draft


def _editions(draft: Draft) -> Iterator[LanguageDraft]:
    yield from draft.editions


def _pictures(draft: Draft) -> Iterator[Written[Picture]]:
    # Two languages may show the same picture.
    yield from {each.file: each for e in draft.editions for each in e.pictures.values()}.values()


def _svgs(draft: Draft) -> Iterator[Vector]:
    yield from {each.file: each for e in draft.editions for each in e.svgs.values()}.values()


def _modules(draft: Draft) -> Iterator[ModuleFile]:
    for edition in draft.editions:
        own = (each for name, each in edition.modules.items() if name not in edition.borrowed)
        for module in own:
            yield ModuleFile(**structs.asdict(module), edition=edition)


def _texts(draft: Draft) -> Iterator[Told[Text]]:
    for module in _modules(draft):
        for text in (*module.texts, *module.exact):
            yield Told(text, text.path, module, draft, edition=module.edition)


def _every_text(draft: Draft) -> Iterator[Placed[Text]]:
    files: list[Written[Any]] = [*draft.shared]
    for edition in draft.editions:
        files += edition.files
    for file in files:
        for text in (*file.texts, *file.exact):
            yield Placed(text, text.path, file, draft)


def _questions(draft: Draft) -> Iterator[Told[Question]]:
    for module in _modules(draft):
        for path, part in module.parts:
            if isinstance(part, Question):
                yield Told(part, path, module, draft, edition=module.edition)


def _claims(draft: Draft) -> Iterator[Placed[Claim]]:
    for path, claim in draft.claims.each(Claim):
        yield Placed(claim, path, draft.claims, draft)


def _sources(draft: Draft) -> Iterator[Placed[Source]]:
    for path, source in draft.sources.each(Source):
        yield Placed(source, path, draft.sources, draft)


def parts(kind: type[P], name: str) -> Scope[Told[P]]:
    """The sound parts of a kind, in the modules of every language."""

    def units(draft: Draft) -> Iterator[Told[P]]:
        for module in _modules(draft):
            for path, part in module.each(kind):
                yield Told(part, path, module, draft, edition=module.edition)

    return Scope(name, units)


COURSE = Scope("the whole course", _course)
LANGUAGE = Scope("each language", _editions)
MODULE = Scope("each module", _modules)
PAGE = parts(Page, "each page")
PIECE = parts(Piece, "each question and figure, and each part of one")
QUESTION = Scope("each question", _questions)
OPTION = parts(Option, "each option of a choice")
TEXT = Scope("each text of a module", _texts)
EVERY_TEXT = Scope("each text of every file", _every_text)
PICTURE = Scope("each picture in cells", _pictures)
SVG = Scope("each picture in SVG", _svgs)
CLAIM = Scope("each claim", _claims)
SOURCE = Scope("each source", _sources)
