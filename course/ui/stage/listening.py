"""The voices that read aloud: which there is for a language, and what it has come to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from course.language import Words
    from course.speech.pace import Pace
    from course.speech.spoken import Line
    from course.views.model import Passage, View


class Voice(Protocol):
    """What reads lines aloud. Its methods return at once."""

    @property
    def speaking(self) -> bool:
        """Whether something is being read now."""

    def read(
        self,
        lines: Sequence[Line],
        pace: Pace,
        reached: Callable[[int], None],
        ended: Callable[[bool], None],
    ) -> bool:
        """Begin to read lines; both are called from other threads, as each line begins, and once
        all was read, with whether nothing went wrong."""

    def stop(self) -> None:
        """Be silent now."""


class Listening:
    """One voice a language, looked for once."""

    def __init__(self, find: Callable[[str], Voice | None], changed: Callable[[], None]) -> None:
        """`find` gives the voice for a language, or None, and may take seconds.

        `changed` is called from other threads, when a voice was found, or has come further.
        """
        self._find = find
        self._changed = changed
        self._found: dict[str, Voice | None] = {}
        self._voice: Voice | None = None
        self._may_look = False
        self._lines: Sequence[Line] = ()
        self.at = 0
        """The line that is being read, or was last, from 0 on."""
        self.is_over: bool | None = None
        """Whether all was read without a fault; None while it is not at its end."""

    def start(self, language: str) -> None:
        """Look for voices from now on, first for this language: nobody waits for anything."""
        self._may_look = True
        self.can(language)

    def can(self, language: str) -> bool:
        """Whether there is a voice for a language; one that was not looked for, is from now on."""
        if self._may_look and language not in self._found:
            self._found[language] = None
            threading.Thread(target=self._look_for, args=(language,), daemon=True).start()
        return self._found.get(language) is not None

    @property
    def speaking(self) -> bool:
        """Whether something is being read now."""
        return self._voice is not None and self._voice.speaking

    @property
    def passage(self) -> Passage | None:
        """What is being read now."""
        return self._lines[self.at].passage if self.speaking else None

    def read(self, view: View, words: Words, pace: Pace, first: int = 0) -> None:
        """Read a view aloud from a line on, in place of what was being read."""
        # Not on the way to the first screen.
        from course.speech.spoken import lines

        self.stop()
        self._lines, self.at, self.is_over = lines(view, words), first, None
        self._voice = self._found.get(words.language)
        # What an earlier turn still has to tell is told to nobody.
        turn = self._lines

        def reached(number: int) -> None:
            if turn is self._lines:
                self.at = first + number
                self._changed()

        def ended(is_well: bool) -> None:
            if turn is self._lines:
                self.is_over = is_well
                self._changed()

        if self._voice is not None:
            self._voice.read(turn[first:], pace, reached, ended)

    def stop(self) -> None:
        """Be silent now."""
        if self._voice is not None:
            self._voice.stop()

    def _look_for(self, language: str) -> None:
        # A machine without a voice and one whose voice cannot be used are the same to a person.
        with suppress(Exception):
            self._found[language] = self._find(language)
            self._changed()
