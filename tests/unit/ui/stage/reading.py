"""What a terminal's reader makes of bytes, for the tests of it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.message import Message

from course.ui.stage.input_reader import STUCK, InputReader


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def keys(messages: Iterable[Message]) -> list[str]:
    return [each.key for each in messages if isinstance(each, events.Key)]


def takes_keys_again(reader: InputReader, clock: Clock) -> bool:
    """Whether a key is known after something was begun and never ended."""
    clock.now += STUCK
    reader.tick()
    # What was begun and never ended may take one sequence along.
    reader.feed(b"\x1b[A")
    clock.now += STUCK
    reader.tick()
    return keys(reader.feed(b"9")) == ["9"]
