"""A picture in SVG as the elements that stand in it, each with its line and column.

Expat reads it, with every document type refused: without one there are no entities, so nothing
grows while it is read, and nothing is fetched. Processing instructions, which name style sheets,
are refused as well. What the elements may be is for the rules to say.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from msgspec import Struct

from course.content.source.files import UnreadableError, read_text
from course.content.source.spelling import one_line
from course.content.source.yaml_reader import UNREADABLE
from course.errors import Problem

DEEPEST = 20
"""Elements around each other, at most."""

_SIZE = r"0 0 ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})"
_VIEW_BOX = re.compile(_SIZE)
_WRITTEN = re.compile(rf"""\bviewBox\s*=\s*["']{_SIZE}["']""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Element(Struct, frozen=True):
    """An element, with what stands directly in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    within: tuple[int, ...] = ()
    """The indexes of the elements around it, the outermost first."""


class Vector(Struct):
    """A file in SVG: what stands in it, and what is wrong with it as XML."""

    file: str
    elements: list[Element] = []
    """In their order; the first is the outermost."""
    texts: list[tuple[int, int]] = []
    """The lines and columns of everything that is written between elements."""
    size: int = 0
    """In bytes."""
    written: str = ""
    """Its view box, as it stands in the file."""
    problems: list[Problem] = []

    @property
    def view_box(self) -> tuple[int, int] | None:
        """The width and height of its view box, in its own units; None if it has none from 0 0.

        Nor if it has one that is not written sign by sign: whoever draws it looks for these signs.
        """
        meant = self.elements[0].attributes.get("viewBox", "") if self.elements else ""
        found = _VIEW_BOX.fullmatch(meant)
        return (int(found[1]), int(found[2])) if found and meant == self.written else None

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of its elements, each once."""
        named = (each.attributes["id"] for each in self.elements if "id" in each.attributes)
        return tuple(dict.fromkeys(named))

    def problem(self, at: Element | tuple[int, int], what: str, cure: str) -> Problem:
        """A problem at an element, or at a line and column."""
        line, column = (at.line, at.column) if isinstance(at, Element) else at
        return Problem(self.file, line, column, one_line(what), one_line(cure))


def read(folder: Path, shown: str) -> Vector:
    """Read the file `shown`, a path below `folder` with `/` between its parts.

    Raises nothing: every fault is in the problems of what it gives.
    """
    found = Vector(shown)
    try:
        text = read_text(folder, shown)
        found.size = len(text.encode())
        box = _WRITTEN.search(_COMMENT.sub("", text))
        found.written = f"0 0 {box[1]} {box[2]}" if box else ""
        _parse(text, found)
    except UnreadableError as fault:
        fault_at = Problem(shown, fault.line, fault.column, fault.what, fault.cure, UNREADABLE)
        found.problems.append(fault_at)
    return found


def _parse(text: str, into: Vector) -> None:
    """Raises UnreadableError at the first thing that cannot be read."""
    parser = expat.ParserCreate()
    around: list[int] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        if len(around) >= DEEPEST:
            what = "The groups of the picture stand too deep in each other."
            raise UnreadableError(what, f"At most {DEEPEST} can: take some out.", *at)
        into.elements.append(Element(tag, attributes, *at, tuple(around)))
        around.append(len(into.elements) - 1)

    def end(_: str) -> None:
        around.pop()

    def written(data: str) -> None:
        if data.strip():
            into.texts.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def refuse(*_: object) -> None:
        raise UnreadableError(
            "A picture may hold no document type and no instructions.",
            "Delete what stands between <! or <? and the > behind it.",
            parser.CurrentLineNumber,
            parser.CurrentColumnNumber + 1,
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = written
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = refuse
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise UnreadableError(
            f"The picture is no well-formed XML: {expat.ErrorString(error.code)}.",
            "Save it once more as a plain SVG, or mend this line.",
            error.lineno,
            error.offset + 1,
        ) from None
