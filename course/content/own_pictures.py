"""The names of pictures that a course may have besides those that its pages name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

BODY = "body"
"""The body, with a part for each place of the course, under the id of that place."""

TALK = "talk"
"""Two people who talk with each other, on a screen that nobody uses."""


def of_part(module: str) -> str:
    """The sign of a part, for its card on the way."""
    return f"part-{module}"


def every(modules: Iterable[str]) -> Iterator[str]:
    """All of them, for a course with these modules."""
    yield BODY
    yield TALK
    yield from map(of_part, modules)
