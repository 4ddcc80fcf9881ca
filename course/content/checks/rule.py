"""What a rule for authors is, and the list of them all.

A rule is a function that finds what is wrong. `@rule` gives it a code, says why it is there, and
shows what breaks it and what keeps it. Its examples are its tests, and `docs/rules.md` is made from
them: each is a piece of a course under a line that says where it belongs, such as `# a page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from typing import ParamSpec

from msgspec import Struct

from course.errors import Problem, Severity

P = ParamSpec("P")
Check = Callable[P, Iterator[Problem]]

CDC = "CDC Clear Communication Index"
PEMAT = "AHRQ Patient Education Materials Assessment Tool (PEMAT-P)"
PLAIN = "Federal Plain Language Guidelines"
ITEMS = "Haladyna, Downing, Rodriguez: A review of multiple-choice item-writing guidelines (2002)"
PROJECT = "Findings of this project"
FORMAT = "The authoring format (docs/authoring.md)"


class Rule(Struct, frozen=True, kw_only=True):
    """What an author can read of a rule."""

    code: str
    title: str
    """What holds where the rule is kept."""
    why: str
    source: str
    severity: Severity
    stops: bool
    """Whether the course does not open as long as it is broken."""
    bad: str
    good: str


RULES: dict[str, Rule] = {}
"""Every rule that was imported, by its code; `advice` imports the last of them."""


def declare(
    code: str,
    title: str,
    *,
    why: str,
    bad: str,
    good: str,
    source: str = FORMAT,
    severity: Severity = "error",
    stops: bool = False,
) -> Rule:
    """Add a rule to the list."""
    found = Rule(
        code=code,
        title=title,
        why=why,
        source=source,
        severity=severity,
        stops=stops,
        bad=bad,
        good=good,
    )
    RULES[code] = found
    return found


def rule(
    code: str,
    title: str,
    *,
    why: str,
    bad: str,
    good: str,
    source: str = FORMAT,
    severity: Severity = "error",
    stops: bool = False,
) -> Callable[[Check[P]], Check[P]]:
    """Make a rule of a function: its problems carry the code and the severity."""
    declare(
        code,
        title,
        why=why,
        bad=bad,
        good=good,
        source=source,
        severity=severity,
        stops=stops,
    )
    return same_rule(code)


def same_rule(code: str) -> Callable[[Check[P]], Check[P]]:
    """For a second function of a rule."""

    def mark(check: Check[P]) -> Check[P]:
        @wraps(check)
        def marked(*args: P.args, **kwargs: P.kwargs) -> Iterator[Problem]:
            severity = RULES[code].severity
            for problem in check(*args, **kwargs):
                yield problem if problem.code else replace(problem, code=code, severity=severity)

        return marked

    return mark
