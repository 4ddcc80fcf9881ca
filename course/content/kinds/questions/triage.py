"""A short story, and how fast it needs help: that is looked up in the table of danger signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Meta, structs

from course.content.kinds.questions.question import (
    Offered,
    QuestionKind,
    Result,
    Standing,
    Try,
)
from course.content.kinds.said import Said, Word
from course.content.signs import LEVELS, Level, Sign, urgency
from course.content.texts import FILLED_IN, Id


class Triage(QuestionKind, frozen=True, kw_only=True, tag_field="kind", tag="triage"):
    sign: Id
    """The row of the table of danger signs that the story is about."""
    row: Annotated[Sign | None, Meta(extra=FILLED_IN)] = None
    """That row; None as long as the course is only looked at, and not loaded."""

    results = ("right", "safe", "wrong")
    reason_tells = True
    tells_story = True
    verdicts = {"safe": "keeps_safe", "wrong": "too_little"}
    words = {level: Word(f"level.{level}_short") for level in LEVELS}

    def filled_in(self, signs: Mapping[str, Sign]) -> Triage:
        """With its row. Raises KeyError if the table has no such row."""
        return structs.replace(self, row=signs[self.sign])

    @property
    def texts(self) -> tuple[str, ...]:
        """None: what is said to an answer stands in the table."""
        return ()

    @property
    def named(self) -> tuple[Offered, ...]:
        """Nothing: the answers are always the same four."""
        return ()

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """The four levels, the most urgent first."""
        return tuple(Offered(level, Word(f"level.{level}")) for level in LEVELS)

    def grade(self, answer: str) -> Result:
        """Right, safe if it is faster help than is needed, or wrong."""
        chosen, needed = urgency(_level(answer)), urgency(self._found.level)
        if chosen == needed:
            return "right"
        return "safe" if chosen > needed else "wrong"

    def reason(self, answer: str) -> str:
        """Why; empty where help is needed faster, for the reason would tell how fast."""
        return "" if self.grade(answer) == "wrong" else self._found.why

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """This level."""
        return (Word(f"level.{_level(answer)}"),)

    def advised(self, answer: str) -> Level | None:
        """What to do, once the answer was fast enough."""
        return None if self.grade(answer) == "wrong" else self._found.level

    def must_be_put_right(self, answer: str) -> bool:
        """Whether it is less care than is needed."""
        return answer in LEVELS and self.grade(answer) == "wrong"

    def standing(self, tries: Sequence[Try]) -> Standing:
        """Enough care ends it; known is only who chose just enough at once."""
        results = [one.result for one in tries]
        known = results[:1] == ["right"]
        done = "right" in results or "safe" in results
        return Standing(len(results), done, known, bool(results) and not known)

    @property
    def _found(self) -> Sign:
        if self.row is None:
            raise LookupError(f'The row "{self.sign}" was not looked up.')
        return self.row


def _level(answer: str) -> Level:
    return {str(level): level for level in LEVELS}[answer]
