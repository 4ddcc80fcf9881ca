"""Leads the course through its pages by its keys alone.

Where it is, is read from the learner's file, so nothing here depends on what the screens look like.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from bench import kept
from bench.kept import Kept, Place
from bench.terminal import Terminal, Turn

START, NEXT, BACK = "7", "9", "0"
"""Of the first screen, what leads to all of the course."""
CARDS = "12345678"
APART = 0.3
"""Seconds between two presses; the course takes quicker ones for one press that bounced."""
NOTHING = 0.6
"""Seconds after which a key does nothing here."""
BOOKMARK = 0.15
"""Seconds that a bookmark is given; the next key waits for longer anyway."""
PATIENCE = 10.0
"""Seconds until whatever follows a frame must be on the disk."""


@dataclass
class Step:
    """What one key did."""

    turn: Turn
    to_new_page: bool = False
    """Whether it shows a page that was never shown before."""
    answered: bool = False
    """Whether it was an answer to a question."""
    late: bool = False
    """Whether the answer was on the screen before it was on the disk."""


class Way:
    """One person's way. What loses it raises RuntimeError with what is on the screen."""

    def __init__(self, course: Terminal, data: Path, apart: float = APART) -> None:
        """`course` shows its first screen; nobody else has progress in `data`.

        Presses follow each other `apart` seconds later, or more.
        """
        self._apart = apart
        self._course = course
        self._data = data
        self._shown: set[Place] = set()
        self._cards_tried = 0
        self._is_asked = False
        """Whether it has just come to a question."""
        self._now = Kept(("", None, None), 0)

    @property
    def place(self) -> Place:
        """Where it is."""
        return self._now.place

    @property
    def kind(self) -> str:
        """The kind of that: `map`, `page`, `question`, `result` or `finish`."""
        return self._now.place[0]

    def to_the_map(self) -> None:
        """From the first screen through what comes before the map."""
        self.press(START)
        # Their code is shown over the first place.
        self.press(NEXT, leads_to="map")

    def step(self) -> Step:
        """One step on: Next, or where that does nothing, the next card in turn."""
        # Nothing but an answer leads on from a question; to find that out takes a while.
        if not self._is_asked:
            before = self.place
            step = self.press(NEXT, nothing=NOTHING)
            if step.turn.frames:
                # What is asked once more is answered otherwise.
                self._cards_tried = self._cards_tried if self.place == before else 0
                return step
        for _ in CARDS:
            key = CARDS[self._cards_tried % len(CARDS)]
            self._cards_tried += 1
            step = self.press(key, nothing=NOTHING)
            if step.turn.frames:
                return step
        # What came of an answer that took longer than that to save is on the screen by now.
        step = self.press(NEXT, nothing=NOTHING)
        if step.turn.frames:
            return step
        raise self._lost()

    def press(self, key: str, leads_to: str = "", nothing: float | None = None) -> Step:
        """Press a key that leads to a place of a kind, or anywhere.

        It must do something, unless `nothing` says after how many seconds it does not.
        """
        before = self._now
        at_frame = [before]
        turn = self._course.press(
            key, apart=self._apart, nothing=nothing, at_frame=lambda: at_frame.append(self._kept())
        )
        # A bookmark follows its frame; on a busy machine it may take its time.
        time.sleep(BOOKMARK)
        self._now = self._kept()
        end = time.monotonic() + PATIENCE
        while leads_to and self._now.place[0] != leads_to and time.monotonic() < end:
            time.sleep(0.01)
            self._now = self._kept()
        place, answered = self._now.place, self._now.answers > before.answers
        if leads_to and place[0] != leads_to:
            raise self._lost()
        is_new = place not in self._shown
        self._shown.add(place)
        self._is_asked = is_new and place[0] == "question"
        late = answered and at_frame[-1].answers < self._now.answers
        return Step(turn, is_new and place[0] == "page", answered, late)

    def _kept(self) -> Kept:
        return kept.parse(kept.content(self._data))

    def _lost(self) -> RuntimeError:
        screen = "\n".join(self._course.rows())
        return RuntimeError(f"The way has changed; the bench is lost at {self._now}:\n{screen}")
