"""Every text can be shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from course.content import prose
from course.content.binding import Text, Written
from course.content.checks.rule import rule
from course.errors import Problem


def parsed(text: Text) -> prose.Prose | prose.Sentence:
    """A text as what it may be: with blocks or without."""
    return (prose.parse if text.markup == "prose" else prose.parse_inline)(text.node.text)


@rule(
    "F03",
    "A text holds only what the course can show",
    why=(
        "Headings, links, HTML, pictures, code and tables would be lost or shown as signs. One "
        "text is one idea for a small screen."
    ),
    stops=True,
    bad="""\
# a page
text: Read [this](https://example.org) first.
""",
    good="""\
# a page
text: Read this first. [^book]
""",
)
def check(written: Written[Any]) -> Iterator[Problem]:
    """Nothing that the course cannot show, and no text without words."""
    for text in written.texts:
        result = parsed(text)
        for fault in result.faults:
            yield written.problem(text.path, fault.what, fault.cure, fault.offset)
        if not result.faults and not any(map(_has_words, result.inlines)):
            yield written.problem(text.path, "There are no words in this text.", "Write some.")


@rule(
    "F04",
    "No marks where a text is shown exactly as it is written",
    why="The stars and the [^id] would stand on the screen as they are.",
    stops=True,
    bad="""\
# a page
title: The **deep** lake
text: Ask how deep it is.
""",
    good="""\
# a page
title: The deep lake
text: Ask how deep it is.
""",
)
def check_exact(written: Written[Any]) -> Iterator[Problem]:
    """No marks where a text is shown exactly as it is written; other brackets may stand there."""
    for text in written.exact:
        if mark := _MARK.search(text.node.text):
            what = f"This text is shown exactly as it is written, with the {mark['what']}."
            cure = (
                "Leave the mark out; cite the source in a text that can hold it."
                if mark["what"].startswith("[")
                else "Leave the stars out."
            )
            yield written.problem(text.path, what, cure, mark.start())


_MARK = re.compile(
    r"(?P<what>\*\*|\[\^[a-z0-9-]+\]|(?<![\w*])\*(?=[^\s*])[^*]*(?<=[^\s*])\*(?![\w*]))"
)


def offset_of(words: str, text: str, start: int = 0) -> int:
    """Where some words of a text with markup begin in it, from `start` on; `start` if unknown."""
    first = r"\W+".join(map(re.escape, re.findall(r"\w+", words)[:4]))
    found = re.compile(rf"(?<!\w){first}").search(text, start) if first else None
    return found.start() if found else start


def _has_words(inline: prose.Inline) -> bool:
    return isinstance(inline, prose.Span) and not inline.text.isspace()
