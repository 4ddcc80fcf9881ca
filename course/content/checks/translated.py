"""A translation asks the same as the original, in other words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import Any

import msgspec
from msgspec import Struct, inspect

from course.content.checks.draft import ModuleFile
from course.content.checks.examples import CHOICE, spanish
from course.content.checks.questions import all_questions
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import MODULE
from course.content.kinds.figures import MapFigure
from course.content.model import Page
from course.content.source.nodes import Path
from course.errors import Problem

_ASKED = """\
questions:
  - id: what
    kind: choice
    ask: Que hace el agua?
    options:
      - {{text: {first}, because: El agua moja.}}
      - {{text: {second}, because: El agua moja.}}
    hint: Ponga una mano en el agua.
    page: wet
"""
_WET, _DRY = "Moja las manos, right: true", "Seca las manos"


@rule(
    "L07",
    "A translation differs from its original in nothing but words",
    why=(
        "Whoever changes the language goes on at the same place of the same list. If its answers "
        "stand in another order, or one is missing, what was right becomes wrong."
    ),
    source=PROJECT,
    scope=MODULE,
    stops=True,
    bad=CHOICE + spanish() + _ASKED.format(first=_DRY, second=_WET),
    good=CHOICE + spanish() + _ASKED.format(first=_WET, second=_DRY),
)
def check_same_pieces(module: ModuleFile) -> Iterator[Problem]:
    """A problem at the first difference in each question, and in what a page asks and lists."""
    original = module.original
    if original is None:
        return
    questions = {question.id: question for _, question in all_questions(original)}
    pages = {page.id: page for _, page in original.each(Page)}
    found = [
        (path, _of_structs(question, questions[question.id]))
        for path, question in all_questions(module)
        if question.id in questions
    ]
    found += [
        (path, _of_pages(page, pages[page.id]))
        for path, page in module.each(Page)
        if page.id in pages
    ]
    for path, differences in found:
        for each in differences:
            what = f"This is {each.here}, and in {original.file} it is {each.there}."
            yield module.problem((*path, *each.at), what, "Write it as it is in the original.")
            break


class _Difference(Struct, frozen=True):
    """Where a translation is not like its original, and what is there in either."""

    at: Path
    here: str
    there: str


def _of_pages(here: Page, there: Page) -> Iterator[_Difference]:
    """What differs in the question that it asks, its checklist, its places of the body, and the
    spots of its map."""
    for key in ("check", "checklist", "your_place"):
        yield from _of_values((key,), getattr(here, key), getattr(there, key))
    yield from _of_values(("place",), tuple(here.place or ()), tuple(there.place or ()))
    if isinstance(here.figure, MapFigure) and isinstance(there.figure, MapFigure):
        # The places of the spots are those of the drawing, which may be another one.
        spots = zip_longest(here.figure.spots, there.figure.spots)
        for index, ids in enumerate([each and each.id for each in pair] for pair in spots):
            yield from _of_values(("figure", "spots", index, "id"), *ids)


def _of_structs(here: Struct, there: Struct, at: Path = ()) -> Iterator[_Difference]:
    """What differs in two parts of a module, apart from their texts for readers."""
    if type(here) is not type(there):
        kinds = (each.__struct_config__.tag for each in (here, there))
        yield from _of_values((*at, "kind"), *kinds)
        return
    for field in _fields(type(here)):
        mine, theirs = (getattr(each, field.name) for each in (here, there))
        yield from _of_values((*at, field.encode_name), mine, theirs)


def _of_values(at: Path, here: Any, there: Any) -> Iterator[_Difference]:
    if isinstance(here, Struct) and isinstance(there, Struct):
        yield from _of_structs(here, there, at)
    elif isinstance(here, tuple) and isinstance(there, tuple) and len(here) == len(there):
        for index, (mine, theirs) in enumerate(zip(here, there, strict=True)):
            yield from _of_values((*at, index), mine, theirs)
    elif here != there:
        yield _Difference(at, _told(at[-1], here), _told(at[-1], there))


def _told(key: str | int, value: Any) -> str:
    match value:
        case None:
            return f'without "{key}"'
        case Struct():
            return f'with "{key}"'
        case tuple():
            return f"a list of {len(value)}"
        case _:
            return f'"{key}: {msgspec.json.encode(value).decode().replace(chr(34), "")}"'


@cache
def _fields(kind: type[Struct]) -> list[inspect.Field]:
    """Those that hold no text for readers."""
    described = inspect.type_info(kind)
    fields = described.fields if isinstance(described, inspect.StructType) else ()
    return [field for field in fields if not _is_text(field.type)]


def _is_text(wanted: inspect.Type) -> bool:
    return isinstance(wanted, inspect.Metadata) and "markup" in (wanted.extra or {})
