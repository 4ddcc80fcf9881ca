"""Text of the course as Textual's `Content`: never parsed as markup."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course.content import prose

STYLES = {"plain": "", "strong": "bold", "stress": "italic"}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Numbering = dict[str, int]
"""The number under which each source or claim is cited on this page."""


def inline(text: str, numbers: Numbering) -> Content:
    """A text with stress and citations."""
    return spans(prose.parse_inline(text).inlines, numbers)


def spans(inlines: Iterable[prose.Inline], numbers: Numbering) -> Content:
    """Spans and citations as one piece of content."""
    parts: list[Content] = []
    for each in inlines:
        if isinstance(each, prose.Cite):
            number = str(numbers[each.id]).translate(SUPERSCRIPT) if each.id in numbers else ""
            # Authors write a space before the mark; a number stands right behind its sentence.
            if parts:
                parts[-1] = parts[-1].rstrip(" ")
            parts.append(Content.styled(number, "$quiet"))
        else:
            parts.append(Content.styled(each.text, STYLES[each.style]))
    return Content("").join(parts)


def indented(
    text: Content, width: int, first: Content | None = None, rest: Content | None = None
) -> list[Content]:
    """A paragraph as lines of at most `width` cells, led by `first` and then by `rest`."""
    lead = first if first is not None else Content("")
    follow = rest if rest is not None else Content(" " * lead.cell_length)
    lines = text.wrap(max(width - lead.cell_length, 10))
    return [(lead if number == 0 else follow) + line for number, line in enumerate(lines)]
