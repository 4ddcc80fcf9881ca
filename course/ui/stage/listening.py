"""Reading aloud: which voice there is for the language of now, and what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from course.language import Words
from course.views.model import View


class Voice(Protocol):
    """What says a text aloud. Its methods return at once."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said now."""

    def say(self, text: str, ended: Callable[[], None] | None = None) -> bool:
        """Begin to say a text; `ended` is called, from another thread, once it was said."""

    def stop(self) -> None:
        """Be silent now."""


class Listening:
    """One voice a language, looked for once."""

    def __init__(self, find: Callable[[str], Voice | None], changed: Callable[[], None]) -> None:
        """`find` gives the voice for a language, or None, and may take seconds.

        `changed` is called from other threads, when a voice was found or has said all.
        """
        self._find = find
        self._changed = changed
        self._found: dict[str, Voice | None] = {}
        self._voice: Voice | None = None
        self._may_look = False

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
        """Whether something is being said now."""
        return self._voice is not None and self._voice.speaking

    def say(self, view: View, words: Words) -> None:
        """Read a view aloud, in place of what was being read."""
        # Not on the way to the first screen.
        from course.speech.spoken import spoken

        self.stop()
        self._voice = self._found.get(words.language)
        if self._voice is not None:
            self._voice.say(spoken(view, words), ended=self._changed)

    def stop(self) -> None:
        """Be silent now."""
        if self._voice is not None:
            self._voice.stop()

    def _look_for(self, language: str) -> None:
        # A machine without a voice and one whose voice cannot be used are the same to a person.
        with suppress(Exception):
            self._found[language] = self._find(language)
            self._changed()
