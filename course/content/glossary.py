"""Where the words of the glossary are explained: at their first use in a module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from course.content import prose, wording
from course.content.model import Module, Page, PlaceText, Term

_Uses = Mapping[str, tuple[Term, ...]]

_known: dict[str, tuple[Module, tuple[Term, ...], _Uses]] = {}
"""The last answer for each module, by its id: every page of it asks the same again."""


def first_uses(module: Module, glossary: tuple[Term, ...]) -> _Uses:
    """For each page of the module, by id, the terms that it uses first, in their order on it; and
    for each place of the body on a page, by `at_place`.

    A term is found as a whole word, in large or small letters, under any of its forms. A longer
    term hides a shorter one inside it.
    """
    known = _known.get(module.id)
    # A course may be there in two languages, under the same ids.
    if known is None or known[0] is not module or known[1] is not glossary:
        known = _known[module.id] = (module, glossary, _found(module, glossary))
    return known[2]


def _found(module: Module, glossary: tuple[Term, ...]) -> _Uses:
    terms = {_folded(form): term for term in glossary for form in (term.term, *term.also)}
    if not terms:
        return {page.id: () for page in module.pages}
    longest_first = sorted(terms, key=len, reverse=True)
    forms = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    explained: set[str] = set()
    found: dict[str, tuple[Term, ...]] = {}

    def used(words: Iterator[str]) -> tuple[Term, ...]:
        here = (terms[_folded(match.group())] for match in pattern.finditer("\n".join(words)))
        return tuple({term.term: term for term in here if term.term not in explained}.values())

    for page in module.pages:
        found[page.id] = used(_words(page))
        explained.update(term.term for term in found[page.id])
        # Nobody reads of every place: what is explained at one is explained at the others too.
        for name, place in (page.place or {}).items():
            found[at_place(page.id, name)] = used(_words_of_place(place))
    return found


def at_place(page: str, place: str) -> str:
    """The name under which the terms stand that a page uses of one place of the body."""
    return f"{page}/{place}"


def _folded(form: str) -> str:
    return " ".join(form.lower().split())


def _words(page: Page) -> Iterator[str]:
    """What a reader sees of the page before it asks anything."""
    yield page.title
    yield from map(prose.plain, wording.wherever(page))
    if page.figure:
        yield from wording.labels_of_figure(page.figure)


def _words_of_place(place: PlaceText) -> Iterator[str]:
    yield from map(prose.plain, wording.of_place(place))
    if place.figure:
        yield from wording.labels_of_figure(place.figure)
