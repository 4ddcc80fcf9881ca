"""What a terminal answers though nobody asked, or what somebody typed that looks like it.

It is taken out whole, before anything is parsed: Textual's parser would make keys of the figures in
it, and a key is an answer to a question.
"""

from __future__ import annotations

import re

LONGEST = 64
"""Characters of a key or of a click; a control sequence that is longer is neither."""

_STRING = r"\x1b[P\]_^X][^\x07\x18\x1a\x1b]*(?:\x1b\\|[\x07\x18\x1a]|(?=\x1b[^\\]))"
"""DCS, OSC, APC, PM and SOS, to their end or to what breaks them off."""
_CONTROL = r"\x1b\[[0-?]*[ -/]*[@-~]"
_WHOLE = re.compile(f"{_STRING}|{_CONTROL}")
_KEPT = re.compile(
    r"\x1b\["
    r"(?:[0-9:;]*[ABCDEFHIOPQRSZu~]"  # keys, pastes, and whether the window is in front
    r"|\["  # the function keys of the kernel's own terminal
    r"|M|<[0-9;]*[Mm]|[0-9;]+M"  # a mouse
    r"|\?[0-9]+;[0-9]\$y)"  # whether there is a mode
)
_BEGUN = re.compile(r"\x1b(?:[P\]_^X][^\x07\x18\x1a\x1b]*\x1b?|\[[0-?]*[ -/]*)?\Z")
"""What has not come to its end. A lone Escape may be a key: it is handed on at once."""


class Strings:
    """Takes it out of what comes, in pieces of any length. Nothing here raises."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """What was begun does not come to its end."""
        self._begun, self._handed_on = "", 0
        self.took_back = False
        """Whether an Escape that was handed on was the start of what was taken out."""

    @property
    def is_open(self) -> bool:
        """Whether something is held back that has not come to its end."""
        return len(self._begun) > self._handed_on

    def sift(self, text: str) -> str:
        """What is left of what comes."""
        text, at = self._begun + text, self._handed_on
        self.forget()
        first = _WHOLE.match(text)
        self.took_back = bool(at and first and not _KEPT.fullmatch(first[0]))
        left = _WHOLE.sub(_kept, text)
        at = 0 if self.took_back else at
        if begun := _BEGUN.search(left):
            is_escape = len(begun[0]) == 1
            self._begun = _shortened(begun[0])
            self._handed_on = 1 if is_escape else min(at, int(begun.start() == 0))
            if not is_escape:
                left = left[: begun.start()]
        return left[at:]


def _shortened(begun: str) -> str:
    """The start of what was begun, as far as what follows depends on it."""
    if begun[1:2] not in ("", "["):
        return begun[:2] + ("\x1b" if len(begun) > 2 and begun.endswith("\x1b") else "")
    return begun if len(begun) <= LONGEST else "\x1b[?;"


def _kept(found: re.Match[str]) -> str:
    return found[0] if _KEPT.fullmatch(found[0]) else ""
