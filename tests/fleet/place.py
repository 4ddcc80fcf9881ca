"""One kiosk of the tests, without a screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.fleet import settings
from course.fleet.door import Door
from course.fleet.settings import Fleet
from progress.learners import LearnerStore
from progress.records import Answer, moment

KEEP_DAYS = 30


@dataclass
class Place:
    """Its data folder, and what a person does there."""

    data: Path

    @property
    def fleet(self) -> Fleet:
        found = settings.load(self.data)
        assert found is not None
        return found

    @property
    def store(self) -> LearnerStore:
        return LearnerStore(self.data / "learners")

    @property
    def door(self) -> Door:
        return Door(self.data, self.fleet.secret, KEEP_DAYS)

    def answers(self, code: str) -> list[int]:
        return [answer.seconds for answer in self.store.open(code).answers()]

    def answer(self, code: str, number: int) -> None:
        """Give an answer, which is found again by its number."""
        with self.store.open(code).saving() as changes:
            changes.answer(
                Answer(
                    module="m",
                    question="q",
                    hash="0123456789ab",
                    choice="yes",
                    result="right",
                    seconds=number,
                    when=moment(),
                )
            )

    def forget(self, code: str) -> None:
        """As a reception does."""
        self.door.forget(code)
        self.store.forget(code)
