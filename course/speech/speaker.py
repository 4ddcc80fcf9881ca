"""Says texts aloud, one at a time, and can be silenced at any moment."""

from __future__ import annotations

import atexit
import os
import re
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress

from course.speech import voices
from course.speech.pronunciations import Pronunciations
from course.speech.voices import Voice

LONGEST = 8000
"""Characters that are said of one text: about nine minutes. As bytes they fit into a pipe, so that
handing them over never waits."""
PATIENCE = 0.5
"""Seconds that silence may wait for a process that is stuck in the system."""

# espeak takes [[ ]] for phonemes and < > for tags; spd-say takes !-! for a command.
_ORDERS = re.compile(r"[\[\]<>{}|\\]|!-!|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Speaker:
    """One voice. Its methods return at once; they may be called from any thread."""

    def __init__(self, voice: Voice, pronunciations: Pronunciations | None = None) -> None:
        self._voice = voice
        self._pronunciations = pronunciations or Pronunciations()
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stuck: list[subprocess.Popen[bytes]] = []

    @classmethod
    def find(cls, language: str, pronunciations: Pronunciations | None = None) -> Speaker | None:
        """A speaker for a language of two letters, or None if this machine has no voice for it.

        Takes up to two seconds a program if one hangs. Silence falls when the program ends.
        """
        # Without waitid the end of a voice cannot be awaited safely: Windows, and older macOS.
        if not hasattr(os, "waitid") or (voice := voices.find(language)) is None:
            return None
        speaker = cls(voice, pronunciations)
        atexit.register(speaker.stop)
        return speaker

    @property
    def speaking(self) -> bool:
        """Whether something is being said now."""
        with self._lock:
            return self._process is not None

    def say(self, text: str, ended: Callable[[], None] | None = None) -> bool:
        """Begin to say a text; what was being said before stops. False if nothing can be said.

        `ended` is called, from another thread, once the text was said to its end; it is not called
        when `stop` or another text cuts it short.
        """
        data = self._prepared(text).encode()
        with self._lock:
            self.stop()
            if not data.strip():
                return False
            try:
                process = subprocess.Popen(
                    self._voice.command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    bufsize=0,
                    start_new_session=True,
                )
            except OSError:
                return False
            self._process = process
            _hand_over(process, data)
            watch = threading.Thread(target=self._watch, args=(process, ended), daemon=True)
            try:
                watch.start()
            except RuntimeError:
                self.stop()
                return False
        return True

    def stop(self) -> None:
        """Be silent now. Nothing happens if nothing is being said."""
        with self._lock:
            self._stuck = [each for each in self._stuck if each.poll() is None]
            process, self._process = self._process, None
            if process is None:
                return
            if not voices.end(process, PATIENCE):
                self._stuck.append(process)
            if self._voice.hush:
                self._hush()

    def _prepared(self, text: str) -> str:
        said = self._pronunciations(_ORDERS.sub(" ", text))
        if len(said) <= LONGEST:
            return said
        cut = said[:LONGEST]
        return cut[: max(cut.rfind("\n"), cut.rfind(". ") + 1, 0) or LONGEST]

    def _watch(self, process: subprocess.Popen[bytes], ended: Callable[[], None] | None) -> None:
        # It stays unreaped until the lock is held: its number can belong to no other process, so
        # that killing its group cannot hit a stranger.
        with suppress(ChildProcessError):
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        with self._lock:
            if process is not self._process:
                self._stuck = [each for each in self._stuck if each.poll() is None]
                return
            voices.end(process, PATIENCE)
            self._process = None
        if ended is not None:
            ended()

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


def _hand_over(process: subprocess.Popen[bytes], data: bytes) -> None:
    if process.stdin is None:
        return
    # A voice that does not read must not hold up the page, nor one that has ended already.
    with suppress(OSError), process.stdin as pipe:
        os.set_blocking(pipe.fileno(), False)
        pipe.write(data)
