"""What a rule for authors is, and the list of them all.

A rule is a function that finds what is wrong. `@rule` gives it a code, says why it is there, and
shows what breaks it and what keeps it; and it runs the rule: on all that its `scope` names, in the
languages that have its `words`, and before the course opens if it `stops`. Its examples are its
tests, and `docs/rules.md` is made from them: each is a piece of a course under a line that says
where it belongs, such as `# a page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Required, TypedDict, TypeVar, Unpack, overload

from msgspec import Struct

from course.content.checks.draft import LanguageDraft, ModuleFile, Told
from course.content.checks.scope import Scope
from course.content.checks.words import Vocabulary, Words, keys_of
from course.errors import Problem, Severity

Found = Iterator[Problem]
T = TypeVar("T")
InALanguage = TypeVar("InALanguage", bound=LanguageDraft | ModuleFile | Told[Any])
W = TypeVar("W", bound=Words)

FAMILIES = {
    "F": "Form",
    "S": "Sources",
    "R": "Reading",
    "Q": "Questions",
    "X": "Safety",
    "N": "Numbers",
    "L": "Languages",
    "W": "The whole course",
}
"""The first letter of a code, and what its rules are about."""
SAFETY = "X"

CDC = "CDC Clear Communication Index"
PEMAT = "AHRQ Patient Education Materials Assessment Tool (PEMAT-P)"
PLAIN = "Federal Plain Language Guidelines"
ITEMS = "Haladyna, Downing, Rodriguez: A review of multiple-choice item-writing guidelines (2002)"
PROJECT = "Findings of this project"
FORMAT = "The authoring format (docs/authoring.md)"


class Check(Struct, frozen=True, eq=False):
    """A function of a rule, what it is handed, and the words that it is handed as well."""

    run: Callable[..., Found]
    scope: Scope[Any]
    words: type[Words] | None


class Rule(Struct, frozen=True, kw_only=True):
    """What an author can read of a rule, and the functions that find who breaks it."""

    code: str
    title: str
    """What holds where the rule is kept."""
    why: str
    source: str = FORMAT
    severity: Severity = "error"
    stops: bool = False
    """Whether the course does not open as long as it is broken."""
    bad: str
    good: str
    checks: list[Check] = []
    """None where the readers of files hold the rule themselves."""

    @property
    def family(self) -> str:
        """One of `FAMILIES`."""
        return self.code[0]

    @property
    def words(self) -> list[str]:
        """The keys of the words that it looks for, in the order of the alphabet."""
        kinds = (check.words for check in self.checks)
        return sorted({key for kind in kinds if kind is not None for key in keys_of(kind)})

    def lacks(self, vocabulary: Vocabulary) -> list[str]:
        """Those of its words that a language has not; the rule does not run in it."""
        return [key for key in self.words if key not in vocabulary.known]


class About(TypedDict, total=False):
    """The rest of what an author can read of a rule."""

    why: Required[str]
    bad: Required[str]
    good: Required[str]
    source: str
    severity: Severity
    stops: bool


RULES: dict[str, Rule] = {}
"""Every rule that was imported, by its code; `runner.rules` imports the last of them."""


def declare(code: str, title: str, **about: Unpack[About]) -> Rule:
    """Add a rule to the list."""
    RULES[code] = Rule(code=code, title=title, **about)
    return RULES[code]


@overload
def rule(
    code: str, title: str, *, scope: Scope[T], **about: Unpack[About]
) -> Callable[[Callable[[T], Found]], Callable[[T], Found]]: ...
@overload
def rule(
    code: str, title: str, *, scope: Scope[InALanguage], words: type[W], **about: Unpack[About]
) -> Callable[[Callable[[InALanguage, W], Found]], Callable[[InALanguage, W], Found]]: ...
def rule(
    code: str,
    title: str,
    *,
    scope: Scope[Any],
    words: type[Words] | None = None,
    **about: Unpack[About],
) -> Callable[[Any], Any]:
    """Make a rule of a function: it finds the problems of one thing that the scope names."""
    declare(code, title, **about)
    return _check_of(code, scope, words)


@overload
def same_rule(
    code: str, *, scope: Scope[T]
) -> Callable[[Callable[[T], Found]], Callable[[T], Found]]: ...
@overload
def same_rule(
    code: str, *, scope: Scope[InALanguage], words: type[W]
) -> Callable[[Callable[[InALanguage, W], Found]], Callable[[InALanguage, W], Found]]: ...
def same_rule(
    code: str, *, scope: Scope[Any], words: type[Words] | None = None
) -> Callable[[Any], Any]:
    """For a second function of a rule, in the same file."""
    return _check_of(code, scope, words)


def _check_of(
    code: str, scope: Scope[Any], words: type[Words] | None
) -> Callable[[Callable[..., Found]], Callable[..., Found]]:
    def add(run: Callable[..., Found]) -> Callable[..., Found]:
        RULES[code].checks.append(Check(run, scope, words))
        return run

    return add
