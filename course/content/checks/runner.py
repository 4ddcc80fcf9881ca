"""Runs the rules: every module of this package is a family of them, and none is named here."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from course.content import checks
from course.content.checks import words
from course.content.checks.draft import Draft, LanguageDraft, Placed
from course.content.checks.rule import RULES, Check, Rule
from course.content.checks.scope import Scope
from course.content.checks.words import Vocabulary, Words
from course.content.source.binding import Written
from course.content.source.svg_reader import Vector
from course.errors import Problem

_MOST_OF_A_KIND = 200
"""As many faults of one kind in a file as anyone can read: finding the place of each takes time."""
_MORE = "From here on there are more faults like these."


Tell = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule, by its code."""
    for module in pkgutil.iter_modules(checks.__path__, f"{checks.__name__}."):
        import_module(module.name)
    return RULES


@cache
def _kinds_of_words() -> frozenset[type[Words]]:
    every = (check.words for rule in rules().values() for check in rule.checks)
    return frozenset(each for each in every if each is not None)


def vocabulary(language: str, course: Path | None = None) -> Vocabulary:
    """The words of a language that the rules look for, also those that a course brings along in its
    folder. Raises nothing."""
    return words.load(language, _kinds_of_words(), course)


def run(
    draft: Draft,
    *,
    stopping: bool = False,
    file: str = "",
    goes_on: Callable[[], bool] = lambda: True,
    tell: Tell | None = None,
) -> Iterator[Problem]:
    """What the rules find in a course, or those alone that keep it from opening; in no order.

    With a `file`, what they find in that file, without looking at what belongs to another one; as
    long as it `goes_on`, and nobody has saved the file anew. Whoever waits is told how far it is.
    """
    by_scope: dict[Scope[Any], list[tuple[Rule, Check]]] = {}
    for rule in rules().values():
        for check in rule.checks if rule.stops or not stopping else ():
            by_scope.setdefault(check.scope, []).append((rule, check))
    told: Counter[tuple[Check, str]] = Counter()
    enough: set[tuple[Check, str]] = set()
    for scope, units in _told(by_scope, draft, tell):
        those = by_scope[scope]
        for unit in units:
            if file and _file_of(unit) not in ("", file):
                continue
            if not goes_on():
                return
            for rule, check in those:
                if enough and (check, _file_of(unit)) in enough:
                    continue
                for problem in _found(check, unit):
                    if file and problem.file != file:
                        continue
                    kind = check, problem.file
                    if kind in enough:
                        break
                    told[kind] += 1
                    marked = replace(problem, code=rule.code, severity=rule.severity)
                    if told[kind] > _MOST_OF_A_KIND:
                        enough.add(kind)
                        marked = replace(marked, what=_MORE, cure="Mend these first.")
                    yield marked


def _told(
    scopes: Iterable[Scope[Any]], draft: Draft, tell: Tell | None
) -> Iterator[tuple[Scope[Any], Iterable[Any]]]:
    """Each scope with its units; with each file that they come to, it is told how far that is."""
    every = [*scopes]
    names = [file.file for edition in draft.editions for file in edition.modules.values()]
    places = {name: at for at, name in enumerate(names)}

    def units(number: int, scope: Scope[Any], tell: Tell) -> Iterator[Any]:
        last = -1
        for unit in scope.units(draft):
            at = places.get(_file_of(unit), last)
            if at != last:
                last = at
                tell(number * len(names) + at, len(every) * len(names))
            yield unit

    for number, scope in enumerate(every):
        yield scope, units(number, scope, tell) if tell else scope.units(draft)
    if tell:
        tell(1, 1)


def _found(check: Check, unit: Any) -> Iterable[Problem]:
    """The problems of one thing; none where the words that the check needs are not known."""
    if check.words is None:
        return check.run(unit)
    edition: LanguageDraft = unit if isinstance(unit, LanguageDraft) else unit.edition
    known = edition.words.get(check.words)
    return () if known is None else check.run(unit, known)


def _file_of(unit: Any) -> str:
    match unit:
        case Placed():
            return unit.file.file
        case Written() | Vector():
            return unit.file
        case _:
            return ""


def not_run(draft: Draft) -> dict[str, dict[str, list[str]]]:
    """For each language that lacks words, the rules that do not run in it, each with the words."""
    lacking: dict[str, dict[str, list[str]]] = {}
    for edition in draft.editions:
        for code, rule in sorted(rules().items()):
            if missing := rule.lacks(edition.words):
                lacking.setdefault(edition.language, {})[code] = missing
    return lacking
