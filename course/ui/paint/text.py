"""Text of the course as Textual's `Content`: never parsed as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content, Span

from course.content import prose

STYLES = {"plain": "", "strong": "bold", "stress": "bold"}
"""Slanted letters are hard to read on a screen: stress is strong too."""
BETWEEN = "\u02bc"
"""A comma as high as the marks, between two of them that stand behind the same words."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

SHORT = 2
"""Letters of a word such as "Dr.", at most: no sentence ends with it."""
_ENDS = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_]|[¿¡])")

Numbering = dict[str, str]
"""The mark under which each source or claim is cited on this page: its number, as it is drawn."""


def mark(number: int, *, fewer_signs: bool = False) -> str:
    """A number as it stands behind what is cited; `fewer_signs` as of a brush."""
    # On the line and alone it would go on with a number before it, as in "24.1".
    return f" [{number}]" if fewer_signs else str(number).translate(SUPERSCRIPT)


def marks(cites: Iterable[str], *, fewer_signs: bool = False) -> Numbering:
    """The marks of what is cited, in the order of its numbers; `fewer_signs` as of a brush."""
    return {each: mark(at, fewer_signs=fewer_signs) for at, each in enumerate(cites, start=1)}


def inline(text: str, numbers: Numbering) -> Content:
    """A text with stress and citations."""
    return spans(prose.parse_inline(text).inlines, numbers)


def spans(
    inlines: Iterable[prose.Inline], numbers: Numbering, label: str = "", ink: str = ""
) -> Content:
    """Spans and citations as one piece of content, behind a label if there is one."""
    text, styled = "", []
    marked = 0
    if label:
        styled.append(Span(0, len(label), f"bold {ink}"))
        text = f"{label}  "
    for each in inlines:
        start = len(text)
        if isinstance(each, prose.Cite):
            # Authors write a space before the mark; a number stands right behind its sentence.
            text = text.rstrip(" ")
            start = len(text)
            found = numbers.get(each.id, "")
            # Without a sign between them 1 and 2 would be 12.
            bare = found and not found.startswith(" ")
            text += BETWEEN + found if bare and start == marked > 0 else found
            marked = len(text)
            styled.append(Span(start, len(text), "$quiet"))
        else:
            text += each.text
            if style := STYLES[each.style]:
                styled.append(Span(start, len(text), style))
    return Content(text, styled)


def sentences(text: str) -> list[str]:
    """The sentences of a text, at least one."""
    found: list[str] = []
    for part in _ENDS.split(text):
        before = found[-1].rpartition(" ")[2].rstrip(".") if found else ""
        is_short = before.istitle() and len(before) <= SHORT
        if is_short or (found and part[0].islower()):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def wrapped(text: Content | str, width: int) -> list[Content]:
    """A text as lines of at most `width` cells."""
    content = Content(text) if isinstance(text, str) else text
    if "\n" not in content.plain and cell_len(content.plain) <= width:
        return [content]
    return content.wrap(max(width, 1))


def indented(
    text: Content, width: int, first: Content | None = None, rest: Content | None = None
) -> list[Content]:
    """A paragraph as lines of at most `width` cells, led by `first` and then by `rest`."""
    if first is None:
        return wrapped(text, max(width, 10))
    follow = rest if rest is not None else Content(" " * first.cell_length)
    lines = wrapped(text, max(width - first.cell_length, 10))
    return [(first if number == 0 else follow) + line for number, line in enumerate(lines)]
