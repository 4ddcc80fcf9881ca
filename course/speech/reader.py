"""Reads lines one after the other: each as it was recorded, or else by the voice of the machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from course.speech.pace import Pace
from course.speech.recorded.store import Store
from course.speech.speaker import Speaker
from course.speech.spoken import Line


class _Turn:
    """Lines that are being read, and who is told of it."""

    def __init__(
        self,
        lines: Sequence[Line],
        pace: Pace,
        reached: Callable[[int], None],
        ended: Callable[[bool], None],
    ) -> None:
        self.lines = lines
        self.pace: Pace = pace
        self.reached = reached
        self.ended = ended


class Reader:
    """One voice. Its methods return at once; they may be called from any thread."""

    def __init__(self, speaker: Speaker, store: Store | None = None) -> None:
        """Without a `store` nothing was recorded."""
        self._speaker = speaker
        self._store = store
        self._lock = threading.RLock()
        self._turn: _Turn | None = None

    @property
    def speaking(self) -> bool:
        """Whether something is being read now."""
        with self._lock:
            return self._turn is not None

    def read(
        self,
        lines: Sequence[Line],
        pace: Pace,
        reached: Callable[[int], None],
        ended: Callable[[bool], None],
    ) -> bool:
        """Begin to read lines; what was being read before stops. False if nothing can be read.

        `reached` is called with the number of each line as it begins, from 0; `ended` from another
        thread once all was read, with whether nothing went wrong. Neither is called after `stop`.
        """
        with self._lock:
            self.stop()
            self._turn = turn = _Turn(lines, pace, reached, ended)
            if not self._begin(turn, 0):
                self._turn = None
        return self.speaking

    def stop(self) -> None:
        """Be silent now. Nothing happens if nothing is being read."""
        with self._lock:
            self._turn = None
            self._speaker.stop()

    def _begin(self, turn: _Turn, first: int) -> bool:
        """Begin with the next line that can be read, from the `first` one on, if there is any."""
        for number in range(first, len(turn.lines)):
            line = turn.lines[number]
            recorded = self._store.read(line.phrases, turn.pace) if self._store else None
            played = partial(self._over, turn, number, recorded=True)
            if (recorded and self._speaker.play(recorded, played)) or self._say(turn, number):
                turn.reached(number)
                return True
        return False

    def _say(self, turn: _Turn, number: int) -> bool:
        said = partial(self._over, turn, number, recorded=False)
        return self._speaker.say(turn.lines[number].text, said, turn.pace)

    def _over(self, turn: _Turn, number: int, is_well: bool, *, recorded: bool) -> None:
        with self._lock:
            if turn is not self._turn:
                return
            # A recording may be damaged, and the voice of the machine is there all the same.
            if not is_well and recorded and self._say(turn, number):
                return
            if is_well and self._begin(turn, number + 1):
                return
            self._turn = None
        turn.ended(is_well)
