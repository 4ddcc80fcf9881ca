"""Every text can be shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content import prose
from course.content.checks.draft import Placed
from course.content.checks.rule import rule
from course.content.checks.scope import EVERY_TEXT
from course.content.source.binding import Text
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
    scope=EVERY_TEXT,
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
def check(text: Placed[Text]) -> Iterator[Problem]:
    """Nothing that the course cannot show, and no text without words."""
    if text.it.markup == "exact":
        return
    result = parsed(text.it)
    for fault in result.faults or _left_over(text.it.node.text):
        yield text.problem(fault.what, fault.cure, offset=fault.offset)
    if not result.faults and not any(map(_has_words, result.inlines)):
        yield text.problem("There are no words in this text.", "Write some.")


_BULLET = re.compile(
    r"(?:^|\n) *(?=(?P<sign>[\u2022\u00b7\u25cf\u25aa\u25e6\u2023]|-(?=[^\W\d])))|"
    r"(?:^|\n *\n) *(?=(?P<dash>[\u2013\u2014]) )"
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S")
_STARS = re.compile(r"(?<!\\)\*\*")


def _left_over(text: str) -> Iterator[prose.Fault]:
    """What was meant as a mark, and would stand on the screen as it is."""
    if found := _BULLET.search(text):
        sign = found["sign"] or found["dash"]
        cure = 'Begin each item of a list on its own line with "- ": a hyphen and a space.'
        yield prose.Fault(
            found.end(), f'The "{sign}" at the start of this line makes no list.', cure
        )
    if found := _ADDRESS.search(text):
        what = "An address cannot be followed here."
        yield prose.Fault(found.start(), what, "Name a source with [^id]; it tells its address.")
    stars = list(_STARS.finditer(text))
    unescaped = prose.parse(text.replace("\\*", "")).inlines
    if any("**" in each.text for each in unescaped if isinstance(each, prose.Span)):
        what = "These stars are shown as they are written: two belong together."
        cure = "Put ** right before the first word and right after the last one."
        yield prose.Fault(stars[-1].start(), what, cure)


@rule(
    "F04",
    "No marks where a text is shown exactly as it is written",
    why="The stars and the [^id] would stand on the screen as they are.",
    scope=EVERY_TEXT,
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
def check_exact(text: Placed[Text]) -> Iterator[Problem]:
    """No marks where a text is shown exactly as it is written; other brackets may stand there."""
    if text.it.markup == "exact" and (mark := _MARK.search(text.it.node.text)):
        what = f"This text is shown exactly as it is written, with the {mark['what']}."
        cure = (
            "Leave the mark out; cite the source in a text that can hold it."
            if mark["what"].startswith("[")
            else "Leave the stars out."
        )
        yield text.problem(what, cure, offset=mark.start())


_MARK = re.compile(
    r"(?P<what>\*\*|\[\^[a-z0-9-]+\]|(?<![\w*])\*(?=[^\s*])[^*]*(?<=[^\s*])\*(?![\w*]))"
)


def words_in(text: Text) -> str:
    """The words as a reader meets them: without marks, and lines that belong together joined."""
    return text.node.text if text.markup == "exact" else prose.plain(text.node.text)


def matches(pattern: re.Pattern[str], text: Text) -> Iterator[tuple[re.Match[str], int]]:
    """Each place in the words of a text that a pattern finds, and where it stands in the file's."""
    at = 0
    for found in pattern.finditer(words_in(text)):
        at = offset_of(found.group(), text.node.text, at)
        yield found, at
        at += 1


def offset_of(words: str, text: str, start: int = 0) -> int:
    """Where some words of a text with markup begin in it, from `start` on; `start` if unknown."""
    first = r"\W+".join(map(re.escape, re.findall(r"\w+", words)[:4]))
    sign = r"\$?" if words.startswith("$") else ""
    found = re.compile(rf"(?<!\w){sign}{first}").search(text, start) if first else None
    return found.start() if found else start


def _has_words(inline: prose.Inline) -> bool:
    return isinstance(inline, prose.Span) and not inline.text.isspace()
