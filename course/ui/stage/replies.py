"""What a terminal answers when it is asked what it can do, found among the keys that it sends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.message import Message

LONGEST = 96
"""Characters of an answer; what is longer is none."""
OPEN = 2
"""The first characters of an answer, which may be a key as well: they are handed on at once."""

_ATTRIBUTES = r"\x1b\[\?([\d;]{0,96})c"
_CELL = r"\x1b\[6;(\d{1,4});(\d{1,4})t"
_KITTY = r"\x1b_G([^\x1b\x07]{0,96})\x1b\\"
_WHOLE = re.compile(f"{_ATTRIBUTES}|{_CELL}|{_KITTY}")
_BEGUN = re.compile(r"\x1b(?:\[(?:\?[\d;]*|6(?:;[\d;]*)?)?|_(?:G[^\x1b\x07]*\x1b?)?)?\Z")
"""What may become an answer yet."""


class Replied(Message):
    """An answer of the terminal, or what somebody typed that looks like one."""

    def __init__(
        self,
        *,
        attributes: frozenset[str] | None = None,
        cell: tuple[int, int] | None = None,
        kitty: bool = False,
    ) -> None:
        """`attributes` are numbers as written; `cell` is the width and height of one, in pixels.

        `kitty`: pictures are taken by the protocol of the terminal of that name.
        """
        super().__init__()
        self.attributes = attributes
        self.cell = cell
        self.kitty = kitty


class Replies:
    """Takes answers out of what comes, in pieces of any length. Nothing here raises.

    As long as one is expected, what may become one is held back. Afterwards only what comes whole
    is one: a key that begins like an answer must not hold back those behind it for ever.
    """

    def __init__(self) -> None:
        self._expected = True
        self._late = ""
        self._clear()

    def _clear(self) -> None:
        self._begun, self._handed_on = "", 0
        self.took_back = False
        """Whether the last answer began with what had been handed on as something else."""

    def forget(self) -> None:
        """What was begun has not come to its end in time. If the rest comes yet, it is no key."""
        self._late = self._begun if self._expected else ""
        self._clear()

    def close(self) -> None:
        """No answer is expected any more."""
        self._expected = False

    @property
    def is_open(self) -> bool:
        """Whether something is held back that may become an answer."""
        return len(self._begun) > self._handed_on

    def sift(self, text: str) -> Iterator[str | Replied]:
        """What comes, in its order: answers, and everything else as it is."""
        if self._ends(text):
            self._begun, self._handed_on = self._late, len(self._late)
        text, at = self._begun + text, self._handed_on
        self._late = ""
        self._clear()
        end = 0
        for found in _WHOLE.finditer(text):
            if found.start() > at:
                yield text[at : found.start()]
            self.took_back = found.start() < at
            replied = _replied(found)
            # The attributes are asked for last.
            self._expected = self._expected and replied.attributes is None
            yield replied
            at = end = found.end()
        begun = _BEGUN.search(text, end) if self._expected else None
        if begun is None or len(begun[0]) > LONGEST:
            if text[at:]:
                yield text[at:]
        elif len(begun[0]) <= OPEN:
            if text[at:]:
                yield text[at:]
            self._begun, self._handed_on = begun[0], len(begun[0])
        else:
            if begun.start() > at:
                yield text[at : begun.start()]
            self._begun, self._handed_on = begun[0], max(at - begun.start(), 0)

    def _ends(self, text: str) -> bool:
        """Whether this goes on with what was given up. A single sign is a key all the same."""
        if not self._late:
            return False
        whole = self._late + text
        return _WHOLE.match(whole) is not None or (
            len(text) > 1 and _BEGUN.fullmatch(whole) is not None
        )


def _replied(found: re.Match[str]) -> Replied:
    attributes, height, width, kitty = found.groups()
    if attributes is not None:
        return Replied(attributes=frozenset(attributes.split(";")))
    if height is not None:
        return Replied(cell=(int(width), int(height)))
    return Replied(kitty=kitty.rpartition(";")[2] == "OK")
