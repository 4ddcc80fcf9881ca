"""A voice that makes no sound, and comes as far as it is told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from course.speech.pace import Pace
from course.speech.spoken import Line


class SomeVoice:
    """In place of a machine's voice."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.paces: list[Pace] = []
        self.speaking = False
        self._reached: Callable[[int], None] = lambda _line: None
        self._ended: Callable[[bool], None] = lambda _well: None

    def read(
        self,
        lines: Sequence[Line],
        pace: Pace,
        reached: Callable[[int], None],
        ended: Callable[[bool], None],
    ) -> bool:
        self.said.append("\n".join(line.text for line in lines))
        self.paces.append(pace)
        self.speaking, self._reached, self._ended = True, reached, ended
        reached(0)
        return True

    def stop(self) -> None:
        self.speaking = False

    def reach(self, line: int) -> None:
        """Have come to another line."""
        self._reached(line)

    def come_to_the_end(self, *, is_well: bool = True) -> None:
        """Have said all of it."""
        self.speaking = False
        self._ended(is_well)
