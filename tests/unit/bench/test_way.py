"""The way through the course is found whatever the order of the answers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from bench.frames import Frame
from bench.terminal import Terminal, Turn
from bench.way import NEXT, Way

RIGHT = "3"
"""The card that leads on."""


class SomeCourse:
    """A question that is asked again after each wrong answer, between two pages."""

    def __init__(self, data: Path) -> None:
        self.pressed: list[str] = []
        self._file = data / "learners" / "1.json"
        self._file.parent.mkdir()
        self._answered = self._told = False
        self._answers = 0
        self._move("page", "before")

    def press(
        self,
        key: str,
        *,
        apart: float,  # noqa: ARG002 - it is as quick as it is asked
        nothing: float | None,  # noqa: ARG002 - likewise
        at_frame: Callable[[], object],
    ) -> Turn:
        self.pressed.append(key)
        frames = [Frame(b"", 0.0)] if self._does(key) else []
        for _ in frames:
            at_frame()
        return Turn(0.0, frames)

    def _does(self, key: str) -> bool:
        if self.place == "before":
            self._move("question", "asked")
            return key == NEXT
        if self._told and key == NEXT:
            self._told = False
            self._move(*(("page", "after") if self._answered else ("question", "asked")))
            return True
        if not self._told and key in "123":
            self._told, self._answered = True, key == RIGHT
            self._answers += 1
            self._move("question", "asked")
            return True
        return False

    def _move(self, kind: str, place: str) -> None:
        self.place = place
        here = {"1": {"place": {"kind": kind, "module": "m", "id": place}}}
        answers: dict[str, object] = {str(number): {} for number in range(self._answers)}
        self._file.write_text(json.dumps({"learner": here, "answers": answers}))

    def rows(self) -> list[str]:
        return [self.place]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.way.BOOKMARK", 0.0)


def test_what_is_asked_once_more_is_answered_otherwise(tmp_path: Path) -> None:
    course = SomeCourse(tmp_path)
    way = Way(cast(Terminal, course), tmp_path)
    for _ in range(20):
        step = way.step()
        if way.place[2] == "after":
            break
    assert step.to_new_page
    assert [key for key in course.pressed if key != NEXT] == ["1", "2", RIGHT]
