"""Says texts and plays recordings aloud, one at a time, and can be silenced at any moment."""

from __future__ import annotations

import atexit
import os
import re
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress

from course.speech import player, sound, voices
from course.speech.pace import Pace
from course.speech.player import Player
from course.speech.pronunciations import Pronunciations
from course.speech.sound import Process, Sound
from course.speech.voices import Voice

LONGEST = 8000
"""Characters that are said of one text: about nine minutes. As bytes they fit into a pipe, so that
handing them over never waits."""
PATIENCE = 0.5
"""Seconds that silence may wait for a process that is stuck in the system."""

# espeak takes [[ ]] for phonemes and < > for tags; spd-say takes !-! for a command.
_ORDERS = re.compile(r"[\[\]<>{}|\\]|!-!|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Ended = Callable[[bool], None]
"""Told from another thread once all was heard: whether nothing went wrong."""


class Speaker:
    """One voice. Its methods return at once; they may be called from any thread."""

    def __init__(
        self,
        voice: Voice,
        pronunciations: Pronunciations | None = None,
        player: Player | None = None,
    ) -> None:
        """Without a `player` there are no recordings to be heard."""
        self._voice = voice
        self._pronunciations = pronunciations or Pronunciations()
        self._player = player
        self._lock = threading.RLock()
        self._sound: Sound | None = None
        self._stuck: list[Process] = []

    @classmethod
    def find(cls, language: str, pronunciations: Pronunciations | None = None) -> Speaker | None:
        """A speaker for a language of two letters, or None if this machine has no voice for it.

        Takes up to two seconds a program if one hangs. Silence falls when the program ends.
        """
        # Without waitid the end of a voice cannot be awaited safely: Windows, and older macOS.
        if not hasattr(os, "waitid") or (voice := voices.find(language)) is None:
            return None
        speaker = cls(voice, pronunciations, player.find())
        atexit.register(speaker.stop)
        return speaker

    @property
    def speaking(self) -> bool:
        """Whether something is to be heard now."""
        with self._lock:
            return self._sound is not None

    def say(self, text: str, ended: Ended | None = None, pace: Pace = "normal") -> bool:
        """Begin to say a text; what was to be heard before stops. False if nothing can be said.

        `ended` is not called when `stop` or another text cuts it short.
        """
        data = self._prepared(text).encode()
        with self._lock:
            self.stop()
            if not data.strip():
                return False
            return self._begin(lambda: sound.said(self._voice.at(pace), data), ended)

    def play(self, recordings: bytes, ended: Ended | None = None) -> bool:
        """Begin to play recordings, one behind the other, as `say` says a text."""
        with self._lock:
            self.stop()
            player = self._player
            if player is None:
                return False
            return self._begin(lambda: sound.played(player, recordings), ended)

    def stop(self) -> None:
        """Be silent now. Nothing happens if nothing is to be heard."""
        with self._lock:
            self._stuck = [each for each in self._stuck if each.poll() is None]
            stopped, self._sound = self._sound, None
            if stopped is None:
                return
            self._stuck += stopped.end(PATIENCE)
            if self._voice.hush:
                self._hush()

    def _begin(self, start: Callable[[], Sound], ended: Ended | None) -> bool:
        try:
            self._sound = begun = start()
        except OSError:
            return False
        watch = threading.Thread(target=self._watch, args=(begun, ended), daemon=True)
        try:
            watch.start()
        except RuntimeError:
            self.stop()
            return False
        return True

    def _prepared(self, text: str) -> str:
        said = self._pronunciations(_ORDERS.sub(" ", text))
        if len(said) <= LONGEST:
            return said
        cut = said[:LONGEST]
        return cut[: max(cut.rfind("\n"), cut.rfind(". ") + 1, 0) or LONGEST]

    def _watch(self, begun: Sound, ended: Ended | None) -> None:
        begun.wait()
        with self._lock:
            if begun is not self._sound:
                self._stuck = [each for each in self._stuck if each.poll() is None]
                return
            is_well = begun.finish(PATIENCE)
            self._sound = None
        if ended is not None:
            ended(is_well)

    def _hush(self) -> None:
        with suppress(OSError, subprocess.TimeoutExpired):
            hushing = subprocess.Popen(
                self._voice.hush,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                hushing.wait(PATIENCE)
            finally:
                if hushing.returncode is None and not voices.end(hushing, PATIENCE):
                    self._stuck.append(hushing)
