"""A course in one language as it is kept when it is compiled, and what it becomes again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from course.content import prose
from course.content.model import Course


class Body(msgspec.Struct, frozen=True):
    """A course, and its texts as they were parsed when its files were checked."""

    course: Course
    prose: dict[str, prose.Prose]


def of(course: Course) -> Body:
    """What to keep of a course that was just loaded."""
    texts = _texts(msgspec.to_builtins(course))
    return Body(course, {text: prose.parsed[text] for text in texts if text in prose.parsed})


def opened(body: Body) -> Course:
    """The course in a body, its texts ready to be shown."""
    prose.parsed.update(body.prose)
    return body.course


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
