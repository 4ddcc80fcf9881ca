"""What stands in a YAML file, and where: the tree that the reader builds and the checks point into.

Lines and columns count from 1, columns in characters.
"""

from __future__ import annotations

import re

from msgspec import Struct

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a file to a value in it."""

_PIECES = {
    '"': re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.", re.DOTALL),
    "'": re.compile(r"''|.", re.DOTALL),
}
_PIECE = re.compile(r".", re.DOTALL)
_BLANK_ESCAPES = frozenset(" \t\nntrNLP_")


class Scalar(Struct, frozen=True):
    """A text. YAML guesses no numbers, dates or booleans here."""

    line: int
    column: int
    text: str
    style: str
    """`|` or `>` for a block, a quotation mark, or nothing for a plain text."""
    source: str
    """The whole file that holds it."""
    start: int
    end: int

    @property
    def plain(self) -> bool:
        """Whether it stands without quotation marks, on its own."""
        return not self.style

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column in the file of the character at `offset` of the text.

        Folding and indentation change only the blanks of a text, so the n-th visible character
        of the text is the n-th visible piece of the source.
        """
        before = sum(not character.isspace() for character in self.text[:offset])
        position = self.start
        if self.style in ("|", ">"):
            position = self.source.find("\n", self.start) + 1
        elif self.style:
            position += 1
        for piece in _PIECES.get(self.style, _PIECE).finditer(self.source, position, self.end):
            if _is_blank(piece.group()):
                continue
            if not before:
                return self._line_and_column(piece.start())
            before -= 1
        return self.line, self.column

    def place_in_block(self, line: int, column: int) -> tuple[int, int]:
        """The place in the file of a line and column, from 0, of a text written under `|`.

        In such a text blanks count, and each of its lines is a line of the file.
        """
        return self.line + 1 + line, self.indentation + column + 1

    @property
    def indentation(self) -> int:
        """How many blanks before each line are not part of a text written under `|`."""
        written = self.source.split("\n")[self.line :]
        for told, line in zip(self.text.split("\n"), written, strict=False):
            if told.strip():
                return len(line) - len(told)
        return 0

    def _line_and_column(self, position: int) -> tuple[int, int]:
        line = self.source.count("\n", 0, position) + 1
        return line, position - self.source.rfind("\n", 0, position)


def _is_blank(piece: str) -> bool:
    if len(piece) > 2 and piece[0] == "\\":
        return chr(min(int(piece[2:], 16), 0x10FFFF)).isspace()
    return piece[-1] in _BLANK_ESCAPES if piece[0] == "\\" and piece[1:] else piece.isspace()


class Sequence(Struct, frozen=True):
    """A list."""

    line: int
    column: int
    items: tuple[Node, ...]


class Entry(Struct, frozen=True):
    """One key of a mapping, and its value."""

    key: Scalar
    value: Node


class Mapping(Struct, frozen=True):
    """Keys with values, in the order in which they are written."""

    line: int
    column: int
    entries: dict[str, Entry]


Node = Scalar | Sequence | Mapping


def find(root: Node, path: Path) -> Node:
    """The value at `path`, or the last one on the way to it if the rest is not there."""
    node = root
    for step in path:
        if (below := _below(node, step)) is None:
            break
        node = below
    return node


def get(root: Node | None, path: Path) -> Node | None:
    """The value at `path`, or None if there is none."""
    node = root
    for step in path:
        node = _below(node, step)
    return node


def _below(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and step in node.entries:
        return node.entries[str(step)].value
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
